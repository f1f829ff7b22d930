//! Writing an edition of a plan.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base::Id;
use i18n::Language;
use plans::Plan;
use plans::editions::{About, Edition, Format, Words};
use plans::version::Version;

use super::operator;
use crate::cli::ExportArguments;
use crate::settings::Settings;
use crate::store;

/// Writes the edition to a file or to standard output.
pub(super) async fn run(settings: &Settings, arguments: &ExportArguments) -> Result<()> {
    let db = store::open(settings).await?;
    let viewer = operator(&db).await?;
    let id = Id::parse(&arguments.plan).with_context(|| format!("{} is no plan's id", arguments.plan))?;
    let plan =
        Plan::find(&db, &viewer, &id).await?.with_context(|| format!("there is no plan {id}: see `plan list`"))?;
    let version = match arguments.version {
        Some(number) => Version::numbered(&db, &viewer, &plan, number).await?,
        None => Version::read(&db, &viewer, &plan).await?,
    };
    let version = version.context("the plan has no such version")?;
    let about = About::load(&db, &viewer, &plan, &version).await?;
    let format = if arguments.edition == "workbook" { "xlsx" } else { &arguments.format };
    let bytes = bytes(&version, &about, &arguments.edition, format)?;
    write(&arguments.output, &bytes)?;
    if settings.json {
        println!("{}", serde_json::json!({ "plan": id, "version": version.number, "bytes": bytes.len() }));
    }
    Ok(db.close().await?)
}

fn bytes(version: &Version, about: &About, edition: &str, format: &str) -> Result<Vec<u8>> {
    let catalogue = web::catalogue().map_err(|faults| anyhow::anyhow!(faults.join("\n")))?;
    let words = Words::new(&catalogue, Language::Sv);
    let edition = if edition == "workbook" { "full" } else { edition };
    let edition = Edition::parse(edition)
        .with_context(|| format!("--edition {edition}: give full, short, list, actors or workbook"))?;
    let format = Format::parse(format).with_context(|| format!("--format {format}: give pdf, docx, xlsx or html"))?;
    if format == Format::Xlsx {
        let sheet = plans::editions::sheet(&version.content, about, &edition, words);
        let Some(workbook) = sheet else { bail!("the short version is text: give pdf, docx or html") };
        return Ok(sheets::write::xlsx(&workbook)?);
    }
    let document = plans::editions::document(&version.content, about, &edition, words);
    match format {
        Format::Pdf => Ok(documents::pdf(&document, &documents::Fonts::embedded())?.bytes),
        Format::Docx => Ok(documents::docx(&document)?.bytes),
        Format::Html | Format::Xlsx => Ok(documents::html(&document).into_bytes()),
    }
}

/// Writes to a file, or to standard output.
pub(crate) fn write(output: &Path, bytes: &[u8]) -> Result<()> {
    if output.as_os_str() == "-" {
        return Ok(std::io::stdout().lock().write_all(bytes)?);
    }
    std::fs::write(output, bytes).with_context(|| format!("cannot write {}", output.display()))
}
