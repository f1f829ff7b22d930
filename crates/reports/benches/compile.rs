//! Putting together five years of a county's reports: `cargo bench --package reports`.
//!
//! 26 bodies × 55 actions × 5 years are 7 150 reports, with about 20 000 figures. Promised is 300 ms for the figures, and 2 s for
//! the PDF of the whole report.

use std::error::Error;

use base::{Clock, Id, Period, Randomness};
use criterion::Criterion;
use db::{Actor, Db, Event, Value};
use documents::Fonts;
use i18n::Language;
use identity::{NewPerson, NewUnit, Person, Role, UnitKind, Viewer};
use plans::content::{Action, Content, Goal, Indicator, IndicatorKind};
use plans::editions::Words;
use plans::plan::creation::NewPlan;
use plans::version::Decision;
use plans::{Plan, PlanKind};
use reports::compile::compile;
use reports::snapshot::Snapshot;

const BODIES: usize = 26;
const GOALS: usize = 5;
const ACTIONS: usize = 11;
const YEARS: std::ops::RangeInclusive<i16> = 2020..=2024;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let runtime = tokio::runtime::Runtime::new()?;
    let (db, viewer, plan) = runtime.block_on(filled())?;
    let catalogue = web::catalogue().map_err(|faults| faults.join("\n"))?;
    let tell = Words::new(&catalogue, Language::Sv);
    let compiled = || runtime.block_on(compile(&db, &viewer, tell, &plan, *YEARS.end()));
    let snapshot = Snapshot::of(compiled()?, 1);
    let (rounds, charts) = (snapshot.compiled.completeness.expected, snapshot.compiled.goals.len());
    println!("{rounds} reports of the year, {charts} goals");
    let mut group = criterion.benchmark_group("status report");
    group.sample_size(20);
    group.bench_function("figures", |bencher| bencher.iter(compiled));
    let document = reports::editions::document(&snapshot, tell, "2025-03-01".parse()?);
    group.bench_function("document", |bencher| {
        bencher.iter(|| reports::editions::document(&snapshot, tell, jiff::civil::Date::MIN));
    });
    let fonts = Fonts::embedded();
    documents::pdf(&document, &fonts)?;
    group.bench_function("pdf", |bencher| bencher.iter(|| documents::pdf(&document, &fonts)));
    group.finish();
    criterion.final_summary();
    Ok(())
}

fn id(text: impl Into<String>) -> Id {
    Id::stored(text.into())
}

/// A county with its plan and five years of reports.
async fn filled() -> Result<(Db, Viewer, Plan)> {
    let clock = Clock::fixed("2025-03-01T11:00:00Z".parse()?);
    let db = db::testing::database(db::Engine::Sqlite, clock, Randomness::seeded(1)).await;
    let actor = || Actor::Command("bench");
    let unit = |name: String, parent: Option<Id>| NewUnit {
        id: Some(id(name.as_str())),
        parent,
        kind: Some(UnitKind::Municipality),
        name,
        ..NewUnit::default()
    };
    unit("county".into(), None).add(&db, actor()).await?;
    for body in 0..BODIES {
        unit(format!("body-{body}"), Some(id("county"))).add(&db, actor()).await?;
    }
    let (name, email, role) = ("Ronja Exempelsson".to_owned(), "ronja@exempel.se".to_owned(), Role::Coordinator);
    let person = NewPerson { id: Some(id("ronja")), name, email, role, unit: id("county"), function: None };
    person.add(&db, actor()).await?;
    let viewer = Person::viewer(&db, &id("ronja")).await?;
    let new = NewPlan {
        id: None,
        owner: id("county"),
        kind: PlanKind::Regional,
        content: content(),
        strategy: None,
        predecessor: None,
    };
    let plan = new.begin_as(&db, actor()).await?;
    let date = "2020-01-15".parse()?;
    let (body, none) = ("Regionfullmäktige".to_owned(), String::new());
    let decision = Decision { body, date, paragraph: none.clone(), diary_number: none, in_force_from: date };
    Plan::adopt(&db, &viewer, &plan, &decision).await?;
    reported(&db, &plan).await?;
    let plan = Plan::load(&db, &plan).await?.ok_or("the plan is there")?;
    Ok((db, viewer, plan))
}

