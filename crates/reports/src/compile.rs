//! Puts a status report's figures together: the adopted plan, and what bodies have reported on it.

mod answers;
mod series;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use base::{Id, Problem};
use db::{FromQueryResult, Queries, Result, sea_orm, values};
use identity::Viewer;
use plans::content::{Action, Content, Goal, Indicator, IndicatorKind, Subject};
use plans::editions::Words;
use plans::version::Version;
use plans::{Plan, PlanKind, assessment_scale, owners_item};

use crate::compiled::{
    ActionStatus, Assessments, BodyCompleteness, BodyStatus, Compiled, Completeness, Developing, GoalStatus,
    IndicatorStatus, PlanFacts, Step,
};
use crate::source::Taken;
use answers::{Answers, Asked, State};

pub(crate) use series::kind;

/// The figures of a plan's year, in these words. For a strategy also those of the plans that carry it out, as far as the viewer
/// may see them.
///
/// # Errors
/// [`Problem::Refused`] when the plan was never adopted; when the database refuses, or what it holds cannot be read.
pub async fn compile(db: &impl Queries, viewer: &Viewer, tell: Words<'_>, plan: &Plan, year: i16) -> Result<Compiled> {
    let sources = Source::load(db, viewer, plan).await?;
    let ids = chain(db, sources.iter().map(|source| &source.plan.id)).await?;
    let answers = Answers::load(db, &ids, year).await?;
    let before = answers.year_before(year);
    let taken = Taken::load(db, tell, &ids, year).await?;
    let compiling = Compiling { answers: &answers, taken: &taken, tell, year, before };
    let (own, carrying) = sources.split_first().ok_or(db::DbError::NoRow)?;
    let goals = own.content.goals.iter().map(|goal| compiling.goal(own, goal, carrying)).collect();
    let mut others: Vec<ActionStatus> = own.content.actions.iter().map(|action| compiling.action(action, "")).collect();
    others.extend(compiling.gone(&sources));
    Ok(Compiled {
        plan: PlanFacts {
            id: plan.id.clone(),
            kind: plan.kind,
            title: own.content.title.clone(),
            period: own.content.period,
            owner: plan.owner_name.clone(),
            version: own.version,
            carried_out_by: carrying.iter().map(|source| source.content.title.clone()).collect(),
        },
        year,
        before,
        completeness: compiling.completeness(),
        goals,
        others,
    })
}

/// One of a plan's indicators over the years until this one, from wherever it takes its figures; none where the plan has no such
/// indicator.
///
/// # Errors
/// [`Problem::Refused`] when the plan was never adopted; when the database refuses, or what it holds cannot be read.
pub async fn over_time(
    db: &impl Queries,
    tell: Words<'_>,
    plan: &Plan,
    indicator: &str,
    year: i16,
) -> Result<Option<IndicatorStatus>> {
    let source = Source::of(db, plan.clone()).await?.ok_or(Problem::Refused("plan-not-adopted"))?;
    let found = source.content.indicators().find(|(_, one)| one.id.as_str() == indicator);
    let Some((subject, indicator)) = found else { return Ok(None) };
    let ids = chain(db, std::iter::once(&plan.id)).await?;
    let (answers, taken) = (Answers::load(db, &ids, year).await?, Taken::load(db, tell, &ids, year).await?);
    let compiling = Compiling { answers: &answers, taken: &taken, tell, year, before: None };
    let (item, under) = match subject {
        Subject::Goal(goal) => (owners_item(&goal.id), goal.title.clone()),
        Subject::Measure(goal, measure) => (owners_item(&goal.id), measure.text.clone()),
        Subject::Action(_, action) => (action.id.clone(), under(action)),
    };
    Ok(Some(compiling.status(indicator, under, "", item.as_str())))
}

/// What an action's indicators stand under: its number, or its words where it has none.
fn under(action: &Action) -> String {
    if action.number.is_empty() { action.text.clone() } else { action.number.clone() }
}

/// A plan with what its adopted version says.
struct Source {
    plan: Plan,
    version: i64,
    content: Content,
}

