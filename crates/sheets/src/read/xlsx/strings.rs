//! Text with looks: the list of shared strings, and text that stands in the cell itself.

use std::io::BufRead;

use crate::read::archive::Archive;
use crate::read::limits::Budget;
use crate::read::notes::Notes;
use crate::read::runs::{clean, push};
use crate::read::xml::Xml;
use crate::read::{Limits, ReadError};
use crate::{NoteKind, Run};

/// A text as the file keeps it.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// Stretches that look like their cell come first in a text, if at all: `None`. The others say it themselves.
    pieces: Vec<(String, Option<bool>)>,
}

impl Text {
    /// The text in a cell that is bold or not.
    pub(super) fn runs(&self, bold: bool) -> Vec<Run> {
        let mut runs = Vec::new();
        for (text, own) in &self.pieces {
            push(&mut runs, text, own.unwrap_or(bold));
        }
        runs
    }

    /// Takes text as the file spells it.
    fn add(&mut self, raw: &str, bold: Option<bool>, notes: &mut Notes) {
        let (text, removed) = clean(&unescape(raw));
        if removed {
            notes.once(NoteKind::ControlCharacters, None);
        }
        if !text.is_empty() {
            self.pieces.push((text, bold));
        }
    }
}

/// Reads the shared strings. How many the file says there are is not asked.
pub(super) fn read(
    archive: &mut Archive<'_>,
    path: Option<&str>,
    limits: &Limits,
    notes: &mut Notes,
) -> Result<Vec<Text>, ReadError> {
    let mut list = Vec::new();
    let mut budget = Budget::new(limits);
    let Some(path) = path else { return Ok(list) };
    let Some(mut xml) = archive.part(path)? else { return Ok(list) };
    xml.root()?;
    while let Some(tag) = xml.child()? {
        if tag.name() == "si" {
            let text = read_text(&mut xml, notes)?;
            budget.cells(1)?;
            budget.runs(&text.runs(false))?;
            list.push(text);
        } else {
            xml.skip()?;
        }
    }
    Ok(list)
}

/// Reads the text inside `si` or `is`. Reading aids for East Asian scripts are passed over.
pub(super) fn read_text<R: BufRead>(xml: &mut Xml<R>, notes: &mut Notes) -> Result<Text, ReadError> {
    let mut text = Text::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "t" => text.add(&xml.text()?, None, notes),
            "r" => read_stretch(xml, &mut text, notes)?,
            _ => xml.skip()?,
        }
    }
    Ok(text)
}

/// Reads one stretch with a look of its own.
fn read_stretch<R: BufRead>(xml: &mut Xml<R>, text: &mut Text, notes: &mut Notes) -> Result<(), ReadError> {
    let mut bold = None;
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "rPr" => {
                let mut own = false;
                while let Some(tag) = xml.child()? {
                    own |= tag.name() == "b" && tag.says_on();
                    xml.skip()?;
                }
                bold = Some(own);
            }
            "t" => text.add(&xml.text()?, bold, notes),
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// Resolves `_x000D_`: how a workbook spells characters that XML cannot hold.
pub(super) fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(start) = rest.find("_x") {
        text.push_str(&rest[..start]);
        let code = rest.get(start + 2..start + 6).filter(|_| rest.as_bytes().get(start + 6) == Some(&b'_'));
        let character = code
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let taken = if let Some(character) = character {
            text.push(character);
            7
        } else {
            text.push_str("_x");
            2
        };
        rest = &rest[start + taken..];
    }
    text.push_str(rest);
    text
}
