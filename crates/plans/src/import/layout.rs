//! The columns of a table: from its header, which may take two lines; from the table before; or from what the cells hold.

use std::collections::HashSet;

use super::{
    columns::{Column, meaning},
    followup, headings, indicators,
    pieces::{Grid, GridCell},
    reading::IndicatorKind,
    responsible, times, words,
};

/// The columns of a table from some row on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub(super) columns: Vec<Column>,
    /// How many rows the header takes.
    pub(super) header: usize,
    /// Whether actions are numbered with a plain number before the text.
    pub(super) plain_numbers: bool,
}

type Row<'a> = [GridCell<'a>];

/// How many rows at the start of a table may be titles above its header.
const LONGEST_TITLE: usize = 12;

/// Finds the header of a table: the row where it starts, and the layout.
pub(super) fn find(grid: &Grid) -> Option<(usize, Layout)> {
    (0..grid.rows.len().min(LONGEST_TITLE)).find_map(|at| header(&grid.rows, at).map(|layout| (at, layout)))
}

/// The layout that a header starting at a row gives.
pub(super) fn header(rows: &[Vec<GridCell>], at: usize) -> Option<Layout> {
    let row = rows.get(at)?;
    if !row.iter().all(|cell| cell.rich.text.chars().count() <= 90) {
        return None;
    }
    let top = spread(row);
    // A title that covers the table is no first line of its header.
    let title = row.len() > 1 && row.iter().filter(|cell| !cell.is_empty()).count() < 2;
    let second = rows.get(at + 1).filter(|next| !title && is_second_line(row, next));
    let (columns, lines) = match second {
        Some(next) => (combined(&top, row, next), 2),
        None => (top.iter().map(|text| meaning(text)).collect::<Vec<_>>(), 1),
    };
    let data = rows.get(at + lines..).unwrap_or_default();
    let mut columns = columns;
    marks(&mut columns, data, second.is_some());
    if !is_header(&columns, row, second.map_or(&[], |next| next.as_slice())) {
        return None;
    }
    settle(&mut columns, data);
    let plain_numbers = has_plain_numbers(&columns, data);
    Some(Layout { columns, header: lines, plain_numbers })
}

/// Texts of a header line; one that covers several columns is the text of each.
fn spread(row: &Row) -> Vec<String> {
    let mut texts: Vec<String> = row.iter().map(GridCell::flat).collect();
    for (at, cell) in row.iter().enumerate() {
        for covered in at + 1..(at + usize::from(cell.cell.columns)).min(texts.len()) {
            if texts[covered].is_empty() {
                texts[covered] = texts[at].clone();
            }
        }
    }
    texts
}

/// Whether a row is the second line of a header: short words that stand under a shared or broken heading.
fn is_second_line(first: &Row, next: &Row) -> bool {
    let filled: Vec<&GridCell> = next.iter().filter(|cell| !cell.is_empty()).collect();
    let short = filled
        .iter()
        .all(|cell| cell.rich.text.chars().count() <= 40 && cell.rich.text.split_whitespace().count() <= 5);
    if filled.len() < 2 || !short {
        return false;
    }
    let known = filled.iter().filter(|cell| meaning(&cell.flat()).is_known()).count();
    let shared = first.iter().any(|cell| cell.cell.columns > 1 && usize::from(cell.cell.columns) < first.len());
    let gaps = first.iter().zip(next).any(|(above, below)| above.is_empty() && !below.is_empty());
    let open = first.iter().zip(next).any(|(above, below)| {
        let subject = matches!(meaning(&above.flat()), Column::Action | Column::Goal | Column::Measure);
        subject && below.is_empty()
    });
    let named = filled.iter().filter(|cell| words::is_body(&cell.flat()) || meaning(&cell.flat()).is_known()).count();
    known * 2 > filled.len() || (shared || gaps) && open && named * 2 >= filled.len()
}

/// Two header lines as one.
fn combined(top: &[String], first: &Row, next: &Row) -> Vec<Column> {
    let mut group = String::new();
    let bottom: Vec<String> = next.iter().map(GridCell::flat).collect();
    (0..top.len().max(bottom.len()))
        .map(|at| {
            let above = top.get(at).cloned().unwrap_or_default();
            let below = bottom.get(at).cloned().unwrap_or_default();
            // Pasted text has an empty cell where a heading covers two columns.
            let covers = above.is_empty() && !below.is_empty() && first.get(at).is_some();
            if !covers {
                group.clone_from(&above);
            }
            pair(&group, &below)
        })
        .collect()
}

fn pair(above: &str, below: &str) -> Column {
    if below.is_empty() {
        return meaning(above);
    }
    match (meaning(above), meaning(below)) {
        (Column::FollowUp | Column::Indicator, Column::Lead) => Column::Unknown(format!("{above} {below}")),
        (Column::FollowUp, Column::Time) => Column::FollowUp,
        (Column::Co, Column::Lead) => Column::Co,
        (Column::Lead | Column::Co, Column::Unknown(name)) if words::is_body(&name) => Column::Mark(name),
        (
            above @ (Column::Lead | Column::Action | Column::Goal | Column::Time | Column::Frequency),
            Column::Unknown(_),
        ) => above,
        (_, Column::Unknown(_)) => meaning(&format!("{above} {below}")),
        (_, below) => below,
    }
}

