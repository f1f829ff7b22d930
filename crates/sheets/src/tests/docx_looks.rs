//! What is bold in a Word document, and by what.

use super::docx::outline;
use super::made::{Word, docx, marked, tables};

const STYLES: &str = r#"
    <w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Starkare"><w:name w:val="x"/><w:basedOn w:val="Stark"/></w:style>
    <w:style w:type="paragraph" w:styleId="Fet"><w:name w:val="Fet"/><w:rPr><w:b w:val="true"/></w:rPr></w:style>
    <w:style w:type="table" w:styleId="Rutor"><w:name w:val="Rutor"/>
        <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
    <w:style w:type="table" w:styleId="Egna"><w:name w:val="Egna"/><w:basedOn w:val="Rutor"/></w:style>"#;

#[test]
fn a_run_says_it_itself() {
    let source = docx(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Nämnd A</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> och B</w:t></w:r>\
         <w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>, C</w:t></w:r><w:r><w:rPr><w:bCs/></w:rPr><w:t>, D</w:t></w:r></w:p>",
    );
    assert_eq!(outline(&source), ["*Nämnd A och B*, C, D"]);
}

#[test]
fn styles_say_it_and_turn_one_another_over() {
    let body = "<w:p><w:r><w:rPr><w:rStyle w:val=\"Starkare\"/></w:rPr><w:t>stark</w:t></w:r><w:r><w:t> vanlig</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pStyle w:val=\"Fet\"/></w:pPr><w:r><w:t>fet</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Stark\"/></w:rPr>\
        <w:t> vänd</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> egen</w:t></w:r></w:p>";
    let source = Word { body, styles: STYLES, ..Word::default() }.read();
    assert_eq!(outline(&source), ["*stark* vanlig", "*fet* vänd* egen*"]);
}

#[test]
fn defaults_say_it_for_all() {
    let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>";
    let body = "<w:p><w:r><w:t>allt</w:t></w:r><w:r><w:rPr><w:b w:val=\"off\"/></w:rPr><w:t> utom</w:t></w:r></w:p>";
    assert_eq!(outline(&Word { body, styles, ..Word::default() }.read()), ["*allt* utom"]);
}

#[test]
fn the_first_row_of_a_styled_table_is_bold_when_the_table_wants_it() {
    let row = "<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>";
    let read = |look: &str| {
        let body = format!("<w:tbl><w:tblPr><w:tblStyle w:val=\"Egna\"/>{look}</w:tblPr>{row}{row}</w:tbl>");
        let source = Word { body: &body, styles: STYLES, ..Word::default() }.read();
        let rows = &tables(&source)[0].rows;
        rows.iter().map(|row| marked(&row.cells[0])).collect::<Vec<_>>()
    };
    assert_eq!(read("<w:tblLook w:firstRow=\"1\"/>"), ["*x*", "x"]);
    assert_eq!(read("<w:tblLook w:val=\"04A0\"/>"), ["*x*", "x"]);
    assert_eq!(read("<w:tblLook w:val=\"0480\"/>"), ["x", "x"]);
    assert_eq!(read(""), ["x", "x"]);
}
