//! The register of organisation on the command line.

use std::path::Path;

use accounts::organisation_import::{self, Reading};
use anyhow::{Context, Result};
use db::Actor;
use identity::Unit;

use super::file;
use crate::cli::OrganisationCommand;
use crate::settings::Settings;
use crate::store;

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: OrganisationCommand) -> Result<()> {
    let OrganisationCommand::Import { file, below, dry_run } = command;
    let reading = read(&file).await?;
    let db = store::open(settings).await?;
    let below = match &below {
        Some(code) => {
            Some(Unit::find_by_code(&db, code).await?.with_context(|| format!("no unit has the code or id {code}"))?)
        }
        None => None,
    };
    let summary = if dry_run {
        organisation_import::compare(&db, below.as_ref(), &reading).await?.summary
    } else {
        organisation_import::apply(&db, Actor::Command("organisation import"), below.as_ref(), &reading).await?
    };
    println!(
        "{}",
        if settings.json { serde_json::to_string(&summary)? } else { serde_json::to_string_pretty(&summary)? }
    );
    Ok(db.close().await?)
}

async fn read(file: &Path) -> Result<Reading> {
    let reading = organisation_import::read_file(&store::reader()?, &file::name(file), file::bytes(file)?).await;
    reading.with_context(|| format!("{} cannot be taken in", file.display()))
}