/// Each action with two indicators.
fn content() -> Content {
    let mut content = Content::new("Länets plan", Period { from: 2020, to: 2026 });
    for goal in 0..GOALS {
        let mut made = Goal::new(id(format!("goal-{goal}")), goal.to_string(), "Ingen utsätts för våld");
        for action in 0..ACTIONS {
            let key = format!("action-{goal}-{action}");
            let mut new = Action::new(id(key.as_str()), format!("{goal}.{action}"), "Utbilda all personal.");
            let indicator =
                |end: &str, kind| Indicator::new(id(format!("{key}-{end}")), kind, "Andel som gått utbildningen");
            new.indicators = vec![indicator("share", IndicatorKind::Share), indicator("count", IndicatorKind::Number)];
            made.actions.push(new);
        }
        content.goals.push(made);
    }
    content
}

fn text(name: &'static str, text: impl Into<String>) -> (&'static str, Value) {
    (name, Value::from(text.into()))
}

/// A round for each year, and in it a report with narrative and three figures for each body and action.
async fn reported(db: &Db, plan: &Id) -> Result<()> {
    let narrative = "Vi har arbetat enligt planen under året och utbildat personal i alla verksamheter. ".repeat(8);
    for year in YEARS {
        let change = db.change(Actor::Command("bench")).await?;
        let round = format!("round-{year}");
        change.insert("round", round_row(&round, plan, year)).await?;
        for (goal, action) in (0..GOALS).flat_map(|goal| (0..ACTIONS).map(move |action| (goal, action))) {
            let key = format!("action-{goal}-{action}");
            let item = format!("{round}-{key}");
            change.insert("round_item", item_row(&round, &item, &key)).await?;
            let (mut reports, mut figures) = (Vec::new(), Vec::new());
            for body in 0..BODIES {
                let report = format!("{item}-{body}");
                let status = ["ongoing", "done", "delayed"][body % 3];
                let typed = serde_json::json!({ "status": status, "narrative": narrative, "obstacles": narrative });
                reports.push(vec![
                    text("id", &report),
                    text("round_id", &round),
                    text("item_id", &item),
                    text("unit_id", format!("body-{body}")),
                    ("leads", (body == 0).into()),
                    text("state", "approved"),
                    ("revision", 1_i64.into()),
                    text("typed", typed.to_string()),
                ]);
                for (series, category, kind) in
                    [("share", "", "share"), ("share", "girls", "share"), ("count", "", "number")]
                {
                    figures.push(vec![
                        text("report_id", &report),
                        text("slot", format!("{key}-{series}@{category}")),
                        text("round_id", &round),
                        text("series", format!("{key}-{series}")),
                        text("breakdown", if category.is_empty() { "" } else { "sex" }),
                        text("category", category),
                        text("kind", kind),
                        ("value", (kind == "number").then_some(7.0).into()),
                        ("part", (kind == "share").then_some(9_i64).into()),
                        ("whole", (kind == "share").then_some(20_i64).into()),
                    ]);
                }
            }
            change.insert_all("report", reports).await?;
            change.insert_all("report_figure", figures).await?;
        }
        change.commit(Event::new("round.opened", "round", &id(round))).await?;
    }
    Ok(())
}

fn round_row(round: &str, plan: &Id, year: i16) -> Vec<(&'static str, Value)> {
    vec![
        text("id", round),
        text("owner_id", "county"),
        text("title", round),
        text("sort_key", round),
        text("subject_kind", "plan"),
        text("subject_id", plan.as_str()),
        ("year", i64::from(year).into()),
        text("message", ""),
        text("opens_on", format!("{year}-11-01")),
        text("due_on", format!("{year}-12-01")),
        text("closes_on", format!("{year}-12-31")),
        ("revision", 1_i64.into()),
        ("opened_at", 0_i64.into()),
    ]
}

fn item_row(round: &str, item: &str, key: &str) -> Vec<(&'static str, Value)> {
    vec![
        text("id", item),
        text("round_id", round),
        ("position", 1_i64.into()),
        text("item_key", key),
        text("kind", "action"),
        text("number", ""),
        text("title", ""),
        text("section_key", ""),
        text("section", ""),
        ("minutes", 10_i64.into()),
        text("form", r#"{"parts":[]}"#),
    ]
}
