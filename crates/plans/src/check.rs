//! Whether every stored version can be read, and whether the rows beside it say the same.

use base::Id;
use db::{Db, FromQueryResult, Queries, Result, sea_orm, values};

use crate::version::Version;

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    plan_id: String,
    number: i64,
}

/// What is wrong with stored plans, one line each.
///
/// # Errors
/// When the database refuses.
pub async fn check(db: &Db) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for row in
        db.all::<Stored>("SELECT id, plan_id, number FROM plan_version ORDER BY plan_id, number", values![]).await?
    {
        let name = format!("plan {}, version {}", row.plan_id, row.number);
        let id = Id::stored(row.id);
        match Version::find(db, &id).await {
            Ok(Some(version)) => faults.extend(index(db, &version).await?.map(|fault| format!("{name}: {fault}"))),
            Ok(None) => faults.push(format!("{name}: is gone")),
            Err(error) => faults.push(format!("{name}: cannot be read: {error}")),
        }
    }
    Ok(faults)
}

/// Whether the index has the version's actions and goals in their order.
async fn index(db: &Db, version: &Version) -> Result<Option<String>> {
    let sql = "SELECT action_id FROM version_action WHERE version_id = $1 ORDER BY position";
    let indexed = db.texts(sql, values![version.id.as_str()]).await?;
    let said: Vec<&str> = version.content.actions().map(|(_, action)| action.id.as_str()).collect();
    if indexed != said {
        return Ok(Some(format!("the index has {} actions, the plan {}", indexed.len(), said.len())));
    }
    let sql = "SELECT goal_id FROM version_goal WHERE version_id = $1 ORDER BY position";
    let indexed = db.texts(sql, values![version.id.as_str()]).await?;
    let said: Vec<&str> = version.content.goals.iter().map(|goal| goal.id.as_str()).collect();
    if indexed != said {
        return Ok(Some(format!("the index has {} goals, the plan {}", indexed.len(), said.len())));
    }
    let counted = "SELECT unit_id || ' ' || leads || ' ' || takes_part FROM version_body WHERE version_id = $1";
    let said = "SELECT unit_id || ' ' || SUM(CASE WHEN leads THEN 1 ELSE 0 END) || ' ' || SUM(CASE WHEN leads THEN 0 ELSE 1 END) \
        FROM version_action_body WHERE version_id = $1 GROUP BY unit_id";
    let mut counted = db.texts(counted, values![version.id.as_str()]).await?;
    let mut said = db.texts(said, values![version.id.as_str()]).await?;
    counted.sort();
    said.sort();
    Ok((counted != said).then(|| format!("the counts of {} bodies are not those of {}", counted.len(), said.len())))
}
