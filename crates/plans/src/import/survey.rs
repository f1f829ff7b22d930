//! What must be known of the whole source before its parts are read: which tables hold the plan, what its goals are called,
//! who its bodies are.

use std::collections::{HashMap, HashSet};

use super::{
    actors::{self, Actor},
    casing::Words,
    columns::Column,
    contents,
    headings::{Rank, goal},
    layout::{self, Layout},
    names::{Known, split},
    pieces::{Grid, Piece},
    title, words,
};

/// What a table is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// Entries with page numbers.
    Contents,
    /// Rows of the plan.
    Plan {
        /// The row where the header or, without one, the first action stands.
        start: usize,
        layout: Layout,
        origin: Origin,
    },
    /// Something else, figures for example.
    Other,
}

/// Where the layout of a table comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Header,
    /// The table goes on with the one before.
    Before,
    /// It was told by what the cells hold.
    Guess,
}

/// What the whole source tells.
pub(super) struct Survey {
    pub(super) title: Option<String>,
    pub(super) period: Option<String>,
    pub(super) words: Words,
    pub(super) known: Known,
    pub(super) actors: Vec<Actor>,
    /// One for every table, in order.
    pub(super) shapes: Vec<Shape>,
    /// The level that counts as goal; none when the source names none.
    pub(super) rank: Option<Rank>,
    /// Titles of goals in the table of contents, by number.
    pub(super) twins: HashMap<String, String>,
    /// Lines that recur, as page headings do.
    pub(super) recurring: HashSet<String>,
}

impl Survey {
    pub(super) fn new(pieces: &[Piece]) -> Self {
        let words = Words::new(pieces);
        let shapes = shapes(pieces);
        let mut known = Known::default();
        learn(pieces, &shapes, &mut known);
        let actors = actors::read(pieces, &known);
        let known = spellings(&actors, known, pieces, &shapes);
        let title = title::title(pieces, &words, &above(pieces, &shapes));
        let period = title::period(pieces, title.as_deref());
        let rank = rank(pieces, &shapes);
        Self {
            title,
            period,
            known,
            actors,
            rank,
            twins: twins(pieces, &shapes),
            recurring: recurring(pieces),
            words,
            shapes,
        }
    }
}

fn shapes(pieces: &[Piece]) -> Vec<Shape> {
    let mut before: Option<Layout> = None;
    let mut shapes = Vec::new();
    for grid in grids(pieces) {
        let shape = shape(grid, before.as_ref());
        if let Shape::Plan { layout, .. } = &shape {
            before = Some(layout.clone());
        }
        shapes.push(shape);
    }
    shapes
}

fn grids<'a, 'b>(pieces: &'a [Piece<'b>]) -> impl Iterator<Item = &'a Grid<'b>> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Table(grid) => Some(grid),
        Piece::Line(_) => None,
    })
}

fn shape(grid: &Grid, before: Option<&Layout>) -> Shape {
    if contents::is_contents(grid) {
        return Shape::Contents;
    }
    if let Some((start, layout)) = layout::find(grid) {
        return Shape::Plan { start, layout, origin: Origin::Header };
    }
    if let Some(layout) = before.filter(|layout| layout::continues(grid, layout)) {
        return Shape::Plan { start: 0, layout: Layout { header: 0, ..layout.clone() }, origin: Origin::Before };
    }
    match layout::guess(grid) {
        Some(layout) => Shape::Plan { start: 0, layout, origin: Origin::Guess },
        None => Shape::Other,
    }
}

