//! What was understood, line by line, what was not and why; who is meant by each name; and saving it all.

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Id, Period, Problem};
use db::Event;
use identity::{Unit, UnitOption};
use serde::Serialize;
use sheets::Place;
use web::{Fields, Here, Result, Route, Sample};

use super::draft;
use crate::compare::{Difference, compare};
use crate::content::{Content, Party};
use crate::draft::{Draft, content, merge, names};
use crate::import::{self, Reading};
use crate::pages::choices::{self, Choice};
use crate::pages::plans::read_period;
use crate::pages::{WRITE, place};
use crate::plan::creation::NewPlan;
use crate::plan::{Plan, PlanKind};
use crate::version::Version;
use crate::words::{frequency, indicator_kind, key};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/imports/{id}", WRITE, show), Route::post("/plans/imports/{id}", WRITE, save)]
}

/// The review's context.
#[derive(Debug, Serialize)]
pub(crate) struct Review {
    pub(crate) id: Id,
    pub(crate) file_name: String,
    pub(crate) revision: i64,
    pub(crate) plan: Option<PlanLink>,
    pub(crate) goals: Vec<GoalRow>,
    pub(crate) loose: Vec<ActionRow>,
    pub(crate) names: Vec<NameRow>,
    pub(crate) units: Vec<UnitOption>,
    pub(crate) warnings: Vec<WarningRow>,
    pub(crate) unread: Vec<UnreadRow>,
    pub(crate) cells: import::Cells,
    pub(crate) counts: Counts,
    pub(crate) form: Form,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) changes: Vec<ChangeRow>,
}

/// The plan that would be changed.
#[derive(Debug, Serialize)]
pub(crate) struct PlanLink {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// How much was found.
#[derive(Debug, Serialize)]
pub(crate) struct Counts {
    pub(crate) goals: usize,
    pub(crate) actions: usize,
    pub(crate) bodies: usize,
    pub(crate) uncertain: usize,
    pub(crate) open_cells: usize,
}

/// What is asked before saving.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Form {
    pub(crate) title: String,
    pub(crate) period: String,
    pub(crate) kind: String,
    pub(crate) errors: std::collections::BTreeMap<&'static str, String>,
}

/// A goal that was found.
#[derive(Debug, Serialize)]
pub(crate) struct GoalRow {
    pub(crate) index: usize,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) preconditions: Vec<String>,
    pub(crate) development_areas: Vec<String>,
    pub(crate) measures: Vec<String>,
    pub(crate) actions: Vec<ActionRow>,
}

/// An action that was found.
#[derive(Debug, Serialize)]
pub(crate) struct ActionRow {
    /// `goal.action` counted from 0, `-` for no goal.
    pub(crate) key: String,
    pub(crate) source: String,
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) section: String,
    pub(crate) lead: String,
    pub(crate) lead_guessed: bool,
    pub(crate) co: Vec<String>,
    pub(crate) follow_up: Vec<String>,
    pub(crate) when: String,
    pub(crate) when_known: String,
}

/// A name and who is meant by it.
#[derive(Debug, Serialize)]
pub(crate) struct NameRow {
    pub(crate) index: usize,
    pub(crate) name: String,
    pub(crate) certain: bool,
    pub(crate) value: String,
    pub(crate) chosen: String,
    pub(crate) suggestions: Vec<Choice>,
    pub(crate) count: usize,
}

/// Something to look at.
#[derive(Debug, Serialize)]
pub(crate) struct WarningRow {
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) about: String,
}

/// A cell that found no place.
#[derive(Debug, Serialize)]
pub(crate) struct UnreadRow {
    pub(crate) index: usize,
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) left_out: bool,
}

/// Something that saving would change in a plan that is there.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeRow {
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) note: String,
}

async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let draft = draft(&here, &id).await?;
    if let Some(plan) = &draft.saved_as {
        return Ok(here.go(&format!("/plans/{plan}")));
    }
    let reading = &draft.work.reading;
    let form = Form {
        title: reading.plan.title.clone().unwrap_or_default(),
        period: reading.plan.period.clone().unwrap_or_default(),
        kind: draft.work.kind.unwrap_or(PlanKind::Local).as_str().to_owned(),
        errors: Default::default(),
    };
    let context = context(&here, &draft, form).await?;
    here.page("pages/plans/imports/review.html", &place(&here, None), &context)
}

