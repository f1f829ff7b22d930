//! Series from outside: the list, a series with its years, what is said of it, and its removal.

mod editing;
mod reading;
mod wanted;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Error, Here, Permission, Place, Result, Route, Sample};

use super::view::Indicator;
use super::{WRITE, words};
use crate::compiled::IndicatorStatus;
use crate::outside::OutsideSeries;
use indicators::{Kind, Series};

const INDEX: &str = "pages/reports/series/index.html";
const SHOW: &str = "pages/reports/series/show.html";
const REMOVAL: &str = "pages/reports/series/removal.html";

/// Whoever sees what some unit has; which series is decided when it is looked up.
const SEE: Permission = Permission::Somewhere(Verb::See);

pub(super) fn routes() -> Vec<Route> {
    let own = vec![
        Route::get("/series", SEE, index),
        Route::get("/series/{id}", SEE, show),
        Route::get("/series/{id}/removals/new", WRITE, new_removal),
        Route::post("/series/{id}/removals", WRITE, remove),
    ];
    [own, editing::routes(), reading::routes()].concat()
}

/// The list's context.
#[derive(Debug, Serialize)]
struct Index {
    rows: Vec<Head>,
    may_begin: bool,
}

/// What is said of a series.
#[derive(Debug, Clone, Serialize)]
struct Head {
    href: String,
    title: String,
    origin: String,
    kind: String,
    owner: String,
    fetched: String,
    note: String,
    may_write: bool,
}

/// A series with its years.
#[derive(Debug, Serialize)]
struct Show {
    series: Head,
    figures: Indicator,
    /// How many indicators take their figures from it.
    takers: i64,
}

/// The question whether to remove it.
#[derive(Debug, Serialize)]
struct Removal {
    series: Head,
}

fn head(here: &Here, series: &OutsideSeries) -> Head {
    Head {
        href: format!("/series/{}", series.id),
        title: series.title.clone(),
        origin: series.origin.clone(),
        kind: kind_text(here, series.kind),
        owner: series.owner_name.clone(),
        fetched: here.date(&series.fetched_on),
        note: series.note.clone(),
        may_write: series.may_write(here.viewer()),
    }
}

fn kind_text(here: &Here, kind: Kind) -> String {
    here.text(&format!("reports-kind-{}", kind.as_str()))
}

/// The series in the address, found through the viewer.
async fn series(here: &Here, id: &str) -> std::result::Result<OutsideSeries, Error> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(OutsideSeries::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

/// The series in the address, for a viewer who may write it.
async fn own_series(here: &Here, id: &str) -> std::result::Result<OutsideSeries, Error> {
    let series = series(here, id).await?;
    series.check(here.viewer())?;
    Ok(series)
}

/// The way to a series.
fn place(here: &Here, series: Option<&OutsideSeries>) -> Vec<Place> {
    let mut place = super::place(here, None);
    place.push(Place::new(here.text("reports-series-title"), "/series"));
    place.extend(series.map(|series| Place::new(series.title.clone(), format!("/series/{}", series.id))));
    place
}

async fn index(here: Here) -> Result<Response> {
    let all = OutsideSeries::list(here.db(), here.viewer()).await?;
    let rows = all.iter().map(|series| head(&here, series)).collect();
    let context = Index { rows, may_begin: here.viewer().may_somewhere(Verb::Write) };
    here.page(INDEX, &place(&here, None), &context)
}

async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let series = series(&here, &id).await?;
    let points = series.points(&series.years(here.db()).await?);
    let year = points.last().map_or(0, |point| point.year);
    let status = IndicatorStatus {
        id: series.id.clone(),
        text: series.title.clone(),
        under: String::new(),
        plan: String::new(),
        source: series.origin.clone(),
        definition: String::new(),
        about_people: false,
        series: Some(Series { points, ..Series::new(series.kind) }),
    };
    let context = Show {
        figures: Indicator::of(&status, year, words(&here)),
        takers: series.takers(here.db()).await?,
        series: head(&here, &series),
    };
    here.page(SHOW, &place(&here, Some(&series)), &context)
}

async fn new_removal(here: Here, Path(id): Path<String>) -> Result<Response> {
    let series = own_series(&here, &id).await?;
    here.page(REMOVAL, &place(&here, Some(&series)), &Removal { series: head(&here, &series) })
}

async fn remove(here: Here, Path(id): Path<String>) -> Result<Response> {
    let series = own_series(&here, &id).await?;
    OutsideSeries::remove(here.db(), here.viewer(), &series.id).await?;
    Ok(here.go_saying("/series", "said-outside-series-removed", Some(&series.title)))
}

pub(super) fn samples() -> Vec<Sample> {
    let figures = || super::samples::indicator().unwrap_or_default();
    let show = |takers| Show { series: sample(), figures: figures(), takers };
    let own = vec![
        Sample::new(INDEX, &Index { rows: vec![sample()], may_begin: true }),
        Sample::new(INDEX, &Index { rows: Vec::new(), may_begin: true }),
        Sample::new(INDEX, &Index { rows: Vec::new(), may_begin: false }),
        Sample::new(SHOW, &show(0)),
        Sample::new(SHOW, &show(2)),
        Sample::new(REMOVAL, &Removal { series: sample() }),
    ];
    [own, editing::samples(), reading::samples()].concat()
}

/// A series as a page shows it.
fn sample() -> Head {
    Head {
        href: "/series/exempel".to_owned(),
        title: "Elever som känner sig trygga i skolan".to_owned(),
        origin: "Kolada N00000 (0000)".to_owned(),
        kind: "andel, procent".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        fetched: "3 februari 2025".to_owned(),
        note: "Årskurs 5.".to_owned(),
        may_write: true,
    }
}
