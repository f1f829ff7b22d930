//! What a file is, by its content. The name only tells text from separated values.

use super::{Program, ReadError, csv};

/// A file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A zip archive: which kind of document it holds is known once it is open.
    Zip,
    /// Text, of which the name and the content decide whether it is a table.
    Text,
}

/// How far into a file its beginning is searched for.
const HEAD: usize = 1024;

/// The kind of a file, or why that kind is not read.
pub(crate) fn of(bytes: &[u8]) -> Result<Kind, ReadError> {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    match head {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Ok(Kind::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Err(compound(bytes)),
        [b'{', b'\\', b'r', b't', b'f', ..] => Err(ReadError::RichText),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => Err(ReadError::Image),
        // A PDF may have some bytes before its mark.
        _ if head.windows(5).any(|window| window == b"%PDF-") => Err(ReadError::Pdf),
        _ => Ok(Kind::Text),
    }
}

/// What a compound file holds: its directory names its streams in UTF-16.
fn compound(bytes: &[u8]) -> ReadError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    let program = match () {
        () if has("EncryptedPackage") || has("EncryptionInfo") => return ReadError::Encrypted,
        () if has("WordDocument") => Program::Word,
        () if has("Workbook") => Program::Excel,
        () if has("PowerPoint Document") => Program::PowerPoint,
        () => Program::Other,
    };
    ReadError::LegacyOffice { program }
}

/// What decoded text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Separated values.
    Csv,
    /// Text as a person writes it.
    Running,
}

/// Whether text is a table or running text, or why it is not read.
pub(crate) fn of_text(name: Option<&str>, text: &str) -> Result<TextKind, ReadError> {
    if !is_readable(text) {
        return Err(ReadError::UnknownType);
    }
    let start = text.trim_start().get(..16).unwrap_or(text.trim_start()).to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag)) {
        return Err(ReadError::Html);
    }
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("csv" | "tsv" | "tab") => Ok(TextKind::Csv),
        Some("txt" | "md" | "text" | "markdown") => Ok(TextKind::Running),
        _ => Ok(by_content(text)),
    }
}

/// Running text has commas too, but not the same number on every line, and tabs in it are for the reader of running text.
fn by_content(text: &str) -> TextKind {
    match csv::find_separator(text) {
        Some(found) if found.separator != b'\t' && found.records >= 2 && found.agreement >= 900 => TextKind::Csv,
        _ => TextKind::Running,
    }
}

/// Whether this is text at all: no nulls, and few control characters.
fn is_readable(text: &str) -> bool {
    let odd = |character: &char| character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}');
    !text.contains('\0') && text.chars().filter(odd).count() * 100 <= text.chars().count()
}
