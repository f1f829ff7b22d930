//! Checking that the database is whole and that what it holds can be read.

use anyhow::{Result, bail};

use crate::output;
use crate::settings::Settings;
use crate::store;

/// Prints what is wrong, and fails when anything is.
pub(crate) async fn run(settings: &Settings) -> Result<()> {
    let db = store::open_as_is(settings, base::Clock::System, base::Randomness::System).await?;
    let mut faults: Vec<String> = db::pending(&db)
        .await?
        .into_iter()
        .map(|step| format!("schema step {step} is not taken: run migrate"))
        .collect();
    if faults.is_empty() {
        let missing = db::missing_keys(&db).await?;
        faults.extend(missing.iter().map(|name| format!("the key named {name} is missing in the key file")));
        faults.extend(db::check(&db).await?);
        faults.extend(plans::check(&db).await?);
    }
    if settings.json {
        output::line(serde_json::json!({ "faults": faults }));
    } else if faults.is_empty() {
        output::line("Everything is whole.");
    } else {
        faults.iter().for_each(|fault| println!("{fault}"));
    }
    db.close().await?;
    if faults.is_empty() { Ok(()) } else { bail!("{} faults", faults.len()) }
}
