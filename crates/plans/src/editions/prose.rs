//! Running text of a plan as blocks: paragraphs, and lines that begin like list items.

use documents::{Block, Inline};

/// Marks that people begin the items of a list with.
const MARKS: [&str; 4] = ["• ", "- ", "– ", "* "];

/// The text as paragraphs and lists; an empty line parts paragraphs.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in text.replace("\r\n", "\n").split("\n\n") {
        let mut lines: Vec<&str> = Vec::new();
        let mut items: Vec<Vec<Inline>> = Vec::new();
        for line in part.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match MARKS.iter().find_map(|mark| line.strip_prefix(mark)) {
                Some(item) => {
                    paragraph(&mut blocks, &mut lines);
                    items.push(vec![Inline::text(item)]);
                }
                None => {
                    list(&mut blocks, &mut items);
                    lines.push(line);
                }
            }
        }
        paragraph(&mut blocks, &mut lines);
        list(&mut blocks, &mut items);
    }
    blocks
}

/// A heading.
pub(super) fn heading(level: u8, number: &str, text: impl Into<String>, anchor: Option<String>) -> Block {
    let number = Some(number.to_owned()).filter(|number| !number.is_empty());
    Block::Heading { level, text: text.into(), anchor, number }
}

/// A list of plain texts; none where there are none.
pub(super) fn bullets<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Block> {
    let items: Vec<Vec<Inline>> = texts.map(inlines).collect();
    (!items.is_empty()).then_some(Block::List { ordered: false, items })
}

/// The text with its line breaks.
pub(super) fn inlines(text: &str) -> Vec<Inline> {
    joined(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| vec![Inline::text(line)]))
}

/// Runs of text, each on a line of its own.
pub(super) fn joined(runs: impl Iterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let mut all = Vec::new();
    for run in runs.filter(|run| !run.is_empty()) {
        all.extend((!all.is_empty()).then_some(Inline::LineBreak));
        all.extend(run);
    }
    all
}

fn paragraph(blocks: &mut Vec<Block>, lines: &mut Vec<&str>) {
    if !lines.is_empty() {
        blocks.push(Block::Paragraph(joined(lines.drain(..).map(|line| vec![Inline::text(line)]))));
    }
}

fn list(blocks: &mut Vec<Block>, items: &mut Vec<Vec<Inline>>) {
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, items: std::mem::take(items) });
    }
}
