//! Reading a plan from a file.

use anyhow::{Context, Result, bail};
use base::{Id, Period};
use db::{Actor, Db};
use i18n::{Catalogue, Language};
use identity::{NewUnit, Unit, UnitKind};
use plans::compare::compare;
use plans::content::{Content, Party};
use plans::draft::{self, Choices};
use plans::editions::Words;
use plans::import::{self, Reading};
use plans::plan::creation::NewPlan;
use plans::version::Version;
use plans::workbook::{self, NoWorkbook, Outside};
use plans::{Plan, PlanKind};
use sheets::Source;

use super::super::file;
use super::operator;
use crate::cli::ImportArguments;
use crate::output;
use crate::settings::Settings;
use crate::store;

/// Shows what was understood, or saves it.
pub(super) async fn run(settings: &Settings, arguments: &ImportArguments) -> Result<()> {
    let period: Option<Period> = match &arguments.period {
        Some(text) => {
            Some(text.parse().ok().with_context(|| format!("--period {text}: give years, such as 2024-2027"))?)
        }
        None => None,
    };
    let path = &arguments.file;
    let (name, bytes) = (file::name(path), file::bytes(path)?);
    // A workbook of ours can change a plan row by row. The bytes are needed once more for what else it says.
    let rows = if arguments.plan.is_some() { workbook(&name, bytes.clone()).await? } else { None };
    let reading = import::read_file(&store::reader()?, &name, bytes).await;
    let mut reading = reading.with_context(|| format!("{} cannot be taken in", path.display()))?;
    if let Some(title) = &arguments.title {
        reading.plan.title = Some(title.clone());
    }
    if let Some(period) = period {
        reading.plan.period = Some(period.to_string());
    }
    match &arguments.plan {
        Some(plan) => change(settings, arguments, rows.as_ref(), &reading, plan).await,
        None if arguments.dry_run => {
            show(settings, &reading)?;
            Ok(())
        }
        None => save(settings, arguments, &reading).await,
    }
}

/// The file as a workbook of ours; none for any other, and for one that cannot be read, of which the reading tells.
async fn workbook(name: &str, bytes: Vec<u8>) -> Result<Option<Source>> {
    Ok(workbook::read_file(&store::reader()?, name, bytes).await.ok())
}

fn show(settings: &Settings, reading: &Reading) -> Result<()> {
    if settings.json {
        output::line(serde_json::to_string(reading)?);
        return Ok(());
    }
    let actions: usize = reading.goals.iter().map(|goal| goal.actions.len()).sum();
    output::line(reading.plan.title.as_deref().unwrap_or("(no title)"));
    output::line(format_args!(
        "{} goals, {} actions, {} without goal",
        reading.goals.len(),
        actions,
        reading.actions_without_goal.len()
    ));
    for goal in &reading.goals {
        output::line(format_args!("\n{} {}", goal.number.as_deref().unwrap_or("-"), goal.title));
        goal.actions.iter().for_each(line);
    }
    reading.actions_without_goal.iter().for_each(line);
    let cells = reading.cells;
    output::line(format_args!(
        "\n{} cells seen, {} used, {} not understood",
        cells.seen, cells.used, cells.not_understood
    ));
    for unread in &reading.not_understood {
        output::line(format_args!("  not understood: {}", unread.text));
    }
    Ok(())
}

fn line(action: &import::Action) {
    let lead = action.lead.as_deref().unwrap_or("nobody");
    let text: String = action.text.chars().take(90).collect();
    output::line(format_args!("  {:6} {text} [{lead}]", action.number.as_deref().unwrap_or("-")));
}

async fn save(settings: &Settings, arguments: &ImportArguments, reading: &Reading) -> Result<()> {
    let db = store::open(settings).await?;
    let owner = owner(&db, arguments.owner.as_deref()).await?;
    let today = db.clock().today().year();
    let choices = draft::suggest(&db, &owner, reading).await?;
    let mut content = draft::content(reading, &choices, Period { from: today, to: today }, || db.new_id());
    if content.title.is_empty() {
        content.title = arguments.file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    }
    let plan = NewPlan { id: None, owner: owner.id, kind: PlanKind::Local, content, strategy: None, predecessor: None };
    let id = plan.begin_as(&db, Actor::Command("plan import")).await?;
    if settings.json {
        output::line(serde_json::json!({ "id": id }));
    } else {
        output::line(format_args!("Saved as a private draft: {id}"));
    }
    Ok(db.close().await?)
}

