//! Collection rounds on the command line, for scripts and tests.

mod submit;

use anyhow::{Context, Result, bail};
use base::Id;
use db::Db;
use exchange::Expected;
use identity::{HeldRole, Role, Unit, Viewer};
use rounds::round::opening::NewRound;
use rounds::round::overview::{Overview, Tally};
use rounds::{Deadlines, ReportState, Round, Seen};
use serde_json::{Value, json};

use crate::cli::{OpenArguments, RoundCommand};
use crate::output;
use crate::settings::Settings;
use crate::store::{self, MODULES};

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: RoundCommand) -> Result<()> {
    let db = store::open(settings).await?;
    let viewer = operator(&db).await?;
    match command {
        RoundCommand::Open(arguments) => open(settings, &db, &viewer, &arguments).await?,
        RoundCommand::Status { round: Some(round) } => status(settings, &db, &viewer, &round).await?,
        RoundCommand::Status { round: None } => list(settings, &db, &viewer).await?,
        RoundCommand::Submit { round, file } => submit::run(settings, &db, &viewer, &round, &file).await?,
        RoundCommand::Approve { round, unit } => approve(settings, &db, &viewer, &round, unit.as_deref()).await?,
    }
    Ok(db.close().await?)
}

/// The operator of the machine answers and decides for all that is in its database.
async fn operator(db: &Db) -> Result<Viewer> {
    let mut viewer = super::plan::operator(db).await?;
    let administers = viewer.roles.iter().filter(|held| held.role == Role::Administrator);
    let answers: Vec<HeldRole> =
        administers.map(|held| HeldRole::new(Role::Coordinator, held.unit.clone(), "", held.path.clone())).collect();
    viewer.roles.extend(answers);
    Ok(viewer)
}

async fn open(settings: &Settings, db: &Db, viewer: &Viewer, arguments: &OpenArguments) -> Result<()> {
    let (kind, subject) = match (&arguments.plan, &arguments.form) {
        (Some(plan), _) => ("plan", plan),
        (None, Some(form)) => ("form", form),
        (None, None) => bail!("say what the round is about: --plan or --form"),
    };
    let subject = Id::parse(subject).with_context(|| format!("{subject} is no id"))?;
    let expected = expected(db, viewer, kind, &subject, arguments.year).await?;
    let opens = arguments.opens.unwrap_or_else(|| db.clock().today());
    let new = NewRound {
        title: arguments.title.clone().unwrap_or_else(|| format!("{} {}", expected.title, arguments.year)),
        subject_kind: kind.to_owned(),
        subject,
        year: arguments.year,
        message: String::new(),
        deadlines: Deadlines {
            opens,
            due: arguments.due,
            closes: arguments.closes.unwrap_or(arguments.due),
            locks: arguments.locks,
        },
    };
    let id = new.open(db, viewer, &expected).await.context("the round was not opened")?;
    let reports: usize = expected.items.iter().map(|item| item.from.len()).sum();
    if settings.json {
        let known: Vec<&str> = expected.not_asked.iter().map(|question| question.what.as_str()).collect();
        output::line(json!({
            "id": id, "items": expected.items.len(), "reports": reports, "unknown": expected.unknown, "not_asked": known,
        }));
        return Ok(());
    }
    output::line(format_args!("Opened {id}: {} items, {reports} reports expected.", expected.items.len()));
    for name in &expected.unknown {
        output::line(format_args!("Not in the register, and not asked: {name}"));
    }
    for question in &expected.not_asked {
        output::line(format_args!("Known from elsewhere, and not asked: {}", question.what));
    }
    Ok(())
}

async fn expected(db: &Db, viewer: &Viewer, kind: &str, subject: &Id, year: i16) -> Result<Expected> {
    let expected = rounds::subject::expected(&MODULES, db, viewer, kind, subject, year).await?;
    expected.with_context(|| format!("there is no {kind} {subject} that rounds can be opened about"))
}

