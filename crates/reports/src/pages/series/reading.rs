//! Reading a series in: a new one, or new years into one that is there. What it would become is shown before anything is saved.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use identity::{Unit, UnitKind, Verb};
use indicators::{Kind, Point};
use serde::Serialize;
use sheets::read::ReadError;
use web::{Error, Fields, Here, Result, Route, Sample, Uploads};

use super::wanted::Wanted;
use super::{Head, head, kind_text, own_series, place, sample};
use crate::editions::figure;
use crate::outside::creation::NewSeries;
use crate::outside::file::{HEADER, SeriesError, SeriesFile, read_file};
use crate::outside::reading::understood;
use crate::outside::{Given, OutsideSeries, Unread, kind};
use crate::pages::{WRITE, words};

const NEW: &str = "pages/reports/series/new.html";
const REVIEW: &str = "pages/reports/series/review.html";

/// Most bytes of an upload: far more than a series is.
const UPLOAD_LIMIT: usize = 2 * 1024 * 1024;

/// Most bytes of pasted text.
const MOST_TEXT: usize = 200_000;

/// What pasted text is called, so that it is read as columns.
const PASTED: &str = "pasted.csv";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/series/new", WRITE, new),
        Route::post("/series", WRITE, create).taking(UPLOAD_LIMIT),
        Route::get("/series/{id}/readings/new", WRITE, new_reading),
        Route::post("/series/{id}/readings", WRITE, renew).taking(UPLOAD_LIMIT),
    ]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct New {
    /// The series that new years are read into; none where it is new.
    series: Option<Head>,
    form: Form,
    /// Where whoever gives up goes back to.
    back: String,
    owners: Vec<Choice>,
    kinds: Vec<Choice>,
    unread: Vec<UnreadRow>,
}

/// A choice in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) text: String,
}

/// What was sent.
#[derive(Debug, Clone, Default, Serialize)]
struct Form {
    title: String,
    owner: String,
    origin: String,
    kind: String,
    per: String,
    note: String,
    fetched_on: String,
    text: String,
    /// The indicator that it is read in for, as `plan/indicator`; may be empty.
    #[serde(rename = "for")]
    wanted: String,
    errors: BTreeMap<&'static str, String>,
}

/// What would be saved.
#[derive(Debug, Serialize)]
struct Review {
    series: Option<Head>,
    title: String,
    origin: String,
    kind: String,
    rows: Vec<Row>,
    unread: Vec<UnreadRow>,
    form: Form,
}

/// A year that was read.
#[derive(Debug, Serialize)]
struct Row {
    year: i16,
    before: String,
    now: String,
    /// `new`, `changed` or `same`.
    becomes: &'static str,
}

/// A line that was not understood.
#[derive(Debug, Clone, Serialize)]
struct UnreadRow {
    line: u32,
    text: String,
    why: String,
}

/// Years that were read, and lines that were not understood.
#[derive(Debug, Default)]
struct Read {
    years: Vec<Given>,
    unread: Vec<Unread>,
}

impl Form {
    fn sent(fields: &Fields) -> Self {
        let get = |name| fields.get(name).trim().to_owned();
        Self {
            title: get("title"),
            owner: get("owner"),
            origin: get("origin"),
            kind: get("kind"),
            per: get("per"),
            note: get("note"),
            fetched_on: get("fetched_on"),
            wanted: get("for"),
            // Text that is refused for its length would fill the page many times over.
            text: Some(fields.get("text")).filter(|text| text.len() <= MOST_TEXT).unwrap_or_default().to_owned(),
            errors: BTreeMap::new(),
        }
    }

    /// What is known already of a series that is read in for an indicator.
    fn fill(&mut self, wanted: &Wanted) {
        wanted.title().clone_into(&mut self.title);
        self.owner = wanted.owner().to_string();
        let kind = wanted.kind();
        self.kind = kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default();
        if let Some(Kind::Rate { per }) = kind {
            self.per = per.to_string();
        }
    }

