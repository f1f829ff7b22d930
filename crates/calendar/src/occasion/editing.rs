//! An occasion is added, changed and taken out of the wheel.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, Event, Result, Value, values};
use identity::{Function, Unit, UnitKind, Verb, Viewer};
use jiff::civil::Date;
use serde::Serialize;

use super::{Occasion, Recurrence};

/// Most years after which something comes back, days for which it is announced, minutes it takes: a working week.
const MOST_YEARS: i16 = 10;
const MOST_DAYS: u16 = 365;
const MOST_MINUTES: u16 = 2400;

/// An occasion as it is filled in.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NewOccasion {
    /// The unit whose year it belongs to.
    pub owner: String,
    /// What it is called.
    pub name: String,
    /// What is to be done.
    pub what: String,
    /// The kind of unit it concerns; empty for the owner alone.
    pub unit_kind: String,
    /// The function it concerns; empty for everybody who answers for the unit.
    pub function: String,
    /// The first day of the first time.
    pub from: String,
    /// The last day of the first time.
    pub to: String,
    /// After how many years it comes back.
    pub every: String,
    /// How many days before it is announced.
    pub days_ahead: String,
    /// How long it takes.
    pub minutes: String,
}

/// An occasion that is as it should be.
struct Checked {
    name: String,
    what: String,
    unit_kind: &'static str,
    function: String,
    recurrence: Recurrence,
    days_ahead: u16,
    minutes: u16,
}

impl NewOccasion {
    /// What is filled in of an occasion as it is.
    #[must_use]
    pub fn of(occasion: &Occasion) -> Self {
        Self {
            owner: occasion.owner.to_string(),
            name: occasion.name.clone(),
            what: occasion.what.clone(),
            unit_kind: occasion.unit_kind.map_or("", UnitKind::as_str).to_owned(),
            function: occasion.function.clone(),
            from: occasion.recurrence.from.to_string(),
            to: occasion.recurrence.to.to_string(),
            every: occasion.recurrence.every.to_string(),
            days_ahead: occasion.days_ahead.to_string(),
            minutes: occasion.minutes.to_string(),
        }
    }

    /// Adds an occasion to the year of a unit that the viewer writes for.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not, or something is filled in wrongly.
    pub async fn create(&self, db: &Db, viewer: &Viewer) -> Result<Id> {
        let functions = Function::list(db).await?;
        let change = db.change(viewer.actor()?).await?;
        let owner = self.owner(&change, viewer).await?;
        let id = self.write(&change, &owner, &functions).await?;
        change.commit(Event::new("occasion.added", "occasion", &id).within(&owner)).await?;
        Ok(id)
    }

    /// The unit it is to belong to.
    pub(crate) async fn owner(&self, change: &Change, viewer: &Viewer) -> Result<Id> {
        let unit = match Id::parse(&self.owner) {
            Some(id) => Unit::find(change, &id).await?.filter(|unit| unit.valid_to.is_none()),
            None => None,
        };
        let Some(unit) = unit else {
            let mut errors = FormErrors::default();
            errors.add("owner", FieldError::Missing);
            return Err(Problem::from(errors).into());
        };
        viewer.check(Verb::Write, &unit.path)?;
        Ok(unit.id)
    }

    /// Writes it within a larger change.
    pub(crate) async fn write(&self, change: &Change, owner: &Id, functions: &[Function]) -> Result<Id> {
        let id = change.new_id();
        let mut row = self.check(functions).map_err(Problem::from)?.columns();
        row.extend([
            ("id", id.as_str().into()),
            ("owner_id", owner.as_str().into()),
            ("revision", 1_i64.into()),
            ("created_at", change.at().as_microsecond().into()),
        ]);
        change.insert("occasion", row).await?;
        Ok(id)
    }

    /// Saves an occasion that somebody opened at a revision. Whose it is never changes.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not, something is filled in wrongly, or somebody else saved it since.
    pub async fn save(&self, db: &Db, viewer: &Viewer, id: &Id, revision: i64) -> Result<()> {
        let functions = Function::list(db).await?;
        let change = db.change(viewer.actor()?).await?;
        let occasion = Occasion::own(&change, viewer, id).await?;
        let checked = self.check(&functions).map_err(Problem::from)?;
        let claim = "UPDATE occasion SET revision = revision + 1 WHERE id = $1 AND revision = $2";
        if change.execute(claim, values![id.as_str(), revision]).await? == 0 {
            return Err(Problem::Conflict.into());
        }
        change.update("occasion", id, checked.columns()).await?;
        change.commit(Event::new("occasion.changed", "occasion", id).within(&occasion.owner)).await
    }

