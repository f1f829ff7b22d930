//! A goal as pages show it: to those who read the report, and beside the text to those who write it.

use charts::Palette;
use documents::{Block, Inline};
use indicators::Breakdown;
use plans::editions::{Words, paragraphs};
use serde::Serialize;

use crate::addresses::Addresses;
use crate::compiled::{ActionStatus, GoalStatus, IndicatorStatus};
use crate::editions::{answers, assessed, developing_texts, figure, graph, moved, told};
use crate::snapshot::Snapshot;
use crate::template::{GoalPart, SectionKey};

/// A text in paragraphs and lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Prose {
    /// Whether it is a list.
    list: bool,
    lines: Vec<String>,
}

/// A goal.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Goal {
    pub(super) name: String,
    /// The owner's assessment.
    overall: Option<String>,
    assessment: Vec<Prose>,
    /// What most bodies think.
    assessed: Option<String>,
    assessments: Option<Chart>,
    analysis: Vec<Prose>,
    change: Vec<Prose>,
    needs: Vec<Prose>,
    indicators: Vec<Indicator>,
    statuses: Option<Chart>,
    actions: Vec<Group>,
    moved: Vec<String>,
    developing: Vec<String>,
}

/// A chart with its title.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Chart {
    title: String,
    svg: String,
    /// The same in words.
    description: String,
}

/// An indicator.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Indicator {
    pub(super) id: String,
    pub(super) text: String,
    facts: Vec<Fact>,
    chart: Option<Chart>,
    years: Vec<Year>,
    /// Whether bodies report it: then each year says how many.
    is_reported: bool,
    breakdowns: Vec<Divided>,
    /// Where it is seen over time and takes its figures from, for those who work with the plan.
    over_time: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Fact {
    term: String,
    text: String,
}

/// A year of an indicator.
#[derive(Debug, Clone, Serialize)]
struct Year {
    year: i16,
    value: String,
    bodies: String,
}

/// An indicator by its categories.
#[derive(Debug, Clone, Serialize)]
struct Divided {
    title: String,
    by: String,
    chart: Option<Chart>,
    years: Vec<i16>,
    rows: Vec<(String, Vec<String>)>,
}

/// Actions that stand alike.
#[derive(Debug, Clone, Serialize)]
struct Group {
    standing: String,
    text: String,
    actions: Vec<Action>,
}

#[derive(Debug, Clone, Serialize)]
struct Action {
    id: String,
    /// Where the plan has it.
    href: Option<String>,
    number: String,
    text: String,
    plan: String,
    lead: String,
    answers: String,
}

/// A text as paragraphs and lists.
pub(super) fn prose(text: &str) -> Vec<Prose> {
    let line = |inlines: &[Inline]| {
        let text = |inline: &Inline| match inline {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Link { text, .. } => {
                text.clone()
            }
            Inline::LineBreak => "\n".to_owned(),
        };
        inlines.iter().map(text).collect::<String>()
    };
    let block = |block: Block| match block {
        Block::List { items, .. } => Some(Prose { list: true, lines: items.iter().map(|item| line(item)).collect() }),
        Block::Paragraph(inlines) => {
            Some(Prose { list: false, lines: line(&inlines).split('\n').map(str::to_owned).collect() })
        }
        _ => None,
    };
    paragraphs(text).into_iter().filter_map(block).collect()
}

impl Goal {
    /// The goal as the snapshot has it.
    pub(super) fn of(snapshot: &Snapshot, goal: &GoalStatus, tell: Words<'_>) -> Self {
        let key = |part| SectionKey::Goal(goal.id.clone(), part);
        let text = |part| prose(snapshot.text(&key(part)));
        let choice = snapshot.choice(&key(GoalPart::Assessment));
        let chart = |title: &str, graph: graph::Graph| Chart::of(tell.text(title), graph);
        let statuses = graph::statuses(tell, goal, Palette::Web);
        let assessments = graph::assessments(tell, goal, Palette::Web);
        Self {
            name: goal.name(),
            overall: choice.map(|choice| goal.assessments.text(choice).to_owned()),
            assessment: text(GoalPart::Assessment),
            assessed: assessed(goal, tell),
            assessments: assessments.map(|graph| chart("reports-assessments-title", graph)),
            analysis: text(GoalPart::Analysis),
            change: text(GoalPart::Change),
            needs: text(GoalPart::Needs),
            indicators: goal.indicators.iter().map(|one| Indicator::of(one, snapshot.compiled.year, tell)).collect(),
            statuses: statuses.map(|graph| chart("reports-statuses-title", graph)),
            actions: groups(&goal.actions, tell),
            moved: moved(snapshot, goal, tell),
            developing: developing_texts(std::slice::from_ref(goal), tell),
        }
    }

