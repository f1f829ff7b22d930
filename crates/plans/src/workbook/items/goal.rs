//! Rows of goals.

use base::Id;

use super::{Desk, Item, required};
use crate::content::{Goal, Item as Sentence};
use crate::editions::Words;
use crate::workbook::column::Column;
use crate::workbook::text::{entries, same};
use crate::workbook::{RowKind, UnreadKind};

impl Item for Goal {
    const KIND: RowKind = RowKind::Goal;

    fn new(id: Id) -> Self {
        Self::new(id, "", "")
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn shown(&self, column: Column, _: Words<'_>) -> String {
        match column {
            Column::Number => self.number.clone(),
            Column::Text => self.title.clone(),
            Column::Description => self.text.clone(),
            Column::Preconditions => lines(&self.preconditions),
            Column::DevelopmentAreas => lines(&self.development_areas),
            _ => String::new(),
        }
    }

    fn take(&mut self, column: Column, text: &str, desk: &Desk<'_>) -> Result<(), UnreadKind> {
        match column {
            Column::Number => text.clone_into(&mut self.number),
            Column::Text => self.title = required(text)?,
            Column::Description => text.clone_into(&mut self.text),
            Column::Preconditions => take_lines(&mut self.preconditions, text, desk),
            Column::DevelopmentAreas => take_lines(&mut self.development_areas, text, desk),
            _ => {}
        }
        Ok(())
    }

    fn bump(&mut self) {
        self.revision += 1;
    }
}

fn lines(items: &[Sentence]) -> String {
    items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Sentences that stand there still keep their id. What is left over is paired in order: a sentence was reworded, and what has no
/// counterpart is new or gone.
fn take_lines(items: &mut Vec<Sentence>, text: &str, desk: &Desk<'_>) {
    let mut old: Vec<Option<Sentence>> = std::mem::take(items).into_iter().map(Some).collect();
    let mut new: Vec<(String, Option<Sentence>)> = entries(text).into_iter().map(|line| (line, None)).collect();
    for (line, kept) in &mut new {
        let found = old.iter_mut().find(|item| item.as_ref().is_some_and(|item| same(&item.text, line)));
        *kept = found.and_then(Option::take);
    }
    let mut left = old.into_iter().flatten();
    for (line, kept) in new {
        let item = kept.unwrap_or_else(|| {
            let id = left.next().map_or_else(desk.outside.new_id, |item| item.id);
            Sentence { id, text: line }
        });
        items.push(item);
    }
}
