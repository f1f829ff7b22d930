//! Rows of indicators.

use base::Id;

use super::{Desk, Item, figure, required};
use crate::content::{Direction, Figure, Indicator, IndicatorKind};
use crate::editions::Words;
use crate::words::{INDICATOR_KINDS, about_people, asked_of, indicator_kind};
use crate::workbook::column::Column;
use crate::workbook::text::entries;
use crate::workbook::{RowKind, UnreadKind};

impl Item for Indicator {
    const KIND: RowKind = RowKind::Indicator;

    fn new(id: Id) -> Self {
        Self::new(id, IndicatorKind::ToBeDeveloped, "")
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn shown(&self, column: Column, words: Words<'_>) -> String {
        let value =
            |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.written(self.kind)).unwrap_or_default();
        let when = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.when.clone()).unwrap_or_default();
        match column {
            Column::Kind => words.choice("plan-indicator-kind", indicator_kind(self.kind)),
            Column::Text => self.text.clone(),
            Column::Direction => {
                self.direction.map(|known| words.choice("plan-direction", known.as_str())).unwrap_or_default()
            }
            Column::Baseline => value(&self.baseline),
            Column::BaselineWhen => when(&self.baseline),
            Column::Target => value(&self.target),
            Column::TargetWhen => when(&self.target),
            Column::Per => self.per.map(|per| per.to_string()).unwrap_or_default(),
            Column::Scale => self.scale.map(|(low, high)| format!("{low}–{high}")).unwrap_or_default(),
            Column::Breakdowns => self.breakdowns.join("\n"),
            Column::AskedOf if self.of_lead => words.choice("plan-asked-of", asked_of(true)),
            Column::AboutPeople if self.about_people => words.choice("plan-about-people", about_people(true)),
            Column::Source => self.source.clone(),
            _ => String::new(),
        }
    }

    fn take(&mut self, column: Column, text: &str, desk: &Desk<'_>) -> Result<(), UnreadKind> {
        match column {
            Column::Kind => {
                let choices = INDICATOR_KINDS.map(|kind| (kind, indicator_kind(kind)));
                self.kind = desk.choice("plan-indicator-kind", &choices, text)?.ok_or(UnreadKind::Empty)?;
            }
            Column::Text => self.text = required(text)?,
            Column::Direction => {
                let choices = Direction::ALL.map(|known| (known, known.as_str()));
                self.direction = desk.choice("plan-direction", &choices, text)?;
            }
            Column::Baseline => self.baseline = figure::with_value(self.baseline.as_ref(), self.kind, text)?,
            Column::BaselineWhen => self.baseline = figure::with_when(self.baseline.as_ref(), text),
            Column::Target => self.target = figure::with_value(self.target.as_ref(), self.kind, text)?,
            Column::TargetWhen => self.target = figure::with_when(self.target.as_ref(), text),
            Column::Per => self.per = per(text)?,
            Column::Scale => self.scale = scale(text)?,
            Column::Breakdowns => self.breakdowns = entries(text),
            Column::AskedOf => {
                let choices = [true, false].map(|known| (known, asked_of(known)));
                self.of_lead = desk.choice("plan-asked-of", &choices, text)?.unwrap_or_default();
            }
            Column::AboutPeople => {
                let choices = [true, false].map(|known| (known, about_people(known)));
                self.about_people = desk.choice("plan-about-people", &choices, text)?.unwrap_or_default();
            }
            Column::Source => text.clone_into(&mut self.source),
            _ => {}
        }
        Ok(())
    }

    fn bump(&mut self) {
        self.revision += 1;
    }
}

fn per(text: &str) -> Result<Option<u32>, UnreadKind> {
    if text.is_empty() {
        return Ok(None);
    }
    let digits: String = text.split_whitespace().collect();
    digits.parse().map(Some).map_err(|_| UnreadKind::Number)
}

/// Lowest and highest step, parted by a dash. A step may be negative, so only a dash after a digit parts.
fn scale(text: &str) -> Result<Option<(i32, i32)>, UnreadKind> {
    if text.is_empty() {
        return Ok(None);
    }
    let dash = text.char_indices().skip(1).find(|(_, one)| "–-".contains(*one));
    let (at, one) = dash.ok_or(UnreadKind::Scale)?;
    let step = |text: &str| text.trim().parse::<i32>().map_err(|_| UnreadKind::Scale);
    let (low, high) = (step(&text[..at])?, step(&text[at + one.len_utf8()..])?);
    if low < high { Ok(Some((low, high))) } else { Err(UnreadKind::Scale) }
}