    fn series(&self) -> NewSeries {
        let per = (!self.per.is_empty()).then(|| forms::number(&self.per).and_then(per).unwrap_or_default());
        NewSeries {
            owner: Id::parse(&self.owner),
            title: self.title.clone(),
            origin: self.origin.clone(),
            kind: kind(&self.kind, per),
            note: self.note.clone(),
            fetched_on: self.fetched_on.parse().ok(),
        }
    }
}

/// A rate's base: a whole number.
fn per(number: f64) -> Option<u32> {
    format!("{number}").parse().ok()
}

async fn new(here: Here, fields: Fields) -> Result<Response> {
    let owner = here.viewer().units(Verb::Write).first().map(ToString::to_string).unwrap_or_default();
    let mut form = Form { owner, fetched_on: here.db().clock().today().to_string(), ..Form::default() };
    if let Some(wanted) = Wanted::find(&here, fields.get("for")).await? {
        form.fill(&wanted);
        form.wanted = fields.get("for").to_owned();
    }
    let context = context(&here, None, form, Vec::new()).await?;
    here.page(NEW, &place(&here, None), &context)
}

async fn new_reading(here: Here, Path(id): Path<String>) -> Result<Response> {
    let series = own_series(&here, &id).await?;
    let form = Form { fetched_on: here.db().clock().today().to_string(), ..Form::default() };
    let context = context(&here, Some(&series), form, Vec::new()).await?;
    here.page(NEW, &place(&here, Some(&series)), &context)
}

async fn create(here: Here, uploads: Uploads) -> Result<Response> {
    let mut form = Form::sent(&uploads.fields);
    let confirmed = uploads.fields.get("confirmed") == "true";
    let file = read(&here, uploads).await;
    if let (true, Ok(file)) = (form.origin.is_empty(), &file) {
        form.origin.clone_from(&file.origin);
    }
    let new = form.series();
    if let Some(owner) = &new.owner {
        let unit = Unit::find(here.db(), owner).await?.ok_or(Problem::NotFound)?;
        here.viewer().check(Verb::Write, &unit.path)?;
    }
    form.errors = new.check(here.db().clock().today()).err().map(|errors| here.errors(&errors)).unwrap_or_default();
    let kind = new.kind.unwrap_or(Kind::Number);
    let Some(read) = settle(&here, &mut form, file, kind, new.kind.is_some()) else {
        return again(&here, None, form, Vec::new()).await;
    };
    if !form.errors.is_empty() {
        let unread = unread(&here, &read.unread);
        return again(&here, None, form, unread).await;
    }
    if confirmed {
        let id = new.create(here.db(), here.viewer(), &read.years).await?;
        let wanted = Wanted::find(&here, &form.wanted).await?;
        if let Some(href) = wanted.and_then(|wanted| wanted.href_with(&id, kind)) {
            return Ok(here.go_saying(&href, "said-outside-series-begun-for", Some(&new.title)));
        }
        return Ok(here.go_saying(&format!("/series/{id}"), "said-outside-series-begun", Some(&new.title)));
    }
    review(&here, None, form, kind, &read).await
}

async fn renew(here: Here, Path(id): Path<String>, uploads: Uploads) -> Result<Response> {
    let series = own_series(&here, &id).await?;
    let mut form = Form::sent(&uploads.fields);
    let confirmed = uploads.fields.get("confirmed") == "true";
    let day = form.fetched_on.parse().ok();
    let mut errors = FormErrors::default();
    crate::outside::creation::check_day(&mut errors, day, here.db().clock().today());
    form.errors = here.errors(&errors);
    let file = read(&here, uploads).await;
    let Some(read) = settle(&here, &mut form, file, series.kind, true) else {
        return again(&here, Some(&series), form, Vec::new()).await;
    };
    if !form.errors.is_empty() {
        let unread = unread(&here, &read.unread);
        return again(&here, Some(&series), form, unread).await;
    }
    if confirmed {
        OutsideSeries::renew(here.db(), here.viewer(), &series.id, day, &read.years).await?;
        return Ok(here.go_saying(&format!("/series/{}", series.id), "said-outside-series-renewed", None));
    }
    let kind = series.kind;
    review(&here, Some(&series), form, kind, &read).await
}

