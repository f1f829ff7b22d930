//! The audit log on the command line.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use accounts::audit::{Format, export};
use anyhow::{Context, Result, bail};
use db::audit::{Fault, Verification};

use crate::cli::AuditCommand;
use crate::settings::Settings;
use crate::{checkpoints, output, store};

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: AuditCommand) -> Result<()> {
    match command {
        AuditCommand::Verify { checkpoints } => verify(settings, checkpoints.as_deref()).await,
        AuditCommand::Checkpoint => checkpoint(settings).await,
        AuditCommand::Export { output, format } => write(settings, &output, &format).await,
    }
}

/// Prints what is wrong with the log, and fails when anything is.
async fn verify(settings: &Settings, elsewhere: Option<&Path>) -> Result<()> {
    let kept = match (elsewhere, settings.audit_export.as_deref()) {
        (Some(path), _) if !path.exists() => bail!("there is no file {}", path.display()),
        (Some(path), _) | (None, Some(path)) => checkpoints::read(path)?,
        (None, None) => Vec::new(),
    };
    let db = store::open_as_is(settings, base::Clock::System, base::Randomness::System).await?;
    if !db::pending(&db).await?.is_empty() {
        bail!("the schema is not up to date: run migrate");
    }
    let bar = output::spinner("Examining the audit log", settings.json);
    let verification = db::audit::verify(&db, &kept).await?;
    bar.finish_and_clear();
    db.close().await?;
    if settings.json {
        output::line(serde_json::to_string(&verification)?);
    } else {
        say(&verification);
    }
    match verification.faults.len() {
        0 => Ok(()),
        faults => bail!("the audit log was tampered with: {faults} faults"),
    }
}

fn say(verification: &Verification) {
    let Verification { events, begins_after, ends_at, checkpoints, checkpoints_passed_over, faults } = verification;
    for fault in faults {
        output::line(line(fault));
    }
    let whole = if faults.is_empty() { "Whole" } else { "Not whole" };
    output::line(format_args!(
        "{whole}: {events} events, positions {} to {ends_at}, held against {checkpoints} checkpoints.",
        begins_after + 1
    ));
    if *checkpoints_passed_over > 0 {
        output::line(format_args!(
            "{checkpoints_passed_over} checkpoints are from before that, or were signed with a key that is not in the file."
        ));
    }
}

fn line(fault: &Fault) -> String {
    let through = if fault.through > fault.position { format!(" to {}", fault.through) } else { String::new() };
    let event = fault.event.as_ref().map(|event| format!(" (event {event})")).unwrap_or_default();
    format!("{}{through}: {}{event}", fault.position, fault.kind.as_str().replace('_', " "))
}

/// Signs how far the log has come and prints it.
async fn checkpoint(settings: &Settings) -> Result<()> {
    let db = store::open(settings).await?;
    let signed = match &settings.audit_export {
        Some(path) => checkpoints::export(&db, path).await?,
        None => db::audit::checkpoint(&db).await?,
    };
    output::line(serde_json::to_string(&signed)?);
    Ok(db.close().await?)
}

/// Writes the whole log.
async fn write(settings: &Settings, path: &Path, format: &str) -> Result<()> {
    let format = Format::parse(format).context("jsonl or csv")?;
    let db = store::open(settings).await?;
    let why = || format!("cannot write {}", path.display());
    let mut out: Box<dyn Write + Send> = match path.to_str() {
        Some("-") => Box::new(std::io::stdout()),
        _ => Box::new(File::create(path).with_context(why)?),
    };
    let mut events = 0;
    let mut parts = export(&db, format);
    while let Some(part) = parts.next().await? {
        out.write_all(&part.bytes).with_context(why)?;
        events += part.events;
    }
    out.flush().with_context(why)?;
    db.close().await?;
    if path.to_str() != Some("-") {
        output::line(format_args!("Written: {}, {events} events.", path.display()));
    }
    Ok(())
}
