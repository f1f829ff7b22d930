//! Reads the tables of a plan, row by row. Every cell is either used or listed as not understood.

use super::{
    columns::{Column, meaning},
    followup,
    headings::{goal, outline_number},
    indicators,
    layout::{self, Layout},
    pieces::{Grid, GridCell},
    reader::{At, Reader},
    reading::{IndicatorKind, WarningKind},
    rows,
    survey::{Origin, Shape},
    words,
};

/// What is known of a table while its rows are read.
pub(super) struct State {
    pub(super) layout: Layout,
    /// The action read last.
    pub(super) last: Option<At>,
    /// Cells merged over rows: text to repeat, and for how many more rows.
    pub(super) merged: Vec<Option<(super::rich::Rich, u32)>>,
    /// How many rows without an action of their own the last one has taken in.
    pub(super) orphans: usize,
    /// Columns of follow-up that name occasions rather than what is measured.
    pub(super) occasional: Vec<bool>,
}

impl State {
    fn new(layout: Layout, rows: &[Vec<GridCell>], last: Option<At>) -> Self {
        let occasional = (0..layout.columns.len()).map(|at| names_occasions(rows, at)).collect();
        Self { merged: vec![None; layout.columns.len()], layout, last, orphans: 0, occasional }
    }

    pub(super) fn column(&self, at: usize) -> Option<&Column> {
        self.layout.columns.get(at)
    }

    pub(super) fn has(&self, column: &Column) -> bool {
        self.layout.columns.contains(column)
    }
}

/// Whether most cells of a column name where something is followed up.
fn names_occasions(rows: &[Vec<GridCell>], at: usize) -> bool {
    let cells: Vec<String> = rows
        .iter()
        .filter_map(|row| row.get(at))
        .filter(|cell| !cell.is_empty())
        .take(100)
        .map(GridCell::flat)
        .collect();
    cells.iter().filter(|text| followup::is_occasion(text)).count() * 2 > cells.len()
}

impl Reader<'_> {
    pub(super) fn table(&mut self, grid: &Grid, shape: &Shape) {
        if let Some((heading, name)) = grid.name.and_then(|name| Some((goal(name)?, name))) {
            self.level(heading, name);
        }
        filled(grid.headings.iter()).for_each(|_| self.used());
        match shape {
            Shape::Contents => filled(grid.rows.iter().flatten()).for_each(|_| self.used()),
            Shape::Other => self.other(grid),
            Shape::Plan { start, layout, origin } => {
                if *origin == Origin::Header {
                    self.start_section();
                }
                if *origin == Origin::Guess {
                    self.start_section();
                    let place = grid.rows.iter().flatten().next().map(|cell| cell.cell.place.clone());
                    self.warn(WarningKind::HeaderGuessed, place.as_ref(), None);
                }
                grid.rows[..*start].iter().for_each(|row| self.row_above(row, grid.name));
                self.plan(grid, *start, layout, *origin);
            }
        }
    }

    fn other(&mut self, grid: &Grid) {
        let first = filled(grid.rows.iter().flatten()).next();
        let (place, text) = (first.map(|cell| cell.cell.place.clone()), first.map(GridCell::flat));
        self.warn(WarningKind::TableNotUnderstood, place.as_ref(), text.as_deref());
        filled(grid.rows.iter().flatten()).for_each(|cell| self.unread(&cell.cell.place, cell.cell.text()));
    }

    /// A row above the header: a goal, the plan's title or the title of the table.
    fn row_above(&mut self, row: &[GridCell], sheet: Option<&str>) {
        let title = self.survey.title.is_none() || sheet.is_some();
        match lone(row) {
            Some(cell) => match goal(&cell.flat()) {
                Some(heading) => {
                    self.used();
                    self.level(heading, &cell.flat());
                }
                None if super::title::says_plan(&cell.flat()) && title => self.used(),
                None if cell.rich.text.chars().count() <= 120 => {
                    self.used();
                    self.section = Some(self.survey.words.calm(&cell.flat()));
                }
                None => self.unread(&cell.cell.place, cell.cell.text()),
            },
            None => filled(row.iter()).for_each(|cell| self.unread(&cell.cell.place, cell.cell.text())),
        }
    }

    fn plan(&mut self, grid: &Grid, start: usize, layout: &Layout, origin: Origin) {
        let rows = &grid.rows;
        let last = if origin == Origin::Before { self.last } else { None };
        let mut state = State::new(layout.clone(), &rows[start..], last);
        let mut at = start;
        self.header(&rows[start..start + layout.header], &rows[start + layout.header..], layout);
        at += layout.header;
        while at < rows.len() {
            let row = &rows[at];
            if may_be_header(row)
                && let Some(next) = layout::header(rows, at)
            {
                let end = at + next.header;
                self.header(&rows[at..end], &rows[end..], &next);
                state = State::new(next, &rows[end..], state.last);
                at = end;
                continue;
            }
            let continues = origin == Origin::Before && at == start;
            self.row(row, rows.get(at + 1), &mut state, continues);
            at += 1;
        }
        self.last = state.last;
    }

    /// Header cells are used; a column that means nothing here is warned of when it holds anything.
    fn header(&mut self, header: &[Vec<GridCell>], data: &[Vec<GridCell>], layout: &Layout) {
        filled(header.iter().flatten()).for_each(|_| self.used());
        for (at, column) in layout.columns.iter().enumerate() {
            let Column::Unknown(name) = column else { continue };
            let heading = header.iter().rev().filter_map(|row| row.get(at)).find(|cell| !cell.is_empty());
            let name = heading.map_or_else(|| name.clone(), GridCell::flat);
            let holds = data.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
            if holds && !name.is_empty() {
                self.warn(WarningKind::UnknownColumn, heading.map(|cell| &cell.cell.place), Some(&name));
            }
        }
    }

    fn row(&mut self, row: &[GridCell], next: Option<&Vec<GridCell>>, state: &mut State, continues: bool) {
        let single = state.layout.columns.iter().filter(|column| column.is_known()).count() == 1;
        if let Some(cell) = lone(row).filter(|_| !single) {
            let at = row.iter().position(|cell| !cell.is_empty()).unwrap_or(0);
            if let Some(heading) = goal(&cell.flat()).filter(|_| state.column(at) != Some(&Column::Goal)) {
                self.used();
                return self.level(heading, &cell.flat());
            }
            if row.len() == 1 && self.joins_last(cell, state) {
                return self.used();
            }
            if is_title(cell, at, next, state) {
                self.used();
                return self.title_row(cell);
            }
        }
        rows::read(self, row, state, continues);
    }

    /// A title inside the table: a goal where the plan names none otherwise, a section below one.
    fn title_row(&mut self, cell: &GridCell) {
        let text = self.survey.words.calm(&cell.flat());
        if self.survey.rank.is_some() {
            self.section = Some(text);
            return;
        }
        let (number, title) = outline_number(&text);
        self.section = None;
        self.set_goal(number.map(str::to_owned), title);
    }

    /// Whether a line alone in its row goes on with the last cell of the row above.
    fn joins_last(&mut self, cell: &GridCell, state: &State) -> bool {
        let Some(at) = state.last else { return false };
        let text = cell.flat();
        let kind = indicators::kind(&text);
        match state.layout.columns.last() {
            Some(Column::Lead | Column::Co) if words::is_body(&text) && !text.ends_with('.') && text.len() <= 120 => {
                rows::add_bodies(self, at, &cell.rich);
            }
            Some(Column::Indicator | Column::FollowUp)
                if !matches!(kind, IndicatorKind::Text | IndicatorKind::State) =>
            {
                let found = indicators::read(&cell.rich);
                if let Some(action) = self.action(at) {
                    action.indicators.extend(found);
                }
            }
            _ => return false,
        }
        true
    }
}

