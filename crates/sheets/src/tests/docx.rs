//! Word documents: headings, paragraphs, page breaks, and what is passed over.

use crate::{Block, NoteKind, Place};

use super::made::{Word, docx, marked_runs, notes};

/// Blocks in short: `# heading`, `- item`, `---` page break, `[table]`, or the text.
pub(super) fn outline(source: &crate::Source) -> Vec<String> {
    let short = |block: &Block| match block {
        Block::Heading { level, text, .. } => format!("{} {text}", "#".repeat(usize::from(*level))),
        Block::Paragraph { runs, .. } => marked_runs(runs),
        Block::Item { runs, depth, .. } => format!("{}- {}", "  ".repeat(usize::from(*depth)), marked_runs(runs)),
        Block::Table(_) => "[table]".to_owned(),
        Block::PageBreak { .. } => "---".to_owned(),
    };
    source.blocks.iter().map(short).collect()
}

/// A paragraph with one run.
pub(super) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn headings_by_outline_name_and_inheritance() {
    let styles = r#"
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Kapitel"/><w:basedOn w:val="Rubrik1"/></w:style>
        <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Rubrik 3"/></w:style>
        <w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="TOC Heading"/><w:basedOn w:val="Rubrik1"/>
            <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="x"/><w:basedOn w:val="Ring2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Ring2"><w:name w:val="y"/><w:basedOn w:val="Ring"/></w:style>"#;
    let styled =
        |style: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>");
    let mut body: String = ["Rubrik1", "Egen", "a3", "Toc", "T", "Ring", "Normal", "Heading2"].map(styled).concat();
    body += "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Egen nivå</w:t></w:r></w:p>";
    let source = Word { body: &body, styles, ..Word::default() }.read();
    let expected = ["# Rubrik1", "# Egen", "### a3", "Toc", "# T", "Ring", "Normal", "## Heading2", "## Egen nivå"];
    assert_eq!(outline(&source), expected);
}

#[test]
fn every_paragraph_counts_for_places() {
    let source = docx(&(p("ett") + "<w:p/>" + &p("tre")));
    let places: Vec<_> = source
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph { place, .. } => place.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(places, [1, 3].map(|paragraph| Place::Paragraph { paragraph }));
}

#[test]
fn characters_that_are_elements() {
    let source = docx(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>\
         <w:t>e &amp;\u{ad} &#229;</w:t><w:cr/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:char=\"F000\"/></w:r></w:p>",
    );
    assert_eq!(outline(&source), ["a\tb\nc-de & å\n✓"]);
}

#[test]
fn pages_end_at_breaks_before_paragraphs_and_after_sections() {
    let source = docx(
        "<w:p><w:r><w:t>ett</w:t><w:br w:type=\"page\"/><w:t>två</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>tre</w:t></w:r></w:p>\
         <w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>fyra</w:t></w:r></w:p>\
         <w:p><w:pPr><w:sectPr><w:type w:val=\"continuous\"/></w:sectPr></w:pPr><w:r><w:t>fem</w:t></w:r></w:p>",
    );
    assert_eq!(outline(&source), ["ett", "---", "två", "---", "tre", "fyra", "---", "fem"]);
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let source = docx(
        "<w:p><w:r><w:t>Behåll </w:t></w:r><w:del><w:r><w:delText>bort</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>nytt</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom></w:p>\
         <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>struken rad</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    assert_eq!(outline(&source), ["Behåll nytt"]);
    assert_eq!(notes(&source), [NoteKind::TrackedDeletion]);
}

#[test]
fn wrappers_are_passed_through() {
    let source = docx(&format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>\
         <w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>länk</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> val</w:t></w:r>\
         </w:sdtContent></w:sdt><w:fldSimple w:instr=\"DATE\"><w:r><w:t> fält</w:t></w:r></w:fldSimple>\
         <w:r><w:instrText>PAGE</w:instrText></w:r><w:smartTag><w:r><w:t> tagg</w:t></w:r></w:smartTag></w:p>",
        p("styrd")
    ));
    assert_eq!(outline(&source), ["styrd", "länk val fält tagg"]);
}

#[test]
fn text_boxes_follow_their_paragraph_once() {
    let text_box = format!("<w:txbxContent>{}{}</w:txbxContent>", p("i rutan"), p("andra raden"));
    let source = docx(&format!(
        "<w:p><w:r><w:t>före</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline>{text_box}\
         </wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>{text_box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t> efter</w:t></w:r></w:p>"
    ));
    assert_eq!(outline(&source), ["före efter", "i rutan", "andra raden"]);
    assert_eq!(notes(&source), []);
}

#[test]
fn what_is_passed_over_is_noted() {
    let source = docx(
        "<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id=\"1\"/><w:commentReference w:id=\"2\"/></w:r>\
         <w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:object><o:OLEObject/></w:object></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t> dold</w:t></w:r></w:p><w:altChunk r:id=\"rId5\"/>",
    );
    assert_eq!(outline(&source), ["text dold"]);
    assert_eq!(notes(&source), [NoteKind::Annotation, NoteKind::Image, NoteKind::Embedded, NoteKind::Hidden]);
}

#[test]
fn formulas_keep_their_letters() {
    let source = docx(
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>",
    );
    assert_eq!(outline(&source), ["ab"]);
}
