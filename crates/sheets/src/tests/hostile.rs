//! Files made to hurt: each is refused quickly, or read for what it is.

use std::time::{Duration, Instant};

use crate::read::{Format, Limits, ReadError, csv, docx, file, file_within, xlsx};

use super::made::{Excel, Word, tables, texts, zip};

const MANY: ReadError = ReadError::TooManyCells { limit: 200_000 };

fn sheet_of(content: &str) -> Vec<u8> {
    Excel { sheet: content, ..Excel::default() }.bytes()
}

/// Two seconds are promised by a program that is optimised; one that is not is slower many times over.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 2 });

fn in_time<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < LONGEST, "took {:?}", start.elapsed());
    result
}

#[test]
fn w7_a_part_that_grows_a_thousandfold_is_refused() {
    let bytes = sheet_of(&" ".repeat(40_000_000));
    assert!(bytes.len() < 400_000);
    assert_eq!(in_time(|| xlsx(&bytes)), Err(ReadError::CompressionBomb));
}

#[test]
fn w7_parts_together_are_bounded_too() {
    let limits = Limits { unpacked_mib: 1, ..Limits::default() };
    let noise: String = (0..300_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_string()).collect();
    let bytes = sheet_of(&format!("<!--{noise}-->"));
    assert_eq!(file_within(&limits, None, &bytes), Err(ReadError::CompressionBomb));
    assert_eq!(file(None, &bytes), Err(ReadError::Empty));
}

#[test]
fn w7_an_archive_of_very_many_parts_is_refused() {
    let limits = Limits { parts: 3, ..Limits::default() };
    let bytes = zip(&[("a", ""), ("b", ""), ("c", ""), ("d", "")]);
    assert_eq!(file_within(&limits, None, &bytes), Err(ReadError::CompressionBomb));
}

/// Overwrites a field of every header of an archive: at `local` in the headers before the parts, at `central` in the directory.
fn forged(mut bytes: Vec<u8>, local: usize, central: usize, value: &[u8]) -> Vec<u8> {
    for start in 0..bytes.len() - 4 {
        let field = match bytes[start..start + 4] {
            [b'P', b'K', 3, 4] => start + local,
            [b'P', b'K', 1, 2] => start + central,
            _ => continue,
        };
        bytes[field..field + value.len()].copy_from_slice(value);
    }
    bytes
}

#[test]
fn w7_sizes_that_lie_are_not_believed() {
    let honest = sheet_of("<sheetData><row><c><v>1</v></c></row></sheetData>");
    let expected = xlsx(&honest).unwrap();
    let read = |size: u32| xlsx(&forged(honest.clone(), 22, 24, &size.to_le_bytes()));
    for size in [0, 1] {
        assert_eq!(read(size), Err(ReadError::Damaged { format: Format::Zip }), "{size}");
    }
    for size in [0x7fff_ffff, 0xffff_fff0] {
        assert_eq!(read(size).as_ref(), Ok(&expected), "{size}");
    }
}

#[test]
fn w7_an_archive_with_a_password_is_encrypted() {
    let honest = sheet_of("<sheetData/>");
    assert_eq!(xlsx(&forged(honest, 6, 8, &[1, 0])), Err(ReadError::Encrypted));
}

#[test]
fn w7_a_truncated_archive_is_damaged_wherever_it_ends() {
    let bytes = sheet_of("<sheetData><row><c><v>1</v></c></row></sheetData>");
    for end in (4..bytes.len()).step_by(7) {
        assert_eq!(file(None, &bytes[..end]), Err(ReadError::Damaged { format: Format::Zip }), "{end}");
    }
}

#[test]
fn w7_a_changed_part_is_noticed() {
    let mut bytes = zip(&[("word/document.xml", "<w:document><w:body/></w:document>".repeat(40))]);
    let middle = 60;
    bytes[middle] ^= 0x55;
    assert_eq!(docx(&bytes), Err(ReadError::Damaged { format: Format::Docx }));
}

#[test]
fn w7_a_million_cells_are_refused_in_time() {
    let row: String = (0..10).map(|number| format!("<c t=\"inlineStr\"><is><t>text {number}</t></is></c>")).collect();
    let rows: String = (1..=100_000).map(|number| format!("<row r=\"{number}\">{row}</row>")).collect();
    let bytes = sheet_of(&format!("<sheetData>{rows}</sheetData>"));
    assert_eq!(in_time(|| xlsx(&bytes)), Err(MANY));
}

#[test]
fn w7_a_claimed_size_of_the_sheet_is_not_believed() {
    let bytes = sheet_of("<dimension ref=\"A1:XFD1048576\"/><sheetData><row><c><v>1</v></c></row></sheetData>");
    assert_eq!(texts(tables(&in_time(|| xlsx(&bytes)).unwrap())[0]), [["1"]]);
}