async fn context(here: &Here, draft: &Draft, form: Form) -> Result<Review> {
    let reading = &draft.work.reading;
    let names = name_rows(draft);
    let target = target(here, draft).await?;
    let changes = target.as_ref().map(|(_, version)| changes(here, draft, &version.content)).unwrap_or_default();
    let left_out = &draft.work.left_out;
    Ok(Review {
        id: draft.id.clone(),
        file_name: draft.file_name.clone(),
        revision: draft.revision,
        plan: target.map(|(plan, _)| PlanLink { href: format!("/plans/{}", plan.id), title: plan.title }),
        counts: Counts {
            goals: reading.goals.len(),
            actions: actions(reading).count(),
            bodies: names.len(),
            uncertain: names.iter().filter(|name| !name.certain).count(),
            open_cells: reading.not_understood.len() - left_out.len().min(reading.not_understood.len()),
        },
        goals: reading.goals.iter().enumerate().map(|(index, goal)| goal_row(here, index, goal)).collect(),
        loose: action_rows(here, "-", &reading.actions_without_goal),
        units: Unit::body_options(here.db()).await?,
        warnings: reading.warnings.iter().map(|warning| warning_row(here, warning)).collect(),
        unread: unread_rows(here, reading, left_out),
        cells: reading.cells,
        names,
        form,
        kinds: choices::kinds(here),
        changes,
    })
}

pub(super) fn actions(reading: &Reading) -> impl Iterator<Item = &import::Action> {
    reading.goals.iter().flat_map(|goal| &goal.actions).chain(&reading.actions_without_goal)
}

fn goal_row(here: &Here, index: usize, goal: &import::Goal) -> GoalRow {
    let measures = goal.measures.iter().map(|measure| measure.text.clone());
    let own = goal.indicators.iter().map(|indicator| indicator.text.clone());
    GoalRow {
        index,
        number: goal.number.clone().unwrap_or_default(),
        title: goal.title.clone(),
        preconditions: goal.preconditions.clone(),
        development_areas: goal.development_areas.clone(),
        measures: measures.chain(own).collect(),
        actions: action_rows(here, &index.to_string(), &goal.actions),
    }
}

fn action_rows(here: &Here, goal: &str, actions: &[import::Action]) -> Vec<ActionRow> {
    actions.iter().enumerate().map(|(index, action)| action_row(here, format!("{goal}.{index}"), action)).collect()
}

fn action_row(here: &Here, key_: String, action: &import::Action) -> ActionRow {
    let indicator = |indicator: &import::Indicator| {
        format!("{}: {}", here.text(&key("plan-indicator-kind", indicator_kind(indicator.kind))), indicator.text)
    };
    let time = action.time_plan.as_ref();
    let days = time.map(|time| {
        [time.from.as_deref(), time.to.as_deref()]
            .into_iter()
            .flatten()
            .map(|day| here.date(day))
            .collect::<Vec<_>>()
            .join(" – ")
    });
    let known = action.frequency.map(|each| here.text(&key("plan-frequency", frequency(each))));
    let words = [time.map(|time| time.text.clone()), action.frequency_text.clone()];
    ActionRow {
        key: key_,
        source: source_text(here, &action.source),
        number: action.number.clone().unwrap_or_default(),
        text: action.text.clone(),
        section: action.section.clone().unwrap_or_default(),
        lead: action.lead.clone().unwrap_or_default(),
        lead_guessed: action.lead_basis == import::LeadBasis::First,
        co: action.co_responsible.clone(),
        follow_up: action.indicators.iter().map(indicator).chain(action.followed_up_in.iter().cloned()).collect(),
        when: words.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
        when_known: known.into_iter().chain(days).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
    }
}

fn name_rows(draft: &Draft) -> Vec<NameRow> {
    let reading = &draft.work.reading;
    let row = |(index, name): (usize, String)| {
        let choice = draft.work.choices.get(&name);
        let mentions =
            |action: &&import::Action| action.lead.as_ref() == Some(&name) || action.co_responsible.contains(&name);
        let (value, chosen) = match choice.map(|choice| &choice.party) {
            Some(Party::Unit { unit, name }) => (format!("unit:{unit}"), name.clone()),
            Some(Party::Function { function, name }) => (format!("function:{function}"), name.clone()),
            _ => (String::new(), String::new()),
        };
        NameRow {
            index,
            certain: choice.is_some_and(|choice| choice.certain),
            suggestions: choice
                .map(|choice| choice.suggestions.iter().map(|id| Choice::new(format!("unit:{id}"), "")).collect())
                .unwrap_or_default(),
            count: actions(reading).filter(mentions).count(),
            value,
            chosen,
            name,
        }
    };
    names(reading).into_iter().enumerate().map(row).collect()
}

