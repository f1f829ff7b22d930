//! The headings of a document, evened out: every form numbers, names and links them alike.

use std::collections::{HashMap, HashSet};

use crate::{Block, Document};

/// The longest name of a place.
const LONGEST: usize = 80;

/// A heading as it is set.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// 1 to 4, never more than one deeper than the heading before.
    pub level: u8,
    /// A name that no other place in the document has.
    pub id: String,
    pub number: Option<&'a str>,
    pub text: &'a str,
}

/// All headings in order.
#[derive(Debug, Default)]
pub(crate) struct Outline<'a> {
    pub entries: Vec<Entry<'a>>,
    anchors: HashMap<&'a str, usize>,
}

impl<'a> Outline<'a> {
    /// The outline of a document. Headings without text have no entry.
    pub fn of(document: &'a Document) -> Self {
        let mut outline = Self::default();
        let mut taken = HashSet::new();
        let mut before = 0;
        for block in &document.blocks {
            let Block::Heading { level, text, anchor, number } = block else { continue };
            if text.trim().is_empty() {
                continue;
            }
            let index = outline.entries.len();
            let anchor = anchor.as_deref().filter(|anchor| !anchor.is_empty());
            let id = free(&mut taken, anchor.map_or_else(|| format!("s-{}", index + 1), slug));
            before = (*level).clamp(1, 4).min(before + 1);
            let number = number.as_deref().map(str::trim).filter(|number| !number.is_empty());
            outline.entries.push(Entry { level: before, id, number, text: text.trim() });
            if let Some(anchor) = anchor {
                outline.anchors.entry(anchor).or_insert(index);
            }
        }
        outline
    }

    /// The place an anchor names: its heading's position, counted from 0.
    pub fn place(&self, anchor: &str) -> Option<usize> {
        self.anchors.get(anchor).copied()
    }

    /// The name of the place an anchor names.
    pub fn id(&self, anchor: &str) -> Option<&str> {
        self.place(anchor).map(|index| self.entries[index].id.as_str())
    }
}

/// The anchor with nothing in it that a name may not hold.
fn slug(anchor: &str) -> String {
    let slug: String = anchor.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
    slug.chars().take(LONGEST).collect()
}

/// The name, or the name with the first free number behind it.
fn free(taken: &mut HashSet<String>, wanted: String) -> String {
    let mut name = wanted.clone();
    let mut next = 2;
    while !taken.insert(name.clone()) {
        name = format!("{wanted}-{next}");
        next += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(level: u8, text: &str, anchor: Option<&str>) -> Block {
        Block::Heading { level, text: text.into(), anchor: anchor.map(Into::into), number: None }
    }

    #[test]
    fn levels_never_skip_and_names_never_repeat() {
        let blocks = vec![
            heading(3, "Ett", Some("mål 1")),
            heading(9, "Två", Some("mål-1")),
            heading(4, " ", Some("tom")),
            heading(4, "Tre", None),
            heading(0, "Fyra", Some("mål 1")),
        ];
        let document = Document { blocks, ..Document::default() };
        let outline = Outline::of(&document);
        let seen: Vec<_> = outline.entries.iter().map(|e| (e.level, e.id.as_str(), e.text)).collect();
        assert_eq!(seen, [(1, "mål-1", "Ett"), (2, "mål-1-2", "Två"), (3, "s-3", "Tre"), (1, "mål-1-3", "Fyra")]);
        assert_eq!(outline.id("mål 1"), Some("mål-1"));
        assert_eq!(outline.id("tom"), None);
    }
}
