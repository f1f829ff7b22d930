//! What the plan's owner has answered about a goal in the year's round: offered to whoever writes the overall assessment.

use db::{FromQueryResult, Queries, Result, sea_orm, values};
use serde::Deserialize;

use crate::compile::chain;
use crate::compiled::GoalStatus;
use crate::status_report::StatusReport;

/// The owner's own assessment of a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnAssessment {
    /// The step of the scale.
    pub(crate) step: String,
    /// Why, in the owner's words; may be empty.
    pub(crate) reason: String,
    /// The owner's name.
    pub(crate) body: String,
    /// What the round is called.
    pub(crate) round: String,
    /// Whether the report was approved, or waits for that.
    pub(crate) is_approved: bool,
}

#[derive(FromQueryResult)]
struct Stored {
    name: String,
    title: String,
    state: String,
    typed: String,
}

#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    assessment: String,
    #[serde(default)]
    reason: String,
}

impl OwnAssessment {
    /// What the owner has handed in about the goal, in an item of its own or as one of those who answer for the goal. Of several rounds
    /// in the year what was approved last, or else what was handed in last.
    pub(crate) async fn find(db: &impl Queries, report: &StatusReport, goal: &GoalStatus) -> Result<Option<Self>> {
        let owners = plans::owners_item(&goal.id);
        let mut values = values![i64::from(report.year), report.owner.as_str(), goal.id.as_str(), owners.as_str()];
        let plans = chain(db, std::iter::once(&report.plan)).await?;
        let places: Vec<String> = plans
            .iter()
            .map(|plan| {
                values.push(plan.as_str().into());
                format!("${}", values.len())
            })
            .collect();
        let sql = format!(
            "SELECT u.name, d.title, p.state, p.typed FROM round d JOIN round_item i ON i.round_id = d.id \
             JOIN report p ON p.item_id = i.id JOIN unit u ON u.id = p.unit_id WHERE d.subject_kind = 'plan' AND d.year = $1 \
             AND d.subject_id IN ({}) AND p.unit_id = $2 AND i.item_key IN ($3, $4) \
             AND p.state IN ('submitted', 'approved', 'locked') ORDER BY d.opens_on, d.id, i.position",
            places.join(", ")
        );
        let rows = db.all::<Stored>(&sql, values).await?;
        let all: Vec<Self> = rows.into_iter().map(Self::of).collect::<Result<_>>()?;
        let assessed = all.into_iter().filter(|own| !own.step.is_empty());
        Ok(assessed.max_by_key(|own| own.is_approved))
    }

    fn of(row: Stored) -> Result<Self> {
        let typed: Typed = serde_json::from_str(&row.typed)?;
        Ok(Self {
            step: typed.assessment.trim().to_owned(),
            reason: typed.reason.replace("\r\n", "\n").trim().to_owned(),
            body: row.name,
            round: row.title,
            is_approved: row.state != "submitted",
        })
    }

    /// A text with the reason added as its last paragraphs; as it is where the reason stands in it already.
    pub(crate) fn added_to(&self, text: &str) -> String {
        let text = text.trim();
        if text.contains(&self.reason) {
            return text.to_owned();
        }
        format!("{text}\n\n{}", self.reason).trim().to_owned()
    }
}
