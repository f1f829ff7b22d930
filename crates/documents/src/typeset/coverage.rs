//! Which characters can be set: a file for the archive may hold no empty box.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst::text::{FontBook, TextItem, is_default_ignorable};
use typst_layout::PagedDocument;

use crate::text::{breakable, clean};

/// The characters some face has, one bit each.
pub(crate) struct Coverage(Vec<u64>);

impl Coverage {
    pub(crate) fn of(book: &FontBook) -> Self {
        let mut bits = vec![0; 0x11_0000 / 64];
        for info in (0..).map_while(|at| book.info(at)) {
            for code in info.coverage.iter() {
                if let Some(word) = bits.get_mut(code as usize / 64) {
                    *word |= 1 << (code % 64);
                }
            }
        }
        Self(bits)
    }

    fn has(&self, c: char) -> bool {
        let code = u32::from(c);
        self.0.get(code as usize / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}

/// Prepares text for the faces at hand, and remembers what they lacked.
pub(super) struct Glyphs<'a> {
    coverage: &'a Coverage,
    banned: BTreeSet<char>,
    missing: RefCell<BTreeSet<char>>,
}

impl<'a> Glyphs<'a> {
    pub fn new(coverage: &'a Coverage) -> Self {
        Self { coverage, banned: BTreeSet::new(), missing: RefCell::default() }
    }

    /// Characters that turned out not to be set where they stand.
    pub fn ban(&mut self, characters: BTreeSet<char>) {
        self.missing.get_mut().extend(&characters);
        self.banned.extend(characters);
    }

    pub fn missing(self) -> Vec<char> {
        self.missing.into_inner().into_iter().collect()
    }

    /// The text with every character that has no glyph replaced.
    pub fn covered<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let text = clean(text);
        if text.chars().all(|c| self.can_set(c)) {
            return text;
        }
        Cow::Owned(text.chars().filter_map(|c| self.glyph_or_mark(c)).collect())
    }

    /// The text as it is set in running text: covered, and with places to break in long words.
    pub fn set(&self, text: &str) -> String {
        breakable(&self.covered(text)).into_owned()
    }

    fn can_set(&self, c: char) -> bool {
        self.coverage.has(c) && !is_private(c) && !self.banned.contains(&c)
    }

    fn glyph_or_mark(&self, c: char) -> Option<char> {
        if self.can_set(c) {
            return Some(c);
        }
        // Joiners and selectors leave no mark: without a face they are nothing.
        if is_default_ignorable(c) {
            return None;
        }
        self.missing.borrow_mut().insert(c);
        ['\u{FFFD}', '?'].into_iter().find(|&mark| self.can_set(mark))
    }
}

/// Code points without a meaning of their own, which archival files may not hold.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// The characters that were set as an empty box.
pub(super) fn tofu(document: &PagedDocument) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        search(&page.frame, &mut found);
    }
    found
}

fn search(frame: &Frame, found: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => search(&group.frame, found),
            FrameItem::Text(text) => found.extend(boxes(text)),
            _ => {}
        }
    }
}

fn boxes(text: &TextItem) -> impl Iterator<Item = char> {
    let empty = text.glyphs.iter().filter(|glyph| glyph.id == 0);
    empty.flat_map(|glyph| text.text.get(glyph.range()).unwrap_or_default().chars())
}
