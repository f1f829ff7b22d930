//! Pasted text: what becomes a table, what a cell, what running text.

use crate::{Block, NoteKind, Place, read_text};

/// The cells of all tables, a line break inside a cell as `/`.
fn tables(text: &str) -> Vec<Vec<Vec<String>>> {
    let tables = read_text(text).blocks.into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows),
        _ => None,
    });
    tables
        .map(|rows| {
            rows.iter().map(|row| row.cells.iter().map(|cell| cell.text().replace('\n', "/")).collect()).collect()
        })
        .collect()
}

/// The only table of a text.
fn table(text: &str) -> Vec<Vec<String>> {
    let mut found = tables(text);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// Blocks as short words.
fn blocks(text: &str) -> Vec<String> {
    let blocks = read_text(text).blocks;
    let word = |block: &Block| match block {
        Block::Heading { level, text, .. } => format!("h{level} {text}"),
        Block::Paragraph { runs, .. } => format!("p {}", crate::text(runs)),
        Block::Item { runs, depth, .. } => format!("i{depth} {}", crate::text(runs)),
        Block::Table(table) => format!("t{}", table.rows.len()),
        Block::PageBreak { .. } => "page".to_owned(),
    };
    blocks.iter().map(word).collect()
}

#[test]
fn lines_with_tabs_are_rows() {
    assert_eq!(table("a\tb\nc\t\n\td"), [["a", "b"], ["c", ""], ["", "d"]]);
}

#[test]
fn every_cell_knows_its_line() {
    let source = read_text("rubrik\n\na\tb\nc\td\ne\tf");
    let Some(Block::Table(table)) = source.blocks.get(1) else { panic!("{source:?}") };
    let lines: Vec<_> = table.rows.iter().map(|row| row.cells[1].place.clone()).collect();
    assert_eq!(lines, [3, 4, 5].map(|line| Place::Line { line }));
}

#[test]
fn running_text_is_told_apart() {
    let text = "# Rubrik\nText\n- punkt\n  • under\n* stjärna\no ring\n– streck\n\u{c}Ny sida";
    let found = blocks(text);
    assert_eq!(
        found,
        ["h1 Rubrik", "p Text", "i0 punkt", "i1 under", "i0 stjärna", "i0 ring", "i0 streck", "page", "p Ny sida"]
    );
}

#[test]
fn bullets_and_numbers_before_a_tab_are_no_table() {
    assert_eq!(blocks("•\tpunkt\n-\tandra"), ["i0 punkt", "i0 andra"]);
    assert_eq!(blocks("4.1\tRubrik"), ["p 4.1 Rubrik"]);
}

#[test]
fn markdown_tables_lose_their_rule() {
    assert_eq!(table("| a | b |\n|---|:-:|\n| c\\|d | e |"), [["a", "b"], ["c|d", "e"]]);
    assert_eq!(table("a | b\n--- | ---\nc | d"), [["a", "b"], ["c", "d"]]);
    assert_eq!(blocks("antingen | eller"), ["p antingen | eller"]);
}

#[test]
fn a_cell_goes_on_where_a_tag_or_quotation_mark_is_open() {
    assert_eq!(table("A\tB\n<p>ett\n\ntvå</p>\tc"), [["A", "B"], ["<p>ett//två</p>", "c"]]);
    assert_eq!(table("A\tB\n\"ett \"\"x\"\"\ntvå\"\tc"), [["A", "B"], ["ett \"x\"/två", "c"]]);
}

#[test]
fn a_cell_goes_on_where_the_columns_add_up() {
    assert_eq!(
        table("A\tB\tC\nlång text\tx\ny\tz\nannan text\tv\tw"),
        [
            ["A", "B", "C"],
            ["långtext", "x/y", "z"].map(|cell| if cell == "långtext" { "lång text" } else { cell }),
            ["annan text", "v", "w"]
        ]
    );
    assert_eq!(table("A\tB\nen lång\nmening\tb"), [["A", "B"], ["en lång/mening", "b"]]);
}

#[test]
fn rows_that_are_only_short_stay_apart() {
    assert_eq!(table("A\tB\tC\n1.1 x\ty\n1.2 z\tw"), vec![vec!["A", "B", "C"], vec!["1.1 x", "y"], vec!["1.2 z", "w"]]);
}

#[test]
fn a_named_part_between_rows_ends_the_table() {
    assert_eq!(blocks("a\tb\nc\td\nMål 2: Lugn\ne\tf\ng\th"), ["t2", "p Mål 2: Lugn", "t2"]);
    assert_eq!(blocks("a\tb\nc\td\nSida 3 (12)\ne\tf"), ["t2", "p Sida 3 (12)", "t1"]);
}

#[test]
fn columns_apart_by_spaces_are_read_with_their_wrapped_lines() {
    let text = "\
Sak              Vem             När
1.1 Måla om      Rektor och      2025
    väggen       elever
1.2 Städa        Alla            2026
";
    assert_eq!(
        table(text),
        [["Sak", "Vem", "När"], ["1.1 Måla om/väggen", "Rektor och/elever", "2025"], ["1.2 Städa", "Alla", "2026"]]
    );
}

#[test]
fn a_named_part_between_aligned_rows_is_a_row_of_its_own() {
    let text =
        "Sak          Vem      När\nMål 1. Lugn\n1. Måla      Rektor   2025\nMål 2. Ro\n2. Städa     Alla     2026\n";
    let rows = table(text);
    assert_eq!(
        rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(),
        ["Sak", "Mål 1. Lugn", "1. Måla", "Mål 2. Ro", "2. Städa"]
    );
}

#[test]
fn lines_with_as_many_semicolons_are_rows() {
    assert_eq!(table("Nr;Sak;Vem\n1;\"Måla\";Rektor\n"), [["Nr", "Sak", "Vem"], ["1", "Måla", "Rektor"]]);
    assert!(tables("Först; sedan; till sist.\nSlut.").is_empty());
}

#[test]
fn two_spaces_after_a_full_stop_make_no_table() {
    let text = "Det var en gång.  Sedan kom kvällen och alla gick hem.\nNästa dag regnade det.  Ingen gick ut.";
    assert_eq!(read_text(text).blocks.len(), 2);
    assert!(tables(text).is_empty());
}

#[test]
fn characters_without_width_and_odd_line_ends_are_cleaned() {
    let source = read_text("\u{feff}Mjukt\u{ad}bindestreck\r\nfast\u{a0}mellanslag\rnoll\u{200b}bredd\u{1}");
    let texts: Vec<_> = source
        .blocks
        .iter()
        .map(|block| if let Block::Paragraph { runs, .. } = block { crate::text(runs) } else { String::new() })
        .collect();
    assert_eq!(texts, ["Mjuktbindestreck", "fast mellanslag", "nollbredd"]);
    assert_eq!(source.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [NoteKind::ControlCharacters]);
}

#[test]
fn a_soft_hyphen_at_the_end_of_a_line_is_a_broken_word() {
    assert_eq!(blocks("våldsföre\u{ad}\nbyggande"), ["p våldsföre-", "p byggande"]);
}

#[test]
fn nothing_gives_nothing() {
    for text in ["", "\n\n", "\t\t\n \t", "\u{feff}"] {
        assert!(read_text(text).blocks.is_empty(), "{text:?}");
    }
}
