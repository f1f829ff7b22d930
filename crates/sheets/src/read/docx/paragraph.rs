//! One paragraph: its kind from style and list, its text in runs.

use std::io::BufRead;

use crate::read::ReadError;
use crate::read::runs::{clean, push};
use crate::read::xml::{Tag, Xml};
use crate::{NoteKind, Run};

use super::body::{self, Piece, Reading, is_wrapper};

/// Stands in the text of a run where a page ends.
pub(super) const PAGE: char = '\u{c}';

/// One paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// The outline level of a heading, 1 is the highest.
    pub(super) heading: Option<u8>,
    /// The nesting of a list item.
    pub(super) depth: Option<u8>,
    /// The text. The number that Word counts comes first.
    pub(super) runs: Vec<Run>,
    /// The lines of text boxes that hang on this paragraph.
    pub(super) boxes: Vec<Vec<Run>>,
    /// A new page starts with it.
    pub(super) break_before: bool,
    /// A new page starts after it.
    pub(super) break_after: bool,
}

/// What the properties of a paragraph say.
#[derive(Default)]
struct Properties {
    style: Option<String>,
    outline: Option<u8>,
    list: Option<u32>,
    level: Option<u8>,
    break_before: bool,
    break_after: bool,
}

/// Reads a paragraph. `bold` says whether the style of a surrounding table makes it so.
pub(super) fn read<R: BufRead>(
    xml: &mut Xml<R>,
    reading: &mut Reading<'_>,
    bold: bool,
) -> Result<Paragraph, ReadError> {
    reading.budget.cells(1)?;
    let mut text = Text { bold, ..Text::default() };
    let properties = inline(xml, reading, &mut text)?;
    reading.budget.runs(&text.runs)?;
    let style = properties.style.as_deref();
    let heading = match properties.outline {
        Some(level) => (level < 9).then_some(level + 1),
        None => reading.styles.heading(style),
    };
    let (list, level) = reading.styles.list(style);
    let list = properties.list.or(list).filter(|&list| list != 0);
    let level = properties.level.or(level).unwrap_or_default().min(8);
    let label = list.and_then(|list| reading.numbering.next(list, level));
    Ok(Paragraph {
        heading,
        depth: list.map(|_| level),
        runs: labelled(label, text.runs),
        boxes: text.boxes,
        break_before: properties.break_before,
        break_after: properties.break_after,
    })
}

/// Puts the number that Word counts before the text, in the look of the text.
fn labelled(label: Option<String>, runs: Vec<Run>) -> Vec<Run> {
    let Some(label) = label else { return runs };
    let bold = runs.first().is_some_and(|run| run.bold);
    let mut all = Vec::new();
    push(&mut all, &label, bold);
    push(&mut all, if runs.is_empty() { "" } else { " " }, bold);
    runs.iter().for_each(|run| push(&mut all, &run.text, run.bold));
    all
}

/// The text of a paragraph as it grows.
#[derive(Default)]
struct Text {
    /// Bold by the style of the table.
    bold: bool,
    /// Bold by the style of the paragraph.
    paragraph_bold: bool,
    runs: Vec<Run>,
    boxes: Vec<Vec<Run>>,
}

/// Reads what stands in a paragraph, or in an element that wraps a part of it.
fn inline<R: BufRead>(xml: &mut Xml<R>, reading: &mut Reading<'_>, text: &mut Text) -> Result<Properties, ReadError> {
    let mut properties = Properties::default();
    text.paragraph_bold = reading.styles.paragraph_bold(None);
    wrapped(xml, reading, text, &mut properties)?;
    Ok(properties)
}

fn wrapped<R: BufRead>(
    xml: &mut Xml<R>,
    reading: &mut Reading<'_>,
    text: &mut Text,
    properties: &mut Properties,
) -> Result<(), ReadError> {
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "pPr" => {
                *properties = read_properties(xml)?;
                text.paragraph_bold = reading.styles.paragraph_bold(properties.style.as_deref());
            }
            "r" => {
                let bold = text.bold ^ text.paragraph_bold;
                run(xml, reading, text, bold)?;
            }
            "del" | "moveFrom" => {
                reading.notes.once(NoteKind::TrackedDeletion, None);
                xml.skip()?;
            }
            "oMath" | "oMathPara" => formula(xml, text)?,
            name if is_wrapper(name) => wrapped(xml, reading, text, properties)?,
            _ => xml.skip()?,
        }
    }
    Ok(())
}

