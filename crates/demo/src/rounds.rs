//! The follow-up of the example: two years that have been reported and one that is under way, with bodies in every state; of a plan,
//! and of a form of a municipality's own.

use std::collections::BTreeMap;

use base::{Clock, Id, day_begins};
use db::Db;
use identity::{Person, Verb, Viewer};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use plans::Plan;
use plans::content::{Figure, Indicator};
use plans::version::Version;
use rounds::form::creation::{NewForm, Settings};
use rounds::form::library::library;
use rounds::form::{OwnForm, Reach};
use rounds::report::draft::Sent;
use rounds::report::submission::Handed;
use rounds::round::opening::NewRound;
use rounds::{Deadlines, Round, Seen};

use crate::answers::{Aim, Answering};
use crate::data::FollowUp;
use crate::organisation::id;
use crate::{DemoError, data, outside};

/// The plan that is followed up.
pub(crate) const PLAN: &str = "county-plan";

/// For so many days after a year has ended its follow-up is still going on.
const AFTER_THE_YEAR: i64 = 80;

/// The example's follow-up of one thing in the making.
struct FollowingUp<'a> {
    db: &'a Db,
    data: &'a FollowUp,
    subject: Subject,
    /// Where indicators come from and where they are to end, by series.
    aims: BTreeMap<String, Aim>,
    /// Everybody who could act.
    people: &'a [Viewer],
}

/// What is followed up.
struct Subject {
    kind: &'static str,
    id: Id,
    title: String,
    owner: Id,
    /// The first year that was reported.
    first: i16,
}

/// A report, who answers and where it stands.
struct Owed {
    report: Id,
    unit_path: String,
    number: String,
    unit: Id,
    form: forms::Form,
}

/// Writes the rounds and answers with the last year that was reported.
pub(crate) async fn write(db: &Db) -> Result<i16, DemoError> {
    let plan = Plan::load(db, &id(PLAN)?).await?.ok_or_else(|| DemoError::Data(format!("no plan {PLAN}")))?;
    let data = data::follow_up()?;
    let mut people = Vec::new();
    for person in Person::list(db).await? {
        people.push(Person::viewer(db, &person.id).await?);
    }
    let today = db.clock().today();
    let settled = today.checked_sub(AFTER_THE_YEAR.days()).unwrap_or(today);
    let period = plan.period;
    let last = (settled.year() - 1).clamp(period.from, period.to);
    let aims = aims(db, &plan).await?;
    let (kind, owner, first) = ("plan", plan.owner, period.from);
    let subject = Subject { kind, id: plan.id, title: plan.title, owner, first };
    let following = FollowingUp { db, data: &data, subject, aims, people: &people };
    for year in (last - 1).max(period.from)..=last {
        following.finished(year, year < last).await?;
    }
    outside::write(db, following.owner()?, &data.series, last).await?;
    if last < period.to {
        following.running(last + 1).await?;
    }
    statistics(db, &data, &people, last).await?;
    Ok(last)
}

/// A form of a municipality's own, reported on twice and asked once more.
async fn statistics(db: &Db, data: &FollowUp, people: &[Viewer], last: i16) -> Result<(), DemoError> {
    let wrong = |error: serde_json::Error| DemoError::Data(error.to_string());
    let ready = library().map_err(wrong)?.into_iter().find(|ready| ready.key == data.statistics.form);
    let ready = ready.ok_or_else(|| DemoError::Data(format!("no form {}", data.statistics.form)))?;
    let owner = id(&data.statistics.owner)?;
    let writes = |viewer: &&Viewer| viewer.units(Verb::Write).contains(&&owner);
    let viewer = people.iter().find(writes).ok_or_else(|| DemoError::Data(format!("nobody writes for {owner}")))?;
    let begun = Date::new(last, 9, 1).unwrap_or(Date::MIN);
    let past = db.as_of(clock(begun));
    let settings = Settings {
        title: ready.title.clone(),
        unit_kind: Some(ready.unit_kind),
        reach: Reach::Below,
        minutes: Some(ready.minutes),
    };
    let new = NewForm { id: Some(id(&ready.key)?), owner: owner.clone(), settings, definition: ready.form };
    let form = new.begin(&past, viewer).await?;
    OwnForm::publish(&past, viewer, &form, 1).await?;
    let subject = Subject { kind: "form", id: form, title: ready.title, owner, first: last - 1 };
    let following = FollowingUp { db, data, subject, aims: BTreeMap::new(), people };
    following.finished(last, false).await?;
    following.running(last + 1).await
}

