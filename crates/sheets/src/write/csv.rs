//! Separated values, for Excel in Sweden and for machines.
//!
//! Text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises against formula injection.

use super::{Sheet, Value};
use crate::text;

/// The byte order mark of UTF-8: without it Excel takes the file for Windows-1252.
const MARK: &str = "\u{feff}";

/// How values are spelled.
#[derive(Clone, Copy)]
struct Spelling {
    separator: char,
    decimal: char,
    yes: &'static str,
    no: &'static str,
}

const SWEDISH: Spelling = Spelling { separator: ';', decimal: ',', yes: "SANT", no: "FALSKT" };
const MACHINE: Spelling = Spelling { separator: ',', decimal: '.', yes: "true", no: "false" };

/// The sheet as Excel in Sweden opens it: `;`, decimal comma, byte order mark.
#[must_use]
pub fn csv_swedish(sheet: &Sheet) -> Vec<u8> {
    format!("{MARK}{}", spell(sheet, SWEDISH)).into_bytes()
}

/// The sheet as RFC 4180 describes it: `,`, decimal point, UTF-8.
#[must_use]
pub fn csv_machine(sheet: &Sheet) -> Vec<u8> {
    spell(sheet, MACHINE).into_bytes()
}

/// Header and rows; the note over the header is for people and stays in the workbook.
fn spell(sheet: &Sheet, spelling: Spelling) -> String {
    let mut out = String::new();
    let titles = sheet.columns.iter().map(|column| guarded(&column.title));
    add_row(&mut out, titles, spelling);
    for row in &sheet.rows {
        let width = sheet.columns.len().max(row.len());
        let values = row.iter().chain(std::iter::repeat(&Value::Empty)).take(width);
        add_row(&mut out, values.map(|value| field(value, spelling)), spelling);
    }
    out
}

fn add_row(out: &mut String, fields: impl Iterator<Item = String>, spelling: Spelling) {
    for (number, field) in fields.enumerate() {
        if number > 0 {
            out.push(spelling.separator);
        }
        if field.contains([spelling.separator, '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}

fn field(value: &Value, spelling: Spelling) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) | Value::Link { text, .. } => guarded(text),
        Value::Rich(runs) => guarded(&text(runs)),
        Value::Number(number) => number.to_string().replace('.', &spelling.decimal.to_string()),
        Value::Date(date) => date.to_string(),
        Value::Bool(value) => if *value { spelling.yes } else { spelling.no }.to_owned(),
    }
}

/// Text that can be no formula. A signed number is one to a spreadsheet too, and a harmless one.
fn guarded(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.replace(',', ".").parse::<f64>().is_err();
    if risky { format!("'{text}") } else { text.to_owned() }
}