#[test]
fn w7_one_cell_in_the_last_column_of_many_rows_is_refused() {
    let rows: String = (1..=100).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    assert_eq!(in_time(|| xlsx(&sheet_of(&format!("<sheetData>{rows}</sheetData>")))), Err(MANY));
}

#[test]
fn w7_areas_on_top_of_one_another_are_refused() {
    let rows: String = (1..=10_000).map(|row| format!("<row r=\"{row}\"><c><v>1</v></c></row>")).collect();
    let areas = "<mergeCell ref=\"A1:B10000\"/>".repeat(50_000);
    let bytes = sheet_of(&format!("<sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells>"));
    assert_eq!(in_time(|| xlsx(&bytes)), Err(MANY));
}

#[test]
fn w7_one_long_string_in_many_cells_is_refused() {
    let strings = format!("<si><t>{}</t></si>", "lång ".repeat(40_000));
    let sheet = format!("<sheetData><row>{}</row></sheetData>", "<c t=\"s\"><v>0</v></c>".repeat(1_000));
    let bytes = Excel { sheet: &sheet, strings: &strings, ..Excel::default() }.bytes();
    assert_eq!(in_time(|| xlsx(&bytes)), Err(ReadError::TooMuchText { limit_mib: 16 }));
}

#[test]
fn w7_very_many_shared_strings_are_refused() {
    let strings = "<si/>".repeat(300_000);
    let bytes = Excel { sheet: "<sheetData/>", strings: &strings, ..Excel::default() }.bytes();
    assert_eq!(in_time(|| xlsx(&bytes)), Err(MANY));
}

#[test]
fn w7_a_long_name_of_a_sheet_is_cut() {
    let state = format!("name=\"{}\"", "x".repeat(100_000));
    let sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    let source = Excel { sheet, state: &state, ..Excel::default() }.read();
    assert_eq!(tables(&source)[0].name.as_ref().map(String::len), Some(64));
}

#[test]
fn w7_entities_are_not_let_in() {
    let laughs = r#"<!DOCTYPE lol [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
        <w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"#;
    let damaged = Err(ReadError::Damaged { format: Format::Docx });
    assert_eq!(docx(&zip(&[("word/document.xml", laughs)])), damaged);
    let unknown = Word { body: "<w:p><w:r><w:t>&c;</w:t></w:r></w:p>", ..Word::default() };
    assert_eq!(docx(&unknown.bytes()), damaged);
}

#[test]
fn w7_deep_nesting_is_refused() {
    let nested = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    for body in [
        nested("<w:sdt>", "</w:sdt>"),
        nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        nested("<w:p><w:r><w:pict>", "</w:pict></w:r></w:p>"),
        nested("<w:x>", "</w:x>"),
    ] {
        let bytes = Word { body: &body, ..Word::default() }.bytes();
        assert_eq!(in_time(|| docx(&bytes)), Err(ReadError::Damaged { format: Format::Docx }));
    }
    let bytes = sheet_of(&nested("<x>", "</x>"));
    assert_eq!(in_time(|| xlsx(&bytes)), Err(ReadError::Damaged { format: Format::Xlsx }));
}

#[test]
fn w7_very_many_empty_paragraphs_rows_and_wide_cells_are_refused() {
    let row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr><w:p/></w:tc></w:tr>";
    for body in [
        "<w:p/>".repeat(300_000),
        format!("<w:tbl>{}</w:tbl>", "<w:tr/>".repeat(300_000)),
        format!("<w:tbl>{}</w:tbl>", row.repeat(500)),
    ] {
        let bytes = Word { body: &body, ..Word::default() }.bytes();
        assert_eq!(in_time(|| docx(&bytes)), Err(MANY));
    }
}

#[test]
fn w7_ten_megabytes_of_separated_values_are_read_or_refused_in_time() {
    let line = format!("1;{};Nämnden;2027\n", "En åtgärd som någon ska göra. ".repeat(12));
    let text = line.repeat(10_000_000 / line.len());
    let rows = tables(&in_time(|| csv(text.as_bytes())).unwrap())[0].rows.len();
    assert_eq!(rows, 10_000_000 / line.len());
    let cells = "a;".repeat(5_000_000);
    assert_eq!(in_time(|| csv(cells.as_bytes())), Err(MANY));
    let quoted = format!("\"{}", "a;\n".repeat(3_000_000));
    assert!(in_time(|| csv(quoted.as_bytes())).is_ok());
}

#[test]
fn w7_a_file_larger_than_the_limit_is_not_looked_at() {
    assert_eq!(file(None, &vec![b'a'; 20 * 1024 * 1024 + 1]), Err(ReadError::TooLarge { limit_mib: 20 }));
}
