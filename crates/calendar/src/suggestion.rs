//! A set of occasions to begin with, in our own words. What an organisation takes over becomes its own and is changed as it likes.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Db, Event, Result};
use identity::{Function, UnitKind, Viewer};
use jiff::civil::Date;

use crate::occasion::NewOccasion;

/// An occasion that many have. Its words are the translations `calendar-suggestion-` and its name, with and without `-what`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is known by.
    pub name: &'static str,
    /// Month and day of its first and last day, in the year in which it begins.
    days: [(i8, i8); 2],
    /// After how many years it comes back.
    every: i16,
    /// The kind of unit that it concerns; none for the organisation itself.
    pub unit_kind: Option<UnitKind>,
    minutes: u16,
}

impl Suggestion {
    /// All of them, in the order of the year.
    pub const ALL: [Self; 6] = [
        Self::new("annual-report", [(1, 8), (2, 15)], 1, Some(UnitKind::Board), 240),
        Self::new("first-tertial", [(5, 1), (5, 20)], 1, Some(UnitKind::Board), 120),
        Self::new("school-year", [(6, 1), (6, 30)], 1, Some(UnitKind::SchoolUnit), 180),
        Self::new("second-tertial", [(9, 1), (9, 20)], 1, Some(UnitKind::Board), 120),
        Self::new("plan-review", [(10, 1), (11, 15)], 1, None, 120),
        Self::new("evaluation", [(10, 1), (12, 15)], 2, None, 480),
    ];

    const fn new(
        name: &'static str,
        days: [(i8, i8); 2],
        every: i16,
        unit_kind: Option<UnitKind>,
        minutes: u16,
    ) -> Self {
        Self { name, days, every, unit_kind, minutes }
    }

    /// Its first and last day in a year.
    #[must_use]
    pub fn days(&self, year: i16) -> [Date; 2] {
        self.days.map(|(month, day)| Date::new(year, month, day).unwrap_or(Date::MAX))
    }

    /// After how many years it comes back.
    #[must_use]
    pub fn every(&self) -> i16 {
        self.every
    }

    /// The occasion that it becomes; `text` words a key.
    fn occasion(&self, owner: &str, year: i16, text: &dyn Fn(&str) -> String) -> NewOccasion {
        let [from, to] = self.days(year);
        NewOccasion {
            owner: owner.to_owned(),
            name: text(&format!("calendar-suggestion-{}", self.name)),
            what: text(&format!("calendar-suggestion-{}-what", self.name)),
            unit_kind: self.unit_kind.map_or("", UnitKind::as_str).to_owned(),
            function: String::new(),
            from: from.to_string(),
            to: to.to_string(),
            every: self.every.to_string(),
            days_ahead: "30".to_owned(),
            minutes: self.minutes.to_string(),
        }
    }
}

/// Makes suggestions a unit's own, from a year on, in the words of whoever takes them over. Returns how many there were.
///
/// # Errors
/// When the database refuses; a [`Problem`] when the viewer may not write for the unit, or nothing was chosen.
pub async fn take_over(
    db: &Db,
    viewer: &Viewer,
    owner: &str,
    names: &[String],
    year: i16,
    text: &(dyn Fn(&str) -> String + Sync),
) -> Result<usize> {
    let chosen: Vec<Suggestion> =
        Suggestion::ALL.into_iter().filter(|one| names.iter().any(|name| name == one.name)).collect();
    let functions = Function::list(db).await?;
    let change = db.change(viewer.actor()?).await?;
    let unit: Id = NewOccasion { owner: owner.to_owned(), ..NewOccasion::default() }.owner(&change, viewer).await?;
    if chosen.is_empty() {
        let mut errors = FormErrors::default();
        errors.add("suggestions", FieldError::Missing);
        return Err(Problem::from(errors).into());
    }
    for suggestion in &chosen {
        suggestion.occasion(owner, year, text).write(&change, &unit, &functions).await?;
    }
    let event = Event::new("occasion.taken_over", "unit", &unit).within(&unit);
    change.commit(event.with(serde_json::json!({ "occasions": chosen.len() }))).await?;
    Ok(chosen.len())
}
