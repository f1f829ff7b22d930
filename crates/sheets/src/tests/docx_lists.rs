//! Lists and the numbers that Word counts by itself.

use super::docx::outline;
use super::made::{Word, tables, texts};

const NUMBERING: &str = r#"
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1">
        <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Åtgärd %3"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;

fn item(list: u32, level: u8, text: &str) -> String {
    let run = if text.is_empty() { String::new() } else { format!("<w:r><w:t>{text}</w:t></w:r>") };
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{run}</w:p>")
}

fn read(body: &str) -> crate::Source {
    Word { body, numbering: NUMBERING, ..Word::default() }.read()
}

#[test]
fn bullets_are_items_without_a_number() {
    assert_eq!(outline(&read(&(item(1, 0, "ett") + &item(1, 1, "under")))), ["- ett", "  - under"]);
}

#[test]
fn numbers_count_by_level_and_start_over_below() {
    let body =
        item(2, 0, "a") + &item(2, 1, "b") + &item(2, 1, "c") + &item(2, 0, "d") + &item(2, 1, "e") + &item(2, 2, "f");
    let expected = ["- 3. a", "  - 3.a) b", "  - 3.b) c", "- 4. d", "  - 4.a) e", "    - Åtgärd IV f"];
    assert_eq!(outline(&read(&body)), expected);
}

#[test]
fn another_list_of_the_same_pattern_starts_anew_where_it_says_so() {
    assert_eq!(
        outline(&read(&(item(2, 0, "a") + &item(3, 0, "b") + &item(3, 0, "c")))),
        ["- 3. a", "- 1. b", "- 2. c"]
    );
}

#[test]
fn list_zero_and_unknown_lists_have_no_number() {
    assert_eq!(outline(&read(&(item(0, 0, "a") + &item(99, 0, "b")))), ["a", "- b"]);
}

#[test]
fn a_style_may_bring_the_list() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="Lista"><w:name w:val="List Number"/>
        <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>"#;
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Lista\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    assert_eq!(outline(&Word { body, styles, numbering: NUMBERING }.read()), ["- 3. a"]);
}

#[test]
fn a_cell_may_hold_nothing_but_its_number() {
    let row = |text: &str| format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", item(2, 0, ""), super::docx::p(text));
    let source = read(&format!("<w:tbl>{}{}</w:tbl>", row("Utbilda"), row("Följ upp")));
    assert_eq!(texts(tables(&source)[0]), [["3.", "Utbilda"], ["4.", "Följ upp"]]);
}
