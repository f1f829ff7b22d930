//! Files made for tests, part by part.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::{Cell, NoteKind, Source, Table};

/// A zip archive of parts.
pub(super) fn zip<P: AsRef<str>, C: AsRef<[u8]>>(parts: &[(P, C)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(6));
    for (path, content) in parts {
        writer.start_file(path.as_ref(), options).unwrap();
        writer.write_all(content.as_ref()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A list of relations: id, kind, target.
pub(super) fn relations(list: &[(&str, &str, &str)]) -> String {
    let items: String = list
        .iter()
        .map(|(id, kind, target)| format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#))
        .collect();
    format!(r#"<?xml version="1.0" encoding="UTF-8"?><Relationships>{items}</Relationships>"#)
}

/// The parts of a Word file with more than a body.
#[derive(Default)]
pub(super) struct Word<'a> {
    pub(super) body: &'a str,
    pub(super) styles: &'a str,
    pub(super) numbering: &'a str,
}

impl Word<'_> {
    pub(super) fn bytes(&self) -> Vec<u8> {
        let head = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
        zip(&[
            ("_rels/.rels", relations(&[("rId1", "officeDocument", "word/document.xml")])),
            (
                "word/_rels/document.xml.rels",
                relations(&[("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")]),
            ),
            ("word/document.xml", format!("<w:document {head}><w:body>{}</w:body></w:document>", self.body)),
            ("word/styles.xml", format!("<w:styles {head}>{}</w:styles>", self.styles)),
            ("word/numbering.xml", format!("<w:numbering {head}>{}</w:numbering>", self.numbering)),
        ])
    }

    pub(super) fn read(&self) -> Source {
        crate::read::docx(&self.bytes()).unwrap()
    }
}

/// A Word file with nothing but a body.
pub(super) fn docx(body: &str) -> Source {
    Word { body, ..Word::default() }.read()
}

/// The parts of an Excel file with one sheet.
pub(super) struct Excel<'a> {
    /// What the sheet's root holds.
    pub(super) sheet: &'a str,
    pub(super) strings: &'a str,
    pub(super) styles: &'a str,
    /// What stands before the list of sheets.
    pub(super) properties: &'a str,
    /// The attributes of the sheet in the list.
    pub(super) state: &'a str,
}

impl Default for Excel<'_> {
    fn default() -> Self {
        Self { sheet: "", strings: "", styles: "", properties: "", state: r#"name="Blad1""# }
    }
}

impl Excel<'_> {
    pub(super) fn bytes(&self) -> Vec<u8> {
        let Self { sheet, strings, styles, properties, state } = self;
        let workbook =
            format!(r#"<workbook>{properties}<sheets><sheet {state} sheetId="1" r:id="rId1"/></sheets></workbook>"#);
        zip(&[
            ("_rels/.rels", relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                relations(&[
                    ("rId1", "worksheet", "worksheets/sheet1.xml"),
                    ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
                    ("rId3", "styles", "styles.xml"),
                ]),
            ),
            ("xl/workbook.xml", workbook),
            ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>")),
            ("xl/sharedStrings.xml", format!("<sst count=\"4000000000\" uniqueCount=\"4000000000\">{strings}</sst>")),
            ("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>")),
        ])
    }

    pub(super) fn read(&self) -> Source {
        crate::read::xlsx(&self.bytes()).unwrap()
    }
}

/// The tables of a source.
pub(super) fn tables(source: &Source) -> Vec<&Table> {
    source.blocks.iter().filter_map(crate::Block::table).collect()
}

/// The texts of a table, row by row.
pub(super) fn texts(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.cells.iter().map(Cell::text).collect()).collect()
}

/// The text with bold between asterisks.
pub(super) fn marked(cell: &Cell) -> String {
    marked_runs(&cell.runs)
}

/// The text with bold between asterisks.
pub(super) fn marked_runs(runs: &[crate::Run]) -> String {
    runs.iter().map(|run| if run.bold { format!("*{}*", run.text) } else { run.text.clone() }).collect()
}

/// The kinds of the notes.
pub(super) fn notes(source: &Source) -> Vec<NoteKind> {
    source.notes.iter().map(|note| note.kind).collect()
}
