//! What must hold whatever is pasted: nothing is lost, nothing fails, and time grows with length alone.

use proptest::prelude::*;
use std::time::{Duration, Instant};

use crate::import::read;

use super::pasted;

/// Pieces of which plans and things like plans are made.
const PIECES: [&str; 24] = [
    "\t",
    "\n",
    "\n\n",
    "  ",
    " | ",
    "|",
    "Åtgärd",
    "Ansvarig",
    "Mål 1: ",
    "Delmål 2 ",
    "Socialnämnden",
    ", ",
    " och ",
    "- ",
    "<p>",
    "</p>",
    "\"",
    "1.1 ",
    "Mått\n",
    "Antal x. Andel y",
    "2024–2027",
    "på plats:",
    "\u{c}",
    "Årligen",
];

proptest! {
    #[test]
    fn every_cell_is_used_or_listed(picked in prop::collection::vec(0..PIECES.len(), 0..120)) {
        let text: String = picked.into_iter().map(|at| PIECES[at]).collect();
        let source = sheets::read_text(&text);
        let filled = source.blocks.iter().filter_map(|block| match block {
            sheets::Block::Table(table) => Some(table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_empty()).count()),
            _ => None,
        });
        let filled: usize = filled.sum();
        let reading = read(&source);
        prop_assert_eq!(reading.cells.seen, filled);
        prop_assert_eq!(reading.cells.seen, reading.cells.used + reading.cells.not_understood);
        prop_assert_eq!(reading.not_understood.len(), reading.cells.not_understood);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        let reading = pasted(&text);
        let json = serde_json::to_string(&reading).unwrap();
        prop_assert_eq!(serde_json::from_str::<crate::import::Reading>(&json).unwrap(), reading);
    }
}

/// Time to read a text, in a build that is not optimised.
fn time(text: &str) -> Duration {
    let start = Instant::now();
    let reading = pasted(text);
    assert_eq!(reading.cells.seen, reading.cells.used + reading.cells.not_understood);
    start.elapsed()
}

#[test]
fn junk_of_any_sort_is_read() {
    let units = ["<p>\t", "|a", "\"x\t\n", "Mål 3: a\tb\n", "- \u{ad}\u{200b}\n", "a  b\n", "\tx\n", "Ansvarig\tNär\n"];
    for unit in units {
        assert!(time(&unit.repeat(500_000 / unit.len())) < Duration::from_secs(60), "{unit:?}");
    }
}

#[test]
fn ten_megabytes_are_read() {
    assert!(time(&"Nämnden och rådet, via polisen. ".repeat(320_000)) < Duration::from_secs(60));
    assert!(time(&"Nämnden och rådet, via polisen.\n".repeat(320_000)) < Duration::from_secs(60));
}

#[test]
fn twice_the_text_takes_about_twice_the_time() {
    let rows = |count: usize| -> String {
        let row =
            |at| format!("{at}.1 Gör sak nummer {at}\tNämnd {at}, Polisen och Skolnämnden\tAntal saker\tÅrligen\n");
        "Åtgärd\tAnsvarig\tIndikator\tHur ofta\n".to_owned() + &(0..count).map(row).collect::<String>()
    };
    let (short, long) = (rows(1500), rows(6000));
    let (short, long) = (time(&short).min(time(&short)), time(&long));
    assert!(long < short * 12, "four times the rows took {long:?} after {short:?}");
}
