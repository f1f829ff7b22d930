//! Backups and restoring them.

use std::path::Path;

use anyhow::{Context, Result};
use base::{Clock, Randomness};
use db::backup::Summary;

use crate::settings::Settings;
use crate::{output, store};

/// Writes a backup and reads it through again.
pub(crate) async fn backup(settings: &Settings, file: &Path) -> Result<()> {
    let db = store::open(settings).await?;
    let bar = output::spinner("Writing rows", settings.json);
    db::backup::backup(&db, file, &|rows| bar.set_position(rows)).await?;
    bar.finish_and_clear();
    let summary =
        db::backup::verify(file).context("the backup was written but cannot be read back: do not rely on it")?;
    say(settings, "Written and read back", file, &summary);
    Ok(())
}

/// Restores a backup, or only says whether it is whole.
pub(crate) async fn restore(settings: &Settings, file: &Path, verify: bool) -> Result<()> {
    if verify {
        let summary = db::backup::verify(file)?;
        say(settings, "Whole", file, &summary);
        return Ok(());
    }
    let db = store::open_as_is(settings, Clock::System, Randomness::System).await?;
    let bar = output::spinner("Reading rows", settings.json);
    let summary = db::backup::restore(&db, file, &|rows| bar.set_position(rows)).await?;
    bar.finish_and_clear();
    say(settings, "Restored", file, &summary);
    Ok(db.close().await?)
}

fn say(settings: &Settings, what: &str, file: &Path, summary: &Summary) {
    if settings.json {
        output::line(serde_json::json!({ "file": file, "rows": summary.rows, "sha256": summary.sha256 }));
    } else {
        output::line(format_args!("{what}: {}, {} rows.", file.display(), summary.rows));
    }
}
