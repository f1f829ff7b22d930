//! Tables of actions. A column that is empty in the whole plan is left out of every table, so that all of them look alike.

use documents::{Block, Table, TableRow};

use super::Words;
use super::field::Field;
use super::words::LevelWords;
use crate::content::{Action, Content};

/// The columns of all tables of actions in a document.
pub(super) struct Columns<'a> {
    fields: Vec<Field>,
    levels: &'a LevelWords,
    words: Words<'a>,
}

impl<'a> Columns<'a> {
    /// Those of the fields that hold something somewhere in the plan.
    pub(super) fn new(content: &Content, fields: &[Field], levels: &'a LevelWords, words: Words<'a>) -> Self {
        let used = |field: &Field| content.actions().any(|(_, action)| !field.cell(action, words).is_empty());
        Self { fields: fields.iter().copied().filter(used).collect(), levels, words }
    }

    /// Actions as a table, under the headings they stand under in the plan; none where there are none.
    pub(super) fn table<'b>(&self, caption: String, actions: impl Iterator<Item = &'b Action>) -> Option<Block> {
        let mut rows = Vec::new();
        let mut section = String::new();
        for action in actions {
            if action.section != section {
                section.clone_from(&action.section);
                rows.extend((!section.is_empty()).then(|| TableRow::Group(section.clone())));
            }
            rows.push(self.row(action));
        }
        self.block(caption, rows)
    }

    /// A row of an action.
    pub(super) fn row(&self, action: &Action) -> TableRow {
        TableRow::Cells(self.fields.iter().map(|field| field.cell(action, self.words)).collect())
    }

    /// Rows as a table.
    pub(super) fn block(&self, caption: String, rows: Vec<TableRow>) -> Option<Block> {
        let columns = self.fields.iter().map(|field| field.column(self.levels, self.words)).collect();
        let header_column = self.fields.first() == Some(&Field::Number);
        let caption = Some(caption).filter(|caption| !caption.is_empty());
        (!rows.is_empty()).then_some(Block::Table(Table { caption, columns, rows, header_column }))
    }
}