/// Has a file read, or else the text that was pasted; or the field that is wrong, and why.
async fn read(here: &Here, mut uploads: Uploads) -> std::result::Result<SeriesFile, (&'static str, String)> {
    let text = uploads.fields.get("text");
    let sentence =
        |error| here.errors(&FormErrors(BTreeMap::from([("text", error)]))).remove("text").unwrap_or_default();
    let (field, name, bytes) = match uploads.files.remove("file") {
        Some(file) => ("file", file.name, file.bytes),
        None if text.trim().is_empty() => return Err(("text", sentence(FieldError::Missing))),
        None if text.len() > MOST_TEXT => return Err(("text", sentence(FieldError::TooLong { most: MOST_TEXT }))),
        None => ("text", PASTED.to_owned(), text.as_bytes().to_vec()),
    };
    read_file(here.app().reader(), &name, bytes).await.map_err(|error| (field, refusal(here, &error)))
}

/// Why a file gave no series, as a sentence that says what to do.
fn refusal(here: &Here, error: &SeriesError) -> String {
    let key = match error {
        SeriesError::NotKolada => "reports-series-error-not-kolada",
        SeriesError::Several => "reports-series-error-several",
        SeriesError::File(ReadError::Empty) => "reports-series-error-none",
        SeriesError::File(ReadError::Busy) => "plan-read-error-busy",
        SeriesError::File(_) => "reports-series-error-file",
        SeriesError::TooMany { limit } => return here.count_text("reports-series-error-too-many", *limit),
    };
    here.text(key)
}

