//! Changing the master key.

use anyhow::Result;

use crate::cli::KeyCommand;
use crate::settings::Settings;
use crate::{output, store};

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: &KeyCommand) -> Result<()> {
    let KeyCommand::Rotate = command;
    let db = store::open(settings).await?;
    let rotation = db::rotate(&db, db::SEALED).await?;
    db.close().await?;
    if settings.json {
        output::line(serde_json::to_string(&rotation)?);
        return Ok(());
    }
    output::line(format_args!("The key {} is in use; {} texts were put under it.", rotation.key, rotation.rewrapped));
    for older in &rotation.kept_for_audit {
        output::line(format_args!(
            "Keep the key {} below it: {} events of the audit log can be verified with no other.",
            older.name, older.events
        ));
    }
    Ok(())
}
