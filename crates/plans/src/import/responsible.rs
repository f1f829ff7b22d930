//! Who leads and who takes part.

use super::{
    names::{Known, Named, split},
    reading::LeadBasis,
    rich::Rich,
    words,
};

/// The bodies of one action.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Responsible {
    pub(super) lead: Option<String>,
    pub(super) basis: LeadBasis,
    pub(super) co: Vec<String>,
}

impl Responsible {
    /// Reads a cell that names everybody, or the leading body alone.
    pub(super) fn read(cell: &Rich, known: &Known) -> Self {
        let names = split(cell, known);
        let bold: Vec<bool> = names.iter().map(|named| named.leads || cell.is_bold(named.range.clone())).collect();
        let (lead, basis) = match names.len() {
            0 => return Self::default(),
            1 => (0, LeadBasis::Only),
            // Bold tells something only where something else is not.
            _ if bold.contains(&false) => match bold.iter().position(|bold| *bold) {
                Some(at) => (at, LeadBasis::Bold),
                None => (first(&names), LeadBasis::First),
            },
            _ => (first(&names), LeadBasis::First),
        };
        let mut responsible = Self { lead: None, basis, co: Vec::new() };
        for (at, named) in names.into_iter().enumerate() {
            if at == lead { responsible.lead = Some(named.name) } else { responsible.co.push(named.name) }
        }
        responsible
    }

    /// Adds those whom a column of its own names as taking part.
    pub(super) fn join(&mut self, cell: &Rich, known: &Known) {
        for named in split(cell, known) {
            self.add(named.name);
        }
    }

    /// Adds a body that takes part.
    pub(super) fn add(&mut self, name: String) {
        let key = words::key(&name);
        if !self.lead.iter().chain(&self.co).any(|other| words::key(other) == key) {
            self.co.push(name);
        }
    }

    /// Bodies marked in the columns of a matrix: who leads by the mark, and who takes part.
    pub(super) fn mark(&mut self, marks: Vec<(String, Mark)>) {
        if marks.is_empty() {
            return;
        }
        let clear = marks.iter().position(|(_, mark)| *mark == Mark::Leads);
        let alone = marks.len() == 1;
        if self.lead.is_none() {
            self.basis = match clear {
                _ if alone => LeadBasis::Only,
                Some(_) => LeadBasis::Bold,
                None => LeadBasis::First,
            };
            self.lead = marks.get(clear.unwrap_or(0)).map(|(name, _)| name.clone());
        }
        for (name, _) in marks {
            self.add(name);
        }
    }
}

/// The first that no joining words stand before.
fn first(names: &[Named]) -> usize {
    names.iter().position(|named| !named.joins).unwrap_or(0)
}

/// What a mark in a matrix says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Leads,
    TakesPart,
}

/// Reads a mark: `x`, `A` or `M`, `ansvarig`.
pub(super) fn mark(cell: &Rich) -> Option<Mark> {
    let bold = cell.is_bold(0..cell.text.len());
    let lower = cell.text.trim_matches(['(', ')', '.', '[', ']']).trim().to_lowercase();
    match lower.as_str() {
        "a" | "h" | "l" | "ha" | "ansvarig" | "ansvar" | "huvudansvar" | "huvudansvarig" | "leder" | "ägare" => {
            Some(Mark::Leads)
        }
        "x" | "v" | "✓" | "✔" | "●" | "•" | "■" | "ja" if bold => Some(Mark::Leads),
        "x" | "v" | "✓" | "✔" | "●" | "•" | "■" | "ja" | "m" | "s" | "d" | "medverkar" | "medverkan" | "samverkar"
        | "samverkan" | "deltar" | "stöd" | "stödjer" | "☒" | "☑" => Some(Mark::TakesPart),
        _ => None,
    }
}
