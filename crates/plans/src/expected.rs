//! What an adopted plan expects of whom in a year: its actions from everybody who answers for them, and how far its goals are reached.

mod breakdown;
mod due;
mod form;
mod respondents;

use base::Id;
use db::Db;
use exchange::{Answer, Expected, ExpectedItem, ExpectedSource, Known, NotAsked, RoundSubject};
use identity::{Answering, Function, Viewer};

use crate::content::{Action, Content, Frequency, Goal, Indicator, TimePlan};
use crate::plan::Plan;
use crate::version::Version;

pub(crate) use breakdown::key_of;
use due::Years;
pub(crate) use respondents::Respondents;

/// Plans as rounds are opened about them.
pub(crate) const SOURCE: ExpectedSource = ExpectedSource { kind: "plan", subjects, expected };

/// The kinds of items.
const ACTION: &str = "action";
const GOAL: &str = "goal";

fn subjects<'a>(db: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<RoundSubject>> {
    Box::pin(async move {
        let subject = |plan: Plan| RoundSubject {
            years: Years::of(&plan, plan.period).ends(),
            id: plan.id,
            title: plan.title,
            owner: plan.owner,
            owner_name: plan.owner_name,
        };
        Ok(Plan::to_be_followed(db, viewer).await?.into_iter().map(subject).collect())
    })
}

fn expected<'a>(
    db: &'a Db,
    viewer: &'a Viewer,
    plan: &'a Id,
    year: i16,
    known: &'a [Known],
) -> Answer<'a, Option<Expected>> {
    Box::pin(async move {
        let followed = |plan: &Plan| plan.is_to_be_followed() && plan.may_write(viewer);
        let Some(plan) = Plan::find(db, viewer, plan).await?.filter(followed) else { return Ok(None) };
        let Some(adopted) = &plan.adopted else { return Ok(None) };
        let Some(version) = Version::find(db, adopted).await? else { return Ok(None) };
        let respondents = Respondents::new(Answering::load(db).await?, Function::list(db).await?, &plan.owner);
        Ok(Some(of_year(&plan, &version.content, respondents, year, known)))
    })
}

/// What the content of an adopted plan expects in a year, besides what is known.
pub(crate) fn of_year(
    plan: &Plan,
    content: &Content,
    respondents: Respondents,
    year: i16,
    known: &[Known],
) -> Expected {
    let years = Years::of(plan, content.period);
    let mut following =
        Following { plan, content, years, year, known, respondents, items: Vec::new(), not_asked: Vec::new() };
    following.actions();
    following.goals();
    let Following { respondents, items, not_asked, .. } = following;
    Expected { title: plan.title.clone(), owner: plan.owner.clone(), items, unknown: respondents.unknown, not_asked }
}

/// One plan's follow-up of one year in the making.
struct Following<'a> {
    plan: &'a Plan,
    content: &'a Content,
    years: Years,
    year: i16,
    known: &'a [Known],
    respondents: Respondents,
    items: Vec<ExpectedItem>,
    not_asked: Vec<NotAsked>,
}