/// Where the indicators of the adopted plan come from and where they are to end.
async fn aims(db: &Db, plan: &Plan) -> Result<BTreeMap<String, Aim>, DemoError> {
    let adopted = plan.adopted.as_ref().ok_or_else(|| DemoError::Data(format!("{PLAN} is not adopted")))?;
    let version = Version::find(db, adopted).await?.ok_or_else(|| DemoError::Data(format!("no version of {PLAN}")))?;
    let height = |figure: &Option<Figure>| {
        let figure = figure.as_ref()?;
        figure.value.or_else(|| figure.of.map(|(part, whole)| 100.0 * part as f64 / whole.max(1) as f64))
    };
    let years = f64::from(plan.period.to - plan.period.from + 1);
    let aim = |indicator: &Indicator| {
        let aim = Aim { from: height(&indicator.baseline)?, to: height(&indicator.target)?, years };
        Some((indicator.id.to_string(), aim))
    };
    Ok(version.content.indicators().filter_map(|(_, indicator)| aim(indicator)).collect())
}

impl FollowingUp<'_> {
    /// A year that was reported: nearly all in time, some late, a few never.
    async fn finished(&self, year: i16, ended: bool) -> Result<(), DemoError> {
        let day = |year: i16, month: i8, day: i8| Date::new(year, month, day).unwrap_or(Date::MAX);
        let (opens, due, closes) = (day(year, 11, 15), day(year + 1, 1, 31), day(year + 1, 2, 28));
        let clock = clock(opens);
        let db = self.db.as_of(clock.clone());
        let deadlines = Deadlines { opens, due, closes, locks: Some(day(year + 1, 3, 10)) };
        let round = self.open(&db, year, deadlines).await?;
        for owed in self.owed(&db, &round).await? {
            let answering = self.answering(&owed, year);
            let lot = answering.chance(&format!("lot {year}"), 100);
            match lot {
                0..=2 => {}
                3..=4 => {
                    move_to(&clock, day(year + 1, 1, 20), lot);
                    self.excuse(&db, &round, &owed, lot).await?;
                }
                _ => {
                    let late = lot < 12;
                    let spread = i64::try_from(answering.chance("day", 40)).unwrap_or_default();
                    let from = if late { due.saturating_add(1.days()) } else { day(year, 12, 10) };
                    let handed = from.saturating_add((if late { spread / 2 } else { spread }).days());
                    move_to(&clock, handed, lot);
                    self.submit(&db, &round, &owed, &answering).await?;
                    move_to(&clock, handed.saturating_add(3.days()), lot);
                    self.approve(&db, &round, &owed).await?;
                }
            }
        }
        if ended {
            move_to(&clock, day(year + 1, 3, 20), 0);
            Round::end(&db, self.owner()?, &round).await?;
        }
        Ok(())
    }

    /// The year that is under way, two days past due: a body in every state.
    async fn running(&self, year: i16) -> Result<(), DemoError> {
        let today = self.db.clock().today();
        let before = |days: i64| today.checked_sub(days.days()).unwrap_or(today);
        let (opens, due) = (before(24), before(2));
        let clock = clock(opens);
        let past = self.db.as_of(clock.clone());
        let closes = today.saturating_add(26.days());
        let round = self.open(&past, year, Deadlines { opens, due, closes, locks: None }).await?;
        for owed in self.owed(&past, &round).await? {
            let answering = self.answering(&owed, year);
            let lot = answering.chance(&format!("lot {year}"), 100);
            let spread = i64::try_from(answering.chance("day", 16)).unwrap_or_default();
            move_to(&clock, opens.saturating_add((3 + spread).days()), lot);
            match lot {
                0..=27 => {
                    self.submit(&past, &round, &owed, &answering).await?;
                    move_to(&clock, due, lot);
                    self.approve(&past, &round, &owed).await?;
                }
                28..=49 => self.submit(&past, &round, &owed, &answering).await?,
                50..=57 => {
                    self.submit(&past, &round, &owed, &answering).await?;
                    move_to(&clock, due, lot);
                    self.give_back(&past, &round, &owed, lot).await?;
                }
                58..=63 => {
                    move_to(&clock, before(1), lot);
                    self.submit(&past, &round, &owed, &answering).await?;
                }
                64..=74 => self.begin(&past, &round, &owed, &answering).await?,
                75..=77 => self.excuse(&past, &round, &owed, lot).await?,
                _ => {}
            }
        }
        Ok(())
    }

    async fn open(&self, db: &Db, year: i16, deadlines: Deadlines) -> Result<Id, DemoError> {
        let owner = self.owner()?;
        let modules = [plans::MODULE, rounds::MODULE, reports::MODULE];
        let subject = &self.subject;
        let expected = rounds::subject::expected(&modules, db, owner, subject.kind, &subject.id, year).await?;
        let expected = expected.ok_or_else(|| DemoError::Data(format!("{} cannot be followed up", subject.id)))?;
        let new = NewRound {
            title: format!("{} {year}: {}", self.data.round.title, subject.title),
            subject_kind: subject.kind.to_owned(),
            subject: subject.id.clone(),
            year,
            message: self.data.round.message.clone(),
            deadlines,
        };
        Ok(new.open(db, owner, &expected).await?)
    }

    /// Everything that is owed, in the order of items and bodies.
    async fn owed(&self, db: &Db, round: &Id) -> Result<Vec<Owed>, DemoError> {
        let owner = self.owner()?;
        let today = db.clock().today();
        let found = Round::find(db, owner, round).await?.ok_or_else(|| DemoError::Data("no round".to_owned()))?;
        let mut all = Vec::new();
        for item in found.items(db).await? {
            for report in found.answers_to(db, owner, today, &item.id).await? {
                all.push(Owed {
                    report: report.id,
                    unit_path: report.unit_path,
                    number: format!("{} {}", item.kind, item.number),
                    unit: report.unit,
                    form: item.form.clone(),
                });
            }
        }
        Ok(all)
    }

    fn answering(&self, owed: &Owed, year: i16) -> Answering<'_> {
        let age = u64::try_from(year - self.subject.first).unwrap_or_default();
        let about = format!("{} {}", owed.number, owed.unit);
        Answering { data: self.data, aims: &self.aims, about, age, year }
    }

    /// Somebody of the unit's own who may do this, or else whoever runs the rounds.
    fn actor(&self, owed: &Owed, verb: Verb) -> Result<Viewer, DemoError> {
        let own = self.people.iter().find(|viewer| {
            let here = viewer.roles.iter().any(|held| held.unit == owed.unit);
            here && viewer.may(verb, &owed.unit_path)
        });
        match own {
            Some(viewer) => Ok(viewer.clone()),
            None => {
                // Bodies without anybody in the example are answered for where the round is run.
                let mut owner = self.owner()?.clone();
                let held = identity::HeldRole::new(identity::Role::Coordinator, owed.unit.clone(), "", &owed.unit_path);
                owner.roles.push(held);
                Ok(owner)
            }
        }
    }

    fn owner(&self) -> Result<&Viewer, DemoError> {
        let runs = |viewer: &&Viewer| viewer.units(Verb::Write).contains(&&self.subject.owner);
        self.people.iter().find(runs).ok_or_else(|| DemoError::Data(format!("nobody runs {}", self.subject.id)))
    }

    async fn submit(&self, db: &Db, round: &Id, owed: &Owed, answering: &Answering<'_>) -> Result<(), DemoError> {
        let viewer = self.actor(owed, Verb::Submit)?;
        let sent = Sent::new(answering.typed(&owed.form));
        match Seen::submit(db, &viewer, round, &owed.report, &sent).await? {
            Handed::In(_) => Ok(()),
            other => Err(DemoError::Data(format!("{} {}: {other:?}", owed.number, owed.unit))),
        }
    }

    /// A draft with only the beginning filled in.
    async fn begin(&self, db: &Db, round: &Id, owed: &Owed, answering: &Answering<'_>) -> Result<(), DemoError> {
        let viewer = self.actor(owed, Verb::Submit)?;
        let mut typed = answering.typed(&owed.form);
        typed.0.retain(|name, _| ["status", "narrative", "assessment"].contains(&name.as_str()));
        Seen::save(db, &viewer, round, &owed.report, &Sent::new(typed)).await?;
        Ok(())
    }

    async fn approve(&self, db: &Db, round: &Id, owed: &Owed) -> Result<(), DemoError> {
        Ok(Seen::approve(db, &self.actor(owed, Verb::Approve)?, round, &owed.report).await?)
    }

    async fn give_back(&self, db: &Db, round: &Id, owed: &Owed, lot: u64) -> Result<(), DemoError> {
        let viewer = self.actor(owed, Verb::Approve)?;
        let note = pick(&self.data.more.returns, lot);
        Ok(Seen::give_back(db, &viewer, round, &owed.report, note, &BTreeMap::new()).await?)
    }

    async fn excuse(&self, db: &Db, round: &Id, owed: &Owed, lot: u64) -> Result<(), DemoError> {
        let reason = pick(&self.data.more.exemptions, lot);
        Ok(Seen::excuse(db, self.owner()?, round, &owed.report, reason).await?)
    }
}

fn pick(texts: &[String], lot: u64) -> &str {
    let place = usize::try_from(lot).unwrap_or_default() % texts.len().max(1);
    texts.get(place).map_or("", String::as_str)
}

/// A clock that stands at the morning of a day.
fn clock(day: Date) -> Clock {
    Clock::fixed(day_begins(day) + SignedDuration::from_hours(9))
}

/// Another day, at a time of working hours.
fn move_to(clock: &Clock, day: Date, lot: u64) {
    let minutes = i64::try_from(lot).unwrap_or_default() * 4;
    clock.set(day_begins(day) + SignedDuration::from_hours(9) + SignedDuration::from_mins(minutes));
}
