//! Rows of measures.

use base::Id;

use super::{Desk, Item, required};
use crate::content::Measure;
use crate::editions::Words;
use crate::workbook::column::Column;
use crate::workbook::{RowKind, UnreadKind};

impl Item for Measure {
    const KIND: RowKind = RowKind::Measure;

    fn new(id: Id) -> Self {
        Self { id, text: String::new(), indicators: Vec::new() }
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn shown(&self, column: Column, _: Words<'_>) -> String {
        if column == Column::Text { self.text.clone() } else { String::new() }
    }

    fn take(&mut self, column: Column, text: &str, _: &Desk<'_>) -> Result<(), UnreadKind> {
        if column == Column::Text {
            self.text = required(text)?;
        }
        Ok(())
    }

    /// Its changes are not counted.
    fn bump(&mut self) {}
}
