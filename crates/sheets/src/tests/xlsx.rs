//! Workbooks made part by part: looks, merged cells, formulas, hidden things.

use crate::read::{Format, ReadError, xlsx};
use crate::{NoteKind, Place};

use super::made::{Excel, marked, notes, tables, texts};

fn rows(sheet: &str, strings: &str) -> Vec<Vec<String>> {
    texts(tables(&Excel { sheet, strings, ..Excel::default() }.read())[0])
}

#[test]
fn bold_is_known_by_stretch_and_by_cell() {
    let strings = "<si><r><t>Samordnas: </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">Nämnd A</t></r>\
        <r><rPr><b val=\"0\"/></rPr><t>, Nämnd B</t></r></si><si><t>Rubrik</t></si>";
    let styles = "<fonts><font/><font><b/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs>";
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c>
        <c r="C1" s="1" t="s"><v>0</v></c><c r="D1" s="1"><v>5</v></c></row></sheetData>"#;
    let source = Excel { sheet, strings, styles, ..Excel::default() }.read();
    let cells: Vec<String> = tables(&source)[0].rows[0].cells.iter().map(marked).collect();
    assert_eq!(cells, ["Samordnas: *Nämnd A*, Nämnd B", "*Rubrik*", "*Samordnas: Nämnd A*, Nämnd B", "*5*"]);
}

#[test]
fn cells_keep_their_column_and_row() {
    let sheet = r#"<sheetData><row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row>
        <row r="1048576"><c r="A1048576"><v>3</v></c></row></sheetData>"#;
    let source = Excel { sheet, ..Excel::default() }.read();
    let table = tables(&source)[0];
    assert_eq!(texts(table), [vec!["", "1", "", "2"], vec!["3"]]);
    let place = |row, column| Place::Cell { sheet: "Blad1".to_owned(), row, column };
    assert_eq!(table.rows[0].cells[3].place, place(3, 4));
    assert_eq!(table.rows[1].cells[0].place, place(1_048_576, 1));
}

#[test]
fn cells_without_a_reference_follow_one_another() {
    assert_eq!(
        rows("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>", ""),
        [vec!["1", "2"], vec!["3"]]
    );
}

#[test]
fn every_type_of_value() {
    let sheet = r#"<sheetData><row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>
        <c t="str"><f>A1</f><v>x&amp;y</v></c><c t="inlineStr"><is><t>åäö</t></is></c><c t="d"><v>2025-03-01T00:00:00</v></c>
        <c t="d"><v>2025-03-01T08:30:00</v></c><c t="s"><v>0</v></c></row></sheetData>"#;
    let strings = "<si><t>00123</t><rPh><t>passed over</t></rPh></si>";
    let expected = ["SANT", "FALSKT", "#N/A", "x&y", "åäö", "2025-03-01", "2025-03-01 08:30:00", "00123"];
    assert_eq!(rows(sheet, strings), [expected]);
}

#[test]
fn escaped_characters_are_resolved() {
    let strings = "<si><t>a_x000D_\nb_x0041_c_xyz_ _x005F_x0041_</t></si>";
    assert_eq!(rows(r#"<sheetData><row><c t="s"><v>0</v></c></row></sheetData>"#, strings), [["a\nbAc_xyz_ _x0041_"]]);
}

#[test]
fn merged_cells_say_how_far_they_reach() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c>
        <c r="C2"><v>4</v></c></row><row r="3"><c r="B3"><v>5</v></c></row></sheetData><mergeCells count="9">
        <mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A1048576"/><mergeCell ref="Z9:ZZ10"/><mergeCell ref="nonsense"/></mergeCells>"#;
    let source = Excel { sheet, ..Excel::default() }.read();
    let table = tables(&source)[0];
    assert_eq!(texts(table), [vec!["1", "", ""], vec!["2", "3", "4"], vec!["", "5"]]);
    let spans = |row: usize, column: usize| (table.rows[row].cells[column].columns, table.rows[row].cells[column].rows);
    assert_eq!(spans(0, 0), (3, 1));
    assert_eq!(spans(1, 0), (1, 2));
    assert_eq!(spans(1, 1), (1, 1));
}

#[test]
fn formulas_are_noted_once_and_missing_values_each_time() {
    let sheet = "<sheetData><row><c><f>1+1</f><v>2</v></c><c><f>2+1</f><v>3</v></c><c><f>B1</f></c><c><f>C1</f><v></v></c>\
        <c t=\"str\"><f>D1</f><v></v></c></row></sheetData>";
    let source = Excel { sheet, ..Excel::default() }.read();
    let expected = [NoteKind::Formula, NoteKind::FormulaWithoutValue, NoteKind::FormulaWithoutValue];
    assert_eq!(notes(&source), expected);
    assert_eq!(source.notes[2].place, Some(Place::Cell { sheet: "Blad1".to_owned(), row: 1, column: 4 }));
}

#[test]
fn hidden_things_are_read_and_noted() {
    let visible = "<sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData>";
    let columns = format!("<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>{visible}");
    let row = visible.replace("r=\"1\"", "r=\"1\" hidden=\"true\"");
    for sheet in [columns.as_str(), row.as_str()] {
        assert_eq!(notes(&Excel { sheet, ..Excel::default() }.read()), [NoteKind::Hidden]);
    }
    let hidden = Excel { sheet: visible, state: r#"name="Dold" state="hidden""#, ..Excel::default() }.read();
    assert_eq!((tables(&hidden).len(), notes(&hidden)), (1, vec![NoteKind::Hidden]));
    let unreachable = Excel { sheet: visible, state: r#"name="Dold" state="veryHidden""#, ..Excel::default() };
    assert_eq!(xlsx(&unreachable.bytes()), Err(ReadError::Empty));
}

#[test]
fn what_points_nowhere_is_damage() {
    let damaged = Err(ReadError::Damaged { format: Format::Xlsx });
    for sheet in [
        r#"<sheetData><row><c t="s"><v>7</v></c></row></sheetData>"#,
        r#"<sheetData><row r="0"><c><v>7</v></c></row></sheetData>"#,
        r#"<sheetData><row r="1048577"><c><v>7</v></c></row></sheetData>"#,
        r#"<sheetData><row><c r="XFE1"><v>7</v></c></row></sheetData>"#,
        "<sheetData><row><c></row></sheetData>",
    ] {
        assert_eq!(xlsx(&Excel { sheet, ..Excel::default() }.bytes()), damaged, "{sheet}");
    }
}

#[test]
fn an_empty_workbook_is_said_to_be_empty() {
    assert_eq!(xlsx(&Excel { sheet: "<sheetData/>", ..Excel::default() }.bytes()), Err(ReadError::Empty));
}