/// The years that a file tells of for that kind; what is wrong is put into the form. Nothing where nothing could be read.
fn settle(
    here: &Here,
    form: &mut Form,
    file: std::result::Result<SeriesFile, (&'static str, String)>,
    kind: Kind,
    is_chosen: bool,
) -> Option<Read> {
    match file {
        Err((field, sentence)) => {
            form.errors.insert(field, sentence);
            None
        }
        // What lines mean is only known once the kind of figure is.
        Ok(_) if !is_chosen => Some(Read::default()),
        Ok(file) => {
            let (years, refused) = understood(&file.lines, kind);
            let mut unread = [file.unread, refused].concat();
            unread.sort_by_key(|unread| unread.line);
            if years.is_empty() {
                form.errors.insert("text", here.text("reports-series-error-none"));
            }
            Some(Read { years, unread })
        }
    }
}

fn unread(here: &Here, unread: &[Unread]) -> Vec<UnreadRow> {
    let row = |unread: &Unread| UnreadRow {
        line: unread.line,
        text: unread.text.clone(),
        why: here.text(&format!("reports-series-unread-{}", unread.why.as_str())),
    };
    unread.iter().map(row).collect()
}

/// Shows what would be saved. The years go along in the form, as they were understood.
async fn review(here: &Here, series: Option<&OutsideSeries>, form: Form, kind: Kind, read: &Read) -> Result<Response> {
    let before = match series {
        Some(series) => series.years(here.db()).await?,
        None => Vec::new(),
    };
    let tell = words(here);
    let told = |given: &Given| {
        let point = Point { value: given.figure(kind), ..Point::gap(given.year, 0) };
        figure::point(tell, Some(&point))
    };
    let row = |given: &Given| {
        let old = before.iter().find(|old| old.year == given.year);
        let becomes = match old {
            None => "new",
            Some(old) if old == given => "same",
            Some(_) => "changed",
        };
        Row { year: given.year, before: old.map(told).unwrap_or_default(), now: told(given), becomes }
    };
    let lines = read.years.iter().map(Given::written);
    let text = std::iter::once(HEADER.to_owned()).chain(lines).collect::<Vec<_>>().join("\n");
    let context = Review {
        title: series.map_or_else(|| form.title.clone(), |series| series.title.clone()),
        origin: series.map_or_else(|| form.origin.clone(), |series| series.origin.clone()),
        kind: kind_text(here, kind),
        rows: read.years.iter().map(row).collect(),
        unread: unread(here, &read.unread),
        series: series.map(|series| head(here, series)),
        form: Form { text, ..form },
    };
    here.page(REVIEW, &place(here, series), &context)
}

async fn again(
    here: &Here,
    series: Option<&OutsideSeries>,
    form: Form,
    unread: Vec<UnreadRow>,
) -> std::result::Result<Response, Error> {
    let context = context(here, series, form, unread).await?;
    here.again(NEW, &place(here, series), &context)
}

async fn context(here: &Here, series: Option<&OutsideSeries>, form: Form, unread: Vec<UnreadRow>) -> Result<New> {
    let kinds = [Kind::Number, Kind::Share, Kind::Rate { per: crate::outside::USUAL_BASE }, Kind::Mean];
    let choice = |kind: Kind| Choice { value: kind.as_str().to_owned(), text: kind_text(here, kind) };
    let back = match (series, Wanted::find(here, &form.wanted).await?) {
        (Some(series), _) => format!("/series/{}", series.id),
        (None, Some(wanted)) => wanted.href(),
        (None, None) => "/series".to_owned(),
    };
    Ok(New {
        series: series.map(|series| head(here, series)),
        back,
        form,
        owners: owners(here).await?,
        kinds: kinds.map(choice).to_vec(),
        unread,
    })
}

/// The units that the viewer may write for: those where they hold a role, and the bodies below.
pub(super) async fn owners(here: &Here) -> Result<Vec<Choice>> {
    let own = here.viewer().units(Verb::Write);
    let registered = Unit::register(here.db()).await?.into_iter().filter(|unit| {
        let body = !unit.kind.is_group() && unit.kind != UnitKind::SchoolUnit;
        here.viewer().may(Verb::Write, &unit.path) && (own.contains(&&unit.id) || body)
    });
    Ok(registered.map(|unit| Choice { value: unit.id.to_string(), text: unit.name }).collect())
}

pub(super) fn samples() -> Vec<Sample> {
    let choice = |value: &str, text: &str| Choice { value: value.to_owned(), text: text.to_owned() };
    let unread = || {
        vec![UnreadRow {
            line: 3,
            text: "2021; okänt".to_owned(),
            why: "Raden har något som inte är ett tal.".to_owned(),
        }]
    };
    let form = |errors| Form {
        title: "Elever som känner sig trygga".to_owned(),
        origin: "Kolada N00000 (0000)".to_owned(),
        kind: "share".to_owned(),
        text: "År;Värde\n2023;81,2".to_owned(),
        errors,
        ..Form::default()
    };
    let new = |series, form, unread| New {
        series,
        form,
        back: "/series".to_owned(),
        owners: vec![choice("lindhamn", "Lindhamns kommun")],
        kinds: vec![choice("share", "andel, procent")],
        unread,
    };
    let wrong = BTreeMap::from([("text", "Ingen rad gick att läsa.".to_owned())]);
    let row = |becomes| Row { year: 2023, before: "79 %".to_owned(), now: "81,2 %".to_owned(), becomes };
    let review = |series, unread| Review {
        series,
        title: "Elever som känner sig trygga".to_owned(),
        origin: "Kolada N00000 (0000)".to_owned(),
        kind: "andel, procent".to_owned(),
        rows: vec![row("new"), row("changed"), row("same")],
        unread,
        form: form(BTreeMap::new()),
    };
    vec![
        Sample::new(NEW, &new(None, form(BTreeMap::new()), Vec::new())),
        Sample::new(NEW, &new(Some(sample()), form(wrong), unread())),
        Sample::new(REVIEW, &review(None, Vec::new())),
        Sample::new(REVIEW, &review(Some(sample()), unread())),
    ]
}
