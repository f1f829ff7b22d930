//! A goal's part of the document.

use charts::Palette;
use documents::{Block, Figure, Inline};
use plans::editions::{Words, paragraphs};

use super::graph::{self, Graph, status_text};
use super::{figure, tables};
use crate::compiled::{ActionStatus, GoalStatus, IndicatorStatus};
use crate::snapshot::Snapshot;
use crate::template::{GoalPart, SectionKey};

/// The goal's blocks, under a heading of their own.
pub(super) fn blocks(snapshot: &Snapshot, goal: &GoalStatus, tell: Words<'_>) -> Vec<Block> {
    let number = Some(goal.number.clone()).filter(|number| !number.is_empty());
    let anchor = Some(format!("goal-{}", goal.id));
    let mut blocks = vec![Block::Heading { level: 1, text: goal.title.clone(), anchor, number }];
    for part in &snapshot.template.goal {
        let inside = match part {
            GoalPart::Assessment => assessment(snapshot, goal, tell),
            GoalPart::Indicators => indicators(snapshot, goal, tell),
            GoalPart::Actions => actions(goal, tell),
            GoalPart::Change => change(snapshot, goal, tell),
            GoalPart::Analysis | GoalPart::Needs => {
                paragraphs(snapshot.text(&SectionKey::Goal(goal.id.clone(), *part)))
            }
        };
        if !inside.is_empty() {
            blocks.push(heading(2, tell.text(&format!("reports-part-{}", name(*part)))));
            blocks.extend(inside);
        }
    }
    blocks
}

/// A heading without number or anchor.
pub(super) fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text, anchor: None, number: None }
}

/// A chart with its table.
pub(super) fn figure(graph: Graph, caption: String, data: documents::Table) -> Block {
    Block::Figure(Figure {
        svg: graph.svg,
        alt: graph.description,
        caption: vec![Inline::text(caption)],
        data: Some(documents::Table { caption: None, ..data }),
    })
}

fn name(part: GoalPart) -> &'static str {
    match part {
        GoalPart::Assessment => "assessment",
        GoalPart::Analysis => "analysis",
        GoalPart::Indicators => "indicators",
        GoalPart::Actions => "actions",
        GoalPart::Change => "change",
        GoalPart::Needs => "needs",
    }
}

/// The owner's assessment, then how many bodies think what.
fn assessment(snapshot: &Snapshot, goal: &GoalStatus, tell: Words<'_>) -> Vec<Block> {
    let key = SectionKey::Goal(goal.id.clone(), GoalPart::Assessment);
    let mut blocks = Vec::new();
    if let Some(choice) = snapshot.choice(&key) {
        let chosen = tell.with("reports-overall", &[("assessment", goal.assessments.text(choice))]);
        blocks.push(Block::Paragraph(vec![Inline::Strong(chosen)]));
    }
    blocks.extend(paragraphs(snapshot.text(&key)));
    blocks.extend(assessed(goal, tell).map(|text| Block::Paragraph(vec![Inline::text(text)])));
    if let Some(graph) = graph::assessments(tell, goal, Palette::Print) {
        let table = tables::assessments(tell, &goal.assessments);
        blocks.push(figure(graph, tell.text("reports-assessments-title"), table));
    }
    blocks
}

/// How many bodies chose the step that most chose: `23 aktörer av 30 bedömer ”Helt”.` Nothing where two steps share the first place.
pub(crate) fn assessed(goal: &GoalStatus, tell: Words<'_>) -> Option<String> {
    let all = &goal.assessments;
    let (most, count) = all.counts.iter().max_by_key(|(_, count)| **count)?;
    if all.counts.iter().any(|(step, other)| step != most && other == count) {
        return None;
    }
    let key = if *count == 1 { "reports-assessed-one" } else { "reports-assessed" };
    let (part, whole) = (figure::count(*count), figure::count(all.answered()));
    let values = [("part", part.as_str()), ("whole", &whole), ("assessment", all.text(most))];
    Some(tell.with(key, &values))
}

fn indicators(snapshot: &Snapshot, goal: &GoalStatus, tell: Words<'_>) -> Vec<Block> {
    let each = goal.indicators.iter().flat_map(|one| indicator(one, snapshot.compiled.year, tell));
    let mut blocks: Vec<Block> = each.collect();
    if let Some(list) = developing(std::slice::from_ref(goal), tell) {
        blocks.push(heading(3, tell.text("reports-developing-title")));
        blocks.push(list);
    }
    blocks
}

/// Indicators that nobody can report on yet, as a list.
pub(super) fn developing(goals: &[GoalStatus], tell: Words<'_>) -> Option<Block> {
    let items: Vec<Vec<Inline>> =
        developing_texts(goals, tell).into_iter().map(|text| vec![Inline::text(text)]).collect();
    (!items.is_empty()).then_some(Block::List { ordered: false, items })
}

/// Indicators that nobody can report on yet, each wording once, with the numbers of the actions and the measures that have it.
pub(crate) fn developing_texts(goals: &[GoalStatus], tell: Words<'_>) -> Vec<String> {
    let mut found: Vec<Promise<'_>> = Vec::new();
    for (goal, one) in goals.iter().flat_map(|goal| goal.developing.iter().map(move |one| (goal, one))) {
        let at = found.iter().position(|promise| promise.text == one.text).unwrap_or_else(|| {
            found.push(Promise { text: &one.text, numbers: Vec::new(), measures: Vec::new() });
            found.len() - 1
        });
        let is_number = goal.actions.iter().any(|action| action.number == one.under);
        let under = if is_number { &mut found[at].numbers } else { &mut found[at].measures };
        if !one.under.is_empty() && !under.contains(&one.under.as_str()) {
            under.push(&one.under);
        }
    }
    found.into_iter().map(|promise| promise.told(tell)).collect()
}

