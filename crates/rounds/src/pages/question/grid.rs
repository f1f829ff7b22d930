//! Breakdowns and tables as grids of inputs.

use forms::{Answer, Breakdown, Field, InputKind, Kind, Label, Reading};
use swedish::whole;

use super::assembly::{Assembly, inputmode, part_name};
use super::value::{figure_text, words};
use super::{Grid, GridRow, Head, Input};

impl Assembly<'_> {
    pub(super) fn grids(&self, field: &Field) -> Vec<Grid> {
        if let Kind::Table { rows, columns } = &field.kind {
            return vec![self.table(field, rows, columns)];
        }
        field.breakdowns.iter().map(|breakdown| self.breakdown(field, breakdown)).collect()
    }

    fn table(&self, field: &Field, rows: &[Label], columns: &[Label]) -> Grid {
        let names: Vec<String> = columns.iter().map(|column| words(self.here, &column.words)).collect();
        let row = |row: &Label| {
            let head = words(self.here, &row.words);
            let inputs = self.inputs_at(field, |place| place.0 == row.key, &head, &names);
            let texts = columns.iter().map(|column| cell(&self.reading, field, &row.key, &column.key)).collect();
            GridRow { head, inputs, texts }
        };
        let rows: Vec<GridRow> = rows.iter().map(row).collect();
        Grid {
            caption: words(self.here, &field.label),
            heads: heads(self.here.text("forms-grid-row"), &names, false),
            text_heads: heads(self.here.text("forms-grid-row"), &names, true),
            answered: rows.iter().any(|row| row.texts.iter().any(|text| !text.is_empty())),
            rows,
            paste: self.paste(field.block(None)),
        }
    }

    fn breakdown(&self, field: &Field, breakdown: &Breakdown) -> Grid {
        let own = field.inputs().into_iter().filter(|input| input.place.is_none() && input.kind != InputKind::Reason);
        let columns: Vec<String> = own.map(|input| part_name(self.here, field, input.kind)).collect();
        let row = |category: &Label| {
            let head = words(self.here, &category.words);
            let here = |place: &(String, String)| place.0 == breakdown.key && place.1 == category.key;
            let inputs = self.inputs_at(field, here, &head, &columns);
            let text = match self.reading.answers.get(&field.key) {
                Some(Answer::Figure { by, .. }) => by.get(&breakdown.key).and_then(|by| by.get(&category.key)),
                _ => None,
            };
            let text = text.map(|figure| figure_text(self.here, &field.kind, *figure)).unwrap_or_default();
            GridRow { head, inputs, texts: vec![text] }
        };
        let rows: Vec<GridRow> = breakdown.categories.iter().map(row).collect();
        let name = words(self.here, &breakdown.words);
        Grid {
            caption: self.here.text_with("forms-grid-breakdown", &[("name", &name)]),
            heads: heads(name.clone(), &columns, false),
            text_heads: heads(name, &[self.here.text("forms-grid-answer")], true),
            answered: rows.iter().any(|row| row.texts.iter().any(|text| !text.is_empty())),
            rows,
            paste: self.paste(field.block(Some(breakdown))),
        }
    }

    /// The inputs of one row, each called by its row and column.
    fn inputs_at(
        &self,
        field: &Field,
        is_here: impl Fn(&(String, String)) -> bool,
        head: &str,
        columns: &[String],
    ) -> Vec<Input> {
        let here = field.inputs().into_iter().filter(|input| input.place.as_ref().is_some_and(&is_here));
        let input = |(input, column): (forms::Input, &String)| {
            let label = self.here.text_with("forms-grid-cell", &[("row", head), ("column", column)]);
            let before = self.before.as_ref().map(|(typed, _)| typed.get(&input.name).to_owned());
            let options = self.options(field, true, self.typed.get(&input.name));
            Input {
                inputmode: inputmode(field, input.kind),
                before: before.filter(|before| !before.is_empty() && options.is_empty()),
                options,
                ..self.input(&input.name, label)
            }
        };
        here.zip(columns).map(input).collect()
    }

    /// Where a block of cells goes. What stays there was not understood.
    fn paste(&self, name: String) -> Input {
        let mut input = self.input(&name, self.here.text("forms-paste"));
        input.error = (!input.value.trim().is_empty()).then(|| self.here.text("forms-paste-left"));
        input
    }
}

fn heads(first: String, others: &[String], number: bool) -> Vec<Head> {
    let first = Head { text: first, number: false };
    std::iter::once(first).chain(others.iter().map(|text| Head { text: text.clone(), number })).collect()
}

fn cell(reading: &Reading, field: &Field, row: &str, column: &str) -> String {
    let Some(Answer::Table { cells }) = reading.answers.get(&field.key) else { return String::new() };
    let count = cells.get(row).and_then(|row| row.get(column));
    count.map(|count| whole(i64::try_from(*count).unwrap_or(i64::MAX))).unwrap_or_default()
}