/// The owner of that code or id; the only root where none is named; an empty store gets one.
async fn owner(db: &Db, code: Option<&str>) -> Result<Unit> {
    use db::Queries;
    if let Some(code) = code {
        if let Some(unit) = Unit::find_by_code(db, code).await? {
            return Ok(unit);
        }
        if demo::is_empty(db).await? {
            return create_owner(db, code).await;
        }
        bail!("no unit has the code or id {code}: see `tryggbas organisation import`, or leave --owner out");
    }
    let roots = db.texts("SELECT id FROM unit WHERE parent_id IS NULL ORDER BY sort_key", db::values![]).await?;
    match roots.as_slice() {
        [] => create_owner(db, "organisation").await,
        [only] => Unit::find(db, &Id::stored(only.clone())).await?.context("the root unit is gone"),
        _ => bail!("there are several organisations: say which one owns the plan with --owner CODE"),
    }
}

async fn create_owner(db: &Db, code: &str) -> Result<Unit> {
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    let exactly = |length: usize| (digits && code.len() == length).then(|| code.to_owned());
    let new = NewUnit {
        id: if digits { None } else { Id::parse(&code.to_lowercase()) },
        kind: Some(if exactly(4).is_some() { UnitKind::Municipality } else { UnitKind::Other }),
        name: code.to_owned(),
        municipality_code: exactly(4),
        school_unit_code: exactly(8),
        organisation_number: exactly(10),
        ..NewUnit::default()
    };
    let id = new.add(db, Actor::Command("plan import")).await?;
    Unit::find(db, &id).await?.context("the new unit is gone")
}

/// Shows or makes the changes to a plan that is there.
async fn change(
    settings: &Settings,
    arguments: &ImportArguments,
    rows: Option<&Source>,
    reading: &Reading,
    plan: &str,
) -> Result<()> {
    let db = store::open(settings).await?;
    let viewer = operator(&db).await?;
    let id = Id::parse(plan).with_context(|| format!("{plan} is no plan's id"))?;
    let found = Plan::find(&db, &viewer, &id).await?.with_context(|| format!("there is no plan {plan}"))?;
    let version =
        found.draft.clone().context("the plan is adopted and cannot be changed: begin a new version first")?;
    let version = Version::find(&db, &version).await?.context("the plan's draft is gone")?;
    let owner = Unit::find(&db, &found.owner).await?.context("the plan's owner is gone")?;
    let choices = draft::suggest(&db, &owner, reading).await?;
    let catalogue = web::catalogue().map_err(|faults| anyhow::anyhow!(faults.join("\n")))?;
    let revise = |before: &Content| revised(&db, rows, reading, &choices, &catalogue, before);
    let after = revise(&version.content);
    let changes = compare(&version.content, &after);
    if !arguments.dry_run && !changes.is_empty() {
        Plan::edit(&db, &viewer, &id, "plan.import_merged", |content, _| {
            *content = revise(content);
            Ok(())
        })
        .await?;
    }
    if settings.json {
        output::line(serde_json::json!({ "changes": changes }));
    } else {
        for change in &changes {
            output::line(format_args!("{:?} {:?} {} {}", change.kind, change.subject, change.number, change.text));
        }
        output::line(format_args!(
            "{} changes{}",
            changes.len(),
            if arguments.dry_run { ", none made" } else { " made" }
        ));
    }
    Ok(db.close().await?)
}

/// A workbook of ours carries ids and says exactly what it changes; any other file is laid over the plan by its words.
fn revised(
    db: &Db,
    rows: Option<&Source>,
    reading: &Reading,
    choices: &Choices,
    catalogue: &Catalogue,
    before: &Content,
) -> Content {
    let party = |name: &str| {
        choices.get(name).map_or_else(|| Party::Named { name: name.to_owned() }, |choice| choice.party.clone())
    };
    let new_id = || db.new_id();
    let outside = Outside { words: Words::new(catalogue, Language::Sv), party: &party, new_id: &new_id };
    match rows.map(|rows| workbook::read(rows, before, before, &outside)) {
        Some(Ok(revision)) => revision.content,
        None | Some(Err(NoWorkbook)) => draft::merge(before, reading, choices, new_id),
    }
}
