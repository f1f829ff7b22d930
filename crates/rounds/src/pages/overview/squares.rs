//! What stands where a body and what it is asked about meet.

use web::Here;

use super::{Mark, short, state_word};
use crate::report::ReportState;
use crate::round::overview::{Body, Cell, Overview, Tally};
use crate::round::{Item, Round};

/// The squares of one page.
pub(super) struct Squares<'a> {
    pub(super) here: &'a Here,
    pub(super) round: &'a Round,
    pub(super) overview: &'a Overview,
    /// The state that alone is shown; all where it is empty.
    pub(super) state: &'a str,
    /// The states with their words.
    pub(super) words: &'a [(&'static str, String)],
}

impl Squares<'_> {
    fn cell(&self, body: &Body, item: &Item) -> Option<&Cell> {
        let found = self.overview.cells.get(&(body.unit.clone(), item.id.clone()))?;
        (self.state.is_empty() || self.overview.shown(found) == self.state).then_some(found)
    }

    /// Whether anything of these is shown of a body.
    pub(super) fn has_any(&self, body: &Body, items: &[&Item]) -> bool {
        items.iter().any(|item| self.cell(body, item).is_some())
    }

    /// A square for each item.
    pub(super) fn by_item(&self, body: &Body, items: &[&Item]) -> Vec<Option<Mark>> {
        let mark = |item: &&Item| {
            let found = self.cell(body, item)?;
            let state = self.overview.shown(found);
            let word = self.words.iter().find(|(name, _)| *name == state).map_or("", |(_, word)| word);
            Some(Mark {
                href: format!("/rounds/{}/reports/{}", self.round.id, found.report),
                state,
                symbol: symbol(state).to_owned(),
                name: format!("{}, {}: {word}", body.name, short(item)),
            })
        };
        items.iter().map(mark).collect()
    }

    /// A square for each goal, in the order of the items; what stands under none comes last.
    pub(super) fn by_goal(&self, body: &Body, items: &[&Item]) -> Vec<Option<Mark>> {
        let mut goals: Vec<(&str, &str, Vec<&Cell>)> = Vec::new();
        for item in items {
            let cell = self.cell(body, item);
            match goals.iter_mut().find(|(key, ..)| *key == item.section_key) {
                Some((.., cells)) => cells.extend(cell),
                None => goals.push((&item.section_key, &item.section, cell.into_iter().collect())),
            }
        }
        goals.sort_by_key(|(key, ..)| key.is_empty());
        goals.into_iter().map(|(_, title, cells)| self.goal(body, title, &cells)).collect()
    }

    /// How far a body has come with a goal.
    fn goal(&self, body: &Body, title: &str, cells: &[&Cell]) -> Option<Mark> {
        let first = cells.first()?;
        let tally = self.overview.tally_of(cells.iter().copied());
        let symbol = match (self.state.is_empty(), tally.expected) {
            (true, 0) => symbol("excused").to_owned(),
            (true, expected) => format!("{}/{expected}", tally.received),
            (false, _) => cells.len().to_string(),
        };
        let count = |count: usize| count.to_string();
        let values = [
            ("body", body.name.as_str()),
            ("goal", title),
            ("received", &count(tally.received)),
            ("expected", &count(tally.expected)),
            ("missing", &count(tally.missing)),
            ("returned", &count(tally.returned)),
        ];
        Some(Mark {
            // A single report is led to at once, several by way of the body's page.
            href: match cells {
                [only] => format!("/rounds/{}/reports/{}", self.round.id, only.report),
                _ => format!("/rounds/{}/bodies/{}", self.round.id, first.unit),
            },
            state: standing(&tally, cells),
            symbol,
            name: match tally.expected {
                0 => format!("{}, {title}: {}", body.name, state_word(self.here, "excused")),
                _ => self.here.text_with("round-square", &values),
            },
        })
    }
}

/// The state that several reports are shown in: that of the one which needs somebody most.
fn standing(tally: &Tally, cells: &[&Cell]) -> &'static str {
    let begun = cells.iter().any(|cell| cell.state == ReportState::Draft);
    match *tally {
        Tally { expected: 0, .. } => "excused",
        Tally { missing: 1.., .. } => "missing",
        Tally { returned: 1.., .. } => "returned",
        Tally { approved, expected, .. } if approved == expected => "approved",
        Tally { received, expected, .. } if received == expected => "submitted",
        Tally { received: 1.., .. } => "draft",
        _ if begun => "draft",
        _ => "expected",
    }
}

/// The symbols of design, the same as the status badges'.
fn symbol(state: &str) -> &'static str {
    match state {
        "expected" => "○",
        "draft" => "◐",
        "submitted" => "➜",
        "returned" => "↺",
        "approved" => "✓",
        "locked" => "■",
        "excused" => "◇",
        _ => "!",
    }
}