/// Turns columns headed by a body into marks where the cells hold nothing else.
fn marks(columns: &mut [Column], data: &[Vec<GridCell>], grouped: bool) {
    for (at, column) in columns.iter_mut().enumerate() {
        let name = match column {
            Column::Unknown(name) if words::is_body(name) => name.clone(),
            Column::Mark(name) => name.clone(),
            _ => continue,
        };
        let mut cells = data.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).take(200).peekable();
        let marked = cells.peek().is_some()
            && cells.all(|cell| responsible::mark(&cell.rich).is_some() || headings::goal(&cell.flat()).is_some());
        if marked {
            *column = Column::Mark(name);
        } else if matches!(column, Column::Mark(_)) {
            *column = if grouped { Column::Lead } else { Column::Unknown(name) };
        }
    }
}

fn is_header(columns: &[Column], first: &Row, second: &Row) -> bool {
    let filled = columns.iter().filter(|column| !matches!(column, Column::Unknown(name) if name.is_empty())).count();
    let known = columns.iter().filter(|column| column.is_known()).count();
    let content = columns.iter().any(|column| column.is_content() || *column == Column::Detail);
    let kinds =
        columns.iter().filter(|column| column.is_known()).map(std::mem::discriminant).collect::<HashSet<_>>().len();
    let wordy = first.iter().chain(second).any(|cell| cell.rich.text.split_whitespace().count() > 9);
    if wordy || filled == 0 {
        return false;
    }
    if filled == 1 {
        return content
            && first.iter().filter(|cell| !cell.is_empty()).all(|cell| cell.rich.text.split_whitespace().count() <= 3);
    }
    content && (known * 2 >= filled || known >= 3) && known >= 2 || kinds >= 3 && known * 2 >= filled
}

/// Settles columns that bear the same meaning, and those that mean something else in this company.
fn settle(columns: &mut [Column], data: &[Vec<GridCell>]) {
    let has = |columns: &[Column], wanted: &Column| columns.contains(wanted);
    if !has(columns, &Column::Action) {
        let stand_in =
            [Column::Detail, Column::Measure, Column::Section].into_iter().find(|column| has(columns, column));
        let acts = has(columns, &Column::Lead) || has(columns, &Column::Time);
        if let Some(stand_in) = stand_in.filter(|column| acts || *column == Column::Detail) {
            replace_first(columns, &stand_in, &Column::Action);
        }
    }
    if has(columns, &Column::Action) {
        replace_all(columns, &Column::Measure, &Column::Indicator);
        several_actions(columns, data);
    }
    several_goals(columns);
    let lead = columns.iter().position(|column| *column == Column::Lead);
    for column in
        columns.iter_mut().skip(lead.map_or(usize::MAX, |at| at + 1)).filter(|column| **column == Column::Lead)
    {
        *column = Column::Co;
    }
    settle_times(columns);
    let number = columns.iter().position(|column| *column == Column::Number);
    for column in
        columns.iter_mut().skip(number.map_or(usize::MAX, |at| at + 1)).filter(|column| **column == Column::Number)
    {
        *column = Column::Unknown(String::new());
    }
}

/// Of two columns of actions the first is a level above when it repeats itself; otherwise the second says more.
fn several_actions(columns: &mut [Column], data: &[Vec<GridCell>]) {
    let places: Vec<usize> = (0..columns.len()).filter(|at| columns[*at] == Column::Action).collect();
    let [first, rest @ ..] = places.as_slice() else { return };
    if rest.is_empty() {
        return;
    }
    let cells: Vec<String> = data.iter().filter_map(|row| row.get(*first)).take(500).map(GridCell::flat).collect();
    let distinct: HashSet<&String> = cells.iter().filter(|text| !text.is_empty()).collect();
    let below = if distinct.len() < cells.len() {
        columns[*first] = Column::Section;
        &rest[1..]
    } else {
        rest
    };
    for at in below {
        columns[*at] = Column::Detail;
    }
}

/// The first column of goals counts; another is a level below it.
fn several_goals(columns: &mut [Column]) {
    let first = columns.iter().position(|column| *column == Column::Goal);
    let section = columns.contains(&Column::Section);
    for column in
        columns.iter_mut().skip(first.map_or(usize::MAX, |at| at + 1)).filter(|column| **column == Column::Goal)
    {
        *column = if section { Column::Unknown(String::new()) } else { Column::Section };
    }
}