/// Learns names that stand alone in a cell for the responsible: they are one body for certain.
fn learn(pieces: &[Piece], shapes: &[Shape], known: &mut Known) {
    let nothing = Known::default();
    for (grid, shape) in grids(pieces).zip(shapes) {
        let Shape::Plan { start, layout, .. } = shape else { continue };
        let columns =
            layout.columns.iter().enumerate().filter(|(_, column)| matches!(column, Column::Lead | Column::Co));
        for (at, _) in columns {
            for cell in grid
                .rows
                .iter()
                .skip(start + layout.header)
                .filter_map(|row| row.get(at))
                .filter(|cell| cell.rich.text.len() <= 2000)
            {
                let names = split(&cell.rich, &nothing);
                let alone = names.len() == 1;
                let certain = |name: &str| words::is_body(name) || alone && name.split(' ').count() <= 4;
                names.iter().filter(|named| certain(&named.name)).for_each(|named| known.add(&named.name));
            }
        }
    }
}

/// The spelling of the chapters on bodies goes before that of the tables, and one with a hyphen before one without.
fn spellings(actors: &[Actor], known: Known, pieces: &[Piece], shapes: &[Shape]) -> Known {
    let mut best = Known::default();
    actors.iter().for_each(|actor| best.add(&actor.name));
    known.hyphenated().for_each(|name| best.add(name));
    learn(pieces, shapes, &mut best);
    best
}

/// For every table of the plan, the texts that stand alone in rows above its header.
fn above(pieces: &[Piece], shapes: &[Shape]) -> Vec<Vec<String>> {
    let plans = grids(pieces).zip(shapes).filter_map(|(grid, shape)| match shape {
        Shape::Plan { start, .. } => Some(&grid.rows[..*start]),
        _ => None,
    });
    let alone = |row: &Vec<super::pieces::GridCell>| {
        let mut filled = row.iter().filter(|cell| !cell.is_empty());
        filled.next().filter(|_| filled.next().is_none()).map(|cell| cell.flat())
    };
    plans.map(|rows| rows.iter().filter_map(alone).collect()).collect()
}

/// The highest level that lines, rows or columns name.
fn rank(pieces: &[Piece], shapes: &[Shape]) -> Option<Rank> {
    let column = shapes
        .iter()
        .any(|shape| matches!(shape, Shape::Plan { layout, .. } if layout.columns.contains(&Column::Goal)));
    let lines = pieces.iter().filter_map(|piece| match piece {
        Piece::Line(line) if !contents::is_entry(&line.text) => goal(&line.text),
        _ => None,
    });
    let plans = grids(pieces).zip(shapes).filter(|(_, shape)| matches!(shape, Shape::Plan { .. }));
    let rows = plans.flat_map(|(grid, _)| grid.rows.iter()).filter_map(|row| {
        let mut filled = row.iter().filter(|cell| !cell.is_empty());
        let only = filled.next().filter(|_| filled.next().is_none())?;
        goal(&only.flat())
    });
    let sheets = grids(pieces).filter_map(|grid| grid.name.and_then(goal));
    lines.chain(rows).chain(sheets).map(|heading| heading.rank).chain(column.then_some(Rank::Goal)).min()
}

fn twins(pieces: &[Piece], shapes: &[Shape]) -> HashMap<String, String> {
    let contents = grids(pieces).zip(shapes).filter(|(_, shape)| **shape == Shape::Contents);
    let rows = contents
        .flat_map(|(grid, _)| grid.rows.iter())
        .filter_map(|row| row.iter().find(|cell| !cell.is_empty()))
        .map(|cell| cell.flat());
    let lines = pieces.iter().filter_map(|piece| match piece {
        Piece::Line(line) if contents::is_entry(&line.text) => Some(line.text.clone()),
        _ => None,
    });
    let mut twins = HashMap::new();
    for heading in rows.chain(lines).filter_map(|text| goal(contents::entry_title(&text))) {
        if let Some(number) = heading.number.filter(|_| !heading.title.is_empty()) {
            twins.entry(number).or_insert(heading.title);
        }
    }
    twins
}

/// Short lines that stand three times or more.
fn recurring(pieces: &[Piece]) -> HashSet<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for piece in pieces {
        if let Piece::Line(line) = piece
            && line.text.len() <= 120
        {
            *counts.entry(&line.text).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= 3).map(|(text, _)| text.to_owned()).collect()
}
