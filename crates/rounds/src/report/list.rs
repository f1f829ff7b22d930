//! Reports beside one another: of a unit in a round, of the others on an item, and of the period before.

use base::Id;
use db::{FromQueryResult, Queries, Result, sea_orm, values};
use forms::Typed;
use identity::{Verb, Viewer};
use jiff::civil::Date;

use super::{COLUMNS, FROM, Report, ReportState, Seen, Stored};
use crate::round::{Item, Round};

/// What was answered the period before.
#[derive(Debug, Clone)]
pub struct Before {
    /// What was typed.
    pub typed: Typed,
    /// The year it was about.
    pub year: i16,
}

#[derive(FromQueryResult)]
struct BeforeRow {
    typed: String,
    year: i64,
}

impl Round {
    /// The reports of a unit that the viewer sees, in the order of the items.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn reports_of(
        &self,
        db: &impl Queries,
        viewer: &Viewer,
        today: Date,
        unit: &Id,
    ) -> Result<Vec<(Item, Report)>> {
        let sql = format!(
            "SELECT {COLUMNS} {FROM} JOIN round_item i ON i.id = x.item_id WHERE x.round_id = $1 AND x.unit_id = $2 \
             AND x.state <> 'removed' ORDER BY i.position"
        );
        let rows: Vec<Stored> = db.all(&sql, values![self.id.as_str(), unit.as_str()]).await?;
        let locked = self.is_locked(today);
        let reports: Vec<Report> = rows.into_iter().map(|row| row.report(locked)).collect::<Result<_>>()?;
        let all = viewer.may(Verb::See, &self.owner_path) || self.is_errand_for(viewer, unit);
        let sees = |report: &Report| all || viewer.may(Verb::See, &report.unit_path);
        let mut items = self.items(db).await?;
        let mut pairs = Vec::new();
        for report in reports.into_iter().filter(sees) {
            if let Some(place) = items.iter().position(|item| item.id == report.item) {
                pairs.push((items.swap_remove(place), report));
            }
        }
        Ok(pairs)
    }
}

impl Round {
    /// The reports on an item that the viewer sees, in Swedish order: all of them for those who see the round and for the unit
    /// that leads, otherwise those of the viewer's own units.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn answers_to(&self, db: &impl Queries, viewer: &Viewer, today: Date, item: &Id) -> Result<Vec<Report>> {
        let sql = format!(
            "SELECT {COLUMNS} {FROM} WHERE x.item_id = $1 AND x.round_id = $2 AND x.state <> 'removed' ORDER BY u.sort_key, u.id"
        );
        let rows: Vec<Stored> = db.all(&sql, values![item.as_str(), self.id.as_str()]).await?;
        let locked = self.is_locked(today);
        let reports: Vec<Report> = rows.into_iter().map(|row| row.report(locked)).collect::<Result<_>>()?;
        let sees = |report: &Report| viewer.may(Verb::See, &report.unit_path);
        let all = viewer.may(Verb::See, &self.owner_path) || reports.iter().any(|report| report.leads && sees(report));
        Ok(reports.into_iter().filter(|report| all || sees(report)).collect())
    }
}

impl Seen {
    /// What the unit answered to the same in the period before, if it was handed in.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn before(&self, db: &impl Queries) -> Result<Option<Before>> {
        let Some(previous) = &self.round.previous else { return Ok(None) };
        let sql = "SELECT x.typed, r.year FROM report x JOIN round_item i ON i.id = x.item_id JOIN round r ON r.id = x.round_id \
            WHERE x.round_id = $1 AND i.item_key = $2 AND x.unit_id = $3 AND x.state IN ('submitted', 'approved', 'locked')";
        let values = values![previous.as_str(), self.item.key.as_str(), self.report.unit.as_str()];
        let Some(row) = db.optional::<BeforeRow>(sql, values).await? else { return Ok(None) };
        let year = i16::try_from(row.year).unwrap_or_default();
        Ok(Some(Before { typed: serde_json::from_str(&row.typed)?, year }))
    }

    /// The reports of the others on the same item, in Swedish order: for those who see the round, and for a body that leads.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn others(&self, db: &impl Queries, viewer: &Viewer, today: Date) -> Result<Vec<Report>> {
        let owner = viewer.may(Verb::See, &self.round.owner_path);
        let leads = self.report.leads && viewer.may(Verb::See, &self.report.unit_path);
        if !owner && !leads {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT {COLUMNS} {FROM} WHERE x.item_id = $1 AND x.id <> $2 AND x.state <> 'removed' ORDER BY u.sort_key, u.id"
        );
        let rows: Vec<Stored> = db.all(&sql, values![self.item.id.as_str(), self.report.id.as_str()]).await?;
        let locked = self.round.is_locked(today);
        rows.into_iter().map(|row| row.report(locked)).collect()
    }

    /// Where the reports of the same unit before and after this one are, in the order of the items.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn neighbours(&self, db: &impl Queries) -> Result<(Option<Id>, Option<Id>)> {
        let sql = "SELECT x.id FROM report x JOIN round_item i ON i.id = x.item_id WHERE x.round_id = $1 AND x.unit_id = $2 \
            AND x.state <> 'removed' ORDER BY i.position";
        let ids = db.texts(sql, values![self.round.id.as_str(), self.report.unit.as_str()]).await?;
        let place = ids.iter().position(|id| id == self.report.id.as_str());
        let at = |place: Option<usize>| place.and_then(|place| ids.get(place)).cloned().map(Id::stored);
        Ok((at(place.and_then(|place| place.checked_sub(1))), at(place.map(|place| place + 1))))
    }
}

impl Report {
    /// Whether others may read what was written.
    #[must_use]
    pub fn is_handed_in(&self) -> bool {
        !matches!(self.state, ReportState::Expected | ReportState::Draft | ReportState::Excused)
    }
}
