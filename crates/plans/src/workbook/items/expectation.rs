//! Rows of what actions expect of somebody.

use base::Id;
use identity::UnitKind;
use jiff::civil::Date;

use super::{Desk, Item, required};
use crate::content::{Audience, Expectation};
use crate::editions::Words;
use crate::workbook::column::Column;
use crate::workbook::{RowKind, UnreadKind};

impl Item for Expectation {
    const KIND: RowKind = RowKind::Expectation;

    fn new(id: Id) -> Self {
        let (what, by, help) = (String::new(), String::new(), String::new());
        Self { id, audience: Audience::default(), what, by, minutes: None, help }
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn shown(&self, column: Column, words: Words<'_>) -> String {
        match column {
            Column::Function => self.audience.function.clone(),
            Column::UnitKind => match UnitKind::parse(&self.audience.unit_kind) {
                Some(kind) => words.choice("unit-kind", kind.as_str()),
                None => self.audience.unit_kind.clone(),
            },
            Column::Text => self.what.clone(),
            Column::By => self.by.clone(),
            Column::Minutes => self.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            Column::Help => self.help.clone(),
            _ => String::new(),
        }
    }

    fn take(&mut self, column: Column, text: &str, desk: &Desk<'_>) -> Result<(), UnreadKind> {
        match column {
            Column::Function => text.clone_into(&mut self.audience.function),
            Column::UnitKind => {
                let choices = UnitKind::ALL.map(|kind| (kind, kind.as_str()));
                let kind = desk.choice("unit-kind", &choices, text)?;
                kind.map(UnitKind::as_str).unwrap_or_default().clone_into(&mut self.audience.unit_kind);
            }
            Column::Text => self.what = required(text)?,
            Column::By => self.by = by(text)?,
            Column::Minutes => self.minutes = minutes(text)?,
            Column::Help => text.clone_into(&mut self.help),
            _ => {}
        }
        Ok(())
    }

    /// Somebody has to be addressed.
    fn is_complete(&self, _: Words<'_>) -> bool {
        let addressed = [&self.audience.function, &self.audience.unit_kind].iter().any(|name| !name.is_empty());
        addressed && !self.what.is_empty()
    }

    /// Its changes are not counted.
    fn bump(&mut self) {}
}

/// A date, or a day of every year as `MM-DD`.
fn by(text: &str) -> Result<String, UnreadKind> {
    // A leap year, so that the last of February is a day too.
    let is_day = |text: &str| text.len() == 5 && format!("2024-{text}").parse::<Date>().is_ok();
    if text.is_empty() || is_day(text) {
        return Ok(text.to_owned());
    }
    text.parse::<Date>().map(|date| date.to_string()).map_err(|_| UnreadKind::Date)
}

fn minutes(text: &str) -> Result<Option<u32>, UnreadKind> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().ok().filter(|minutes| *minutes > 0).map(Some).ok_or(UnreadKind::Number)
}