    fn check(&self, functions: &[Function]) -> std::result::Result<Checked, FormErrors> {
        let mut errors = FormErrors::default();
        let name = errors.required("name", &self.name, 100);
        let what = errors.optional("what", &self.what, 2000);
        let kind = UnitKind::parse(&self.unit_kind);
        if kind.is_none() && !self.unit_kind.is_empty() {
            errors.add("unit_kind", FieldError::NotAChoice);
        }
        if !self.function.is_empty() && !functions.iter().any(|function| function.name == self.function) {
            errors.add("function", FieldError::NotAChoice);
        }
        let (from, to) = (day(&mut errors, "from", &self.from), day(&mut errors, "to", &self.to));
        if let (Some(from), Some(to)) = (from, to) {
            check_order(&mut errors, from, to);
        }
        let every = number(&mut errors, "every", &self.every, 1..=MOST_YEARS);
        let days_ahead = number(&mut errors, "days_ahead", &self.days_ahead, 0..=MOST_DAYS);
        let minutes = number(&mut errors, "minutes", &self.minutes, 0..=MOST_MINUTES);
        match (from, to, every, days_ahead, minutes) {
            (Some(from), Some(to), Some(every), Some(days_ahead), Some(minutes)) if errors.is_empty() => Ok(Checked {
                name,
                what,
                unit_kind: kind.map_or("", UnitKind::as_str),
                function: self.function.clone(),
                recurrence: Recurrence { from, to, every },
                days_ahead,
                minutes,
            }),
            _ => Err(errors),
        }
    }
}

impl Checked {
    fn columns(self) -> Vec<(&'static str, Value)> {
        vec![
            ("name", self.name.into()),
            ("what", self.what.into()),
            ("unit_kind", self.unit_kind.into()),
            ("job_function", self.function.into()),
            ("first_from", self.recurrence.from.to_string().into()),
            ("first_to", self.recurrence.to.to_string().into()),
            ("every_years", i64::from(self.recurrence.every).into()),
            ("days_ahead", i64::from(self.days_ahead).into()),
            ("minutes", i64::from(self.minutes).into()),
        ]
    }
}

impl Occasion {
    /// Takes an occasion out of the wheel. What units were done with is kept.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not. Returns what it was called.
    pub async fn end(db: &Db, viewer: &Viewer, id: &Id) -> Result<String> {
        let change = db.change(viewer.actor()?).await?;
        let occasion = Self::own(&change, viewer, id).await?;
        change.update("occasion", id, vec![("ended_on", db.clock().today().to_string().into())]).await?;
        change.commit(Event::new("occasion.ended", "occasion", id).within(&occasion.owner)).await?;
        Ok(occasion.name)
    }

    /// The occasion, for a viewer who may change it.
    pub(crate) async fn own(db: &impl db::Queries, viewer: &Viewer, id: &Id) -> Result<Self> {
        let occasion = Self::find(db, viewer, id).await?.ok_or(Problem::NotFound)?;
        viewer.check(Verb::Write, &occasion.owner_path)?;
        Ok(occasion)
    }
}

fn day(errors: &mut FormErrors, name: &'static str, text: &str) -> Option<Date> {
    let day = text.trim().parse::<Date>().ok().filter(|day| (2000..=2200).contains(&day.year()));
    if day.is_none() {
        errors.add(name, if text.trim().is_empty() { FieldError::Missing } else { FieldError::NotADate });
    }
    day
}

/// A time ends after it has begun, and before it would begin again.
fn check_order(errors: &mut FormErrors, from: Date, to: Date) {
    let again = Recurrence { from, to: from, every: 1 }.in_year(from.year() + 1);
    if to < from {
        errors.add("to", FieldError::TooEarly);
    } else if again.is_some_and(|again| to >= again.from) {
        errors.add("to", FieldError::TooLate);
    }
}

fn number<T>(errors: &mut FormErrors, name: &'static str, text: &str, reach: std::ops::RangeInclusive<T>) -> Option<T>
where
    T: std::str::FromStr + PartialOrd,
{
    let number = text.trim().parse().ok().filter(|number| reach.contains(number));
    if number.is_none() {
        errors.add(name, FieldError::NotANumber);
    }
    number
}
