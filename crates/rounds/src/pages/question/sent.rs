//! What a form of questions sent.

use forms::{Field, Form, Grid, Input, InputKind, Kind, Typed};
use web::{Fields, Here};

use super::value::words;

/// What was typed, with blocks that were pasted laid over it. What of a block was not understood stays where it was pasted and
/// is read again only when it is changed; `saved` is what was typed before.
pub(crate) fn typed(here: &Here, form: &Form, fields: &Fields, saved: &Typed) -> Typed {
    let mut typed = Typed::default();
    for name in form.input_names() {
        let text = fields.all(&name).join("\n").replace("\r\n", "\n");
        if !text.trim().is_empty() {
            typed.0.insert(name, text);
        }
    }
    for field in form.fields() {
        for (name, grid) in grids(here, field) {
            let text = fields.get(&name).replace("\r\n", "\n");
            let left = if text.trim() == saved.get(&name) { text } else { lay(&grid, &text, &mut typed) };
            if !left.trim().is_empty() {
                typed.0.insert(name, left);
            }
        }
    }
    typed
}

fn lay(grid: &Grid, text: &str, typed: &mut Typed) -> String {
    let pasted = grid.paste(text);
    typed.0.extend(pasted.typed.0);
    pasted.left.join("\n")
}

/// The field's table or breakdowns as their reader sees them, each with the input that takes a block.
fn grids(here: &Here, field: &Field) -> Vec<(String, Grid)> {
    if let Kind::Table { rows, columns } = &field.kind {
        let columns = columns.iter().map(|column| words(here, &column.words)).collect();
        let row = |row: &forms::Label| (words(here, &row.words), names(field, |input| at(input, 0, &row.key)));
        return vec![(field.block(None), Grid { columns, rows: rows.iter().map(row).collect() })];
    }
    let grid = |breakdown: &forms::Breakdown| {
        let row = |category: &forms::Label| {
            let here_at = |input: &Input| at(input, 0, &breakdown.key) && at(input, 1, &category.key);
            (words(here, &category.words), names(field, here_at))
        };
        let columns =
            field.inputs().into_iter().filter(|input| input.place.is_none() && input.kind != InputKind::Reason);
        let columns = columns.map(|input| super::assembly::part_name(here, field, input.kind)).collect();
        (field.block(Some(breakdown)), Grid { columns, rows: breakdown.categories.iter().map(row).collect() })
    };
    field.breakdowns.iter().map(grid).collect()
}

fn at(input: &Input, part: usize, key: &str) -> bool {
    input.place.as_ref().is_some_and(|(one, other)| if part == 0 { one == key } else { other == key })
}

fn names(field: &Field, is_here: impl Fn(&Input) -> bool) -> Vec<String> {
    field.inputs().into_iter().filter(is_here).map(|input| input.name).collect()
}