fn warning_row(here: &Here, warning: &import::Warning) -> WarningRow {
    let kind = serde_json::to_value(warning.message).unwrap_or_default();
    let kind = kind.as_str().unwrap_or("unknown").replace('_', "-");
    WarningRow {
        source: warning.source.as_ref().map(|place| source_text(here, place)).unwrap_or_default(),
        text: here.text(&format!("plan-import-warning-{kind}")),
        about: warning.about.clone().unwrap_or_default(),
    }
}

fn unread_rows(here: &Here, reading: &Reading, left_out: &[usize]) -> Vec<UnreadRow> {
    let row = |(index, unread): (usize, &import::Unread)| UnreadRow {
        index,
        source: source_text(here, &unread.source),
        text: unread.text.clone(),
        left_out: left_out.contains(&index),
    };
    reading.not_understood.iter().enumerate().map(row).collect()
}

/// Where something stood, in words.
pub(super) fn source_text(here: &Here, place: &Place) -> String {
    match place {
        Place::Line { line } => here.text_with("plan-source-line", &[("line", &line.to_string())]),
        Place::Paragraph { paragraph } => {
            here.text_with("plan-source-paragraph", &[("paragraph", &paragraph.to_string())])
        }
        Place::Cell { sheet, row, column } => here.text_with(
            "plan-source-cell",
            &[("sheet", sheet), ("row", &row.to_string()), ("column", &column.to_string())],
        ),
    }
}

/// The plan that would be changed and what is being written of it.
async fn target(here: &Here, draft: &Draft) -> Result<Option<(Plan, Version)>> {
    let Some(id) = &draft.plan else { return Ok(None) };
    let plan = Plan::find(here.db(), here.viewer(), id).await?.ok_or(Problem::NotFound)?;
    let version = plan.draft.clone().ok_or(Problem::Refused("version-adopted"))?;
    let version = Version::find(here.db(), &version).await?.ok_or(Problem::NotFound)?;
    Ok(Some((plan, version)))
}

fn changes(here: &Here, draft: &Draft, before: &Content) -> Vec<ChangeRow> {
    let after = merge(before, &draft.work.reading, &draft.work.choices, || here.db().new_id());
    compare(before, &after).iter().map(|difference| change_row(here, difference)).collect()
}

pub(crate) fn change_row(here: &Here, difference: &Difference) -> ChangeRow {
    let name = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let subject = name(serde_json::to_value(difference.subject).unwrap_or_default());
    let fields = difference.fields.iter().map(|change| here.text(&format!("plan-field-{}", change.field)));
    ChangeRow {
        kind: name(serde_json::to_value(difference.kind).unwrap_or_default()),
        text: format!("{} {} {}", here.text(&key("plan-subject", &subject)), difference.number, difference.text),
        note: fields.collect::<Vec<_>>().join(", "),
    }
}

async fn save(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let draft = draft(&here, &id).await?;
    if let Some(plan) = &draft.saved_as {
        return Ok(here.go(&format!("/plans/{plan}")));
    }
    let parties = crate::pages::actions::Parties::load(&here).await?;
    let chosen: Vec<(String, Party)> = names(&draft.work.reading)
        .into_iter()
        .enumerate()
        .filter(|(index, _)| fields.has(&format!("name-{index}")))
        .map(|(index, name)| {
            let party = parties
                .read(fields.get(&format!("name-{index}")))
                .unwrap_or_else(|| Party::Named { name: name.clone() });
            (name, party)
        })
        .collect();
    let mut errors = FormErrors::default();
    let title = errors.required("title", fields.get("title"), 300);
    let period = read_period(&mut errors, fields.get("period"));
    let kind = PlanKind::parse(fields.get("kind"));
    if kind.is_none() {
        errors.add("kind", FieldError::NotAChoice);
    }
    let (title_, kept) = (fields.get("title").to_owned(), fields.get("period").to_owned());
    Draft::correct(here.db(), here.viewer(), &draft.id, fields.number("revision"), |work| {
        for (name, party) in chosen {
            if let Some(choice) = work.choices.get_mut(&name) {
                choice.party = party;
            }
        }
        work.reading.plan.title = Some(title_).filter(|title| !title.trim().is_empty());
        work.reading.plan.period = Some(kept).filter(|period| !period.trim().is_empty());
        work.kind = kind;
        Ok(())
    })
    .await?;
    let draft = super::draft(&here, &id).await?;
    match (period, kind) {
        (Some(period), Some(kind)) if errors.is_empty() => saved(&here, &draft, &title, period, kind).await,
        _ => {
            let form = Form {
                title: fields.get("title").to_owned(),
                period: fields.get("period").to_owned(),
                kind: fields.get("kind").to_owned(),
                errors: here.errors(&errors),
            };
            let context = context(&here, &draft, form).await?;
            here.again("pages/plans/imports/review.html", &place(&here, None), &context)
        }
    }
}

