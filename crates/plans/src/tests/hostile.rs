//! Files made to hurt or only far too large, through HTTP: each is refused with a sentence of its own, nothing is kept, and the
//! next page comes as usual. What is only odd is read, and the page tells what is odd.

use std::io::{Cursor, Write};

use db::{Engine, Queries, values};
use web::testing::{Browser, Page};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::fixture::{Fixture, OWNER};

/// A zip archive of parts.
fn zip(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        writer.start_file(*path, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, given what stands inside it.
fn workbook(sheet: &str) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        let head = r#"<Relationships><Relationship Id="r" Type="http://x/"#;
        format!(r#"{head}{kind}" Target="{target}"/></Relationships>"#)
    };
    let book = r#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="r"/></sheets></workbook>"#;
    zip(&[
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", book.to_owned()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>")),
    ])
}

/// A workbook of rows of text, and what comes after them.
fn rows(rows: impl Iterator<Item = Vec<String>>, after: &str) -> Vec<u8> {
    let cell = |text: &String| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |cells: Vec<String>| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
    workbook(&format!("<sheetData>{}</sheetData>{after}", rows.map(row).collect::<String>()))
}

/// The rows of a plan whose actions are answered for by so many bodies.
fn plan(actions: usize, bodies: usize) -> impl Iterator<Item = Vec<String>> {
    let headings = ["Nr", "Åtgärd", "Ansvarig", "Indikator"].map(str::to_owned).to_vec();
    let row = move |number: usize| {
        let lead = format!("Nämnd {}", number % bodies);
        vec![format!("1.{number}"), format!("Inför rutin {number}."), lead, format!("Antal rutiner {number}")]
    };
    std::iter::once(headings).chain((1..=actions).map(row))
}

fn document(body: &str) -> Vec<u8> {
    zip(&[("word/document.xml", format!("<w:document><w:body>{body}</w:body></w:document>"))])
}

/// What Office makes of a document with a password, as far as anybody without it can see.
fn locked() -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(1024, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

/// The archive with another unpacked size in every header.
fn lying(mut bytes: Vec<u8>) -> Vec<u8> {
    for start in 0..bytes.len() - 4 {
        let field = match bytes[start..start + 4] {
            [b'P', b'K', 3, 4] => start + 22,
            [b'P', b'K', 1, 2] => start + 24,
            _ => continue,
        };
        bytes[field..field + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    bytes
}

/// What no way in reads.
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let small = || rows(plan(3, 1), "");
    let cells = |count: usize| rows((0..count / 100).map(|_| vec!["x".to_owned(); 100]), "");
    let areas = format!("<mergeCells>{}</mergeCells>", r#"<mergeCell ref="A1:B9000"/>"#.repeat(9_000));
    vec![
        ("plan.docx", b"%PDF-1.7\n1 0 obj".to_vec(), "En PDF går inte att läsa direkt."),
        ("plan.xlsx", b"\x89PNG\r\n\x1a\n0000IHDR".to_vec(), "Filen är en bild."),
        ("plan.bin", vec![0, 159, 146, 150, 0, 1, 2, 3], "Vi känner inte igen filen."),
        ("plan.xlsx", small()[..400].to_vec(), "Filen är skadad."),
        ("plan.docx", locked(), "Filen är skyddad med lösenord."),
        ("plan.xlsx", locked(), "Filen är skyddad med lösenord."),
        ("plan.xlsx", workbook(&" ".repeat(40_000_000)), "Filen växer till något orimligt stort"),
        ("plan.docx", document(&" ".repeat(40_000_000)), "Filen växer till något orimligt stort"),
        ("plan.xlsx", lying(small()), "Filen är skadad."),
        ("plan.docx", document(&"<w:tbl><w:tr><w:tc>".repeat(5_000)), "Filen är skadad."),
        ("plan.xlsx", cells(1_000_000), "Det är fler celler och stycken än vi läser."),
        ("plan.xlsx", rows(plan(50_000, 30), ""), "Det är fler celler och stycken än vi läser."),
        ("plan.csv", b"a;b\n".repeat(500_000), "Det är fler celler och stycken än vi läser."),
        ("plan.xlsx", rows(plan(9_000, 30), &areas), "Det är fler celler och stycken än vi läser."),
        ("plan.csv", vec![b'a'; 20 * 1024 * 1024 + 1], "Filen är för stor."),
        ("plan.csv", format!("a;{}\n", "b".repeat(5_000_000)).into_bytes(), "Det är mer text än vi läser."),
    ]
}

async fn refused(browser: &mut Browser, path: &str, fields: &[(&str, &str)], file: (&str, &[u8]), sentence: &str) {
    let page = browser.upload(path, fields, ("file", file.0, file.1)).await;
    assert_eq!(page.status, 422, "{path} {}: {}", file.0, page.words());
    let said = page.all(".field__error").join(" ");
    assert!(said.contains(sentence), "{path} {}: {said}, not {sentence}", file.0);
    assert_eq!(browser.get("/plans").await.status, 200);
}

async fn kept(fixture: &Fixture) -> i64 {
    let events = "SELECT COUNT(*) FROM plan_import";
    fixture.app.db().number(events, values![]).await.unwrap()
}

async fn upload(browser: &mut Browser, file: (&str, &[u8])) -> Page {
    browser.upload("/plans/imports", &[("text", ""), ("owner", OWNER)], ("file", file.0, file.1)).await
}

#[tokio::test]
async fn what_is_made_to_hurt_is_refused_as_a_plan_and_as_a_workbook() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    for (name, bytes, sentence) in hostile() {
        let fields = [("text", ""), ("owner", OWNER)];
        refused(&mut browser, "/plans/imports", &fields, (name, &bytes), sentence).await;
        // A workbook waits for less than a plan does, and meets the same reader.
        refused(&mut browser, &fixture.at("/workbooks"), &[], (name, &bytes), sentence).await;
    }
    assert_eq!(kept(&fixture).await, 0, "nothing half saved");
}

#[tokio::test]
async fn what_is_more_than_a_plan_is_refused_before_anybody_has_to_look_through_it() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let codes: String = (0..2_001).map(|number| format!("{number};{number}\n")).collect();
    for (bytes, sentence) in [
        (rows(plan(1_100, 30), ""), "fler än 1 500 mål, åtgärder och indikatorer"),
        (rows(plan(300, 300), ""), "fler än 250 olika ansvariga"),
        (format!("Kod;Antal\n{codes}").into_bytes(), "fler än 2 000 celler som vi inte förstår"),
    ] {
        let fields = [("text", ""), ("owner", OWNER)];
        refused(&mut browser, "/plans/imports", &fields, ("plan", &bytes), sentence).await;
    }
    assert_eq!(kept(&fixture).await, 0);
    let page = upload(&mut browser, ("plan.xlsx", &rows(plan(740, 250), ""))).await;
    assert!(page.words().contains("740 åtgärder"), "the largest plan is read: {}", page.words());
}

#[tokio::test]
async fn what_is_pasted_is_held_to_the_same() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    for (line, count, sentence, comes_back) in [
        ("Inför rutiner.\tSocialnämnden\n", 340_000, "Skriv högst", false),
        ("Inför rutiner.\tSocialnämnden\n", 60_000, "Det är fler celler och stycken än vi läser.", true),
        ("Kod\tAntal\tVarv\n1\t2\t3\n", 1_000, "celler som vi inte förstår", true),
    ] {
        let text = line.repeat(count);
        let fields = [("text", text.as_str()), ("owner", OWNER)];
        let page = browser.upload("/plans/imports", &fields, ("file", "", b"")).await;
        assert_eq!(page.status, 422, "{}", page.words());
        let said = page.all(".field__error").join(" ");
        assert!(said.contains(sentence), "{said}, not {sentence}");
        assert!(page.all("#text-error, [id=text-error]").join(" ").contains(sentence), "it stands at the text");
        let shown = page.all("textarea[name=text]").join("");
        assert_eq!(!shown.is_empty(), comes_back, "text that was refused for its length is not sent back");
    }
    assert_eq!(kept(&fixture).await, 0);
}

