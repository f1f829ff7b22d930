//! Somebody without an account who answers for one unit in one round, by a link.

use base::Id;
use db::{Queries, Result, values};
use identity::{Errand, Purpose, Viewer};

use super::Seen;
use crate::round::Round;

/// To answer for a unit in a round: what a link can be for.
pub const REPORTS: Purpose = Purpose("round-report");

impl Round {
    /// Whether the viewer's link is for this unit in this round.
    pub(crate) fn is_errand_for(&self, viewer: &Viewer, unit: &Id) -> bool {
        viewer.errand_for(REPORTS, &self.id).is_some_and(|errand| errand.unit == *unit)
    }

    /// The title of the round that an errand is about, as long as something is asked of its unit there.
    pub(crate) async fn of_errand(db: &impl Queries, errand: &Errand) -> Result<Option<String>> {
        let sql = "SELECT r.title FROM round r WHERE r.id = $1 AND EXISTS (SELECT 1 FROM report x WHERE x.round_id = r.id \
            AND x.unit_id = $2 AND x.state <> 'removed')";
        Ok(db.texts(sql, values![errand.subject.as_str(), errand.unit.as_str()]).await?.into_iter().next())
    }
}

impl Seen {
    /// Whether the viewer's link is for the unit that answers.
    pub(crate) fn is_errand_of(&self, viewer: &Viewer) -> bool {
        self.round.is_errand_for(viewer, &self.report.unit)
    }
}
