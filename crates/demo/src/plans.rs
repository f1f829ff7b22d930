//! The plans of the example: read from their pasted text, enriched, adopted, published, sent out for comments.

use base::{Clock, Id, Period, day_begins};
use db::Db;
use identity::{Person, Unit, Viewer};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use plans::content::Content;
use plans::draft;
use plans::import;
use plans::plan::consultation::{Consultation, NewConsultation};
use plans::plan::creation::NewPlan;
use plans::plan::extension::NewExtension;
use plans::plan::own_activity::OwnActivity;
use plans::plan::task::Task;
use plans::version::Decision;
use plans::{Plan, PlanKind};

use crate::organisation::id;
use crate::{DemoError, data, enrichment};

/// How long the open consultation of the example still lasts.
const CONSULTATION_DAYS: i64 = 21;

/// Writes the strategy and all plans.
pub(crate) async fn write(db: &Db) -> Result<(), DemoError> {
    let data = data::enrichment()?;
    for strategy in &data.strategy {
        write_strategy(db, strategy).await?;
    }
    for plan in &data.plan {
        write_plan(db, plan).await?;
    }
    Ok(())
}

async fn write_strategy(db: &Db, strategy: &data::Strategy) -> Result<(), DemoError> {
    let owner = id(&strategy.owner)?;
    let period = Period { from: strategy.period_from, to: strategy.period_to };
    let mut content = Content::new(strategy.title.clone(), period);
    content.summary.clone_from(&strategy.purpose);
    content.goals = strategy.goal.iter().map(|goal| enrichment::strategy_goal(&strategy.id, goal)).collect();
    let new = NewPlan {
        id: Some(id(&strategy.id)?),
        owner: owner.clone(),
        kind: PlanKind::Strategy,
        content,
        strategy: None,
        predecessor: None,
    };
    let viewer = writer(db, &owner).await?;
    let plan = new.begin(db, &viewer).await?;
    let body = unit_name(db, &strategy.decided_by).await?;
    let date = date(&strategy.decided_on)?;
    let decision = Decision {
        body,
        date,
        paragraph: "§ 8".to_owned(),
        diary_number: strategy.diary_number.clone(),
        in_force_from: Date::new(strategy.period_from, 1, 1).unwrap_or(date),
    };
    Plan::adopt(db, &viewer, &plan, &decision).await?;
    Plan::publish(db, &viewer, &plan, true).await?;
    Ok(())
}

async fn write_plan(db: &Db, plan: &data::Plan) -> Result<(), DemoError> {
    let owner = id(&plan.owner)?;
    let viewer = Person::viewer(db, &id(&plan.contact)?).await?;
    let unit = Unit::find(db, &owner).await?.ok_or_else(|| DemoError::Data(format!("no owner {}", plan.owner)))?;
    let reading = import::read(&sheets::read_text(data::text(&plan.file)?));
    let choices = draft::suggest(db, &unit, &reading).await?;
    let year = db.clock().today().year();
    let (from, to) = match plan.consultation {
        // The plan that is out for comments is next year's, whatever this year is.
        Some(_) => (year + 1, year + 1),
        None => (plan.period_from, plan.period_to.unwrap_or(plan.period_from + 5)),
    };
    let period = Period { from, to };
    let mut content = draft::content(&reading, &choices, period, || db.new_id());
    content.title = plan.title.replace(&plan.period_from.to_string(), &from.to_string());
    content.period = period;
    enrichment::apply(db, plan, &mut content).await?;
    let new = NewPlan {
        id: Some(id(&format!("{}-plan", plan.id))?),
        owner,
        kind: PlanKind::parse(&plan.kind).ok_or_else(|| DemoError::Data(format!("kind {}", plan.kind)))?,
        content,
        strategy: plan.strategy.as_deref().map(id).transpose()?,
        predecessor: plan.succeeds.as_ref().map(|before| id(&format!("{before}-plan"))).transpose()?,
    };
    let made = new.begin(db, &viewer).await?;
    for decision in &plan.decision {
        decide(db, &viewer, &made, decision).await?;
    }
    tend(db, &viewer, &made).await?;
    for own in &plan.own_activity {
        add_own(db, &made, own).await?;
    }
    match &plan.consultation {
        Some(consultation) => send_out(db, &viewer, &made, consultation).await,
        None => Ok(()),
    }
}

async fn decide(db: &Db, viewer: &Viewer, plan: &Id, decision: &data::Decision) -> Result<(), DemoError> {
    if decision.kind == "extension" {
        let extension = NewExtension { to: decision.until.clone().unwrap_or_default(), reason: decision.note.clone() };
        return Ok(Plan::extend(db, viewer, plan, &extension).await?);
    }
    let found = Plan::load(db, plan).await?.ok_or_else(|| DemoError::Data(format!("no plan {plan}")))?;
    if found.draft.is_none() {
        Plan::revise(db, viewer, plan).await?;
        enrichment::revise(db, viewer, plan).await?;
    }
    let date = date(&decision.date)?;
    let made = Decision {
        body: unit_name(db, &decision.body).await?,
        date,
        paragraph: decision.paragraph.clone(),
        diary_number: decision.diary_number.clone(),
        in_force_from: date,
    };
    Plan::adopt(db, viewer, plan, &made).await?;
    if decision.published_on.is_some() {
        Plan::publish(db, viewer, plan, true).await?;
    }
    Ok(())
}

