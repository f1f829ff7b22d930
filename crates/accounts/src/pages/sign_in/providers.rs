//! Signing in through a provider, and out from it.

use axum::extract::Path;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base::Problem;
use federation::{Connection, Refusal};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use super::{Origin, signed_in};
use crate::ceremony;
use crate::sign_in::provider::{self, Reason, Return};

const REFUSED: &str = "pages/accounts/sign-in/refused.html";
const FAREWELL: &str = "pages/accounts/sign-in/farewell.html";

/// A provider as a way to sign in.
#[derive(Serialize)]
pub(super) struct Way {
    label: String,
    href: String,
}

#[derive(Serialize)]
struct RefusedPage {
    label: String,
    /// The end of the key of what is said.
    why: &'static str,
    /// The code in the log.
    code: &'static str,
    href: String,
}

#[derive(Serialize)]
struct FarewellPage {
    label: String,
    /// Where one signs out from the provider, where that can be done.
    href: Option<String>,
}

/// All providers, as ways to sign in that lead back to a page.
pub(super) fn ways(here: &Here, back: &str) -> Vec<Way> {
    let way = |provider: &federation::Provider| Way {
        label: provider.label.clone(),
        href: format!("/sign-in/with/{}?{}", provider.id, web::query("back", back)),
    };
    here.app().settings().federation.providers().map(way).collect()
}

/// Leads to the provider. A link and no form: what a form leads to may not redirect to another site.
pub(in crate::pages) async fn depart(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let connection = find(&here, &id)?;
    let departure = provider::depart(here.app(), connection, fields.get("back"), here.language().tag()).await?;
    let departure = match departure {
        Ok(departure) => departure,
        Err(reason) => return refused(&here, connection, reason),
    };
    let address = HeaderValue::from_str(&departure.address).map_err(|_| Problem::Malformed)?;
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response();
    response.headers_mut().append(SET_COOKIE, ceremony::COOKIE.set(here.app(), &departure.token));
    Ok(response)
}

/// Takes in whoever comes back.
pub(in crate::pages) async fn arrive(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let connection = find(&here, &id)?;
    let (token, origin) = (ceremony::COOKIE.read(&here), Origin::of(&here));
    let answer = Return {
        state: fields.get("state"),
        code: fields.get("code"),
        error: fields.get("error"),
        issuer: fields.get("iss"),
    };
    match provider::arrive(here.app(), connection, token.as_deref(), &answer, &origin.browser()).await? {
        // A page of its own: the address of this one holds the code.
        Err(reason) => {
            let provider = connection.provider();
            Ok(here.go(&format!("/sign-in/with/{}/refusals/{}", provider.id, reason.code())))
        }
        Ok(arrival) => {
            let mut response = signed_in(&here, &arrival.session, &arrival.back);
            response.headers_mut().append(SET_COOKIE, ceremony::COOKIE.clear(here.app()));
            Ok(response)
        }
    }
}

/// Tells why nobody was signed in.
pub(in crate::pages) async fn refusal(here: Here, Path((id, code)): Path<(String, String)>) -> Result<Response> {
    let connection = find(&here, &id)?;
    let reason = Reason::all().find(|reason| reason.code() == code).ok_or(Problem::NotFound)?;
    refused(&here, connection, reason)
}

/// Tells whoever has signed out here that they are still signed in at the provider, and how that ends too.
pub(in crate::pages) async fn farewell(here: Here, Path(id): Path<String>) -> Result<Response> {
    let connection = find(&here, &id)?;
    let home = format!("{}/", here.app().settings().address.origin());
    // A provider that is out of order is no reason for an error: here, signing out is done.
    let href = connection.farewell(&home).await.unwrap_or(None);
    here.page(FAREWELL, &[], &FarewellPage { label: connection.provider().label.clone(), href })
}

fn find<'a>(here: &'a Here, id: &str) -> Result<&'a Connection> {
    Ok(here.app().settings().federation.find(id).ok_or(Problem::NotFound)?)
}

fn refused(here: &Here, connection: &Connection, reason: Reason) -> Result<Response> {
    let (status, why) = answer(reason);
    let provider = connection.provider();
    let href = format!("/sign-in/with/{}", provider.id);
    here.page_with(status, REFUSED, &[], &RefusedPage { label: provider.label.clone(), why, code: reason.code(), href })
}

/// How a refusal is answered: with which status, and with which words.
fn answer(reason: Reason) -> (StatusCode, &'static str) {
    match reason {
        Reason::Provider(Refusal::Unreachable) => (StatusCode::SERVICE_UNAVAILABLE, "unreachable"),
        Reason::Provider(Refusal::ClaimMissing | Refusal::PersonalNumber) | Reason::NoOrganisation => {
            (StatusCode::BAD_GATEWAY, "settings")
        }
        Reason::Provider(_) | Reason::ProviderError => (StatusCode::BAD_GATEWAY, "answer"),
        Reason::Denied => (StatusCode::FORBIDDEN, "denied"),
        Reason::ForeignState => (StatusCode::CONFLICT, "over"),
        Reason::Email => (StatusCode::FORBIDDEN, "email"),
        // Whether the address is somebody's elsewhere is not told.
        Reason::Unknown | Reason::Elsewhere => (StatusCode::FORBIDDEN, "unknown"),
        Reason::Closed => (StatusCode::FORBIDDEN, "closed"),
        Reason::NoRole => (StatusCode::FORBIDDEN, "no-role"),
    }
}

/// A way, for samples of the pages that show it.
pub(super) fn sample_way() -> Way {
    Way { label: "Eknäs kommun".to_owned(), href: "/sign-in/with/eknas?back=%2F".to_owned() }
}

pub(super) fn samples() -> Vec<Sample> {
    let refused = |reason: Reason| {
        let why = answer(reason).1;
        let (label, href) = ("Eknäs kommun".to_owned(), "/sign-in/with/eknas".to_owned());
        Sample::new(REFUSED, &RefusedPage { label, why, code: reason.code(), href })
    };
    let farewell = |href: Option<&str>| {
        let (label, href) = ("Eknäs kommun".to_owned(), href.map(str::to_owned));
        Sample::new(FAREWELL, &FarewellPage { label, href })
    };
    let mut samples: Vec<Sample> = Reason::all().map(refused).collect();
    samples.extend([farewell(None), farewell(Some("https://login.exempel.se/logout"))]);
    samples
}
