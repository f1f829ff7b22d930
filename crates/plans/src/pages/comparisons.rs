//! Two versions of a plan side by side: what was added, removed, changed and moved, and which words.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use identity::UnitKind;
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::choices::level_words;
use super::show::{Head, head};
use super::{READ, place, plan, samples};
use crate::compare::{Difference, DifferenceKind, FieldChange, Part, PartKind, SubjectKind, compare, parts};
use crate::content::Content;
use crate::editions::LevelWords;
use crate::plan::Plan;
use crate::plan::support::GoalElsewhere;
use crate::version::Version;
use crate::words::key;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/comparisons", READ, show)]
}

/// The page's context.
#[derive(Debug, Serialize)]
struct Show {
    plan: Head,
    from: Side,
    to: Side,
    changes: Vec<Change>,
    counts: Vec<Count>,
}

/// One of the two versions.
#[derive(Debug, Serialize)]
struct Side {
    name: String,
    href: String,
}

/// How much there is of a kind of change.
#[derive(Debug, Serialize)]
pub(super) struct Count {
    kind: &'static str,
    count: usize,
}

/// A change in the list, and its fields below it.
#[derive(Debug, Serialize)]
pub(super) struct Change {
    anchor: String,
    kind: &'static str,
    text: String,
    href: String,
    fields: Vec<Field>,
}

/// A field of a change.
#[derive(Debug, Serialize)]
struct Field {
    name: String,
    parts: Vec<Part>,
}

const KINDS: [(DifferenceKind, &str); 4] = [
    (DifferenceKind::Added, "added"),
    (DifferenceKind::Removed, "removed"),
    (DifferenceKind::Changed, "changed"),
    (DifferenceKind::Moved, "moved"),
];

async fn show(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let rows = Version::list(here.db(), here.viewer(), &plan).await?;
    let asked = |name: &str, usual: usize| match fields.get(name) {
        "" => rows.get(usual).map(|row| row.number.to_string()).unwrap_or_default(),
        given => given.to_owned(),
    };
    let from = version(&here, &plan, &asked("from", 1)).await?;
    let to = version(&here, &plan, &asked("to", 0)).await?;
    let read = Version::read(here.db(), here.viewer(), &plan).await?.ok_or(Problem::NotFound)?;
    let differences = differences(&here, &plan, &from.content, &to.content).await?;
    let (from, words) = (side(&here, &plan, &from), level_words(&here, &to.content));
    let to = side(&here, &plan, &to);
    let changes = changes(&here, &differences, &words, &plan, [&from.href, &to.href]);
    let context = Show { plan: head(&here, &plan, &read).await?, counts: counts(&differences), changes, from, to };
    here.page("pages/plans/comparisons/show.html", &place(&here, Some(&plan)), &context)
}

/// The version with that number, or `draft`, if the viewer may see it.
async fn version(here: &Here, plan: &Plan, name: &str) -> Result<Version> {
    let found = match (name, &plan.draft) {
        ("draft", Some(draft)) if plan.shows_draft_to(here.viewer()) => Version::find(here.db(), draft).await?,
        _ => match name.parse() {
            Ok(number) => Version::numbered(here.db(), here.viewer(), plan, number).await?,
            Err(_) => None,
        },
    };
    let seen = found.filter(|version| version.is_adopted() || plan.shows_draft_to(here.viewer()));
    Ok(seen.ok_or(Problem::NotFound)?)
}

fn side(here: &Here, plan: &Plan, version: &Version) -> Side {
    let number = version.number.to_string();
    match &version.decision {
        Some(decision) => {
            let date = here.date(&decision.date.to_string());
            let name = here.text_with("plan-version-adopted", &[("number", &number), ("date", &date)]);
            Side { name, href: format!("/plans/{}?version={number}", plan.id) }
        }
        None => {
            let name = here.text_with("plan-version-draft", &[("number", &number)]);
            Side { name, href: format!("/plans/{}?version=draft", plan.id) }
        }
    }
}

/// How many there are of each kind that there is.
pub(super) fn counts(differences: &[Difference]) -> Vec<Count> {
    let count = |kind: DifferenceKind| differences.iter().filter(|each| each.kind == kind).count();
    let counts = KINDS.map(|(kind, name)| Count { kind: name, count: count(kind) });
    counts.into_iter().filter(|count| count.count > 0).collect()
}

/// The differences between two contents of a plan in words, without where they lead.
pub(super) async fn changes_of(
    here: &Here,
    plan: &Plan,
    before: &Content,
    after: &Content,
) -> Result<(Vec<Change>, Vec<Count>)> {
    let differences = differences(here, plan, before, after).await?;
    let words = level_words(here, after);
    let address = format!("/plans/{}", plan.id);
    Ok((changes(here, &differences, &words, plan, [&address, &address]), counts(&differences)))
}

/// The differences, with the goals of the plan above by their names.
async fn differences(here: &Here, plan: &Plan, before: &Content, after: &Content) -> Result<Vec<Difference>> {
    let mut differences = compare(before, after);
    let supports = |field: &FieldChange| field.field == "supports";
    if !differences.iter().any(|difference| difference.fields.iter().any(supports)) {
        return Ok(differences);
    }
    let above = plan.goals_above(here.db(), here.viewer()).await?;
    for field in differences.iter_mut().flat_map(|difference| &mut difference.fields).filter(|field| supports(field)) {
        for text in [&mut field.before, &mut field.after].into_iter().filter(|text| !text.is_empty()) {
            let known = above.iter().find(|goal| goal.id == *text).map(GoalElsewhere::name);
            *text = known.unwrap_or_else(|| here.text("plans-goal-supports-gone"));
        }
    }
    Ok(differences)
}

