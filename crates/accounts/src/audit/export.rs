//! The log as a file: lines of JSON with all that the chain is made of, or separated values for a spreadsheet.

use db::audit::Entry;
use db::{Db, Queries, Result, values};
use serde::Serialize;
use sheets::write::{Column, Sheet, Value, csv_machine};

use super::{FROM, Logged, NAME};

/// How the log is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Lines of JSON.
    Lines,
    /// Separated values.
    Csv,
}

impl Format {
    /// The format of this name, which is also how its files end.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Lines, Self::Csv].into_iter().find(|format| format.as_str() == name)
    }

    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lines => "jsonl",
            Self::Csv => "csv",
        }
    }

    /// Its kind of content.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Lines => "application/jsonl; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// How many events a part holds.
const PART: i64 = 1000;

/// The whole log on its way out, a part at a time.
pub struct Export<'a> {
    db: &'a Db,
    format: Format,
    after: i64,
    begun: bool,
}

/// Some of the log, as it is written.
#[derive(Debug)]
pub struct Part {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// How many events they hold.
    pub events: usize,
}

/// The whole log, for whoever runs the installation.
#[must_use]
pub fn export(db: &Db, format: Format) -> Export<'_> {
    Export { db, format, after: 0, begun: false }
}

impl Export<'_> {
    /// The next part; none when all is written.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn next(&mut self) -> Result<Option<Part>> {
        let sql =
            format!("SELECT {}, {NAME} {FROM} WHERE e.position > $1 ORDER BY e.position LIMIT {PART}", Entry::COLUMNS);
        let rows = self.db.rows(&sql, values![self.after]).await?;
        let events = rows.iter().map(Logged::read).collect::<Result<Vec<_>>>()?;
        let Some(last) = events.last().and_then(|event| event.entry.position) else { return Ok(None) };
        let headed = !std::mem::replace(&mut self.begun, true);
        self.after = last;
        Ok(Some(Part { bytes: spell(self.format, &events, headed)?, events: events.len() }))
    }
}

/// Events as bytes; separated values with the names of their columns when `headed`.
///
/// # Errors
/// Never for events that were read from the database.
pub fn spell(format: Format, events: &[Logged], headed: bool) -> Result<Vec<u8>> {
    match format {
        Format::Lines => lines(events),
        Format::Csv => {
            let text = csv_machine(&sheet(events));
            let head = if headed { 0 } else { text.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1) };
            Ok(text[head..].to_vec())
        }
    }
}

/// A line: the columns as they are chained, with the name and the time for people.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    entry: &'a Entry,
    time: String,
    name: Option<&'a str>,
}

fn lines(events: &[Logged]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for event in events {
        let line = Line { entry: &event.entry, time: time(event), name: event.name.as_deref() };
        serde_json::to_writer(&mut bytes, &line)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// Codes are left out: a spreadsheet takes some of them for formulas, and nobody reads them there.
const COLUMNS: [&str; 10] =
    ["position", "time", "kind", "actor_kind", "actor", "name", "organisation", "subject_kind", "subject", "detail"];

fn sheet(events: &[Logged]) -> Sheet {
    let row = |event: &Logged| {
        let entry = &event.entry;
        let text = |text: &str| Value::Text(text.to_owned());
        let maybe = |value: &Option<String>| value.as_deref().map_or(Value::Empty, text);
        vec![
            entry.position.map_or(Value::Empty, |position| Value::Text(position.to_string())),
            Value::Text(time(event)),
            text(&entry.kind),
            text(&entry.actor_kind),
            text(&entry.actor),
            maybe(&event.name),
            maybe(&entry.organisation_id),
            text(&entry.subject_kind),
            text(&entry.subject_id),
            text(&entry.detail),
        ]
    };
    let columns = COLUMNS.iter().map(|title| Column::new(*title, 20)).collect();
    Sheet { name: "audit".to_owned(), note: None, columns, rows: events.iter().map(row).collect() }
}

/// When it happened, as UTC.
fn time(event: &Logged) -> String {
    db::instant(event.entry.at).to_string()
}
