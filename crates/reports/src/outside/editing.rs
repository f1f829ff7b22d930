//! What is said of a series is edited: all but its figures and the kind they are of.

use base::{Id, Problem};
use db::{Db, Event, Queries, Result, values};
use identity::{Unit, Verb, Viewer};

use super::OutsideSeries;
use super::creation::NewSeries;

impl OutsideSeries {
    /// Saves what is said of the series. `settle` is given what is saved now and says what it is to be, so that two who edit it lose
    /// nothing. The kind stays: the years were read as figures of it.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write it, or not for the unit that is to keep it, when
    /// something is wrong, or `settle` refuses.
    pub async fn edit(
        db: &Db,
        viewer: &Viewer,
        id: &Id,
        settle: impl FnOnce(&Self) -> std::result::Result<NewSeries, Problem>,
    ) -> Result<()> {
        let change = db.change(viewer.actor()?).await?;
        // Whoever edits it now comes after those who did so before: what they saved is read below.
        let claim = "UPDATE outside_series SET revision = revision + 1 WHERE id = $1";
        change.execute(claim, values![id.as_str()]).await?;
        let series = Self::find(&change, viewer, id).await?.ok_or(Problem::NotFound)?;
        series.check(viewer)?;
        let new = NewSeries { kind: Some(series.kind), ..settle(&series)? };
        new.check(base::in_stockholm(change.at()).date()).map_err(Problem::Invalid)?;
        let (Some(owner), Some(day)) = (&new.owner, new.fetched_on) else { return Err(Problem::Malformed.into()) };
        let owner = Unit::find(&change, owner).await?.ok_or(Problem::NotFound)?;
        viewer.check(Verb::Write, &owner.path)?;
        let (title, origin, note, day) = (new.title.trim(), new.origin.trim(), new.note.trim(), day.to_string());
        let fields = [
            ("title", title, series.title.as_str()),
            ("origin", origin, &series.origin),
            ("note", note, &series.note),
            ("fetched_on", &day, &series.fetched_on),
            ("owner", owner.id.as_str(), series.owner.as_str()),
        ];
        let changed: Vec<&str> = fields.iter().filter(|(_, new, old)| new != old).map(|(name, ..)| *name).collect();
        if changed.is_empty() {
            return Ok(());
        }
        let row = vec![
            ("owner_id", owner.id.as_str().into()),
            ("title", title.into()),
            ("sort_key", swedish::sort_key(title).into()),
            ("origin", origin.into()),
            ("note", note.into()),
            ("fetched_on", day.as_str().into()),
        ];
        change.update("outside_series", id, row).await?;
        let event = |unit: &Id| {
            let event = Event::new("outside_series.edited", "outside_series", id).within(unit);
            event.with(serde_json::json!({ "fields": changed }))
        };
        // Where it changes hands, both units' logs say so.
        let handed_over = (series.owner != owner.id).then(|| event(&owner.id));
        change.commit_all(std::iter::once(event(&series.owner)).chain(handed_over).collect()).await
    }

    /// Who saved something of it last; empty where nobody has.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn saved_by(&self, db: &impl Queries) -> Result<String> {
        let sql = "SELECT COALESCE(p.name, e.actor) FROM audit_event e LEFT JOIN person p ON p.id = e.actor \
            WHERE e.subject_kind = 'outside_series' AND e.subject_id = $1 ORDER BY e.at DESC, e.id DESC LIMIT 1";
        Ok(db.texts(sql, values![self.id.as_str()]).await?.pop().unwrap_or_default())
    }
}
