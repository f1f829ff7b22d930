//! New figures are read into a series: years are added, and those told anew take the place of the old.

use base::{FormErrors, Id, Problem};
use db::{Db, Event, Result, values};
use identity::Viewer;
use jiff::civil::Date;

use super::creation::check_day;
use super::{Given, OutsideSeries};

impl OutsideSeries {
    /// Adds these years, or puts them in place of those that are there. Other years stay.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write it, or the day is wrong.
    pub async fn renew(db: &Db, viewer: &Viewer, id: &Id, fetched_on: Option<Date>, years: &[Given]) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let series = Self::find(&change, viewer, id).await?.ok_or(Problem::NotFound)?;
        series.check(viewer)?;
        let mut errors = FormErrors::default();
        check_day(&mut errors, fetched_on, base::in_stockholm(change.at()).date());
        errors.check().map_err(Problem::Invalid)?;
        let day = fetched_on.map(|day| day.to_string()).unwrap_or_default();
        let claim = "UPDATE outside_series SET revision = revision + 1, fetched_on = $2 WHERE id = $1";
        change.execute(claim, values![id.as_str(), day.as_str()]).await?;
        let before = series.years(&change).await?;
        let old = |given: &Given| before.iter().find(|other| other.year == given.year);
        let changed = years.iter().filter(|given| old(given).is_some_and(|old| old != *given)).count();
        let added = years.iter().filter(|given| old(given).is_none()).count();
        for given in years {
            let gone = "DELETE FROM outside_value WHERE series_id = $1 AND year = $2";
            change.execute(gone, values![id.as_str(), i64::from(given.year)]).await?;
        }
        Self::insert_years(&change, id, years).await?;
        let event = Event::new("outside_series.renewed", "outside_series", id).within(&series.owner);
        change.commit(event.with(serde_json::json!({ "added": added, "changed": changed }))).await
    }
}
