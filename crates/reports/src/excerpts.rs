//! What bodies have written themselves, for those who write the report. It is not published with it.

use db::{FromQueryResult, Queries, Result, sea_orm, values};
use serde::{Deserialize, Serialize};

use crate::compiled::GoalStatus;
use crate::status_report::StatusReport;

/// The most characters of each text that are shown.
const MOST: usize = 600;

/// What a body wrote about an action or goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Excerpt {
    pub(crate) body: String,
    pub(crate) number: String,
    pub(crate) texts: Vec<String>,
}

#[derive(FromQueryResult)]
struct Stored {
    name: String,
    number: String,
    item_key: String,
    typed: String,
}

/// The texts of the usual forms.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    narrative: String,
    #[serde(default)]
    obstacles: String,
    #[serde(default)]
    reason: String,
}

/// What was written about a goal and its actions in reports that were approved, body by body.
pub(crate) async fn excerpts(db: &impl Queries, report: &StatusReport, goal: &GoalStatus) -> Result<Vec<Excerpt>> {
    let mut values = values![i64::from(report.year)];
    let owners = plans::owners_item(&goal.id);
    let items = goal.actions.iter().map(|action| &action.id).chain([&goal.id, &owners]);
    let places: Vec<String> = items
        .map(|item| {
            values.push(item.as_str().into());
            format!("${}", values.len())
        })
        .collect();
    let sql = format!(
        "SELECT u.name, i.number, i.item_key, p.typed FROM round d JOIN round_item i ON i.round_id = d.id \
         JOIN report p ON p.item_id = i.id JOIN unit u ON u.id = p.unit_id WHERE d.subject_kind = 'plan' AND d.year = $1 \
         AND i.item_key IN ({}) AND p.state IN ('approved', 'locked') ORDER BY i.position, u.sort_key, p.id",
        places.join(", ")
    );
    let mut found = Vec::new();
    for row in db.all::<Stored>(&sql, values).await? {
        let typed: Typed = serde_json::from_str(&row.typed)?;
        // `reason` is why a goal is assessed so; of an action it is why something was not answered.
        let is_goal = row.item_key == goal.id.as_str() || row.item_key == owners.as_str();
        let reason = if is_goal { typed.reason } else { String::new() };
        let texts = [typed.narrative, typed.obstacles, reason].into_iter().map(|text| cut(text.trim()));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        if !texts.is_empty() {
            found.push(Excerpt { body: row.name, number: row.number, texts });
        }
    }
    Ok(found)
}

/// The beginning of a text, cut between words.
fn cut(text: &str) -> String {
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST).collect();
    format!("{} …", start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words))
}
