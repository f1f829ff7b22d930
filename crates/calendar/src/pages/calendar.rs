//! The year: the days of all domains that concern the viewer, month by month.

mod wheel;

use axum::response::Response;
use exchange::Dated;
use identity::{Verb, Viewer};
use jiff::civil::Date;
use serde::Serialize;
use web::{App, Fields, Here, Result, Route, Sample};

use super::{READ, span};
use wheel::Wheel;

const TEMPLATE: &str = "pages/calendar/calendar/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/calendar", READ, show)]
}

/// A year's context.
#[derive(Debug, Serialize)]
struct Show {
    year: i16,
    months: Vec<Month>,
    wheel: Wheel,
    may_write: bool,
}

/// A month with what begins in it, or began before the year.
#[derive(Debug, Serialize)]
struct Month {
    name: String,
    is_now: bool,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    when: String,
    what: String,
    href: String,
    is_over: bool,
}

/// The days from the one to the other, from all domains, in order.
pub(super) async fn dates(app: &App, viewer: &Viewer, from: Date, to: Date) -> db::Result<Vec<Dated>> {
    let mut dates = Vec::new();
    for source in app.modules().iter().filter_map(|module| module.dates) {
        dates.extend(source(app.db(), viewer, from, to).await?);
    }
    dates.sort_by(|one, other| (one.from, one.to, &one.href).cmp(&(other.from, other.to, &other.href)));
    // What is asked of several of the viewer's units is one thing to keep in mind.
    dates.dedup();
    Ok(dates)
}

async fn show(here: Here, fields: Fields) -> Result<Response> {
    let today = here.db().clock().today();
    let year = fields.number("year").filter(|year| (2000..=2200).contains(year)).unwrap_or(today.year());
    let (first, last) = (Date::new(year, 1, 1).unwrap_or(today), Date::new(year, 12, 31).unwrap_or(today));
    let dates = dates(here.app(), here.viewer(), first, last).await?;
    let context = Show {
        year,
        wheel: Wheel::of(year, &dates, today),
        months: (1..=12).map(|month| self::month(&here, year, month, &dates, today)).collect(),
        may_write: here.viewer().may_somewhere(Verb::Write),
    };
    here.page(TEMPLATE, &[], &context)
}

fn month(here: &Here, year: i16, month: i8, dates: &[Dated], today: Date) -> Month {
    let begins = |dated: &&Dated| match dated.from.year() {
        before if before < year => month == 1,
        _ => dated.from.month() == month,
    };
    let entry = |dated: &Dated| Entry {
        when: span(here, dated.from, dated.to, year),
        what: here.message(&dated.what),
        href: dated.href.clone(),
        is_over: dated.to < today,
    };
    Month {
        name: here.text(&format!("calendar-month-{month}")),
        is_now: (today.year(), today.month()) == (year, month),
        entries: dates.iter().filter(begins).map(entry).collect(),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let today = Date::new(2026, 5, 4).unwrap_or(Date::ZERO);
    let month = |number: i8| Month {
        name: format!("Månad {number}"),
        is_now: number == 5,
        entries: if number == 5 {
            vec![Entry {
                when: "1–20 maj".to_owned(),
                what: "Delår 1 (T1), Lindhamns kommun".to_owned(),
                href: "/calendar/occasions/o?year=2026".to_owned(),
                is_over: false,
            }]
        } else {
            Vec::new()
        },
    };
    let dated = Dated::on(today, exchange::Message::new("calendar-occasion"), "/calendar/occasions/o");
    let show = |months: Vec<Month>, dates: &[Dated], may_write| Show {
        year: 2026,
        wheel: Wheel::of(2026, dates, today),
        months,
        may_write,
    };
    vec![
        Sample::new(TEMPLATE, &show((1..=12).map(month).collect(), &[dated], true)),
        Sample::new(TEMPLATE, &show((1..=4).map(month).collect(), &[], false)),
    ]
}