fn changes(here: &Here, differences: &[Difference], words: &LevelWords, plan: &Plan, sides: [&str; 2]) -> Vec<Change> {
    let numbered = differences.iter().zip(1..);
    numbered.map(|(difference, number)| change(here, difference, words, plan, (sides, number))).collect()
}

fn change(
    here: &Here,
    difference: &Difference,
    words: &LevelWords,
    plan: &Plan,
    (sides, number): ([&str; 2], usize),
) -> Change {
    let subject = match difference.subject {
        SubjectKind::Goal => words.goal.one.clone(),
        SubjectKind::Precondition => words.precondition.one.clone(),
        SubjectKind::DevelopmentArea => words.development_area.one.clone(),
        SubjectKind::Measure => words.measure.one.clone(),
        SubjectKind::Action => words.action.one.clone(),
        SubjectKind::Plan => here.text("plan-compared-plan"),
        SubjectKind::Section => here.text("plan-compared-section"),
        SubjectKind::Body => here.text("plan-compared-body"),
        SubjectKind::Indicator => here.text("plan-compared-indicator"),
    };
    let values =
        [("subject", subject.as_str()), ("number", difference.number.as_str()), ("text", difference.text.as_str())];
    let text =
        here.text_with(if difference.number.is_empty() { "plan-compared" } else { "plan-compared-numbered" }, &values);
    let kind = KINDS.iter().find(|(kind, _)| *kind == difference.kind).map_or("changed", |(_, name)| name);
    let side = if difference.kind == DifferenceKind::Removed { sides[0] } else { sides[1] };
    let href = match difference.subject {
        _ if !difference.fields.is_empty() => format!("#change-{number}"),
        SubjectKind::Action => {
            side.replacen(&plan.id.to_string(), &format!("{}/actions/{}", plan.id, difference.id), 1)
        }
        SubjectKind::Goal => format!("{side}#goal-{}", difference.id),
        _ => side.to_owned(),
    };
    let fields = difference.fields.iter().map(|field| Field {
        name: field_name(here, difference.subject, field.field),
        parts: field_parts(here, field.field, &field.before, &field.after),
    });
    Change { anchor: format!("change-{number}"), kind, text, href, fields: fields.collect() }
}

fn field_name(here: &Here, subject: SubjectKind, field: &str) -> String {
    match (subject, field) {
        (SubjectKind::Goal, "title") => here.text("plan-field-goal-title"),
        (SubjectKind::Action, "text") => here.text("plan-field-text"),
        (_, "text") => here.text("plan-compared-text"),
        _ => here.text(&key("plan-field", field)),
    }
}

/// The words that came and went. A choice is replaced whole, however many letters its names share.
fn field_parts(here: &Here, field: &str, before: &str, after: &str) -> Vec<Part> {
    let group = match field {
        "frequency" | "report-every" => "plan-frequency",
        "level" => "plan-level",
        "direction" => "plan-direction",
        "kind" => "plan-indicator-kind",
        "asked-of" => "plan-asked-of",
        "about-people" => "plan-about-people",
        "expectations" => return parts(&audiences(here, before), &audiences(here, after)),
        "supports" => return replaced(before.to_owned(), after.to_owned()),
        _ => return parts(before, after),
    };
    let word = |name: &str| if name.is_empty() { String::new() } else { here.text(&key(group, name)) };
    replaced(word(before), word(after))
}

/// One text in place of another.
fn replaced(before: String, after: String) -> Vec<Part> {
    let parts = [(PartKind::Removed, before), (PartKind::Added, after)];
    parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(kind, text)| Part { kind, text }).collect()
}

/// Expectations with the kinds of unit they address in words.
fn audiences(here: &Here, text: &str) -> String {
    let line = |line: &str| {
        let Some((who, what)) = line.split_once(": ") else { return line.to_owned() };
        let word = |name: &str| {
            UnitKind::parse(name).map_or_else(|| name.to_owned(), |kind| here.text(&key("unit-kind", kind.as_str())))
        };
        format!("{}: {what}", who.split(", ").map(word).collect::<Vec<_>>().join(", "))
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// A change of an action's wording, for templates that show changes.
pub(super) fn sample_changes() -> (Vec<Change>, Vec<Count>) {
    let fields = vec![Field {
        name: "Vad som ska göras".to_owned(),
        parts: parts("Utbilda all personal.", "Utbilda all ny personal."),
    }];
    let text = "Åtgärd 1.1: Utbilda all ny personal.".to_owned();
    let changed = Change { anchor: "change-1".to_owned(), kind: "changed", text, href: "#change-1".to_owned(), fields };
    let text = "Åtgärd 1.4: Bjud in till en öppen kväll.".to_owned();
    let added = Change {
        anchor: "change-2".to_owned(),
        kind: "added",
        text,
        href: "/plans/p/actions/a".to_owned(),
        fields: Vec::new(),
    };
    (vec![changed, added], vec![Count { kind: "added", count: 1 }, Count { kind: "changed", count: 1 }])
}

pub(super) fn samples() -> Vec<Sample> {
    let (changes, counts) = sample_changes();
    let side = |name: &str| Side { name: name.to_owned(), href: "/plans/p?version=1".to_owned() };
    let context = Show { plan: samples::head(), from: side("Version 1"), to: side("Version 2"), changes, counts };
    vec![Sample::new("pages/plans/comparisons/show.html", &context)]
}
