//! What goes between server and child arrives as it was sent.

use proptest::prelude::*;

use crate::child::wire::{decode, encode, read_request, request_head};
use crate::read::{Limits, ReadError};
use crate::{Block, Cell, Note, NoteKind, Place, Row, Run, Source, Table};

fn sent(answer: &Result<Source, ReadError>) -> Vec<u8> {
    encode(answer).unwrap()
}

fn received(bytes: &[u8]) -> Result<Source, ReadError> {
    decode(bytes)
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        (1..9_u32).prop_map(|line| Place::Line { line }),
        ("[AÅ]{0,2}", 1..9_u32, 1..9_u32).prop_map(|(sheet, row, column)| Place::Cell { sheet, row, column }),
        (1..9_u32).prop_map(|paragraph| Place::Paragraph { paragraph }),
    ]
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    prop::collection::vec(("[a\"\\\\\n\u{1}å]{0,3}", any::<bool>()).prop_map(|(text, bold)| Run { text, bold }), 0..3)
}

fn block() -> impl Strategy<Value = Block> {
    let cell = (runs(), place(), 1..3_u16, 1..3_u32).prop_map(|(runs, place, columns, rows)| Cell {
        runs,
        place,
        columns,
        rows,
    });
    let row = prop::collection::vec(cell, 0..4).prop_map(|cells| Row { cells });
    let table = (prop::option::of("[a-c]{0,2}"), prop::collection::vec(row, 0..4));
    prop_oneof![
        (1..9_u8, "[a-z]{0,3}", place()).prop_map(|(level, text, place)| Block::Heading { level, text, place }),
        (runs(), place()).prop_map(|(runs, place)| Block::Paragraph { runs, place }),
        (runs(), 0..3_u8, place()).prop_map(|(runs, depth, place)| Block::Item { runs, depth, place }),
        place().prop_map(|place| Block::PageBreak { place }),
        table.prop_map(|(name, rows)| Block::Table(Table { name, rows })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_source_arrives_as_it_was(blocks in prop::collection::vec(block(), 0..5), noted in prop::option::of(place())) {
        let notes = vec![Note { kind: NoteKind::Formula, place: noted }];
        let answer = Ok(Source { blocks, notes });
        prop_assert_eq!(received(&sent(&answer)), answer);
    }
}

#[test]
fn every_error_arrives_as_it_was() {
    for error in [
        ReadError::TooLarge { limit_mib: 20 },
        ReadError::Pdf,
        ReadError::Damaged { format: crate::read::Format::Docx },
    ] {
        assert_eq!(received(&sent(&Err(error.clone()))), Err(error));
    }
}

#[test]
fn an_answer_that_is_cut_off_is_none() {
    let row = Row { cells: vec![Cell { runs: Vec::new(), place: Place::Line { line: 1 }, columns: 1, rows: 1 }] };
    let bytes =
        sent(&Ok(Source { blocks: vec![Block::Table(Table { name: None, rows: vec![row] })], notes: Vec::new() }));
    for end in 0..bytes.len() {
        assert_eq!(received(&bytes[..end]), Err(ReadError::GaveUp), "{end}");
    }
}

#[test]
fn a_request_arrives_as_it_was() {
    for name in [None, Some(""), Some("plan för åk 7.xlsx")] {
        let mut bytes = request_head(name, 3);
        bytes.extend_from_slice(b"abc");
        let (read, content) = read_request(&mut bytes.as_slice(), &Limits::default()).unwrap().unwrap();
        assert_eq!((read.as_deref(), content.as_slice()), (name, b"abc".as_slice()));
    }
    assert!(read_request(&mut request_head(None, 3).as_slice(), &Limits::default()).is_err());
    let large = read_request(&mut request_head(None, usize::MAX).as_slice(), &Limits::default()).unwrap();
    assert_eq!(large, Err(ReadError::TooLarge { limit_mib: 20 }));
}
