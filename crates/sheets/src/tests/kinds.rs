//! What a file is, by its content.

use crate::Block;
use crate::read::{Program, ReadError, docx, file, xlsx};

use super::made::{Excel, Word, tables, zip};

/// A compound file whose directory names a stream.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

#[test]
fn kinds_that_are_not_read_are_named() {
    let legacy = |program| ReadError::LegacyOffice { program };
    let open_document = zip(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")]);
    for (bytes, expected) in [
        (b"".to_vec(), ReadError::Empty),
        (b"%PDF-1.7\n...".to_vec(), ReadError::Pdf),
        (b"\r\n%PDF-1.4".to_vec(), ReadError::Pdf),
        (b"{\\rtf1\\ansi}".to_vec(), ReadError::RichText),
        (b"\x89PNG\r\n\x1a\n".to_vec(), ReadError::Image),
        (b"<!DOCTYPE html><table></table>".to_vec(), ReadError::Html),
        (b"\n <HTML><body>".to_vec(), ReadError::Html),
        (compound("EncryptedPackage"), ReadError::Encrypted),
        (compound("WordDocument"), legacy(Program::Word)),
        (compound("Workbook"), legacy(Program::Excel)),
        (compound("PowerPoint Document"), legacy(Program::PowerPoint)),
        (compound("Something"), legacy(Program::Other)),
        (open_document, ReadError::OpenDocument),
        (zip(&[("xl/workbook.bin", "x")]), ReadError::BinaryWorkbook),
        (zip(&[("ppt/presentation.xml", "<x/>")]), ReadError::Presentation),
        (zip(&[("a.txt", "x")]), ReadError::UnknownType),
        (b"MZ\x90\0\x03\0\0\0".to_vec(), ReadError::UnknownType),
    ] {
        assert_eq!(file(Some("plan.xlsx"), &bytes), Err(expected));
    }
}

#[test]
fn the_content_and_not_the_name_decides() {
    let sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    let workbook = Excel { sheet, ..Excel::default() }.bytes();
    assert_eq!(tables(&file(Some("plan.docx"), &workbook).unwrap())[0].name.as_deref(), Some("Blad1"));
    let document = Word { body: &super::docx::p("x"), ..Word::default() }.bytes();
    assert!(matches!(file(Some("plan.csv"), &document).unwrap().blocks[0], Block::Paragraph { .. }));
    assert_eq!(docx(&workbook), Err(ReadError::UnknownType));
    assert_eq!(xlsx(&document), Err(ReadError::UnknownType));
}

#[test]
fn a_main_part_may_have_any_name_and_any_case() {
    let bytes = zip(&[
        ("_rels/.rels", super::made::relations(&[("rId1", "officeDocument", "/Word/Document2.xml")])),
        (
            "word/document2.xml",
            "<w:document><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>".to_owned(),
        ),
    ]);
    assert_eq!(super::docx::outline(&file(None, &bytes).unwrap()), ["x"]);
}

#[test]
fn text_is_a_table_or_running_text() {
    let table = b"Nr;\xc3\x85tg\xc3\xa4rd\n1;Utbilda\n2;F\xc3\xb6lj upp\n";
    assert_eq!(tables(&file(None, table).unwrap()).len(), 1);
    assert_eq!(tables(&file(Some("x.csv"), b"bara en kolumn\nrad tv\xc3\xa5\n").unwrap()).len(), 1);
    let running = "Skolan, hemmet och fritiden.\nVi frågar.\nSedan, efter en tid, följer vi upp, och då svarar de.\n";
    assert_eq!(tables(&file(None, running.as_bytes()).unwrap()).len(), 0);
}

#[test]
fn an_error_is_a_kind_with_its_figures() {
    let json = |error: &ReadError| serde_json::to_string(error).unwrap();
    assert_eq!(json(&ReadError::TooLarge { limit_mib: 20 }), r#"{"kind":"too_large","limit_mib":20}"#);
    assert_eq!(
        json(&ReadError::LegacyOffice { program: Program::Excel }),
        r#"{"kind":"legacy_office","program":"excel"}"#
    );
    assert_eq!(json(&ReadError::Pdf), r#"{"kind":"pdf"}"#);
}
