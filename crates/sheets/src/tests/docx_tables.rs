//! Tables in Word documents: cells on the grid, merged cells, tables within tables.

use crate::{Place, Table};

use super::docx::p;
use super::made::{docx, marked, tables, texts};

fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

fn table(rows: &[&[String]]) -> Table {
    let rows: String = rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).collect();
    let source = docx(&format!("{}<w:tbl>{rows}</w:tbl>", p("före")));
    tables(&source)[0].clone()
}

#[test]
fn places_name_the_table_row_and_column() {
    let one = |text: &str| cell("", &p(text));
    let body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".repeat(2);
    let source = docx(&body);
    let place = |sheet: &str, row, column| Place::Cell { sheet: sheet.to_owned(), row, column };
    assert_eq!(tables(&source)[1].rows[0].cells[0].place, place("Tabell 2", 1, 1));
    let table = table(&[&[one("a"), one("b")], &[one(""), one(" ")], &[one("c"), one("d")]]);
    assert_eq!(texts(&table), [["a", "b"], ["c", "d"]]);
    assert_eq!(table.rows[1].cells[1].place, place("Tabell 1", 3, 2));
}

#[test]
fn paragraphs_and_breaks_in_a_cell_are_lines() {
    let content = p("ett")
        + "<w:p/>"
        + "<w:p><w:r><w:t>två</w:t><w:br/><w:t>tre</w:t><w:br w:type=\"page\"/><w:t>fyra</w:t></w:r></w:p><w:p/>";
    assert_eq!(texts(&table(&[&[cell("", &content)]])), [["ett\n\ntvå\ntre\nfyra"]]);
}

#[test]
fn bold_is_kept_within_a_cell() {
    let content =
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Nämnd A</w:t></w:r></w:p><w:p><w:r><w:t>Nämnd B</w:t></w:r></w:p>";
    assert_eq!(marked(&table(&[&[cell("", content)]]).rows[0].cells[0]), "*Nämnd A\n*Nämnd B");
}

#[test]
fn merged_columns_are_followed_by_empty_cells() {
    let table = table(&[&[cell("<w:gridSpan w:val=\"3\"/>", &p("bred")), cell("", &p("smal"))]]);
    assert_eq!(texts(&table), [["bred", "", "", "smal"]]);
    assert_eq!(table.rows[0].cells.iter().map(|cell| cell.columns).collect::<Vec<_>>(), [3, 1, 1, 1]);
}

#[test]
fn merged_rows_count_how_far_they_reach() {
    let starts = "<w:vMerge w:val=\"restart\"/>";
    let table = table(&[
        &[cell(starts, &p("mål 1")), cell("", &p("a"))],
        &[cell("<w:vMerge/>", "<w:p/>"), cell("", &p("b"))],
        &[cell("<w:vMerge w:val=\"continue\"/>", "<w:p/>"), cell("", &p("c"))],
        &[cell(starts, &p("mål 2")), cell("", &p("d"))],
        &[cell("<w:vMerge/>", "<w:p/>"), cell("", &p("e"))],
        &[cell("", &p("eget")), cell("", &p("f"))],
    ]);
    let first: Vec<_> = table.rows.iter().map(|row| (row.cells[0].text(), row.cells[0].rows)).collect();
    let expected = [("mål 1", 3), ("", 1), ("", 1), ("mål 2", 2), ("", 1), ("eget", 1)];
    assert_eq!(first, expected.map(|(text, rows)| (text.to_owned(), rows)));
}

#[test]
fn rows_may_start_further_in() {
    let source = docx(&format!(
        "<w:tbl><w:tr>{0}{0}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{0}</w:tr></w:tbl>",
        cell("", &p("x"))
    ));
    assert_eq!(texts(tables(&source)[0]), [["x", "x"], ["", "x"]]);
}

#[test]
fn a_table_within_a_cell_becomes_lines() {
    let inner = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        cell("", &p("a")),
        cell("", &p("b")),
        cell("", &p("c"))
    );
    let content = p("före") + &inner + "<w:p/>";
    assert_eq!(texts(&table(&[&[cell("", &content)]])), [["före\na\tb\nc"]]);
}

#[test]
fn rows_and_cells_may_be_wrapped() {
    let source = docx(&format!(
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt><w:tc><w:sdt><w:sdtContent>{1}\
         </w:sdtContent></w:sdt></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        cell("", &p("a")),
        p("b")
    ));
    assert_eq!(texts(tables(&source)[0]), [["a", "b"]]);
}