impl Source {
    /// The plan, and behind it those that carry it out where it is a strategy.
    async fn load(db: &impl Queries, viewer: &Viewer, plan: &Plan) -> Result<Vec<Self>> {
        let own = Self::of(db, plan.clone()).await?.ok_or(Problem::Refused("plan-not-adopted"))?;
        let mut sources = vec![own];
        if plan.kind == PlanKind::Strategy {
            let sql = "SELECT p.id FROM plan p JOIN unit u ON u.id = p.owner_id WHERE p.strategy_id = $1 \
                AND p.adopted_version_id IS NOT NULL ORDER BY u.sort_key, p.sort_key, p.id";
            for id in db.texts(sql, values![plan.id.as_str()]).await? {
                let Some(carrying) = Plan::find(db, viewer, &Id::stored(id)).await? else { continue };
                sources.extend(Self::of(db, carrying).await?);
            }
        }
        Ok(sources)
    }

    async fn of(db: &impl Queries, plan: Plan) -> Result<Option<Self>> {
        let Some(adopted) = &plan.adopted else { return Ok(None) };
        let Some(version) = Version::find(db, adopted).await? else { return Ok(None) };
        Ok(Some(Self { version: version.number, content: version.content, plan }))
    }
}

#[derive(FromQueryResult)]
struct PlanLink {
    id: String,
    predecessor_id: Option<String>,
}

/// The plans and all that they follow on: actions and indicators keep their ids in a plan's successor.
pub(crate) async fn chain(db: &impl Queries, plans: impl Iterator<Item = &Id>) -> Result<Vec<String>> {
    let links: Vec<PlanLink> = db.all("SELECT id, predecessor_id FROM plan", values![]).await?;
    let before: BTreeMap<&str, &str> =
        links.iter().filter_map(|link| Some((link.id.as_str(), link.predecessor_id.as_deref()?))).collect();
    let mut all: BTreeSet<String> = BTreeSet::new();
    for plan in plans {
        let mut next = Some(plan.as_str());
        while let Some(id) = next.filter(|id| all.insert((*id).to_owned())) {
            next = before.get(id).copied();
        }
    }
    Ok(all.into_iter().collect())
}

/// Words of a form in the language of the report.
pub(crate) fn words(tell: Words<'_>, words: &forms::Words) -> String {
    match words {
        forms::Words::Key { key } => tell.text(key),
        forms::Words::Own { sv, .. } => sv.clone(),
    }
}

/// What every part of the report is put together from.
struct Compiling<'a> {
    answers: &'a Answers,
    /// What indicators take from elsewhere, by indicator.
    taken: &'a HashMap<String, Taken>,
    tell: Words<'a>,
    year: i16,
    before: Option<i16>,
}

