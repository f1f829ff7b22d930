//! The year wheels of the invented county, written by their coordinators.

use calendar::occasion::NewOccasion;
use db::Db;

use crate::organisation::id;
use crate::{DemoError, data, plans};

/// Writes every occasion in the year of its unit.
pub(crate) async fn write(db: &Db) -> Result<(), DemoError> {
    for row in data::calendar()?.occasion {
        let viewer = plans::writer(db, &id(&row.owner)?).await?;
        let new = NewOccasion {
            owner: row.owner,
            name: row.name,
            what: row.what,
            unit_kind: row.unit_kind,
            function: row.function,
            from: row.from,
            to: row.to,
            every: row.every_years.to_string(),
            days_ahead: row.days_ahead.to_string(),
            minutes: row.minutes.to_string(),
        };
        new.create(db, &viewer).await?;
    }
    Ok(())
}
