//! What the bare Typst compiler needs to set the county's plan as the program does: the source of its full edition, and the
//! faces it is set in.
//!
//! `cargo run --package demo --example typst_source -- DATA FOLDER` reads the site that `tryggbas demo --data DATA` filled
//! and writes `FOLDER/plan.typ` and `FOLDER/fonts/`.

#[path = "../benches/county_plan/edition.rs"]
mod edition;

use std::error::Error;
use std::path::Path;

use base::{Clock, Randomness};
use db::Db;
use documents::Fonts;
use keys::Keys;

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
    Ok(db.close().await?)
}
