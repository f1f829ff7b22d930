//! In which order things stand once rows were moved, added or taken out, here and by somebody else.

use base::Id;

/// A row of the workbook.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// What it is about.
    pub(super) id: Id,
    /// What it stands under.
    pub(super) under: Option<Id>,
    /// Whether it is new or stood under something else before.
    pub(super) fresh: bool,
}

/// All things in their order: those on rows, and those on none after what they followed.
///
/// Where the rows stand as they were written, the order of the plan as it is now counts, so that somebody else's moves stay. What is
/// fresh goes where its row stands if a neighbouring row stands under the same, or else last.
pub(super) fn arrange(rows: &[Row], base: &[Id], now: &[(Option<Id>, Id)]) -> Vec<Id> {
    let kept: Vec<&Row> = rows.iter().filter(|row| !row.fresh).collect();
    let written: Vec<&Id> = base.iter().filter(|id| kept.iter().any(|row| row.id == **id)).collect();
    let untouched = kept.iter().map(|row| &row.id).eq(written);
    let is_fresh = |id: &Id| rows.iter().any(|row| row.fresh && row.id == *id);
    let mut order: Vec<Id> = if untouched {
        now.iter().map(|(_, id)| id.clone()).filter(|id| !is_fresh(id)).collect()
    } else {
        with_missing(kept.iter().map(|row| row.id.clone()).collect(), now, &is_fresh)
    };
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.fresh) {
        let place = place(&order, rows, at);
        order.insert(place, row.id.clone());
    }
    order
}

/// The order of the rows, with what stands on none put after what it followed under the same thing.
fn with_missing(mut order: Vec<Id>, now: &[(Option<Id>, Id)], is_fresh: &impl Fn(&Id) -> bool) -> Vec<Id> {
    for (at, (under, id)) in now.iter().enumerate() {
        if order.contains(id) || is_fresh(id) {
            continue;
        }
        let before = now[..at].iter().rev().find(|(other, one)| other == under && order.contains(one));
        let place =
            before.and_then(|(_, one)| order.iter().position(|other| other == one)).map_or(0, |found| found + 1);
        order.insert(place, id.clone());
    }
    order
}

/// Where a fresh row goes.
fn place(order: &[Id], rows: &[Row], at: usize) -> usize {
    let row = &rows[at];
    let neighbour = |other: Option<&Row>| {
        let other = other.filter(|other| other.under == row.under)?;
        order.iter().position(|id| *id == other.id)
    };
    let above = at.checked_sub(1).and_then(|above| rows.get(above));
    neighbour(above).map(|found| found + 1).or_else(|| neighbour(rows.get(at + 1))).unwrap_or(order.len())
}