fn read_properties<R: BufRead>(xml: &mut Xml<R>) -> Result<Properties, ReadError> {
    let mut properties = Properties::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "pStyle" => properties.style = tag.attribute("val").map(std::borrow::Cow::into_owned),
            "outlineLvl" => properties.outline = tag.number("val"),
            "pageBreakBefore" => properties.break_before = tag.says_on(),
            "numPr" => {
                while let Some(tag) = xml.child()? {
                    match tag.name() {
                        "numId" => properties.list = tag.number("val"),
                        "ilvl" => properties.level = tag.number("val"),
                        _ => {}
                    }
                    xml.skip()?;
                }
                continue;
            }
            "sectPr" => {
                properties.break_after = true;
                while let Some(tag) = xml.child()? {
                    let stays = tag.name() == "type" && tag.attribute("val").as_deref() == Some("continuous");
                    properties.break_after &= !stays;
                    xml.skip()?;
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(properties)
}

/// Reads one run. `bold` is what the styles around it say.
fn run<R: BufRead>(xml: &mut Xml<R>, reading: &mut Reading<'_>, text: &mut Text, bold: bool) -> Result<(), ReadError> {
    let mut bold = bold || reading.styles.default_bold;
    while let Some(tag) = xml.child()? {
        let name = tag.name();
        if let Some(character) = character(&tag) {
            push(&mut text.runs, character.encode_utf8(&mut [0; 4]), bold);
            xml.skip()?;
            continue;
        }
        match name {
            "rPr" => bold = look(xml, reading, bold)?,
            "t" => {
                let (clean, removed) = clean(&xml.text()?);
                if removed {
                    reading.notes.once(NoteKind::ControlCharacters, None);
                }
                push(&mut text.runs, &clean, bold);
            }
            "drawing" | "pict" | "object" => {
                let kind = if name == "object" { NoteKind::Embedded } else { NoteKind::Image };
                if !graphic(xml, reading, text)? {
                    reading.notes.once(kind, None);
                }
            }
            "footnoteReference" | "endnoteReference" | "commentReference" => {
                reading.notes.once(NoteKind::Annotation, None);
                xml.skip()?;
            }
            "ruby" | "rubyBase" => wrapped(xml, reading, text, &mut Properties::default())?,
            name if is_wrapper(name) => run(xml, reading, text, bold)?,
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// The character that an empty element stands for.
fn character(tag: &Tag<'_>) -> Option<char> {
    match tag.name() {
        "tab" | "ptab" => Some('\t'),
        "br" if tag.attribute("type").as_deref() == Some("page") => Some(PAGE),
        "br" | "cr" => Some('\n'),
        "noBreakHyphen" => Some('-'),
        "sym" => symbol(tag),
        _ => None,
    }
}

/// A character of a symbol font. The ones that say something in a plan have a plain counterpart; of the others the plain
/// ones are kept as they are.
fn symbol(tag: &Tag<'_>) -> Option<char> {
    let code = u32::from_str_radix(&tag.attribute("char")?, 16).ok()?;
    match code {
        0xf0fc => Some('✓'),
        0xf0fb => Some('✗'),
        0xf0fe => Some('☑'),
        0xf0fd | 0xf078 => Some('☒'),
        0xf0a8 | 0xf06f | 0xf071 => Some('☐'),
        0xf0b7 | 0xf0a7 => Some('•'),
        0xf0e0 | 0xf0ae => Some('→'),
        _ => char::from_u32(code).filter(|character| !character.is_control() && !matches!(code, 0xe000..=0xf8ff)),
    }
}

/// Reads the properties of a run and says whether it is bold.
fn look<R: BufRead>(xml: &mut Xml<R>, reading: &mut Reading<'_>, around: bool) -> Result<bool, ReadError> {
    let mut own = None;
    let mut style = false;
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "b" => own = Some(tag.says_on()),
            "rStyle" => style = reading.styles.run_bold(tag.attribute("val").as_deref()),
            "vanish" if tag.says_on() => reading.notes.once(NoteKind::Hidden, None),
            _ => {}
        }
        xml.skip()?;
    }
    // Bold in a style turns over what the styles around it say: ECMA-376 part 1, 17.7.3.
    Ok(own.unwrap_or(reading.styles.default_bold || (around ^ style)))
}

/// Reads the text of a mathematical formula.
fn formula<R: BufRead>(xml: &mut Xml<R>, text: &mut Text) -> Result<(), ReadError> {
    while let Some(tag) = xml.child()? {
        if tag.name() == "t" {
            push(&mut text.runs, &clean(&xml.text()?).0, false);
        } else {
            formula(xml, text)?;
        }
    }
    Ok(())
}

/// Reads the text boxes of a drawing. Says whether it had any.
fn graphic<R: BufRead>(xml: &mut Xml<R>, reading: &mut Reading<'_>, text: &mut Text) -> Result<bool, ReadError> {
    let mut found = false;
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "txbxContent" => {
                let mut pieces: Vec<Piece> = Vec::new();
                body::read(xml, reading, false, &mut pieces)?;
                text.boxes.extend(super::table::lines(pieces));
                found = true;
            }
            "Fallback" => xml.skip()?,
            _ => found |= graphic(xml, reading, text)?,
        }
    }
    Ok(found)
}
