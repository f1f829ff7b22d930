//! Pages, downloads and redirects.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use db::Paged;
use i18n::Argument;
use minijinja::value::{Kwargs, Serde};
use minijinja::{Value, context};
use serde::Serialize;
use std::collections::BTreeMap;

use crate::here::Flash;
use crate::{Fields, Here, Place, Result};

impl Here {
    /// A page from a template of `ui/` and its context.
    ///
    /// # Errors
    /// When the template asks for what the context does not have.
    pub fn page(&self, template: &str, place: &[Place], context: &impl Serialize) -> Result<Response> {
        self.page_with(StatusCode::OK, template, place, context)
    }

    /// The page of a form that was not accepted: the same template, with status 422.
    ///
    /// # Errors
    /// When the template asks for what the context does not have.
    pub fn again(&self, template: &str, place: &[Place], context: &impl Serialize) -> Result<Response> {
        self.page_with(StatusCode::UNPROCESSABLE_ENTITY, template, place, context)
    }

    /// A page with a status of its own.
    ///
    /// # Errors
    /// When the template asks for what the context does not have.
    pub fn page_with(
        &self,
        status: StatusCode,
        template: &str,
        place: &[Place],
        context: &impl Serialize,
    ) -> Result<Response> {
        let html = self.render(template, place, Value::from(Serde(context)))?;
        let mut response = (status, Html(html)).into_response();
        if self.inner.flash.is_some() {
            response.headers_mut().append(header::SET_COOKIE, crate::preferences::no_flash(self.app()));
        }
        Ok(response)
    }

    /// Renders a template with everything that each page is given.
    ///
    /// # Errors
    /// When the template asks for what the context does not have.
    pub fn render(&self, template: &str, place: &[Place], context: Value) -> Result<String> {
        let here = self.clone();
        let t = Value::from_function(move |key: String, values: Kwargs| here.translate(&key, &values));
        let here = self.clone();
        let date = Value::from_function(move |date: Option<String>| here.date(date.as_deref().unwrap_or_default()));
        let here = self.clone();
        let duration = Value::from_function(move |minutes: u32| here.duration(minutes));
        let person = self.viewer().person.as_ref();
        let viewer = context! {
            name => person.map(|person| person.name.as_str()).unwrap_or_default(),
            role => self.role_text(),
            signed_in => person.is_some(),
            may_switch => self.app().settings().demo,
            errand => self.errand_text(),
        };
        let globals = context! {
            t, date, viewer,
            place => Value::from(Serde(place)),
            asset => Value::from_function(|name: String| crate::assets::address(&name)),
            whole => Value::from_function(swedish::whole),
            duration,
            lang => self.language().tag(),
            theme => Value::from(Serde(self.inner.theme)),
            chapters => self.chapters(),
            path => self.path(),
            demo => self.app().settings().demo,
            flash => Value::from(Serde(&self.inner.flash)),
        };
        self.app().templates().render(template, context! { ..context, ..globals })
    }