/// What the plan's own rules asked for until the last year has been done, all but the latest.
async fn tend(db: &Db, viewer: &Viewer, plan: &Id) -> Result<(), DemoError> {
    let today = db.clock().today();
    let year = Date::new(today.year() - 1, 1, 1).unwrap_or(today).to_string();
    for task in Task::of_plan(db, plan).await?.into_iter().filter(|task| task.done_on.is_none() && task.due < year) {
        let day = date(&task.due)?.checked_sub(20.days()).unwrap_or(today);
        let past = db.as_of(Clock::fixed(day_begins(day) + SignedDuration::from_hours(13)));
        Task::finish(&past, viewer, plan, &task.kind, &task.due, "").await?;
    }
    Ok(())
}

async fn add_own(db: &Db, plan: &Id, own: &data::OwnActivity) -> Result<(), DemoError> {
    let body = id(&own.body)?;
    let plan = Plan::load(db, plan).await?.ok_or_else(|| DemoError::Data(format!("no plan {plan}")))?;
    let version =
        plan.adopted.clone().ok_or_else(|| DemoError::Data("own activities need an adopted plan".to_owned()))?;
    let version =
        plans::version::Version::find(db, &version).await?.ok_or_else(|| DemoError::Data("no version".to_owned()))?;
    let action = enrichment::find_action(&version.content, &own.action).map(|action| action.id.clone());
    let action = action.ok_or_else(|| DemoError::Data(format!("no action {}", own.action)))?;
    let viewer = answering(db, &body).await?;
    Ok(OwnActivity::add(db, &viewer, &plan, &action, &body, &own.text, &own.by).await?)
}

async fn send_out(db: &Db, viewer: &Viewer, plan: &Id, data: &data::Consultation) -> Result<(), DemoError> {
    let closes = db.clock().today().checked_add(CONSULTATION_DAYS.days()).unwrap_or(Date::MAX);
    let bodies = data.invited.iter().map(|body| id(body)).collect::<Result<_, _>>()?;
    let message = data.letter.split_inclusive(". ").filter(|part| !part.contains("senast")).collect();
    NewConsultation { bodies, closes_on: closes.to_string(), message }.open(db, viewer, plan).await?;
    let found = Plan::load(db, plan).await?.ok_or_else(|| DemoError::Data(format!("no plan {plan}")))?;
    let consultations = Consultation::of_plan(db, plan).await?;
    let consultation = consultations.first().ok_or_else(|| DemoError::Data("no consultation".to_owned()))?;
    for comment in &data.comment {
        let body = id(&comment.body)?;
        let subject =
            comment.action.as_deref().and_then(|number| enrichment::find_action(&consultation.content, number));
        let subject = subject.map(|action| action.id.to_string()).unwrap_or_default();
        consultation.comment(db, &answering(db, &body).await?, &body, &subject, &comment.text).await?;
        if let (Some(answer), Some(outcome)) = (&comment.answer, &comment.outcome) {
            let comments = consultation.comments(db, viewer, &found).await?;
            let own = comments.iter().find(|made| made.unit_id == comment.body && made.text == comment.text);
            let made = own.map(|made| Id::stored(made.id.clone())).unwrap_or_default();
            let outcome = match outcome.as_str() {
                "accepted" => "adopted",
                "rejected" => "declined",
                other => other,
            };
            consultation.answer(db, viewer, &found, &made, outcome, answer).await?;
        }
    }
    Ok(())
}

/// Somebody who writes for a unit.
pub(crate) async fn writer(db: &Db, unit: &Id) -> Result<Viewer, DemoError> {
    somebody(db, unit, identity::Verb::Write).await
}

/// Somebody who answers for a unit: one of its own people, or of those above it; in the example always there or made up here.
async fn answering(db: &Db, unit: &Id) -> Result<Viewer, DemoError> {
    somebody(db, unit, identity::Verb::Submit).await
}

async fn somebody(db: &Db, unit: &Id, verb: identity::Verb) -> Result<Viewer, DemoError> {
    let found = Unit::find(db, unit).await?.ok_or_else(|| DemoError::Data(format!("no unit {unit}")))?;
    for person in Person::list(db).await? {
        let viewer = Person::viewer(db, &person.id).await?;
        if viewer.may(verb, &found.path) {
            return Ok(viewer);
        }
    }
    Err(DemoError::Data(format!("nobody for {unit}")))
}

async fn unit_name(db: &Db, unit: &str) -> Result<String, DemoError> {
    let found = Unit::find(db, &id(unit)?).await?;
    Ok(found.map_or_else(|| unit.to_owned(), |unit| unit.name))
}

fn date(text: &str) -> Result<Date, DemoError> {
    text.parse().map_err(|_| DemoError::Data(format!("{text} is no date")))
}
