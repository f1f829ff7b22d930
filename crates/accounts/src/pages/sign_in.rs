//! Signing in and out.

pub(super) mod passkeys;
pub(super) mod providers;
pub(super) mod second_factor;

use axum::extract::Path;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::Id;
use db::{PageRequest, Paged};
use serde::Serialize;
use std::collections::BTreeMap;
use swedish::fold;
use web::{Fields, Here, Listing, Result, Sample, Session, paging};

use crate::sign_in::{self, Browser, Example, Step, folded};
use crate::{ceremony, known_browser};

const PICKER: &str = "pages/accounts/sign-in/index.html";
const PASSWORD: &str = "pages/accounts/sign-in/password.html";
const LINK: &str = "pages/accounts/sign-in/show.html";

#[derive(Serialize)]
struct Picker {
    back: String,
    q: String,
    /// One of each role.
    first: Vec<ExampleCard>,
    people: Vec<ExampleCard>,
    paging: Listing,
    providers: Vec<providers::Way>,
}

#[derive(Serialize)]
struct ExampleCard {
    id: String,
    name: String,
    role: String,
    /// The end of the key of what the role does.
    role_key: String,
    function: Option<String>,
    unit: String,
}

#[derive(Serialize)]
struct LinkPage {
    token: String,
    name: String,
}

#[derive(Default, Serialize)]
struct PasswordPage {
    form: PasswordForm,
    back: String,
    /// Whether somebody who is signed in is asked once more, before something that matters.
    again: bool,
    /// Whether this site can have passkeys.
    passkeys: bool,
    providers: Vec<providers::Way>,
    /// Whether a forgotten password can be helped by mail.
    mail: bool,
}

#[derive(Default, Serialize)]
struct PasswordForm {
    email: String,
    errors: BTreeMap<&'static str, String>,
}

/// What a request tells about the browser it comes from.
pub(super) struct Origin {
    device: String,
    earlier: Option<String>,
    mark: Option<String>,
}

impl Origin {
    pub(super) fn of(here: &Here) -> Self {
        let earlier = here.session().map(|session| session.hash.clone());
        Self { device: here.device(), earlier, mark: known_browser::COOKIE.read(here) }
    }

    pub(super) fn browser(&self) -> Browser<'_> {
        Browser { device: &self.device, earlier: self.earlier.as_deref(), mark: self.mark.as_deref() }
    }
}

/// In a demonstration a choice of person, otherwise the sign-in page.
pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    if !here.app().settings().demo {
        return password(here, fields).await;
    }
    let people = Example::list(here.db()).await?;
    let first = Example::one_of_each(&people).into_iter().map(|person| card(&here, person)).collect();
    let people = people.into_iter().map(|person| card(&here, person)).collect();
    let paged = page_of(people, fields.get("q"), fields.number("page").unwrap_or(1));
    let paging = paging(&paged, "/sign-in", &fields);
    let (back, q) = (fields.get("back").to_owned(), fields.get("q").to_owned());
    here.page(
        PICKER,
        &[],
        &Picker { providers: providers::ways(&here, &back), back, q, first, people: paged.rows, paging },
    )
}

/// The sign-in page.
pub(super) async fn password(here: Here, fields: Fields) -> Result<Response> {
    here.page(PASSWORD, &[], &password_page(&here, &fields, BTreeMap::new()))
}

fn password_page(here: &Here, fields: &Fields, errors: BTreeMap<&'static str, String>) -> PasswordPage {
    PasswordPage {
        form: PasswordForm { email: fields.get("email").to_owned(), errors },
        back: fields.get("back").to_owned(),
        again: fields.has("again") && here.viewer().is_signed_in(),
        passkeys: crate::credentials::passkeys::are_possible(here.app()),
        providers: providers::ways(here, fields.get("back")),
        mail: here.app().settings().mail,
    }
}

/// Signs in with address and password, or in a demonstration as a person of it.
pub(super) async fn create(here: Here, fields: Fields) -> Result<Response> {
    let origin = Origin::of(&here);
    let example = Id::parse(fields.get("account")).filter(|_| here.app().settings().demo);
    if let Some(person) = example {
        let token = sign_in::as_example(here.db(), &person, &origin.browser()).await?;
        return Ok(signed_in(&here, &token, fields.get("back")));
    }
    let (email, password) = (fields.get("email"), fields.get("password"));
    let step = sign_in::with_password(here.app(), email, password, &origin.browser()).await?;
    match step {
        Step::SecondFactor(_) | Step::SignedIn(_) => Ok(stepped(&here, &step, fields.get("back"))),
        Step::Wrong | Step::Wait(_) => {
            let (status, text) = refusal(&here, &step, "accounts-sign-in-wrong");
            let page = password_page(&here, &fields, BTreeMap::from([("form", text)]));
            here.page_with(status, PASSWORD, &[], &page)
        }
    }
}

/// Asks before a one-time link is spent: what follows links by itself, such as a preview of a message, does not press buttons.
pub(super) async fn show(here: Here, Path(token): Path<String>) -> Result<Response> {
    let name = sign_in::link_owner(here.db(), &token).await?.name;
    here.page(LINK, &[], &LinkPage { token, name })
}

