//! Status reports on the command line.

use anyhow::{Context, Result, anyhow};
use base::Id;
use i18n::Language;
use plans::Plan;
use plans::editions::Words;
use reports::StatusReport;
use reports::editions::{Format, bytes};

use super::plan::{export, operator};
use crate::cli::{BuildArguments, ReportCommand};
use crate::output;
use crate::settings::Settings;
use crate::store;

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: &ReportCommand) -> Result<()> {
    let ReportCommand::Build(arguments) = command;
    build(settings, arguments).await
}

/// Writes the report to a file or to standard output.
async fn build(settings: &Settings, arguments: &BuildArguments) -> Result<()> {
    let format = Format::parse(&arguments.format)
        .with_context(|| format!("--format {}: give pdf, docx, xlsx, html or json", arguments.format))?;
    let db = store::open(settings).await?;
    let viewer = operator(&db).await?;
    let id = Id::parse(&arguments.plan).with_context(|| format!("{} is no plan's id", arguments.plan))?;
    let plan =
        Plan::find(&db, &viewer, &id).await?.with_context(|| format!("there is no plan {id}: see `plan list`"))?;
    if plan.adopted.is_none() {
        return Err(anyhow!("{} is not adopted: a status report is about an adopted plan", plan.title));
    }
    let catalogue = web::catalogue().map_err(|faults| anyhow!(faults.join("\n")))?;
    let tell = Words::new(&catalogue, Language::Sv);
    let snapshot = StatusReport::latest(&db, &viewer, tell, &plan, arguments.period).await?;
    let bytes = bytes(&snapshot, tell, format, db.clock().today()).map_err(|error| anyhow!(error))?;
    export::write(&arguments.output, &bytes)?;
    let state = if snapshot.is_published() { "published" } else { "draft" };
    if settings.json {
        let told = serde_json::json!({
            "plan": id, "year": arguments.period, "edition": snapshot.edition, "state": state, "bytes": bytes.len(),
        });
        output::line(told);
    } else if !snapshot.is_published() {
        eprintln!("No report on {} is published: this is a draft of what there is now.", arguments.period);
    }
    Ok(db.close().await?)
}
