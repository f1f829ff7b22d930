//! The status reports of the example: one that is published, one that is being written.

use base::{Clock, Id, day_begins};
use db::Db;
use i18n::Language;
use identity::{Person, Verb, Viewer};
use jiff::SignedDuration;
use jiff::civil::Date;
use plans::Plan;
use plans::editions::Words;
use plans::version::Version;
use reports::StatusReport;
use reports::status_report::writing::Section;
use reports::template::{GoalPart, SectionKey, Template};

use crate::data::{self, ReportWords};
use crate::organisation::id;
use crate::rounds::PLAN;
use crate::{DemoError, plans::writer};

/// The steps that the owner's own assessments take, goal by goal.
const STEPS: [&str; 3] = ["will_be_reached", "uncertain", "will_be_reached"];

/// Writes and publishes the report on a year, and begins the one after it.
pub(crate) async fn write(db: &Db, year: i16) -> Result<(), DemoError> {
    let plan = Plan::load(db, &id(PLAN)?).await?.ok_or_else(|| DemoError::Data(format!("no plan {PLAN}")))?;
    let viewer = writer(db, &plan.owner).await?;
    let words = data::follow_up()?.report;
    let published = Date::new(year + 1, 4, 15).unwrap_or(Date::MAX).min(db.clock().today());
    let past = db.as_of(Clock::fixed(day_begins(published) + SignedDuration::from_hours(10)));
    let report = StatusReport::begin(&past, &viewer, &plan.id, year).await?;
    let sections = sections(db, &plan).await?;
    for (place, key) in sections.iter().enumerate() {
        put(&past, &viewer, &report, key, text(&words, place, key)).await?;
    }
    let catalogue = web::catalogue().map_err(|faults| DemoError::Data(faults.join(", ")))?;
    StatusReport::freeze(&past, &viewer, Words::new(&catalogue, Language::Sv), &report, true).await?;
    StatusReport::publish(&past, &publisher(db, &plan).await?, &report).await?;
    if year < plan.period.to {
        let next = StatusReport::begin(db, &viewer, &plan.id, year + 1).await?;
        for (place, key) in sections.iter().enumerate().skip(1).take(5) {
            put(db, &viewer, &next, key, text(&words, place, key)).await?;
        }
    }
    Ok(())
}

/// What is to be written, in order.
async fn sections(db: &Db, plan: &Plan) -> Result<Vec<SectionKey>, DemoError> {
    let adopted = plan.adopted.as_ref().ok_or_else(|| DemoError::Data(format!("{PLAN} is not adopted")))?;
    let version = Version::find(db, adopted).await?.ok_or_else(|| DemoError::Data(format!("no version of {PLAN}")))?;
    let goals: Vec<Id> = version.content.goals.into_iter().map(|goal| goal.id).collect();
    Ok(Template::of(plan.kind).sections(&goals))
}

fn text(words: &ReportWords, place: usize, key: &SectionKey) -> Section {
    let one = |texts: &[String]| texts.get(place % texts.len().max(1)).cloned().unwrap_or_default();
    let (text, choice) = match key {
        SectionKey::Summary => (words.summary.clone(), ""),
        SectionKey::Goal(_, GoalPart::Assessment) => (one(&words.needs), STEPS[place % STEPS.len()]),
        SectionKey::Goal(_, GoalPart::Needs) => (one(&words.needs), ""),
        SectionKey::Goal(..) => (one(&words.analysis), ""),
    };
    Section { text, choice: choice.to_owned(), done: true, by: String::new() }
}

async fn put(db: &Db, viewer: &Viewer, report: &Id, key: &SectionKey, section: Section) -> Result<(), DemoError> {
    Ok(StatusReport::write(db, viewer, report, key, |_| Ok(section)).await?)
}

/// Somebody who may publish for the plan's owner.
async fn publisher(db: &Db, plan: &Plan) -> Result<Viewer, DemoError> {
    for person in Person::list(db).await? {
        let viewer = Person::viewer(db, &person.id).await?;
        if viewer.may(Verb::Publish, &plan.owner_path) {
            return Ok(viewer);
        }
    }
    Err(DemoError::Data(format!("nobody publishes {PLAN}")))
}