#[tokio::test]
async fn what_is_only_odd_is_read_and_told() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let table = "Nr;Åtgärd;Ansvarig\n1;Inför en rutin.;Påhittsnämnden\n1;Följ upp den.;Påhittsnämnden\n";
    let latin: Vec<u8> = table.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let merged = rows(plan(4, 1), r#"<mergeCells><mergeCell ref="C2:C5"/></mergeCells>"#);
    let formulas = workbook(
        r#"<sheetData><row><c t="str"><v>Åtgärd</v></c><c t="str"><v>Ansvarig</v></c></row><row>
        <c t="str"><f>CMD()</f><v>Inför en rutin.</v></c><c t="str"><f>A1</f></c></row></sheetData>"#,
    );
    for (name, bytes, told) in [
        ("plan.csv", latin, "Filen är sparad med en äldre teckenkodning."),
        ("plan.csv", wide, "Två åtgärder har samma nummer"),
        ("plan.csv", table.as_bytes().to_vec(), "Påhittsnämnden"),
        ("plan.xlsx", merged, "4 åtgärder"),
        ("plan.xlsx", formulas, "En formel saknar sparat värde"),
    ] {
        let page = upload(&mut browser, (name, &bytes)).await;
        assert_eq!(page.status, 200, "{told}: {}", page.words());
        assert!(page.words().contains(told), "{told}: {}", page.words());
    }
    let review = upload(&mut browser, ("plan.csv", table.as_bytes())).await;
    let chosen = review.attributes("select[name=name-0] option[selected]", "value");
    assert!(chosen.iter().all(String::is_empty), "a body that the register does not have stays a name: {chosen:?}");
}

#[tokio::test]
async fn a_workbook_with_more_rows_than_a_plan_is_refused() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let headings = ["Åtgärd", "Åtgärdens id (ändra inte)"].map(str::to_owned).to_vec();
    let row = |number: usize| vec![format!("Inför rutin {number}."), String::new()];
    let bytes = rows(std::iter::once(headings).chain((0..1_501).map(row)), "");
    let sentence = "Filen har fler än 1 500 rader.";
    refused(&mut browser, &fixture.at("/workbooks"), &[], ("plan.xlsx", &bytes), sentence).await;
    assert_eq!(kept(&fixture).await, 0);
}
