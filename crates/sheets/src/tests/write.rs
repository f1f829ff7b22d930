//! What is written can be read back, by our reader and by another.

use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::{date, datetime};

use crate::read::{csv, xlsx as read_xlsx};
use crate::write::{Column, Sheet, Value, Workbook, WriteError, csv_machine, csv_swedish, xlsx};
use crate::{NoteKind, Run};

use super::made::{marked, notes, tables, texts};

fn sheet() -> Sheet {
    let run = |text: &str, bold| Run { text: text.to_owned(), bold };
    Sheet {
        name: "Åtgärder: 2024/2027".to_owned(),
        note: Some("Fyll i en rad per åtgärd.".to_owned()),
        columns: vec![
            Column::new("Nr", 6),
            Column::new("Ansvarig", 30).with_choices(["Påhittad nämnd", "Påhittad styrelse"]),
            Column::new("Andel", 8),
            Column::new("Klar", 12),
            Column::new("Uppfylld", 8).with_choices((0..100).map(|number| format!("Val nummer {number}"))),
            Column::new("Länk", 20),
        ],
        rows: vec![
            vec![
                "00123".into(),
                Value::Rich(vec![run("Påhittad nämnd", true), run(", andra", false)]),
                0.5.into(),
                date(2025, 3, 1).into(),
                true.into(),
                Value::Link { text: "Planen".to_owned(), url: "https://example.se/plan".to_owned() },
            ],
            vec!["=1+1".into(), "rad ett\nrad två".into(), (-12.0).into(), Value::Empty, false.into()],
            vec![Value::from(None::<&str>), Value::Rich(vec![run("Fet", true)]), Value::Number(f64::NAN)],
        ],
    }
}

fn workbook(sheets: Vec<Sheet>) -> Workbook {
    Workbook { title: "En plan".to_owned(), author: None, created: datetime(2026, 1, 2, 3, 4, 5, 0), sheets }
}

#[test]
fn a_workbook_is_read_back_as_it_was() {
    let bytes = xlsx(&workbook(vec![sheet()])).unwrap();
    let source = read_xlsx(&bytes).unwrap();
    assert_eq!(notes(&source), [NoteKind::UnreachableSheet]);
    let table = tables(&source)[0];
    assert_eq!(table.name.as_deref(), Some("Åtgärder  2024 2027"));
    assert_eq!(
        texts(table),
        [
            vec!["Fyll i en rad per åtgärd.", "", "", "", "", ""],
            vec!["Nr", "Ansvarig", "Andel", "Klar", "Uppfylld", "Länk"],
            vec!["00123", "Påhittad nämnd, andra", "0,5", "2025-03-01", "SANT", "Planen"],
            vec!["=1+1", "rad ett\nrad två", "-12", "", "FALSKT"],
            vec!["", "Fet", "NaN"],
        ]
    );
    assert_eq!(table.rows[0].cells[0].columns, 6);
    let bold: Vec<String> =
        [(1, 0), (2, 1), (3, 1), (4, 1)].map(|(row, column)| marked(&table.rows[row].cells[column])).into();
    assert_eq!(bold, ["*Nr*", "*Påhittad nämnd*, andra", "rad ett\nrad två", "*Fet*"]);
}

#[test]
fn another_reader_sees_types_and_no_formulas() {
    let bytes = xlsx(&workbook(vec![sheet()])).unwrap();
    let mut file: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let name = file.sheet_names()[0].clone();
    let range = file.worksheet_range(&name).unwrap();
    assert_eq!(range.get((2, 0)), Some(&Data::String("00123".to_owned())));
    assert_eq!(range.get((2, 2)), Some(&Data::Float(0.5)));
    assert_eq!(range.get((2, 4)), Some(&Data::Bool(true)));
    assert!(matches!(range.get((2, 3)), Some(Data::DateTime(day)) if day.as_f64() == 45717.0));
    assert_eq!(range.get((3, 0)), Some(&Data::String("=1+1".to_owned())));
    assert!(file.worksheet_formula(&name).unwrap().is_empty());
}

#[test]
fn the_same_workbook_gives_the_same_bytes() {
    let make = || xlsx(&workbook(vec![sheet()])).unwrap();
    assert_eq!(make(), make());
}

