//! The report as a document, from which web page, PDF and Word are made.

use charts::Palette;
use documents::{Block, Document, Inline, Labels, Language, Style};
use jiff::civil::Date;
use plans::editions::{Words, paragraphs};

use super::goal::{self, figure, heading};
use super::{date, figure as figures, graph, tables};
use crate::compiled::ActionStatus;
use crate::snapshot::Snapshot;
use crate::template::{Part, SectionKey};

/// The whole report. `day` is that of a draft; what is published carries its own.
#[must_use]
pub fn document(snapshot: &Snapshot, tell: Words<'_>, day: Date) -> Document {
    let plan = &snapshot.compiled.plan;
    let year = snapshot.compiled.year.to_string();
    let mut blocks: Vec<Block> = note(snapshot, tell).into_iter().collect();
    for part in &snapshot.template.parts {
        blocks.extend(self::part(snapshot, *part, tell));
    }
    Document {
        title: tell.with("reports-title-of", &[("plan", &plan.title), ("year", &year)]),
        language: Language::Swedish,
        publisher: Some(plan.owner.clone()),
        date: Some(date(snapshot, day).to_string()),
        description: Some(tell.with("reports-description", &[("plan", &plan.title), ("year", &year)])),
        style: Style { cover: true, contents: true, depth: 2, ..Style::default() },
        labels: Labels {
            contents: tell.text("plans-editions-contents"),
            page_of: tell.with("plans-editions-page", &[("page", "{page}"), ("pages", "{pages}")]),
        },
        facts: facts(snapshot, tell, day),
        running: Some(tell.with("reports-running", &[("year", &year), ("date", &tell.date(date(snapshot, day)))])),
        footer: Some(plan.owner.clone()),
        blocks,
        ..Document::default()
    }
}

/// A word of warning over what is not published, and over what corrects an edition before.
fn note(snapshot: &Snapshot, tell: Words<'_>) -> Option<Block> {
    let text = match (snapshot.is_published(), snapshot.reason.as_str()) {
        (false, _) => tell.text("reports-note-draft"),
        (true, "") => return None,
        (true, reason) => tell.with("reports-note-correction", &[("reason", reason)]),
    };
    Some(Block::Note(vec![Inline::text(text)]))
}

fn facts(snapshot: &Snapshot, tell: Words<'_>, day: Date) -> Vec<(String, String)> {
    let compiled = &snapshot.compiled;
    let (plan, came) = (&compiled.plan, &compiled.completeness);
    let (approved, expected) = (figures::count(came.approved), figures::count(came.expected));
    let came_in = tell.with("reports-of", &[("part", &approved), ("whole", &expected)]);
    let key = if snapshot.is_published() { "reports-fact-published" } else { "reports-fact-made" };
    let mut facts = vec![
        ("reports-fact-owner", plan.owner.clone()),
        ("reports-fact-of-plan", plan.title.clone()),
        ("reports-fact-period", plan.period.to_string()),
        ("reports-fact-version", plan.version.to_string()),
        ("reports-fact-year", compiled.year.to_string()),
        (key, tell.date(date(snapshot, day))),
        ("reports-fact-reports", came_in),
        ("reports-fact-carried-out-by", plan.carried_out_by.join("; ")),
    ];
    if snapshot.edition > 1 {
        facts.push(("reports-fact-edition", snapshot.edition.to_string()));
    }
    facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (tell.text(key), text)).collect()
}

fn part(snapshot: &Snapshot, part: Part, tell: Words<'_>) -> Vec<Block> {
    let (title, inside) = match part {
        Part::Goals => return goals(snapshot, tell),
        Part::Summary => ("reports-part-summary", paragraphs(snapshot.text(&SectionKey::Summary))),
        Part::Overview => ("reports-overview-title", overview(snapshot, tell)),
        Part::Completeness => ("reports-completeness-title", completeness(snapshot, tell)),
        Part::Changes => ("reports-changes-title", changes(snapshot, tell)),
        Part::Developing => ("reports-developing-all-title", developing(snapshot, tell)),
    };
    if inside.is_empty() {
        return Vec::new();
    }
    std::iter::once(heading(1, tell.text(title))).chain(inside).collect()
}

fn goals(snapshot: &Snapshot, tell: Words<'_>) -> Vec<Block> {
    let each = snapshot.compiled.goals.iter().flat_map(|goal| goal::blocks(snapshot, goal, tell));
    let mut blocks: Vec<Block> = each.collect();
    let others: Vec<&ActionStatus> = snapshot.compiled.others.iter().filter(|action| !action.gone).collect();
    let gone: Vec<&ActionStatus> = snapshot.compiled.others.iter().filter(|action| action.gone).collect();
    for (key, actions) in [("reports-other-actions", others), ("reports-gone-actions", gone)] {
        if let Some(table) = tables::actions(tell, tell.text(key), &actions) {
            blocks.extend([heading(1, tell.text(key)), Block::Table(table)]);
        }
    }
    blocks
}

fn overview(snapshot: &Snapshot, tell: Words<'_>) -> Vec<Block> {
    if snapshot.compiled.goals.is_empty() {
        return Vec::new();
    }
    let table = tables::goals(tell, snapshot);
    vec![match graph::overview(tell, &snapshot.compiled.goals, Palette::Print) {
        Some(graph) => figure(graph, tell.text("reports-overview-chart"), table),
        None => Block::Table(table),
    }]
}

fn completeness(snapshot: &Snapshot, tell: Words<'_>) -> Vec<Block> {
    let came = &snapshot.compiled.completeness;
    if came.expected == 0 {
        return vec![Block::Paragraph(vec![Inline::text(tell.text("reports-nothing-asked"))])];
    }
    let (approved, expected) = (figures::count(came.approved), figures::count(came.expected));
    let mut text = tell.with("reports-completeness", &[("approved", &approved), ("expected", &expected)]);
    if came.waiting > 0 {
        text.push(' ');
        text.push_str(&tell.with("reports-completeness-waiting", &[("waiting", &figures::count(came.waiting))]));
    }
    let table = tables::completeness(tell, came).map(Block::Table);
    std::iter::once(Block::Paragraph(vec![Inline::text(text)])).chain(table).collect()
}

/// What changed since the year before, goal by goal.
fn changes(snapshot: &Snapshot, tell: Words<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for goal in &snapshot.compiled.goals {
        let moved = goal::moved(snapshot, goal, tell);
        if !moved.is_empty() {
            blocks.push(heading(2, goal.name()));
            let items = moved.into_iter().map(|text| vec![Inline::text(text)]).collect();
            blocks.push(Block::List { ordered: false, items });
        }
    }
    blocks
}

fn developing(snapshot: &Snapshot, tell: Words<'_>) -> Vec<Block> {
    let Some(list) = goal::developing(&snapshot.compiled.goals, tell) else { return Vec::new() };
    vec![Block::Paragraph(vec![Inline::text(tell.text("reports-developing-lead"))]), list]
}