/// A first and a last day belong together; alone they are a time, or beside one a state.
fn settle_times(columns: &mut [Column]) {
    let (from, to) = (columns.contains(&Column::From), columns.contains(&Column::To));
    if from && to {
        return;
    }
    let time = columns.contains(&Column::Time);
    for column in columns.iter_mut().filter(|column| matches!(column, Column::From | Column::To)) {
        *column = if time { Column::Unknown(String::new()) } else { Column::Time };
    }
}

fn replace_first(columns: &mut [Column], old: &Column, new: &Column) {
    if let Some(column) = columns.iter_mut().find(|column| *column == old) {
        *column = new.clone();
    }
}

fn replace_all(columns: &mut [Column], old: &Column, new: &Column) {
    for column in columns.iter_mut().filter(|column| *column == old) {
        *column = new.clone();
    }
}

/// Whether every action starts with a plain number, each one higher than the last: then these are their numbers.
fn has_plain_numbers(columns: &[Column], data: &[Vec<GridCell>]) -> bool {
    let Some(action) = columns.iter().position(|column| *column == Column::Action) else { return false };
    let texts = data.iter().filter_map(|row| row.get(action)).filter(|cell| !cell.is_empty()).take(200);
    let numbers: Vec<Option<u32>> =
        texts.map(|cell| cell.rich.text.split(' ').next()?.parse().ok().filter(|number| *number < 1000)).collect();
    numbers.len() >= 2 && numbers.windows(2).all(|pair| pair[0].is_some() && pair[0] < pair[1])
}

/// Whether the rows of a table without header can go on with the layout of the table before.
pub(super) fn continues(grid: &Grid, layout: &Layout) -> bool {
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    let fits = width >= 2 && width <= layout.columns.len() && width + 2 > layout.columns.len()
        || width == layout.columns.len();
    let sample: Vec<&Vec<GridCell>> = grid.rows.iter().take(50).collect();
    let plausible = layout.columns.iter().enumerate().all(|(at, column)| {
        let cells: Vec<&GridCell> =
            sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).collect();
        let wordless = cells.iter().filter(|cell| !cell.rich.text.chars().any(char::is_alphabetic)).count();
        match column {
            Column::Action | Column::Lead | Column::Co | Column::Indicator => {
                cells.is_empty() || wordless * 2 < cells.len()
            }
            Column::Mark(_) => cells.iter().all(|cell| responsible::mark(&cell.rich).is_some()),
            _ => true,
        }
    });
    let action = layout.columns.iter().position(|column| *column == Column::Action);
    let filled = action.is_none_or(|at| sample.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty())));
    fits && plausible && filled
}

/// Guesses columns from what they hold. There must be long texts, and bodies or intervals beside them.
pub(super) fn guess(grid: &Grid) -> Option<Layout> {
    let width = grid.rows.iter().map(Vec::len).max()?;
    let sample: Vec<&Vec<GridCell>> = grid.rows.iter().take(100).collect();
    let mut columns: Vec<Column> = (0..width).map(|at| content(&sample, at)).collect();
    let length =
        |at: usize| sample.iter().filter_map(|row| row.get(at)).map(|cell| cell.rich.text.len()).sum::<usize>();
    let free = |column: &Column| matches!(column, Column::Unknown(_));
    let longest = (0..width).filter(|at| free(&columns[*at])).max_by_key(|at| (length(*at), width - at))?;
    if length(longest) < sample.len() * 15 {
        return None;
    }
    columns[longest] = Column::Action;
    let responsible = columns.iter().filter(|column| **column == Column::Lead).count();
    let follows = columns.iter().any(|column| matches!(column, Column::Frequency | Column::Indicator | Column::Time));
    if responsible == 0 && !(follows && columns.contains(&Column::Number)) {
        return None;
    }
    settle(&mut columns, &grid.rows);
    let plain_numbers = has_plain_numbers(&columns, &grid.rows);
    Some(Layout { columns, header: 0, plain_numbers })
}

/// The meaning of a column by its cells: at least three in five must agree.
fn content(sample: &[&Vec<GridCell>], at: usize) -> Column {
    let texts: Vec<String> =
        sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).map(GridCell::flat).collect();
    let most = |told: fn(&str) -> bool| {
        !texts.is_empty() && texts.iter().filter(|text| told(text)).count() * 5 >= texts.len() * 3
    };
    let is_number = |text: &str| text.len() <= 8 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')'));
    if most(followup::is_frequency) {
        Column::Frequency
    } else if most(is_number) && texts.iter().all(|text| !text.starts_with("20")) {
        Column::Number
    } else if most(times::is_time) {
        Column::Time
    } else if most(|text| {
        text.chars().count() <= 160
            && words::is_body(text)
            && !text.ends_with('.')
            && indicators::kind(text) == IndicatorKind::Text
    }) {
        Column::Lead
    } else if most(|text| !matches!(indicators::kind(text), IndicatorKind::Text | IndicatorKind::State)) {
        Column::Indicator
    } else if most(followup::is_occasion) {
        Column::FollowUp
    } else {
        Column::Unknown(String::new())
    }
}