/// An indicator that is still to be developed, with all that it stands under.
struct Promise<'a> {
    text: &'a str,
    numbers: Vec<&'a str>,
    measures: Vec<&'a str>,
}

impl Promise<'_> {
    fn told(self, tell: Words<'_>) -> String {
        let actions = (!self.numbers.is_empty())
            .then(|| tell.with("reports-under-actions", &[("numbers", &self.numbers.join(", "))]));
        let under: Vec<String> = actions.into_iter().chain(self.measures.into_iter().map(str::to_owned)).collect();
        if under.is_empty() {
            return self.text.to_owned();
        }
        tell.with("reports-under", &[("what", self.text), ("under", &under.join("; "))])
    }
}

fn indicator(indicator: &IndicatorStatus, year: i16, tell: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(3, indicator.text.clone()), Block::Facts(facts(indicator, year, tell))];
    match (graph::indicator(tell, indicator, Palette::Print), tables::years(tell, indicator)) {
        (Some(graph), Some(table)) => blocks.push(figure(graph, indicator.text.clone(), table)),
        (None, Some(table)) => blocks.push(Block::Table(table)),
        _ => {}
    }
    for breakdown in indicator.series.iter().flat_map(|series| &series.breakdowns) {
        let Some(table) = tables::categories(tell, indicator, breakdown) else { continue };
        blocks.push(match graph::breakdown(tell, indicator, breakdown, Palette::Print) {
            Some(chart) => figure(chart, graph::drawn(tell, indicator, breakdown), table),
            None => Block::Table(table),
        });
    }
    blocks
}

/// What is said of an indicator besides its chart: names and values.
pub(crate) fn told(indicator: &IndicatorStatus, year: i16, tell: Words<'_>) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    if let Some(series) = &indicator.series {
        facts.push(("reports-fact-now", figure::now(tell, series.at(year))));
        facts.extend(series.change(year).map(|change| ("reports-fact-change", figure::change(tell, series, &change))));
        let level = |level: &indicators::Level| {
            let height = figure::height(tell, series.kind, level.height);
            if level.when.is_empty() { height } else { format!("{height} ({})", level.when) }
        };
        facts.extend(series.baseline.as_ref().map(|found| ("reports-fact-baseline", level(found))));
        facts.extend(series.target.as_ref().map(|found| ("reports-fact-target", level(found))));
        let breaks = series.breaks.iter().filter(|at| at.year <= year);
        facts.extend(breaks.map(|at| ("reports-fact-break", format!("{}: {}", at.year, at.why))));
    }
    let source =
        if indicator.source.is_empty() { tell.text("reports-source-bodies") } else { indicator.source.clone() };
    facts.push(("reports-fact-source", source));
    facts.extend([("reports-fact-under", indicator.under.clone()), ("reports-fact-plan", indicator.plan.clone())]);
    facts.push(("reports-fact-definition", indicator.definition.clone()));
    let told = facts.into_iter().filter(|(_, text)| !text.is_empty());
    told.map(|(key, text)| (tell.text(key), text)).collect()
}

fn facts(indicator: &IndicatorStatus, year: i16, tell: Words<'_>) -> Vec<(String, Vec<Inline>)> {
    told(indicator, year, tell).into_iter().map(|(name, text)| (name, vec![Inline::text(text)])).collect()
}

fn actions(goal: &GoalStatus, tell: Words<'_>) -> Vec<Block> {
    let all: Vec<&ActionStatus> = goal.actions.iter().collect();
    let Some(table) = tables::actions(tell, tell.text("reports-actions"), &all) else { return Vec::new() };
    let mut blocks = Vec::new();
    if let Some(graph) = graph::statuses(tell, goal, Palette::Print) {
        let caption = vec![Inline::text(tell.text("reports-statuses-title"))];
        blocks.push(Block::Figure(Figure { svg: graph.svg, alt: graph.description, caption, data: None }));
    }
    blocks.push(Block::Table(table));
    blocks
}

fn change(snapshot: &Snapshot, goal: &GoalStatus, tell: Words<'_>) -> Vec<Block> {
    let mut blocks = paragraphs(snapshot.text(&SectionKey::Goal(goal.id.clone(), GoalPart::Change)));
    let items: Vec<Vec<Inline>> =
        moved(snapshot, goal, tell).into_iter().map(|text| vec![Inline::text(text)]).collect();
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}

/// What moved since the year before: actions that stand otherwise, figures that are not the same.
pub(crate) fn moved(snapshot: &Snapshot, goal: &GoalStatus, tell: Words<'_>) -> Vec<String> {
    let action = |action: &ActionStatus| {
        let (before, now) = action.moved()?;
        let (before, now) = (status_text(tell, before.as_str()), status_text(tell, now.as_str()));
        let what = format!("{} {}", action.number, action.text);
        let what = what.trim().trim_end_matches('.');
        Some(tell.with("reports-moved-action", &[("what", what), ("before", &before), ("now", &now)]))
    };
    let indicator = |one: &IndicatorStatus| {
        let series = one.series.as_ref()?;
        let change = series.change(snapshot.compiled.year).filter(indicators::Change::is_told)?;
        let (what, change) = (one.text.trim_end_matches('.'), figure::change(tell, series, &change));
        Some(tell.with("reports-moved-figure", &[("what", what), ("change", &change)]))
    };
    let figures = goal.indicators.iter().filter_map(indicator);
    figures.chain(goal.actions.iter().filter_map(action)).collect()
}
