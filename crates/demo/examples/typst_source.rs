//! What the bare Typst compiler needs to set the county's plan and the status report on it as the program does: the source of the
//! full edition and of the latest published report, and the faces they are set in.
//!
//! `cargo run --package demo --example typst_source -- DATA FOLDER` reads the site that `tryggbas demo --data DATA` filled
//! and writes `FOLDER/plan.typ`, `FOLDER/report.typ` and `FOLDER/fonts/`.

#[path = "../benches/county_plan/edition.rs"]
mod edition;

use std::error::Error;
use std::path::Path;

use base::{Clock, Randomness};
use db::Db;
use documents::Fonts;
use i18n::Language;
use identity::Viewer;
use keys::Keys;
use plans::editions::Words;
use reports::StatusReport;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(data), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("say which data folder to read and which folder to write".into());
    };
    let file = db::Settings::File(Path::new(&data).join("tryggbas.db"));
    let keys = Keys::parse(&std::fs::read_to_string(Path::new(&data).join("keys"))?)?;
    let db = Db::open(&file, Clock::System, Randomness::System, keys).await?;
    let document = edition::full(&db).await?;
    let fonts = Path::new(&folder).join("fonts");
    std::fs::create_dir_all(&fonts)?;
    for (name, face) in Fonts::embedded_files() {
        std::fs::write(fonts.join(name), face)?;
    }
    std::fs::write(Path::new(&folder).join("plan.typ"), documents::typst_source(&document)?)?;
    std::fs::write(Path::new(&folder).join("report.typ"), documents::typst_source(&report(&db).await?)?)?;
    Ok(db.close().await?)
}

/// The latest published status report.
async fn report(db: &Db) -> Result<documents::Document, Box<dyn Error>> {
    let viewer = Viewer::anybody();
    let catalogue = web::catalogue().map_err(|faults| faults.join("\n"))?;
    let tell = Words::new(&catalogue, Language::Sv);
    let listed = StatusReport::list(db, &viewer).await?;
    let latest = listed.first().ok_or("no status report is published")?;
    let found = StatusReport::find(db, &viewer, &latest.id).await?.ok_or("it is not found")?;
    let snapshot = found.read(db, &viewer, tell).await?;
    Ok(reports::editions::document(&snapshot, tell, db.clock().today()))
}