    /// The text of a key without values.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// The text of a key with values.
    #[must_use]
    pub fn text_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), Argument::Text((*value).to_owned())));
        self.app().catalogue().text(self.language(), key, &values.collect())
    }

    /// The text of a key that counts something, given as `count`.
    #[must_use]
    pub fn count_text(&self, key: &str, count: usize) -> String {
        let number = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let values = BTreeMap::from([("count".to_owned(), Argument::Number(number))]);
        self.app().catalogue().text(self.language(), key, &values)
    }

    /// How long something takes, as `53 minuter` or `8 timmar`.
    #[must_use]
    pub fn duration(&self, minutes: u32) -> String {
        let (key, count) = duration(minutes);
        self.count_text(key, usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The text of a message.
    #[must_use]
    pub fn message(&self, message: &exchange::Message) -> String {
        let values: Vec<(&str, &str)> = message.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.text_with(message.key, &values)
    }

    /// Texts of what is wrong with a form, by field.
    #[must_use]
    pub fn errors(&self, errors: &base::FormErrors) -> BTreeMap<&'static str, String> {
        let text = |error: &base::FieldError| match error {
            base::FieldError::TooLong { most: count } | base::FieldError::TooShort { least: count } => {
                self.count_text(error.key(), *count)
            }
            _ => self.text(error.key()),
        };
        errors.0.iter().map(|(field, error)| (*field, text(error))).collect()
    }

    /// An ISO date as `12 mars 2025`; anything else as it is.
    #[must_use]
    pub fn date(&self, iso: &str) -> String {
        match (iso.parse::<jiff::civil::Date>(), self.language()) {
            (Ok(date), i18n::Language::Sv) => swedish::long_date(date),
            (Ok(date), i18n::Language::En) => date.strftime("%-d %B %Y").to_string(),
            (Err(_), _) => iso.to_owned(),
        }
    }

    /// An instant as wall-clock time in Sweden.
    #[must_use]
    pub fn time(&self, at: jiff::Timestamp) -> String {
        time_in(self.language(), at)
    }

    /// Leads on to a page of ours.
    #[must_use]
    pub fn go(&self, path: &str) -> Response {
        let path = crate::security::own_path(path);
        let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
        (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
    }

    /// Leads on to a page of ours that opens with a word about what was done.
    #[must_use]
    pub fn go_saying(&self, path: &str, key: &str, what: Option<&str>) -> Response {
        let mut response = self.go(path);
        self.say(&mut response, key, what);
        response
    }

    /// Lets the page that an answer leads to begin with a word to the reader.
    pub fn say(&self, response: &mut Response, key: &str, what: Option<&str>) {
        let args = what.map(|what| ("what".to_owned(), what.to_owned())).into_iter().collect();
        let flash = Flash { kind: "success".to_owned(), key: key.to_owned(), args };
        response.headers_mut().append(header::SET_COOKIE, crate::preferences::flash(self.app(), &flash));
    }

    fn translate(&self, key: &str, values: &Kwargs) -> std::result::Result<String, minijinja::Error> {
        let mut arguments = BTreeMap::new();
        for name in values.args() {
            let value: Value = values.get(name)?;
            let argument = match f64::try_from(value.clone()) {
                Ok(number) if value.is_number() => Argument::Number(number),
                _ => Argument::Text(value.to_string()),
            };
            arguments.insert(name.to_owned(), argument);
        }
        Ok(self.app().catalogue().text(self.language(), key, &arguments))
    }

    fn role_text(&self) -> String {
        let Some(held) = self.viewer().roles.first() else { return String::new() };
        let role = held
            .function
            .clone()
            .unwrap_or_else(|| self.text(&format!("role-{}", held.role.as_str().replace('_', "-"))));
        let unit = held.unit_name.as_str();
        match &held.on_behalf_of {
            Some(name) => self.text_with("role-held-for", &[("role", &role), ("unit", unit), ("name", name)]),
            None => self.text_with("role-held", &[("role", &role), ("unit", unit)]),
        }
    }

    /// Whom the holder of a link answers for, and as who.
    fn errand_text(&self) -> Option<String> {
        let errand = self.viewer().errand.as_ref()?;
        Some(self.text_with("answer-link-as", &[("name", &errand.holder), ("unit", &errand.unit_name)]))
    }

    fn chapters(&self) -> Vec<Value> {
        let modules = self.app().modules().iter().flat_map(|module| module.chapters);
        let mut chapters: Vec<_> = modules.filter(|chapter| chapter.shown.admits(self.viewer())).collect();
        chapters.sort_by_key(|chapter| chapter.order);
        let path = self.path().split('?').next().unwrap_or_default();
        let current = |href: &str| path == href || (href != "/" && path.starts_with(&format!("{href}/")));
        chapters
            .into_iter()
            .map(|chapter| context! { key => chapter.key, href => chapter.href, current => current(chapter.href) })
            .collect()
    }
}

/// An instant as wall-clock time in Sweden, in a language.
pub(crate) fn time_in(language: i18n::Language, at: jiff::Timestamp) -> String {
    let at = base::in_stockholm(at).datetime();
    match language {
        i18n::Language::Sv => swedish::long_time(at),
        i18n::Language::En => at.strftime("%-d %B %Y at %H:%M").to_string(),
    }
}

/// The words for a time that something takes, and how many of what they count: minutes, and from two hours on whole hours.
#[must_use]
pub fn duration(minutes: u32) -> (&'static str, u32) {
    if minutes < 120 { ("ui-minutes", minutes) } else { ("ui-hours", (minutes + 30) / 60) }
}

/// One field as a query, for an address.
#[must_use]
pub fn query(name: &str, value: &str) -> String {
    form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish()
}

/// A file to save.
#[must_use]
pub fn download(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    let disposition = HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// What the pager shows.
#[derive(Debug, Clone, Serialize)]
pub struct Listing {
    number: u32,
    last: i64,
    total: i64,
    from: i64,
    to: i64,
    address: String,
    size: u32,
    sizes: [u32; 3],
}

/// The pager of a list at `path` with the filters in `fields`.
#[must_use]
pub fn paging<T>(paged: &Paged<T>, path: &str, fields: &Fields) -> Listing {
    let kept = fields.clone().with("page", "").with("size", "").query();
    let address = if kept.is_empty() { format!("{path}?") } else { format!("{path}?{kept}&") };
    let before = i64::from(paged.page - 1) * i64::from(paged.size);
    let rows = i64::try_from(paged.rows.len()).unwrap_or_default();
    let from = if rows == 0 { 0 } else { before + 1 };
    let (number, last) = (paged.page, paged.pages());
    Listing {
        number,
        last,
        total: paged.total,
        from,
        to: before + rows,
        address,
        size: paged.size,
        sizes: [25, 50, 100],
    }
}