#[test]
fn names_of_sheets_are_allowed_and_unlike() {
    let named = |name: &str| Sheet { name: name.to_owned(), columns: vec![Column::new("A", 5)], ..Sheet::default() };
    let long = "En plan med ett mycket långt namn på svenska";
    let source = read_xlsx(
        &xlsx(&workbook(vec![named("Plan"), named("plan"), named(long), named(long), named("?"), named("_lists")]))
            .unwrap(),
    );
    let names: Vec<_> = tables(&source.unwrap()).iter().filter_map(|table| table.name.clone()).collect();
    let expected =
        ["Plan", "plan (2)", "En plan med ett mycket långt na", "En plan med ett mycket lång (2)", "1", "_lists (2)"];
    assert_eq!(names, expected);
}

#[test]
fn what_excel_cannot_hold_is_an_error() {
    let with = |value: Value| {
        workbook(vec![Sheet { columns: vec![Column::new("A", 5)], rows: vec![vec![value]], ..Sheet::default() }])
    };
    assert!(matches!(xlsx(&with(date(1850, 1, 1).into())), Err(WriteError::Date)));
    assert!(matches!(xlsx(&with("x".repeat(40_000).into())), Err(WriteError::Other(_))));
    assert!(matches!(xlsx(&workbook(vec![Sheet::default()])), Err(WriteError::Size { .. })));
    let link = Value::Link { text: "x".to_owned(), url: "ingen adress".to_owned() };
    assert_eq!(texts(tables(&read_xlsx(&xlsx(&with(link)).unwrap()).unwrap())[0])[1], ["x"]);
}

#[test]
fn separated_values_for_excel_in_sweden() {
    let text = String::from_utf8(csv_swedish(&sheet())).unwrap();
    let expected = "\u{feff}Nr;Ansvarig;Andel;Klar;Uppfylld;Länk\r\n00123;Påhittad nämnd, andra;0,5;2025-03-01;SANT;Planen\r\n\
        '=1+1;\"rad ett\nrad två\";-12;;FALSKT;\r\n;Fet;NaN;;;\r\n";
    assert_eq!(text, expected);
    assert_eq!(texts(tables(&csv(text.as_bytes()).unwrap())[0])[2][1], "rad ett\nrad två");
}

#[test]
fn separated_values_for_machines() {
    let text = String::from_utf8(csv_machine(&sheet())).unwrap();
    let expected = "Nr,Ansvarig,Andel,Klar,Uppfylld,Länk\r\n00123,\"Påhittad nämnd, andra\",0.5,2025-03-01,true,Planen\r\n\
        '=1+1,\"rad ett\nrad två\",-12,,false,\r\n,Fet,NaN,,,\r\n";
    assert_eq!(text, expected);
}

#[test]
fn text_that_could_be_a_formula_is_guarded() {
    let guarded = |text: &str| {
        let sheet = Sheet { columns: vec![Column::new(text, 5)], ..Sheet::default() };
        String::from_utf8(csv_machine(&sheet)).unwrap().trim_end_matches("\r\n").to_owned()
    };
    for (text, expected) in [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+46 8", "'+46 8"),
        ("-cmd", "'-cmd"),
        ("@SUM", "'@SUM"),
        ("\tx", "'\tx"),
        ("-12", "-12"),
        ("-0.5", "-0.5"),
        ("a=b", "a=b"),
    ] {
        assert_eq!(guarded(text), expected);
    }
    assert_eq!(guarded("\rx"), "\"'\rx\"");
}

#[test]
fn rows_that_someone_adds_offer_the_lists_and_keep_codes_as_text() {
    let bytes = xlsx(&workbook(vec![sheet()])).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = String::new();
    let mut file = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    std::io::Read::read_to_string(&mut file, &mut part).unwrap();
    // Three rows under the header in row 2, and two hundred more.
    assert!(part.contains("sqref=\"B3:B205\"") && part.contains("sqref=\"E3:E205\""), "{part}");
    assert!(part.contains("Påhittad nämnd,Påhittad styrelse") && part.contains("'_lists'!$A$1:$A$100"));
    let columns = part.split("<cols>").nth(1).unwrap().split("</cols>").next().unwrap();
    let styled: Vec<bool> = columns.split("<col ").skip(1).map(|column| column.contains("style=")).collect();
    assert_eq!(styled, [true, true, false, false, false, false]);
    assert!(part.contains("<pane ySplit=\"2\"") && part.contains("<autoFilter ref=\"A2:F5\""));
}