impl Compiling<'_> {
    /// How a goal stands, with what supports it in the plans that carry this one out.
    fn goal(&self, own: &Source, goal: &Goal, carrying: &[Source]) -> GoalStatus {
        let mut status = GoalStatus {
            id: goal.id.clone(),
            number: goal.number.clone(),
            title: goal.title.clone(),
            development_areas: goal.development_areas.iter().map(|item| item.text.clone()).collect(),
            indicators: Vec::new(),
            developing: Vec::new(),
            actions: Vec::new(),
            assessments: self.assessments(&own.content, goal),
        };
        self.fill(&mut status, goal, "");
        for source in carrying.iter().filter(|source| source.plan.id != own.plan.id) {
            let supporting = source.content.goals.iter().filter(|other| other.supports.as_ref() == Some(&goal.id));
            supporting.for_each(|other| self.fill(&mut status, other, &source.content.title));
        }
        status
    }

    /// Adds a goal's indicators and actions. `plan` names it where it is another plan's.
    fn fill(&self, status: &mut GoalStatus, goal: &Goal, plan: &str) {
        let owners = owners_item(&goal.id);
        let of_goal = goal.indicators.iter().map(|indicator| (indicator, String::new()));
        let measures = goal.measures.iter();
        let of_measures = measures.flat_map(|measure| measure.indicators.iter().map(|one| (one, measure.text.clone())));
        for (indicator, under) in of_goal.chain(of_measures) {
            self.indicator(status, indicator, under, plan, owners.as_str());
        }
        for action in &goal.actions {
            let under = under(action);
            for indicator in &action.indicators {
                self.indicator(status, indicator, under.clone(), plan, action.id.as_str());
            }
            status.actions.push(self.action(action, plan));
        }
    }

    fn indicator(&self, status: &mut GoalStatus, indicator: &Indicator, under: String, plan: &str, item: &str) {
        let one = self.status(indicator, under, plan, item);
        let mut points = one.series.iter().flat_map(|series| &series.points);
        let has_figures = points.any(|point| point.from > 0);
        let promised = indicator.kind == IndicatorKind::ToBeDeveloped || indicator.source.is_empty();
        if promised && !has_figures && !self.taken.contains_key(indicator.id.as_str()) {
            status.developing.push(Developing { text: one.text, under: one.under });
            return;
        }
        status.indicators.push(one);
    }

    /// An indicator's years: from what bodies reported, or from where it takes its figures.
    fn status(&self, indicator: &Indicator, under: String, plan: &str, item: &str) -> IndicatorStatus {
        let taken = self.taken.get(indicator.id.as_str());
        let by_form =
            taken.map_or_else(|| self.answers.is_about_people(indicator.id.as_str()), |taken| taken.about_people);
        IndicatorStatus {
            id: indicator.id.clone(),
            text: indicator.text.clone(),
            under,
            plan: plan.to_owned(),
            source: taken.map_or_else(|| indicator.source.clone(), |taken| taken.name.clone()),
            definition: indicator.fact_sheet.definition.clone(),
            about_people: indicator.about_people || by_form,
            series: match taken {
                Some(taken) => series::taken(indicator, taken),
                None => series::series(self.answers, self.tell, indicator, item),
            },
        }
    }

    fn action(&self, action: &Action, plan: &str) -> ActionStatus {
        ActionStatus {
            id: action.id.clone(),
            number: action.number.clone(),
            text: action.text.clone(),
            plan: plan.to_owned(),
            lead: action.lead.as_ref().map(|lead| lead.name().to_owned()).unwrap_or_default(),
            standing: String::new(),
            gone: false,
            bodies: self.bodies(action.id.as_str()),
        }
        .with_standing()
    }

    fn bodies(&self, item: &str) -> Vec<BodyStatus> {
        let before = self.before.map_or(&[] as &[Asked], |year| self.answers.asked(item, year));
        let status = |asked: &Asked| BodyStatus {
            name: asked.name.clone(),
            leads: asked.leads,
            status: self.answers.status(asked),
            before: before.iter().find(|other| other.unit == asked.unit).and_then(|other| self.answers.status(other)),
        };
        self.answers.asked(item, self.year).iter().map(status).collect()
    }

    /// Actions that were reported on this year and stand in no plan any more.
    fn gone(&self, sources: &[Source]) -> Vec<ActionStatus> {
        let known: HashSet<&str> =
            sources.iter().flat_map(|source| source.content.actions()).map(|(_, action)| action.id.as_str()).collect();
        let mut seen = HashSet::new();
        let items =
            self.answers.items.iter().filter(|item| item.kind == "action" && !known.contains(item.key.as_str()));
        let gone = items.filter(|item| seen.insert(item.key.as_str())).map(|item| ActionStatus {
            id: Id::stored(item.key.clone()),
            number: item.number.clone(),
            text: item.title.clone(),
            plan: String::new(),
            lead: String::new(),
            standing: String::new(),
            gone: true,
            bodies: self.bodies(&item.key),
        });
        gone.map(ActionStatus::with_standing).collect()
    }

    /// What bodies think of a goal. The owner's own assessment is the report's, and is not among them where it was asked for apart.
    fn assessments(&self, content: &Content, goal: &Goal) -> Assessments {
        let asked = self.answers.asked(goal.id.as_str(), self.year);
        let own = self.answers.scale(goal.id.as_str()).unwrap_or_else(|| assessment_scale(content));
        let step = |label: &forms::Label| Step { key: label.key.clone(), text: words(self.tell, &label.words) };
        let scale = own.iter().map(step).collect();
        let mut counts = BTreeMap::new();
        for step in asked.iter().filter_map(|asked| self.answers.assessment(asked)) {
            *counts.entry(step).or_insert(0) += 1;
        }
        Assessments { scale, counts, expected: asked.len() as u64 }
    }

    fn completeness(&self) -> Completeness {
        let mut all = Completeness::default();
        let mut bodies: BTreeMap<String, BodyCompleteness> = BTreeMap::new();
        for asked in self.answers.everybody(self.year) {
            let key = format!("{}\u{0}{}", swedish::sort_key(&asked.name), asked.unit);
            let body = bodies.entry(key).or_insert_with(|| BodyCompleteness {
                name: asked.name.clone(),
                expected: 0,
                approved: 0,
            });
            let (approved, waiting) = (asked.state == State::Counted, asked.state == State::Waiting);
            body.expected += 1;
            body.approved += u64::from(approved);
            all.expected += 1;
            all.approved += u64::from(approved);
            all.waiting += u64::from(waiting);
        }
        all.bodies = bodies.into_values().collect();
        all
    }
}
