//! The register of organisation on the command line.

use std::path::Path;

use accounts::organisation_import::{self, Reading};
use anyhow::{Context, Result, bail};
use db::Actor;
use identity::Unit;

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
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let program = std::env::current_exe().context("cannot find this program's own file")?;
    let reader = sheets::child::Reader::child(program, [store::READER]);
    match organisation_import::read_file(&reader, &name, bytes).await {
        Ok(reading) => Ok(reading),
        Err(error) => bail!("{}: the file cannot be read: {error:?}", file.display()),
    }
}
