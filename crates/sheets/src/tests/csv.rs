//! Separated values: separators, encodings, line numbers.

use crate::read::{ReadError, csv};
use crate::{NoteKind, Place};

use super::made::{notes, tables, texts};

fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    texts(tables(&csv(bytes).unwrap())[0])
}

fn lines(bytes: &[u8]) -> Vec<Place> {
    tables(&csv(bytes).unwrap())[0].rows.iter().map(|row| row.cells[0].place.clone()).collect()
}

#[test]
fn finds_each_separator() {
    for separator in [";", ",", "\t"] {
        let text = "Nr|Åtgärd|Ansvarig\n1|Utbilda|Nämnd\n2|Följ upp|Styrelse\n".replace('|', separator);
        assert_eq!(read(text.as_bytes())[1], ["1", "Utbilda", "Nämnd"], "{separator:?}");
    }
}

#[test]
fn a_separator_within_quotes_does_not_count() {
    let text = "Mål;Tal\n\"a, b, c\";0,5\n\"d, e, f\";1,5\n";
    assert_eq!(read(text.as_bytes()), [["Mål", "Tal"], ["a, b, c", "0,5"], ["d, e, f", "1,5"]]);
}

#[test]
fn excels_own_line_names_the_separator() {
    assert_eq!(read(b"sep=|\r\na|b;c\r\n"), [["a", "b;c"]]);
    assert_eq!(lines(b"sep=|\r\na|b\r\n"), [Place::Line { line: 2 }]);
}

#[test]
fn a_row_knows_the_line_it_starts_on() {
    let text = b"a;b\r\n\r\n\"one\r\ntwo\";2\r\n;;\r\n\"x\ny\nz\";3\n\nlast;4";
    let expected = [1, 3, 6, 10].map(|line| Place::Line { line });
    assert_eq!(lines(text), expected);
    assert_eq!(read(text)[1][0], "one\ntwo");
}

#[test]
fn lone_carriage_returns_end_lines_too() {
    assert_eq!(read(b"a;b\rc;d\re;f"), [["a", "b"], ["c", "d"], ["e", "f"]]);
    assert_eq!(lines(b"a;b\r\rc;d"), [1, 3].map(|line| Place::Line { line }));
}

#[test]
fn encodings_are_told_apart() {
    let text = "Åtgärd;Nämnd\nÖka;Ängelholm\n";
    let expected = read(text.as_bytes());
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend_from_slice(text.as_bytes());
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let western: Vec<u8> = text.chars().map(|one| one as u8).collect();
    for bytes in [&marked, &little, &big, &western] {
        assert_eq!(read(bytes), expected);
    }
    assert_eq!(notes(&csv(&western).unwrap()), [NoteKind::Windows1252]);
    assert_eq!(notes(&csv(&marked).unwrap()), []);
}

#[test]
fn empty_rows_and_trailing_empty_cells_are_left_out() {
    assert_eq!(read(b"a;b;;;\n;;;;\n;c;;;\n"), [vec!["a", "b"], vec!["", "c"]]);
}

#[test]
fn control_characters_are_removed_and_noted() {
    let source = csv(b"a\x01b;c\n").unwrap();
    assert_eq!(texts(tables(&source)[0]), [["ab", "c"]]);
    assert_eq!(notes(&source), [NoteKind::ControlCharacters]);
}

#[test]
fn nothing_to_read_is_said() {
    assert_eq!(csv(b""), Err(ReadError::Empty));
    assert_eq!(csv(b"\n\n;;\n"), Err(ReadError::Empty));
    assert_eq!(csv(b"a\0b;c"), Err(ReadError::UnknownType));
}
