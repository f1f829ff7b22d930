//! Bytes to text: UTF-8 and UTF-16 as they say, otherwise Windows-1252.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::{Note, NoteKind};

/// Decodes text; the note says when Windows-1252 was the guess.
pub(crate) fn decode(bytes: &[u8]) -> (String, Option<Note>) {
    // Knows the byte order marks of UTF-8 and both kinds of UTF-16.
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return (text.into_owned(), None);
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return (text.into_owned(), None);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    (text.into_owned(), Some(Note { kind: NoteKind::Windows1252, place: None }))
}
