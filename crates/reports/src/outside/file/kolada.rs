//! An answer of Kolada's (API version 3): a list of values by indicator, municipality and year.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{MOST, MOST_LINES, SeriesError, SeriesFile};
use crate::outside::reading::{Line, Unread, Why};

/// The whole population, women and men together.
const TOTAL: &str = "T";

#[derive(Deserialize)]
#[serde(untagged)]
enum Data {
    Answer { values: Vec<Entry> },
    Values(Vec<Entry>),
}

#[derive(Deserialize)]
struct Entry {
    kpi: String,
    #[serde(alias = "ou")]
    municipality: String,
    period: Period,
    values: Vec<Figure>,
}

/// Version 2 writes years as text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Period {
    Number(i16),
    Text(String),
}

#[derive(Deserialize)]
struct Figure {
    gender: String,
    value: Option<f64>,
    #[serde(default, alias = "isdeleted")]
    is_deleted: bool,
}

/// Whether the bytes are data as Kolada answers rather than a table. `{\` begins a text document.
pub(super) fn is_data(bytes: &[u8]) -> bool {
    let text = start(bytes).trim_ascii_start();
    matches!(text.first(), Some(b'{' | b'[')) && !text.starts_with(b"{\\")
}

fn start(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

pub(super) fn read(bytes: &[u8]) -> Result<SeriesFile, SeriesError> {
    let data: Data = serde_json::from_slice(start(bytes)).map_err(|_| SeriesError::NotKolada)?;
    let (Data::Answer { values } | Data::Values(values)) = data;
    let series: BTreeSet<(&str, &str)> =
        values.iter().map(|entry| (entry.kpi.as_str(), entry.municipality.as_str())).collect();
    if values.len() > MOST_LINES {
        return Err(SeriesError::TooMany { limit: MOST_LINES });
    }
    let (kpi, place) = match series.len() {
        0 => return Err(SeriesError::NotKolada),
        1 => series.first().copied().unwrap_or_default(),
        _ => return Err(SeriesError::Several),
    };
    let is_code = |text: &str| text.len() <= 30 && text.chars().all(|letter| letter.is_ascii_alphanumeric());
    if !is_code(kpi) || !is_code(place) {
        return Err(SeriesError::NotKolada);
    }
    let mut file = SeriesFile { origin: format!("Kolada {kpi} ({place})"), ..SeriesFile::default() };
    for (entry, line) in values.iter().zip(1..) {
        match entry.line(line) {
            Ok(line) => file.lines.push(line),
            Err(unread) => file.unread.push(unread),
        }
    }
    Ok(file)
}

impl Entry {
    fn line(&self, line: u32) -> Result<Line, Unread> {
        let (year, text) = match &self.period {
            Period::Number(year) => (Some(*year), year.to_string()),
            Period::Text(text) => (super::year(text), text.chars().take(super::SHOWN).collect()),
        };
        let refuse = |why| Unread { line, text: text.clone(), why };
        let year = year.filter(|year| (1900..=2200).contains(year)).ok_or_else(|| refuse(Why::Year))?;
        let total = self.values.iter().find(|figure| figure.gender == TOTAL && !figure.is_deleted);
        let value = total.and_then(|figure| figure.value);
        if value.is_some_and(|value| value.abs() > MOST) {
            return Err(refuse(Why::Number));
        }
        Ok(Line { line, text: text.clone(), year, value, part: None, whole: None })
    }
}
