//! Numbers and dates as their formats show them.

use super::made::{Excel, tables};

/// A number shown with a format code, in a workbook that counts days from 1900.
fn shown(number: &str, code: &str) -> String {
    in_workbook(number, code, "")
}

fn in_workbook(number: &str, code: &str, properties: &str) -> String {
    let code = code.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let styles = format!(
        r#"<numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>"#
    );
    let sheet = format!(r#"<sheetData><row r="1"><c r="A1" s="1"><v>{number}</v></c></row></sheetData>"#);
    let source = Excel { sheet: &sheet, styles: &styles, properties, ..Excel::default() }.read();
    tables(&source)[0].rows[0].cells[0].text()
}

#[test]
fn numbers_without_a_format() {
    for (number, expected) in [
        ("12", "12"),
        ("0.5", "0,5"),
        ("-3.25", "-3,25"),
        ("0.30000000000000004", "0,3"),
        ("1234567890123", "1234567890123"),
        ("1E-3", "0,001"),
        ("-0", "0"),
        ("1e300", "1E300"),
    ] {
        assert_eq!(shown(number, "General"), expected, "{number}");
    }
}

#[test]
fn numbers_with_a_format() {
    for (number, code, expected) in [
        ("0.5", "0%", "50%"),
        ("0.125", "0.0%", "12,5%"),
        ("2.5", "0", "3"),
        ("0.125", "0.00", "0,13"),
        ("1.005", "0.00", "1,01"),
        ("12", "0.00", "12,00"),
        ("12", "0.##", "12"),
        ("12.5", "#,##0.00", "12,50"),
        ("1234567", "#,##0", "1\u{a0}234\u{a0}567"),
        ("123", "00000000", "00000123"),
        ("2120001355", "000000-0000", "212000-1355"),
        ("12", "0\" kr\"", "12 kr"),
        ("1234", "#,##0\\ \"kr\"", "1\u{a0}234 kr"),
        ("-5", "0;(0)", "(5)"),
        ("-5", "0", "-5"),
        ("-0.2", "0", "0"),
        ("0", "0;-0;\"inga\"", "inga"),
        ("7", ";;;", "7"),
        ("1500", "0,", "2"),
        ("0.5", "# ?/?", "0,5"),
        ("3", "[Red]0", "3"),
        ("3", "@", "3"),
        ("0", "#", "0"),
        ("0.5", "#.0", ",5"),
    ] {
        assert_eq!(shown(number, code), expected, "{number} as {code}");
    }
}

#[test]
fn dates_are_iso_as_far_as_their_format_goes() {
    for (number, code, expected) in [
        ("45717", "yyyy-mm-dd", "2025-03-01"),
        ("45717", "d/m/yyyy", "2025-03-01"),
        ("45717", "[$-41D]d mmmm yyyy;@", "2025-03-01"),
        ("45717", "d mmm", "2025-03-01"),
        ("45717", "yyyy", "2025"),
        ("45717", "mmm yyyy", "2025-03"),
        ("45717.5625", "yyyy-mm-dd hh:mm", "2025-03-01 13:30"),
        ("45717.5625", "h:mm AM/PM", "13:30"),
        ("0.5", "hh:mm:ss", "12:00:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.0625", "[mm]:ss", "90:00"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("2958465", "yyyy-mm-dd", "9999-12-31"),
        ("2958466", "yyyy-mm-dd", "2958466"),
        ("-1", "yyyy-mm-dd", "-1"),
    ] {
        assert_eq!(shown(number, code), expected, "{number} as {code}");
    }
}

#[test]
fn days_may_be_counted_from_1904() {
    assert_eq!(in_workbook("44255", "yyyy-mm-dd", r#"<workbookPr date1904="1"/>"#), "2025-03-01");
}

#[test]
fn what_is_no_number_is_kept_as_text() {
    assert_eq!(shown("tolv", "0.00"), "tolv");
    assert_eq!(shown("NaN", "0.00"), "NaN");
}