/// Makes the plan, or changes the one that is there, in one piece with marking the draft as saved.
async fn saved(here: &Here, draft: &Draft, title: &str, period: Period, kind: PlanKind) -> Result<Response> {
    let (reading, choices) = (&draft.work.reading, &draft.work.choices);
    if let Some(plan) = &draft.plan {
        Plan::edit(here.db(), here.viewer(), plan, "plan.import_merged", |before, change| {
            *before = merge(before, reading, choices, || change.new_id());
            Ok(())
        })
        .await?;
        return Ok(here.go_saying(&format!("/plans/{plan}"), "said-plan-changed", Some(title)));
    }
    let change = here.db().change(here.viewer().actor()?).await?;
    let mut content = content(reading, choices, period, || change.new_id());
    title.clone_into(&mut content.title);
    content.period = period;
    let count = content.action_count();
    let plan = NewPlan { id: None, owner: draft.owner.clone(), kind, content, strategy: None, predecessor: None };
    let id = plan.write(&change).await?;
    change.update("plan_import", &draft.id, vec![("saved_as", id.as_str().into())]).await?;
    let detail = serde_json::json!({ "actions": count, "import": draft.id.as_str() });
    change.commit(Event::new("plan.imported", "plan", &id).within(&draft.owner).with(detail)).await?;
    Ok(here.go_saying(&format!("/plans/{id}"), "said-plan-imported", Some(title)))
}

pub(super) fn samples() -> Vec<Sample> {
    let action = |lead: &str| ActionRow {
        key: "0.0".to_owned(),
        source: "rad 7".to_owned(),
        number: "1.1".to_owned(),
        text: "Fråga om våld.".to_owned(),
        section: "I skolan".to_owned(),
        lead: lead.to_owned(),
        lead_guessed: true,
        co: vec!["Polisen".to_owned()],
        follow_up: vec!["Antal: samtal".to_owned(), "VB".to_owned()],
        when: "Hösten 2026".to_owned(),
        when_known: "31 december 2026".to_owned(),
    };
    let goal = || GoalRow {
        index: 0,
        number: "1".to_owned(),
        title: "Ingen ska vara rädd".to_owned(),
        preconditions: vec!["Tid.".to_owned()],
        development_areas: vec!["Fler frågar.".to_owned()],
        measures: vec!["Andel".to_owned()],
        actions: vec![action("Socialnämnden"), action("")],
    };
    let name = |certain: bool| NameRow {
        index: usize::from(certain),
        name: "Soc".to_owned(),
        certain,
        value: if certain { "unit:s".to_owned() } else { String::new() },
        chosen: "Socialnämnden".to_owned(),
        suggestions: vec![Choice::new("unit:s", "")],
        count: 2,
    };
    let unread = |left_out: bool| UnreadRow {
        index: usize::from(left_out),
        source: "rad 9".to_owned(),
        text: "57".to_owned(),
        left_out,
    };
    let warning =
        || WarningRow { source: "rad 7".to_owned(), text: "Ingen ansvarig:".to_owned(), about: "1.1".to_owned() };
    let change = || ChangeRow { kind: "added".to_owned(), text: "Åtgärden 1.1".to_owned(), note: String::new() };
    let review = |many: bool| Review {
        id: Id::stored("i".to_owned()),
        file_name: if many { "plan.docx".to_owned() } else { String::new() },
        revision: 1,
        plan: many.then(|| PlanLink { title: "Trygg".to_owned(), href: "/plans/p".to_owned() }),
        goals: if many { vec![goal()] } else { Vec::new() },
        loose: if many { vec![action("Rektor")] } else { Vec::new() },
        names: if many { vec![name(false), name(true)] } else { Vec::new() },
        units: vec![UnitOption { value: "s".to_owned(), text: "Socialnämnden".to_owned() }],
        warnings: (0..if many { 14 } else { 0 }).map(|_| warning()).collect(),
        unread: if many { vec![unread(false), unread(true)] } else { Vec::new() },
        cells: import::Cells::default(),
        counts: Counts { goals: 1, actions: 3, bodies: 2, uncertain: 1, open_cells: 1 },
        form: Form::default(),
        kinds: vec![Choice::new("local", "Lokal")],
        changes: if many { vec![change()] } else { Vec::new() },
    };
    [true, false].map(|many| Sample::new("pages/plans/imports/review.html", &review(many))).to_vec()
}
