//! Lists of rounds.

use db::{FromQueryResult, PageRequest, Paged, Queries, Result, sea_orm, values};
use identity::{Verb, Viewer};

use super::{COLUMNS, FROM, Round, Stored};

/// A round in a list, with how far it has come for the units that the viewer sees.
#[derive(Debug, Clone)]
pub struct RoundRow {
    /// The round.
    pub round: Round,
    /// How many reports are expected.
    pub expected: i64,
    /// How many have come.
    pub received: i64,
}

#[derive(FromQueryResult)]
struct Counts {
    round_id: String,
    expected: i64,
    received: i64,
}

impl Round {
    /// A page of the rounds that the viewer sees, the latest year first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer, page: PageRequest) -> Result<Paged<RoundRow>> {
        let mut values = values![];
        let visible = Self::visible(viewer, &mut values);
        let total = db.number(&format!("SELECT COUNT(*) {FROM} WHERE {visible}"), values.clone()).await?;
        let order = "r.year DESC, r.due_on DESC, r.sort_key, r.id";
        let sql = format!(
            "SELECT {COLUMNS} {FROM} WHERE {visible} ORDER BY {order} LIMIT {} OFFSET {}",
            page.size,
            page.offset()
        );
        let rounds: Vec<Self> =
            db.all::<Stored>(&sql, values).await?.into_iter().map(Self::try_from).collect::<Result<_>>()?;
        Ok(Paged::new(Self::counted(db, viewer, rounds).await?, page, total))
    }

    /// Each with how far it has come for the units that the viewer sees.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn counted(db: &impl Queries, viewer: &Viewer, rounds: Vec<Self>) -> Result<Vec<RoundRow>> {
        let counts = Self::counts(db, viewer, &rounds).await?;
        let row = |round: Self| {
            let of = counts.iter().find(|counts| counts.round_id == round.id.as_str());
            RoundRow {
                expected: of.map_or(0, |counts| counts.expected),
                received: of.map_or(0, |counts| counts.received),
                round,
            }
        };
        Ok(rounds.into_iter().map(row).collect())
    }

    /// The rounds about a thing that the viewer sees, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn about(db: &impl Queries, viewer: &Viewer, kind: &str, subject: &base::Id) -> Result<Vec<Self>> {
        let mut values = values![kind, subject.as_str()];
        let visible = Self::visible(viewer, &mut values);
        let sql = format!(
            "SELECT {COLUMNS} {FROM} WHERE r.subject_kind = $1 AND r.subject_id = $2 AND {visible} \
             ORDER BY r.year DESC, r.opened_at DESC"
        );
        db.all::<Stored>(&sql, values).await?.into_iter().map(Self::try_from).collect()
    }

    async fn counts(db: &impl Queries, viewer: &Viewer, rounds: &[Self]) -> Result<Vec<Counts>> {
        if rounds.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = values![];
        let ids: Vec<String> = rounds
            .iter()
            .map(|round| {
                values.push(round.id.as_str().into());
                format!("${}", values.len())
            })
            .collect();
        let (owner, unit) =
            (viewer.reach(Verb::See, "o.path", &mut values), viewer.reach(Verb::See, "b.path", &mut values));
        // One engine sums whole numbers into decimal ones.
        let sql = format!(
            "SELECT x.round_id, COUNT(*) AS expected, CAST(SUM(CASE WHEN x.state IN ('submitted', 'approved', 'locked') \
             THEN 1 ELSE 0 END) AS BIGINT) AS received FROM report x JOIN round r ON r.id = x.round_id \
             JOIN unit o ON o.id = r.owner_id JOIN unit b ON b.id = x.unit_id WHERE x.round_id IN ({}) \
             AND x.state NOT IN ('removed', 'excused') AND ({owner} OR {unit}) GROUP BY x.round_id",
            ids.join(", ")
        );
        db.all(&sql, values).await
    }
}