/// The only cell of a row that holds anything.
fn lone<'a, 'b>(row: &'a [GridCell<'b>]) -> Option<&'a GridCell<'b>> {
    let mut filled = filled(row.iter());
    filled.next().filter(|_| filled.next().is_none())
}

/// Cells that hold anything at all, as the source has them.
pub(super) fn filled<'a, 'b: 'a>(
    cells: impl Iterator<Item = &'a GridCell<'b>>,
) -> impl Iterator<Item = &'a GridCell<'b>> {
    cells.filter(|cell| !cell.cell.is_empty())
}

/// Whether a row inside a table is worth a closer look: its header once more, or one with other columns. Every row is asked,
/// so the cheap questions come first.
fn may_be_header(row: &[GridCell]) -> bool {
    let short = |cell: &GridCell| {
        let text = &cell.rich.text;
        text.len() <= 80 && !text.starts_with(|c: char| c.is_ascii_digit()) && text.split(' ').count() <= 7
    };
    let several = row.iter().filter(|cell| !cell.is_empty()).count() >= 2;
    several
        && row.iter().all(short)
        && row.iter().filter(|cell| !cell.is_empty()).take(3).filter(|cell| meaning(&cell.flat()).is_known()).count()
            >= 2
}

/// Whether the only cell of a row is a title rather than an action without anything else.
fn is_title(cell: &GridCell, at: usize, next: Option<&Vec<GridCell>>, state: &State) -> bool {
    let text = cell.flat();
    let width = state.layout.columns.len();
    let long = text.chars().count() > 160 || text.ends_with('.');
    if matches!(state.column(at), Some(Column::Goal | Column::Section))
        && width > 1
        && usize::from(cell.cell.columns) < width
    {
        return false;
    }
    let merged = usize::from(cell.cell.columns) >= width.max(2);
    let bold = cell.rich.is_bold(0..cell.rich.text.len());
    if merged || bold {
        return !long;
    }
    let follows = next.is_some_and(|row| row.iter().filter(|cell| !cell.is_empty()).count() >= 2);
    let parts = |text: &str| outline_number(text).0.map(|number| number.split('.').count());
    let deeper = match (
        parts(&text),
        next.and_then(|row| row.iter().find(|cell| !cell.is_empty())).and_then(|cell| parts(&cell.rich.text)),
    ) {
        (Some(this), Some(next)) => this < next,
        (Some(_), None) => false,
        (None, _) => true,
    };
    at == 0 && follows && deeper && !long && text.chars().count() <= 100
}
