//! Occasions: listed, read, marked as done; added, changed and taken out by whoever writes for the unit.

mod form;

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use db::DbError;
use serde::Serialize;
use web::{Error, Fields, Here, Place, Result, Route, Sample};

use self::form::Form;
use super::{Choice, READ, WRITE, owners, place, span};
use crate::Occasion;
use crate::occasion::{Completion, NewOccasion, OwnUnit, Time};

const LIST: &str = "pages/calendar/occasions/index.html";
const SHOW: &str = "pages/calendar/occasions/show.html";
const EDIT: &str = "pages/calendar/occasions/edit.html";
const HREF: &str = "/calendar/occasions";

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(HREF, READ, index),
        Route::get("/calendar/occasions/new", WRITE, new),
        Route::post(HREF, WRITE, create),
        Route::get("/calendar/occasions/{id}", READ, show),
        Route::get("/calendar/occasions/{id}/edit", WRITE, edit),
        Route::post("/calendar/occasions/{id}", WRITE, update),
        Route::post("/calendar/occasions/{id}/endings", WRITE, end),
        Route::post("/calendar/occasions/{id}/completions", READ, complete),
        Route::post("/calendar/occasions/{id}/reopenings", READ, reopen),
    ]
}

/// All occasions that the viewer sees.
#[derive(Debug, Serialize)]
struct Index {
    owners: Vec<Owner>,
    may_write: bool,
}

/// A unit and its occasions.
#[derive(Debug, Serialize)]
struct Owner {
    name: String,
    occasions: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    href: String,
    when: String,
    every: String,
    whom: String,
}

/// One occasion in one of its years.
#[derive(Debug, Serialize)]
struct Show {
    name: String,
    owner: String,
    what: String,
    href: String,
    when: String,
    every: String,
    whom: String,
    year: i16,
    /// Other years, each with whether it is shown.
    years: Vec<Year>,
    /// The viewer's own units that it concerns.
    own: Vec<Own>,
    /// All that it concerns, for whoever may change it.
    units: Vec<Unit>,
    done: usize,
    may_write: bool,
}