    /// A goal with nothing under it.
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The goal with only one of its indicators.
    pub(super) fn picking(mut self, picked: Option<&IndicatorStatus>) -> Self {
        self.indicators.retain(|indicator| picked.is_some_and(|picked| picked.id.as_str() == indicator.id));
        self
    }

    /// The goal with ways to its actions in the plan, and to its indicators over time where the viewer works with the plan.
    pub(super) fn leading(mut self, addresses: &Addresses, is_inside: bool) -> Self {
        for action in self.actions.iter_mut().flat_map(|group| &mut group.actions) {
            action.href = addresses.action(&action.id);
        }
        for indicator in self.indicators.iter_mut().filter(|_| is_inside) {
            indicator.over_time = addresses.indicator(&indicator.id);
        }
        self
    }
}

impl Chart {
    fn of(title: String, graph: graph::Graph) -> Self {
        Self { title, svg: graph.svg, description: graph.description }
    }
}

impl Indicator {
    /// The indicator with its years, seen in this one.
    pub(super) fn of(indicator: &IndicatorStatus, year: i16, tell: Words<'_>) -> Self {
        let points = indicator.series.iter().flat_map(|series| &series.points);
        let years = points.map(|point| Year {
            year: point.year,
            value: figure::point(tell, Some(point)),
            bodies: figure::bodies(tell, point),
        });
        let chart = graph::indicator(tell, indicator, Palette::Web);
        let breakdowns = indicator.series.iter().flat_map(|series| &series.breakdowns);
        Self {
            id: indicator.id.to_string(),
            text: indicator.text.clone(),
            facts: told(indicator, year, tell).into_iter().map(|(term, text)| Fact { term, text }).collect(),
            chart: chart.map(|graph| Chart::of(indicator.text.clone(), graph)),
            years: years.collect(),
            is_reported: indicator.series.as_ref().is_some_and(indicators::Series::is_reported),
            breakdowns: breakdowns.map(|breakdown| Divided::of(indicator, breakdown, tell)).collect(),
            over_time: None,
        }
    }
}

impl Divided {
    fn of(indicator: &IndicatorStatus, breakdown: &Breakdown, tell: Words<'_>) -> Self {
        let title = graph::title(tell, indicator, breakdown);
        let years: Vec<i16> =
            indicator.series.iter().flat_map(|series| &series.points).map(|point| point.year).collect();
        let row = |category: &indicators::Category| {
            let at = |year: &i16| figure::point(tell, category.points.iter().find(|point| point.year == *year));
            (category.name.clone(), years.iter().map(at).collect())
        };
        let chart = graph::breakdown(tell, indicator, breakdown, Palette::Web);
        Self {
            chart: chart.map(|graph| Chart::of(graph::drawn(tell, indicator, breakdown), graph)),
            rows: breakdown.categories.iter().map(row).collect(),
            by: breakdown.name.clone(),
            title,
            years,
        }
    }
}

/// Actions by how they stand, the statuses in their order, then what differs and what nobody knows.
fn groups(actions: &[ActionStatus], tell: Words<'_>) -> Vec<Group> {
    let group = |standing: &'static str| {
        let alike = actions.iter().filter(|action| action.standing().as_str() == standing);
        let action = |action: &ActionStatus| Action {
            id: action.id.to_string(),
            href: None,
            number: action.number.clone(),
            text: action.text.clone(),
            plan: action.plan.clone(),
            lead: action.lead.clone(),
            answers: answers(tell, action),
        };
        let actions: Vec<Action> = alike.map(action).collect();
        let text = graph::status_text(tell, standing);
        (!actions.is_empty()).then(|| Group { standing: standing.to_owned(), text, actions })
    };
    crate::compiled::STANDINGS.into_iter().filter_map(group).collect()
}