impl Following<'_> {
    fn is_due(&self, action: &Action) -> bool {
        let frequency = action.frequency.unwrap_or(self.usual());
        self.years.expects(frequency, &action.time_plan, self.year)
    }

    /// How often the plan is followed up where nothing else is said.
    fn usual(&self) -> Frequency {
        self.content.rules.report_every.unwrap_or(Frequency::Yearly)
    }

    fn actions(&mut self) {
        let kinds = breakdown::kinds_of_violence(self.content);
        for (goal, action) in self.content.actions() {
            if !self.is_due(action) {
                continue;
            }
            let from = self.respondents.of(action);
            let led = from.iter().any(|(_, leads)| *leads);
            let form = form::action(&self.asked(&action.indicators), led, &kinds);
            self.items.push(ExpectedItem {
                key: action.id.clone(),
                kind: ACTION,
                number: action.number.clone(),
                title: action.text.clone(),
                section: goal.map(section),
                minutes: form::minutes(&form),
                form,
                href: Some(format!("/plans/{}/actions/{}", self.plan.id, action.id)),
                from,
            });
        }
    }

    /// Each goal with actions due is assessed by everybody who answers for one of them. What is counted for the goal as a whole is
    /// asked of the plan's owner alone, together with the owner's own assessment: an item of its own, since it has another form.
    fn goals(&mut self) {
        let kinds = breakdown::kinds_of_violence(self.content);
        let usually_due = self.years.expects(self.usual(), &TimePlan::default(), self.year);
        for goal in &self.content.goals {
            let mut from = self.answering(goal);
            let is_due = usually_due || goal.actions.iter().any(|action| self.is_due(action));
            let indicators = if is_due { self.asked(of_goal(goal)) } else { Vec::new() };
            let owner = &self.plan.owner;
            if !indicators.is_empty() {
                from.retain(|(unit, _)| unit != owner);
            }
            if !from.is_empty() {
                self.goal(goal, goal.id.clone(), form::goal(&self.content.rules.assessment_scale, &[], &kinds), from);
            }
            if !indicators.is_empty() {
                let key = owners_item(&goal.id);
                let form = form::goal(&self.content.rules.assessment_scale, &indicators, &kinds);
                self.goal(goal, key, form, vec![(owner.clone(), true)]);
            }
        }
    }

    /// The indicators that somebody has to be asked about. Those that are known already are noted.
    fn asked<'a>(&mut self, indicators: impl IntoIterator<Item = &'a Indicator>) -> Vec<&'a Indicator> {
        let mut asked = Vec::new();
        for indicator in indicators.into_iter().filter(|indicator| form::is_asked(indicator)) {
            match self.known.iter().find(|known| known.series == indicator.id.as_str()) {
                Some(known) => {
                    self.not_asked.push(NotAsked { what: indicator.text.clone(), from: known.from.clone() });
                }
                None => asked.push(indicator),
            }
        }
        asked
    }

    fn goal(&mut self, goal: &Goal, key: Id, form: forms::Form, from: Vec<(Id, bool)>) {
        self.items.push(ExpectedItem {
            key,
            kind: GOAL,
            number: goal.number.clone(),
            title: goal.title.clone(),
            section: Some(section(goal)),
            minutes: form::minutes(&form),
            form,
            href: Some(format!("/plans/{}#goal-{}", self.plan.id, goal.id)),
            from,
        });
    }

    /// Everybody who answers for an action of a goal that is due, in the order of the actions; who leads any of them leads.
    fn answering(&self, goal: &Goal) -> Vec<(Id, bool)> {
        let of_goal = self.items.iter().filter(|item| item.section.as_ref().is_some_and(|(key, _)| *key == goal.id));
        let each = of_goal.filter(|item| item.kind == ACTION).flat_map(|item| item.from.iter().cloned());
        respondents::each_once(each)
    }
}

/// What follows the key of a goal in that of its owner's item.
const OWNER: &str = "owner";

/// The key of what is asked of a plan's owner alone about a goal.
#[must_use]
pub fn owners_item(goal: &Id) -> Id {
    Id::stored(format!("{goal}-{OWNER}"))
}

/// The steps by which a plan's goals are assessed: its own words, or the usual five.
#[must_use]
pub fn assessment_scale(content: &Content) -> Vec<forms::Label> {
    form::steps(&content.rules.assessment_scale)
}

fn section(goal: &Goal) -> (Id, String) {
    (goal.id.clone(), format!("{} {}", goal.number, goal.title).trim().to_owned())
}

/// The indicators of a goal and its measures.
fn of_goal(goal: &Goal) -> impl Iterator<Item = &Indicator> {
    goal.indicators.iter().chain(goal.measures.iter().flat_map(|measure| &measure.indicators))
}