#[derive(Debug, Serialize)]
struct Year {
    text: String,
    href: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Own {
    id: String,
    name: String,
    done: bool,
}

#[derive(Debug, Serialize)]
struct Unit {
    name: String,
    /// Empty while it is not done.
    done: String,
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    /// Empty for a new one.
    href: String,
    form: Form,
    owners: Vec<Choice>,
    unit_kinds: Vec<Choice>,
    functions: Vec<Choice>,
    recurrences: Vec<Choice>,
}

async fn index(here: Here) -> Result<Response> {
    let mut owners: Vec<Owner> = Vec::new();
    for occasion in Occasion::list(here.db(), here.viewer()).await? {
        if owners.last().is_none_or(|owner| owner.name != occasion.owner_name) {
            owners.push(Owner { name: occasion.owner_name.clone(), occasions: Vec::new() });
        }
        if let Some(owner) = owners.last_mut() {
            owner.occasions.push(row(&here, &occasion));
        }
    }
    here.page(LIST, &[place(&here)], &Index { owners, may_write: !super::owners(&here).is_empty() })
}

fn row(here: &Here, occasion: &Occasion) -> Row {
    let today = here.db().clock().today();
    Row {
        name: occasion.name.clone(),
        href: format!("{HREF}/{}", occasion.id),
        when: occasion.recurrence.current(today).map(|time| days(here, time)).unwrap_or_default(),
        every: here.count_text("calendar-every", usize::try_from(occasion.recurrence.every).unwrap_or(1)),
        whom: whom(here, occasion),
    }
}

/// The days of a time, with its year or years.
fn days(here: &Here, time: Time) -> String {
    let year = time.to.year();
    if time.from.year() == year {
        return format!("{} {year}", span(here, time.from, time.to, year));
    }
    span(here, time.from, time.to, 0)
}

/// Whom an occasion concerns, in words.
fn whom(here: &Here, occasion: &Occasion) -> String {
    let kind = occasion.unit_kind.map(|kind| here.text(&key("unit-kind", kind.as_str())));
    match (kind, occasion.function.as_str()) {
        (None, "") => occasion.owner_name.clone(),
        (None, function) => {
            here.text_with("calendar-whom-there", &[("function", function), ("unit", &occasion.owner_name)])
        }
        (Some(kind), "") => here.text_with("calendar-whom-each", &[("kind", &kind.to_lowercase())]),
        (Some(kind), function) => {
            here.text_with("calendar-whom-function", &[("function", function), ("kind", &kind.to_lowercase())])
        }
    }
}

/// The translation key of a choice: `unit-kind-` and its name.
fn key(group: &str, name: &str) -> String {
    format!("{group}-{}", name.replace('_', "-"))
}

async fn show(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let occasion = find(&here, &id).await?;
    let today = here.db().clock().today();
    let asked = fields.number("year").and_then(|year| occasion.recurrence.in_year(year));
    let time = asked.or_else(|| occasion.recurrence.current(today)).ok_or(Problem::NotFound)?;
    let own = OwnUnit::list(here.db(), here.viewer()).await?;
    let done = Completion::of_units(here.db(), &own).await?;
    let is_done = |unit: &OwnUnit| done.contains(&(occasion.id.clone(), unit.id.clone(), time.year));
    let may_write = occasion.may_write(here.viewer());
    let units = if may_write { Completion::list(here.db(), &occasion, time.year).await? } else { Vec::new() };
    let context = Show {
        when: days(&here, time),
        own: own
            .iter()
            .filter(|unit| occasion.concerns(unit))
            .map(|unit| Own { id: unit.id.to_string(), name: unit.name.clone(), done: is_done(unit) })
            .collect(),
        done: units.iter().filter(|unit| unit.done_on.is_some()).count(),
        units: units.into_iter().map(|unit| listed(&here, unit)).collect(),
        years: years(&occasion, time.year),
        year: time.year,
        may_write,
        ..about(&here, &occasion)
    };
    here.page(SHOW, &[place(&here), list_place(&here)], &context)
}

/// What does not depend on the year.
fn about(here: &Here, occasion: &Occasion) -> Show {
    let Row { name, href, every, whom, .. } = row(here, occasion);
    Show {
        name,
        href,
        every,
        whom,
        owner: occasion.owner_name.clone(),
        what: occasion.what.clone(),
        when: String::new(),
        year: 0,
        years: Vec::new(),
        own: Vec::new(),
        units: Vec::new(),
        done: 0,
        may_write: false,
    }
}

fn listed(here: &Here, unit: Completion) -> Unit {
    Unit { name: unit.unit, done: unit.done_on.map(|day| here.date(&day.to_string())).unwrap_or_default() }
}

/// The time before and the one after, around the one that is shown.
fn years(occasion: &Occasion, shown: i16) -> Vec<Year> {
    let every = occasion.recurrence.every;
    let year = |year: i16| {
        occasion.recurrence.in_year(year)?;
        let href = format!("{HREF}/{}?year={year}", occasion.id);
        Some(Year { text: year.to_string(), href, current: year == shown })
    };
    [shown - every, shown, shown + every].into_iter().filter_map(year).collect()
}

async fn new(here: Here, fields: Fields) -> Result<Response> {
    let owners = owners(&here);
    let asked = owners.iter().find(|owner| owner.value == fields.get("unit")).or(owners.first());
    let new = NewOccasion {
        owner: asked.map(|owner| owner.value.clone()).unwrap_or_default(),
        every: "1".to_owned(),
        days_ahead: "30".to_owned(),
        minutes: "60".to_owned(),
        ..NewOccasion::default()
    };
    form::page(&here, None, Form::of(new, 0)).await
}

async fn create(here: Here, fields: Fields) -> Result<Response> {
    let new = form::sent(&fields);
    match new.create(here.db(), here.viewer()).await {
        Err(DbError::Problem(Problem::Invalid(errors))) => {
            form::page(&here, None, Form { errors: here.errors(&errors), ..Form::of(new, 0) }).await
        }
        made => Ok(here.go_saying(&format!("{HREF}/{}", made?), "said-occasion-added", None)),
    }
}

async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let occasion = own(&here, &id).await?;
    form::page(&here, Some(&occasion), Form::of(NewOccasion::of(&occasion), occasion.revision)).await
}

