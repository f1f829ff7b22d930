//! Signing in and out.

use axum::extract::Path;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use base::{Id, Problem};
use db::{PageRequest, Paged};
use serde::Serialize;
use swedish::fold;
use web::{Fields, Here, Listing, Result, Sample, Session, paging};

use crate::sign_in::{self, Example};

const PICKER: &str = "pages/accounts/sign-in/index.html";
const EXPLAINED: &str = "pages/accounts/sign-in/explained.html";
const LINK: &str = "pages/accounts/sign-in/show.html";

#[derive(Serialize)]
struct Picker {
    back: String,
    q: String,
    /// One of each role.
    first: Vec<ExampleCard>,
    people: Vec<ExampleCard>,
    paging: Listing,
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

/// In a demonstration a choice of person, otherwise how one signs in.
pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    if !here.app().settings().demo {
        return here.page(EXPLAINED, &[], &());
    }
    let people = Example::list(here.db()).await?;
    let first = Example::one_of_each(&people).into_iter().map(|person| card(&here, person)).collect();
    let people = people.into_iter().map(|person| card(&here, person)).collect();
    let paged = page_of(people, fields.get("q"), fields.number("page").unwrap_or(1));
    let paging = paging(&paged, "/sign-in", &fields);
    let (back, q) = (fields.get("back").to_owned(), fields.get("q").to_owned());
    here.page(PICKER, &[], &Picker { back, q, first, people: paged.rows, paging })
}

/// Becomes a person of the demonstration.
pub(super) async fn create(here: Here, fields: Fields) -> Result<Response> {
    if !here.app().settings().demo {
        return Err(Problem::Refused("sign-in-by-link").into());
    }
    let person = Id::parse(fields.get("account")).ok_or(Problem::NotFound)?;
    let token = sign_in::as_example(here.db(), &person, here.session()).await?;
    Ok(signed_in(&here, &token, fields.get("back")))
}

/// Asks before a one-time link is spent: what follows links by itself, such as a preview of a message, does not press buttons.
pub(super) async fn show(here: Here, Path(token): Path<String>) -> Result<Response> {
    let name = sign_in::link_owner(here.db(), &token).await?.name;
    here.page(LINK, &[], &LinkPage { token, name })
}

/// Spends a one-time link.
pub(super) async fn spend(here: Here, Path(token): Path<String>) -> Result<Response> {
    let session = sign_in::spend_link(here.db(), &token, here.session()).await?;
    Ok(signed_in(&here, &session, "/"))
}

/// Ends the session.
pub(super) async fn end(here: Here) -> Result<Response> {
    if let (Some(person), Some(session)) = (&here.viewer().person, here.session()) {
        sign_in::sign_out(here.db(), &person.id, session).await?;
    }
    let mut response = here.go_saying("/", "said-signed-out", None);
    response.headers_mut().append(SET_COOKIE, Session::no_cookie(here.app()));
    Ok(response)
}

fn signed_in(here: &Here, token: &str, back: &str) -> Response {
    let mut response = here.go(back);
    response.headers_mut().append(SET_COOKIE, Session::cookie(here.app(), token));
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
    let picker =
        Picker { back: "/plans".to_owned(), q: String::new(), first: vec![person()], people: paged.rows, paging };
    let link = LinkPage { token: "0".repeat(64), name: String::new() };
    vec![Sample::new(PICKER, &picker), Sample::new(EXPLAINED, &()), Sample::new(LINK, &link)]
}
