//! A series that nobody takes figures from is removed.

use base::{Id, Problem};
use db::{Db, Event, Queries, Result, values};
use identity::Viewer;

use super::OutsideSeries;

impl OutsideSeries {
    /// Removes the series with its years.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write it, or an indicator takes its figures from it.
    pub async fn remove(db: &Db, viewer: &Viewer, id: &Id) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        let series = Self::find(&change, viewer, id).await?.ok_or(Problem::NotFound)?;
        series.check(viewer)?;
        if series.takers(&change).await? > 0 {
            return Err(Problem::Refused("outside-series-taken").into());
        }
        let years = change.execute("DELETE FROM outside_value WHERE series_id = $1", values![id.as_str()]).await?;
        change.execute("DELETE FROM outside_series WHERE id = $1", values![id.as_str()]).await?;
        let event = Event::new("outside_series.removed", "outside_series", id).within(&series.owner);
        change.commit(event.with(serde_json::json!({ "years": years }))).await
    }

    /// How many indicators take their figures from it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn takers(&self, db: &impl Queries) -> Result<i64> {
        let sql = "SELECT COUNT(*) FROM indicator_source WHERE kind = 'outside' AND source = $1";
        db.number(sql, values![self.id.as_str()]).await
    }
}
