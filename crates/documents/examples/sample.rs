//! Writes the sample of the tests in every form into a folder, to be looked at: `cargo run --example sample -- FOLDER`.

#[path = "../tests/forms/sample.rs"]
mod sample;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use documents::{Fonts, docx, html, pdf, typst_source};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".into()));
    std::fs::create_dir_all(folder.join("fonts"))?;
    for (name, data) in Fonts::embedded_files() {
        std::fs::write(folder.join("fonts").join(name), data)?;
    }
    for (name, document) in [("plan", sample::plan()), ("list", sample::list())] {
        std::fs::write(folder.join(format!("{name}.html")), html(&document))?;
        std::fs::write(folder.join(format!("{name}.typ")), typst_source(&document)?)?;
        std::fs::write(folder.join(format!("{name}.docx")), docx(&document)?.bytes)?;
        for round in 0..3 {
            let start = Instant::now();
            let file = pdf(&document, &Fonts::embedded())?;
            println!("{name} {round}: {} pages, {} bytes, {:?}", file.pages, file.bytes.len(), start.elapsed());
            std::fs::write(folder.join(format!("{name}.pdf")), file.bytes)?;
        }
    }
    Ok(())
}
