//! A series from outside is kept here, with the years that were read.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, Event, Result, Value};
use identity::{Unit, Verb, Viewer};
use indicators::Kind;
use jiff::civil::Date;

use super::{Given, OutsideSeries};

/// A series to be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewSeries {
    /// The unit that keeps it.
    pub owner: Option<Id>,
    /// What it is called.
    pub title: String,
    /// Where it comes from, in words.
    pub origin: String,
    /// What kind of figure it is of.
    pub kind: Option<Kind>,
    /// What one should know of it.
    pub note: String,
    /// The day the figures were fetched.
    pub fetched_on: Option<Date>,
}

impl NewSeries {
    /// What is wrong with it, by field.
    ///
    /// # Errors
    /// The faults.
    pub fn check(&self, today: Date) -> std::result::Result<(), FormErrors> {
        let mut errors = FormErrors::default();
        errors.required("title", &self.title, 200);
        errors.required("origin", &self.origin, 200);
        errors.optional("note", &self.note, 2000);
        if self.owner.is_none() {
            errors.add("owner", FieldError::Missing);
        }
        if self.kind.is_none() {
            errors.add("kind", FieldError::Missing);
        }
        if matches!(self.kind, Some(Kind::Rate { per: 0 })) {
            errors.add("per", FieldError::NotANumber);
        }
        check_day(&mut errors, self.fetched_on, today);
        errors.check()
    }

    /// Keeps the series with these years.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the owner is unknown or not the viewer's to write for, or something is wrong.
    pub async fn create(&self, db: &Db, viewer: &Viewer, years: &[Given]) -> Result<Id> {
        let change = db.change(viewer.actor()?).await?;
        self.check(base::in_stockholm(change.at()).date()).map_err(Problem::Invalid)?;
        let (Some(owner), Some(kind), Some(day)) = (&self.owner, self.kind, self.fetched_on) else {
            return Err(Problem::Malformed.into());
        };
        let owner = Unit::find(&change, owner).await?.ok_or(Problem::NotFound)?;
        viewer.check(Verb::Write, &owner.path)?;
        let id = change.new_id();
        let per = if let Kind::Rate { per } = kind { Some(i64::from(per)) } else { None };
        let title = self.title.trim();
        let row = vec![
            ("id", id.as_str().into()),
            ("owner_id", owner.id.as_str().into()),
            ("title", title.into()),
            ("sort_key", swedish::sort_key(title).into()),
            ("origin", self.origin.trim().into()),
            ("kind", kind.as_str().into()),
            ("per", per.into()),
            ("note", self.note.trim().into()),
            ("fetched_on", day.to_string().into()),
            ("revision", 1_i64.into()),
            ("created_at", change.at().as_microsecond().into()),
        ];
        change.insert("outside_series", row).await?;
        OutsideSeries::insert_years(&change, &id, years).await?;
        let event = Event::new("outside_series.begun", "outside_series", &id).within(&owner.id);
        change.commit(event.with(serde_json::json!({ "years": years.len() }))).await?;
        Ok(id)
    }
}

/// Figures were fetched on a day that has come.
pub(crate) fn check_day(errors: &mut FormErrors, day: Option<Date>, today: Date) {
    match day {
        None => errors.add("fetched_on", FieldError::NotADate),
        Some(day) if day > today => errors.add("fetched_on", FieldError::InFuture),
        Some(_) => {}
    }
}

impl OutsideSeries {
    pub(super) async fn insert_years(change: &Change, id: &Id, years: &[Given]) -> Result<()> {
        let count = |count: Option<u64>| count.and_then(|count| i64::try_from(count).ok());
        let row = |given: &Given| -> Vec<(&str, Value)> {
            vec![
                ("series_id", id.as_str().into()),
                ("year", i64::from(given.year).into()),
                ("value", given.value.into()),
                ("part", count(given.part).into()),
                ("whole", count(given.whole).into()),
            ]
        };
        change.insert_all("outside_value", years.iter().map(row).collect()).await
    }
}
