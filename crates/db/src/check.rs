//! Whether the database itself is whole.

use crate::{Db, Engine, Queries, Result, values};

/// What the engine finds wrong with its own data, one line each. PostgreSQL checks its pages by itself when asked to
/// (`data_checksums`); here it is asked only whether it answers.
///
/// # Errors
/// When the database refuses.
pub async fn check(db: &Db) -> Result<Vec<String>> {
    if db.engine() == Engine::Postgres {
        db.number("SELECT COUNT(*) FROM schema_step", values![]).await?;
        return Ok(Vec::new());
    }
    let mut faults = db.texts("PRAGMA integrity_check", values![]).await?;
    faults.retain(|line| line != "ok");
    let broken = db.rows("PRAGMA foreign_key_check", values![]).await?;
    for row in broken {
        let (table, parent) = (row.try_get_by_index::<String>(0)?, row.try_get_by_index::<String>(2)?);
        faults.push(format!("{table}: a row points at {parent}, which is not there"));
    }
    Ok(faults)
}