async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let occasion = own(&here, &id).await?;
    let (new, revision) = (form::sent(&fields), fields.number("revision").unwrap_or_default());
    let refused = match new.save(here.db(), here.viewer(), &occasion.id, revision).await {
        Ok(()) => return Ok(here.go_saying(&format!("{HREF}/{id}"), "said-occasion-saved", None)),
        Err(DbError::Problem(Problem::Invalid(errors))) => {
            Form { errors: here.errors(&errors), ..Form::of(new, revision) }
        }
        // What was written is kept and may be saved over what somebody else wrote: that is said first.
        Err(DbError::Problem(Problem::Conflict)) => Form { conflict: true, ..Form::of(new, occasion.revision) },
        Err(error) => return Err(error.into()),
    };
    form::page(&here, Some(&occasion), refused).await
}

async fn end(here: Here, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let name = Occasion::end(here.db(), here.viewer(), &id).await?;
    Ok(here.go_saying(HREF, "said-occasion-ended", Some(&name)))
}

async fn complete(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, unit, year) = done_with(&id, &fields)?;
    Occasion::complete(here.db(), here.viewer(), &id, &unit, year).await?;
    Ok(here.go_saying(&format!("{HREF}/{id}?year={year}"), "said-occasion-completed", None))
}

async fn reopen(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (id, unit, year) = done_with(&id, &fields)?;
    Occasion::reopen(here.db(), here.viewer(), &id, &unit, year).await?;
    Ok(here.go_saying(&format!("{HREF}/{id}?year={year}"), "said-occasion-reopened", None))
}

/// Which occasion, which unit, which year.
fn done_with(id: &str, fields: &Fields) -> Result<(Id, Id, i16)> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    let unit = Id::parse(fields.get("unit")).ok_or(Problem::NotFound)?;
    Ok((id, unit, fields.number("year").ok_or(Problem::NotFound)?))
}

async fn find(here: &Here, id: &str) -> Result<Occasion> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Ok(Occasion::find(here.db(), here.viewer(), &id).await?.ok_or(Problem::NotFound)?)
}

async fn own(here: &Here, id: &str) -> Result<Occasion> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    Occasion::own(here.db(), here.viewer(), &id).await.map_err(Error::from)
}

fn list_place(here: &Here) -> Place {
    Place::new(here.text("calendar-occasions-title"), HREF)
}

pub(super) fn samples() -> Vec<Sample> {
    let row = || Row {
        name: "Delår 1 (T1)".to_owned(),
        href: "/calendar/occasions/o".to_owned(),
        when: "1–20 maj 2026".to_owned(),
        every: "Varje år".to_owned(),
        whom: "Varje nämnd".to_owned(),
    };
    let owner = Owner { name: "Lindhamns kommun".to_owned(), occasions: vec![row()] };
    let unit = |name: &str, done: &str| Unit { name: name.to_owned(), done: done.to_owned() };
    let show = |own: Vec<Own>, units: Vec<Unit>, may_write| Show {
        name: "Delår 1 (T1)".to_owned(),
        owner: "Lindhamns kommun".to_owned(),
        what: "Följ upp åtgärderna för januari till april.".to_owned(),
        href: "/calendar/occasions/o".to_owned(),
        when: "1–20 maj 2026".to_owned(),
        every: "Varje år".to_owned(),
        whom: "Varje nämnd".to_owned(),
        year: 2026,
        years: vec![Year {
            text: "2026".to_owned(),
            href: "/calendar/occasions/o?year=2026".to_owned(),
            current: true,
        }],
        own,
        units,
        done: 1,
        may_write,
    };
    let own = |done| Own { id: "s".to_owned(), name: "Socialnämnden".to_owned(), done };
    let units = vec![unit("Socialnämnden", "4 maj 2026"), unit("Kulturnämnden", "")];
    let mut samples = vec![
        Sample::new(LIST, &Index { owners: vec![owner], may_write: true }),
        Sample::new(LIST, &Index { owners: Vec::new(), may_write: true }),
        Sample::new(LIST, &Index { owners: Vec::new(), may_write: false }),
        Sample::new(SHOW, &show(vec![own(false), own(true)], units, true)),
        Sample::new(SHOW, &show(Vec::new(), Vec::new(), false)),
    ];
    samples.extend(form::samples());
    samples
}
