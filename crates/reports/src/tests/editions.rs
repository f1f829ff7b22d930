//! The forms of a report, from the same figures.

use db::Engine;
use sheets::write::Value;

use super::fixture::Fixture;
use crate::editions::{Format, annex, bytes, document, file_name};
use crate::snapshot::{Snapshot, Text};

const DAY: &str = "2025-03-01";

/// The report on 2024 with a few texts.
async fn snapshot(fixture: &Fixture) -> Snapshot {
    let text = |text: &str, choice: &str| Text { text: text.to_owned(), choice: choice.to_owned() };
    let mut snapshot = Snapshot::of(fixture.compiled(2024).await, 1);
    snapshot.texts = [
        ("summary".to_owned(), text("Det går framåt.\n\n- Fler utbildas.\n- Färre väntar.", "")),
        ("goal:mal-1:assessment".to_owned(), text("Det märks i verksamheten.", "uncertain")),
        ("goal:mal-1:analysis".to_owned(), text("Utbildningen började sent.", "")),
    ]
    .into();
    snapshot
}

#[tokio::test]
async fn the_document_says_what_was_reported_and_written() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let document = document(&snapshot(&fixture).await, fixture.words(), DAY.parse().unwrap());
    insta::assert_debug_snapshot!(without_images(document));
}

/// Charts are tested where they are drawn.
fn without_images(mut document: documents::Document) -> documents::Document {
    for block in &mut document.blocks {
        if let documents::Block::Figure(figure) = block {
            assert!(figure.svg.starts_with("<svg ") && !figure.alt.is_empty());
            figure.svg.clear();
        }
    }
    document
}

#[tokio::test]
async fn every_form_can_be_made_and_says_the_same() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let snapshot = snapshot(&fixture).await;
    let day = DAY.parse().unwrap();
    for (format, start) in [(Format::Pdf, "%PDF-"), (Format::Docx, "PK"), (Format::Xlsx, "PK"), (Format::Html, "<")] {
        let made = bytes(&snapshot, fixture.words(), format, day).unwrap();
        assert!(made.starts_with(start.as_bytes()), "{format:?}");
        assert_eq!(made, bytes(&snapshot, fixture.words(), format, day).unwrap(), "{format:?} is the same every time");
    }
    assert_eq!(file_name(&snapshot, fixture.words(), Format::Pdf), "lagesrapport-2024-trygg-i-lindhamn.pdf");
    let data = bytes(&snapshot, fixture.words(), Format::Json, day).unwrap();
    assert_eq!(serde_json::from_slice::<Snapshot>(&data).unwrap(), snapshot, "the data is the whole report");
    insta::assert_snapshot!(String::from_utf8(data).unwrap());
}

#[tokio::test]
async fn the_annex_holds_every_figure_with_its_base() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let workbook = annex(&snapshot(&fixture).await, fixture.words(), DAY.parse().unwrap());
    let sheet = |name: &str| workbook.sheets.iter().find(|sheet| sheet.name == name).unwrap();
    for sheet in &workbook.sheets {
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
    let column = |name: &str| sheet("Indikatorer").columns.iter().position(|column| column.title == name).unwrap();
    let row = sheet("Indikatorer")
        .rows
        .iter()
        .find(|row| {
            row[column("Indikator")] == Value::from("Andel personal som gått utbildningen")
                && row[column("År")] == Value::Number(2024.0)
                && row[column("Kategori")] == Value::from("")
        })
        .unwrap();
    let numbers =
        ["Värde", "Täljare", "Nämnare", "Aktörer", "Väntade", "Målvärde"].map(|name| row[column(name)].clone());
    assert_eq!(numbers, [24.0, 12.0, 50.0, 2.0, 3.0, 75.0].map(Value::Number));
    assert_eq!(sheet("Aktörernas status").rows.len(), 3);
    assert_eq!(sheet("Bedömningar").rows[0][2], Value::Number(2.0));
}
