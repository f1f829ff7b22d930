//! The address at which somebody's own days are read by their calendar: made, shown once, taken back; and what is read there.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use base::Problem;
use exchange::Dated;
use i18n::{Argument, Language};
use identity::Viewer;
use jiff::ToSpan;
use serde::Serialize;
use web::{Here, Permission, Result, Route, Sample};

use super::{READ, calendar, place};
use crate::feed;
use crate::ical::Written;

const SHOW: &str = "pages/calendar/feeds/show.html";
const MADE: &str = "pages/calendar/feeds/made.html";

/// Days that a calendar is told of, back and ahead.
const BACK: i64 = 90;
const AHEAD: i64 = 400;

/// Calendars bring no session: the address is the secret.
const SECRET: Permission =
    Permission::Public("a calendar has no session: the address holds a secret of which only a hash is stored");

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/calendar/feed", READ, show),
        Route::post("/calendar/feed", READ, make),
        Route::post("/calendar/feed/revocations", READ, revoke),
        Route::get("/calendar/feeds/{token}", SECRET, read),
    ]
}

#[derive(Debug, Serialize)]
struct Show {
    /// When the address was made; none where there is none.
    made: Option<String>,
}

#[derive(Debug, Serialize)]
struct Made {
    address: String,
}

async fn show(here: Here) -> Result<Response> {
    let made = feed::made_at(here.db(), here.viewer()).await?.map(|at| here.time(at));
    here.page(SHOW, &[place(&here)], &Show { made })
}

/// Makes an address, in place of the one there was. It is shown now and never again.
async fn make(here: Here) -> Result<Response> {
    let token = feed::make(here.db(), here.viewer()).await?;
    let address = format!("{}/calendar/feeds/{token}.ics", here.app().settings().address.origin());
    here.page(MADE, &[place(&here)], &Made { address })
}

async fn revoke(here: Here) -> Result<Response> {
    feed::revoke(here.db(), here.viewer()).await?;
    Ok(here.go_saying("/calendar/feed", "said-calendar-feed-revoked", None))
}

/// The days of whoever the address belongs to, in their language, as they may see them now.
async fn read(here: Here, Path(token): Path<String>) -> Result<Response> {
    let token = token.strip_suffix(".ics").unwrap_or(&token);
    let viewer = feed::owner(here.db(), token).await?.ok_or(Problem::NotFound)?;
    let today = here.db().clock().today();
    let (from, to) = (today.saturating_sub(BACK.days()), today.saturating_add(AHEAD.days()));
    let dates = calendar::dates(here.app(), &viewer, from, to).await?;
    let language = language(&viewer);
    let text = |key: &str, values: &[(&str, &str)]| {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), Argument::Text((*value).to_owned())));
        here.app().catalogue().text(language, key, &values.collect())
    };
    let words = |dated: &Dated| {
        let values: Vec<(&str, &str)> = dated.what.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        text(dated.what.key, &values)
    };
    let written = Written {
        name: text("calendar-feed-name", &[]),
        origin: here.app().settings().address.origin(),
        at: here.db().clock().now(),
        text: &words,
    };
    let mut response = written.calendar(&dates).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn language(viewer: &Viewer) -> Language {
    viewer.person.as_ref().and_then(|person| Language::from_tag(&person.language)).unwrap_or_default()
}

pub(super) fn samples() -> Vec<Sample> {
    let made = Made { address: format!("https://tryggbas.exempel.se/calendar/feeds/{}.ics", "0".repeat(64)) };
    vec![
        Sample::new(SHOW, &Show { made: Some("1 mars 2026 kl. 12:00".to_owned()) }),
        Sample::new(SHOW, &Show { made: None }),
        Sample::new(MADE, &made),
    ]
}