pub(super) async fn find(db: &Db, viewer: &Viewer, id: &str) -> Result<Round> {
    let id = Id::parse(id).with_context(|| format!("{id} is no round's id"))?;
    Round::find(db, viewer, &id).await?.with_context(|| format!("there is no round {id}: see `round status`"))
}

async fn list(settings: &Settings, db: &Db, viewer: &Viewer) -> Result<()> {
    let rounds = Round::list(db, viewer, db::PageRequest::new(1, 500)).await?.rows;
    let today = db.clock().today();
    if settings.json {
        let row = |row: &rounds::round::RoundRow| {
            json!({
                "id": row.round.id, "title": row.round.title, "year": row.round.year,
                "phase": row.round.phase(today).as_str(), "expected": row.expected, "received": row.received,
            })
        };
        output::line(Value::from(rounds.iter().map(row).collect::<Vec<_>>()));
        return Ok(());
    }
    for row in &rounds {
        let (round, phase) = (&row.round, row.round.phase(today).as_str());
        output::line(format_args!("{:24} {phase:8} {:5}/{:5} {}", round.id, row.received, row.expected, round.title));
    }
    Ok(())
}

async fn status(settings: &Settings, db: &Db, viewer: &Viewer, round: &str) -> Result<()> {
    let round = find(db, viewer, round).await?;
    let today = db.clock().today();
    let overview = round.overview(db, viewer, today).await?;
    let tally = overview.tally(|_| true);
    if settings.json {
        output::line(in_full(&round, &overview, &tally, today));
        return Ok(());
    }
    output::line(format_args!("{} ({})", round.title, round.phase(today).as_str()));
    line("all", &tally);
    for (body, tally) in overview.bodies.iter().zip(overview.by_body(|_| true)) {
        line(&body.name, &tally);
    }
    Ok(())
}

fn line(name: &str, tally: &Tally) {
    let Tally { expected, received, late, missing, approved, excused, .. } = tally;
    output::line(format_args!(
        "{received:4} of {expected:4} received, {approved:4} approved, {late:3} late, {missing:3} missing, {excused:3} excused  {name}"
    ));
}

fn in_full(round: &Round, overview: &Overview, tally: &Tally, today: jiff::civil::Date) -> Value {
    let numbers = |id: &Id| overview.items.iter().find(|item| item.id == *id).map(|item| item.number.clone());
    let cell = |cell: &rounds::round::overview::Cell| {
        json!({
            "report": cell.report, "unit": cell.unit, "item": numbers(&cell.item), "state": overview.shown(cell),
            "submitted": cell.submitted,
        })
    };
    let body = |(body, tally): (&rounds::round::overview::Body, Tally)| json!({ "unit": body.unit, "name": body.name, "tally": tally });
    json!({
        "id": round.id, "title": round.title, "year": round.year, "phase": round.phase(today).as_str(), "tally": tally,
        "bodies": overview.bodies.iter().zip(overview.by_body(|_| true)).map(body).collect::<Vec<_>>(),
        "reports": overview.cells.values().map(cell).collect::<Vec<_>>(),
    })
}

async fn approve(settings: &Settings, db: &Db, viewer: &Viewer, round: &str, unit: Option<&str>) -> Result<()> {
    let round = find(db, viewer, round).await?;
    let unit = match unit {
        Some(code) => {
            let unit = Unit::find_by_code(db, code).await?;
            Some(unit.with_context(|| format!("no unit has the code or id {code}"))?.id)
        }
        None => None,
    };
    let overview = round.overview(db, viewer, db.clock().today()).await?;
    let submitted = overview.cells.values().filter(|cell| cell.state == ReportState::Submitted);
    let mut approved = 0;
    for cell in submitted.filter(|cell| unit.as_ref().is_none_or(|unit| cell.unit == *unit)) {
        Seen::approve(db, viewer, &round.id, &cell.report).await?;
        approved += 1;
    }
    if settings.json {
        output::line(json!({ "approved": approved }));
    } else {
        output::line(format_args!("Approved {approved}."));
    }
    Ok(())
}