/// Spends a one-time link.
pub(super) async fn spend(here: Here, Path(token): Path<String>) -> Result<Response> {
    let origin = Origin::of(&here);
    let step = sign_in::spend_link(here.db(), &token, &origin.browser()).await?;
    // Whoever has credentials and came by a link has most likely forgotten the password.
    let back = if matches!(step, Step::SecondFactor(_)) { "/account/password" } else { "/" };
    Ok(stepped(&here, &step, back))
}

/// Ends the session. Whoever came by a provider is told that they are still signed in there.
pub(super) async fn end(here: Here) -> Result<Response> {
    let mut provider = None;
    if let (Some(person), Some(session)) = (&here.viewer().person, here.session()) {
        provider = sign_in::provider::of_session(here.db(), &session.hash).await?;
        sign_in::sign_out(here.db(), &person.id, &session.hash).await?;
    }
    let known = provider.filter(|id| here.app().settings().federation.find(id).is_some());
    let mut response = match known {
        Some(id) => here.go(&format!("/sign-out/with/{id}")),
        None => here.go_saying("/", "said-signed-out", None),
    };
    response.headers_mut().append(SET_COOKIE, Session::no_cookie(here.app()));
    // Not its cookies: they go for the whole domain, and others of the city stand under it.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

/// What a refused step is answered with. It says the same whoever asks.
fn refusal(here: &Here, step: &Step, wrong: &str) -> (StatusCode, String) {
    match step {
        Step::Wait(seconds) => {
            let seconds = usize::try_from(*seconds).unwrap_or_default();
            (StatusCode::TOO_MANY_REQUESTS, here.count_text("accounts-sign-in-wait", seconds))
        }
        _ => (StatusCode::UNPROCESSABLE_ENTITY, here.text(wrong)),
    }
}

/// Leads on after a step that was right.
pub(super) fn stepped(here: &Here, step: &Step, back: &str) -> Response {
    match step {
        Step::SignedIn(token) => signed_in(here, token, back),
        Step::SecondFactor(token) => {
            let back: String = web::query("back", back);
            let mut response = here.go(&format!("/sign-in/code?{back}"));
            response.headers_mut().append(SET_COOKIE, ceremony::COOKIE.set(here.app(), token));
            response
        }
        Step::Wrong | Step::Wait(_) => here.go("/sign-in"),
    }
}

fn signed_in(here: &Here, token: &str, back: &str) -> Response {
    let mut response = here.go(back);
    response.headers_mut().append(SET_COOKIE, Session::cookie(here.app(), token));
    response
}

/// Leads on whoever has signed in by themselves; the browser is known from now on.
fn signed_in_as(here: &Here, token: &str, email: &str, back: &str) -> Response {
    let mut response = signed_in(here, token, back);
    let mark = known_browser::mark(here.db(), &folded(email));
    response.headers_mut().append(SET_COOKIE, known_browser::COOKIE.set(here.app(), &mark));
    response.headers_mut().append(SET_COOKIE, ceremony::COOKIE.clear(here.app()));
    response
}

fn card(here: &Here, person: Example) -> ExampleCard {
    let Example { id, name, role, function, unit } = person;
    let (role, role_key) = (super::role_text(here, &role), role.replace('_', "-"));
    ExampleCard { id, name, role, role_key, function, unit }
}

/// The people whose name, role, function or unit hold all the words.
fn page_of(mut people: Vec<ExampleCard>, words: &str, page: u32) -> Paged<ExampleCard> {
    let words = fold(words);
    people.retain(|person| {
        let function = person.function.as_deref().unwrap_or_default();
        let all = fold(&format!("{} {} {function} {}", person.name, person.role, person.unit));
        words.split(' ').all(|word| all.contains(word))
    });
    let total = i64::try_from(people.len()).unwrap_or_default();
    let request = PageRequest::new(page, 25);
    let skipped = usize::try_from(request.offset()).unwrap_or_default();
    Paged::new(people.into_iter().skip(skipped).take(25).collect(), request, total)
}

pub(super) fn samples() -> Vec<Sample> {
    let person = || ExampleCard {
        id: "alva".to_owned(),
        name: "Alva Ankarhjul".to_owned(),
        role: "Samordnare".to_owned(),
        role_key: "coordinator".to_owned(),
        function: Some("Handläggare".to_owned()),
        unit: "Mälarskärs län".to_owned(),
    };
    let paged = Paged::new(vec![person()], PageRequest::new(1, 25), 1);
    let paging = paging(&paged, "/sign-in", &Fields::default());
    let picker = Picker {
        back: "/plans".to_owned(),
        q: String::new(),
        first: vec![person()],
        people: paged.rows,
        paging,
        providers: vec![providers::sample_way()],
    };
    let link = LinkPage { token: "0".repeat(64), name: String::new() };
    let wrong = PasswordPage {
        form: PasswordForm {
            email: "alva@exempel.se".to_owned(), errors: BTreeMap::from([("form", "…".to_owned())])
        },
        back: "/plans".to_owned(),
        again: true,
        passkeys: true,
        providers: vec![providers::sample_way()],
        mail: true,
    };
    let passwords = [PasswordPage::default(), wrong];
    let mut samples = vec![Sample::new(PICKER, &picker), Sample::new(LINK, &link)];
    samples.extend(passwords.iter().map(|page| Sample::new(PASSWORD, page)));
    samples.extend(second_factor::samples());
    samples.extend(providers::samples());
    samples
}
