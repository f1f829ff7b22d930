//! The Word file hangs together, keeps the order the standard demands, and can be read with a screen reader.

use documents::{Block, Document, Figure, Inline, Table, TableRow, docx};

use crate::package::{Element, Package};
use crate::sample;

fn open(document: &Document) -> Package {
    Package::read(&docx(document).unwrap().bytes)
}

/// Elements that the standard wants in this order, where they stand in the element named first.
const ORDER: [(&str, &[&str]); 7] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
        ],
    ),
    ("w:rPr", &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u", "w:lang"]),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
            "w:tblCaption",
        ],
    ),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:tcBorders", "w:shd", "w:vAlign"]),
    ("w:sectPr", &["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:titlePg"]),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:uiPriority",
            "w:semiHidden",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:tblStylePr",
        ],
    ),
    ("w:lvl", &["w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"]),
];

#[test]
fn properties_stand_in_the_order_of_the_standard() {
    let package = open(&sample::plan());
    for part in package.xml_names() {
        for element in package.xml(part).all() {
            let Some((name, order)) = ORDER.iter().find(|(name, _)| *name == element.name) else { continue };
            let places: Vec<_> = element
                .children
                .iter()
                .map(|child| order.iter().position(|known| *known == child.name))
                .map(|place| place.unwrap_or_else(|| panic!("{name} in {part}: {:?}", element.children)))
                .collect();
            assert!(places.is_sorted(), "{name} in {part}: {:?}", element.children);
        }
    }
}

#[test]
fn every_part_has_a_type_and_every_relation_a_target() {
    let package = open(&sample::plan());
    assert_eq!(package.names().next(), Some("[Content_Types].xml"));
    let types = package.xml("[Content_Types].xml");
    let extensions: Vec<_> = types.named("Default").map(|default| default.attribute("Extension")).collect();
    for name in package.names() {
        assert!(extensions.contains(&name.rsplit('.').next().unwrap()), "{name}");
    }
    for part in types.named("Override") {
        assert!(package.has(part.attribute("PartName").trim_start_matches('/')));
    }
    let relations = package.xml("word/_rels/document.xml.rels");
    for relation in relations.named("Relationship").filter(|r| r.get("TargetMode").is_none()) {
        assert!(package.has(&format!("word/{}", relation.attribute("Target"))));
    }
    let ids: Vec<_> = relations.named("Relationship").map(|relation| relation.attribute("Id")).collect();
    for element in package.xml("word/document.xml").all() {
        for key in ["r:id", "r:embed"] {
            assert!(element.get(key).is_none_or(|id| ids.contains(&id)), "{element:?}");
        }
    }
}

#[test]
fn every_style_and_list_that_is_used_exists() {
    let package = open(&sample::plan());
    let styles = package.xml("word/styles.xml");
    let known: Vec<_> = styles.named("w:style").map(|style| style.attribute("w:styleId")).collect();
    let numbering = package.xml("word/numbering.xml");
    let lists: Vec<_> = numbering.named("w:num").map(|list| list.attribute("w:numId")).collect();
    let text = package.xml("word/document.xml");
    for kind in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        for used in text.named(kind) {
            assert!(known.contains(&used.attribute("w:val")), "{used:?}");
        }
    }
    for based in styles.named("w:basedOn").chain(styles.named("w:next")) {
        assert!(known.contains(&based.attribute("w:val")), "{based:?}");
    }
    for used in text.named("w:numId") {
        assert!(lists.contains(&used.attribute("w:val")), "{used:?}");
    }
    for level in 1..=4 {
        assert!(text.named("w:pStyle").any(|style| style.attribute("w:val") == format!("Heading{level}")));
    }
}

#[test]
fn tables_repeat_their_head_and_keep_their_rows_whole() {
    let package = open(&sample::plan());
    let text = package.xml("word/document.xml");
    let mut headed = 0;
    for table in text.named("w:tbl") {
        let style = table.named("w:tblStyle").next().unwrap().attribute("w:val");
        let heads = table.named("w:tblHeader").count();
        assert_eq!(heads, usize::from(style == "DocTable"));
        headed += heads;
        assert_eq!(table.named("w:cantSplit").count(), table.named("w:tr").count());
        let grid: Vec<_> = table.named("w:gridCol").map(|column| column.number("w:w")).collect();
        assert_eq!(grid.iter().sum::<u32>(), table.named("w:tblW").next().unwrap().number("w:w"));
        for row in table.named("w:tr") {
            let spans: Vec<_> = row.named("w:gridSpan").map(|span| span.number("w:val")).collect();
            let cells = row.named("w:tc").count() as u32;
            assert_eq!(cells + spans.iter().map(|span| span - 1).sum::<u32>(), grid.len() as u32);
        }
        for cell in table.named("w:tc") {
            assert_eq!(cell.children.last().unwrap().name, "w:p", "a cell ends with a paragraph");
        }
    }
    assert_eq!(headed, 11);
}

#[test]
fn tables_never_touch_one_another_or_the_end() {
    let table = || Block::Table(Table { rows: vec![TableRow::of(["a"])], ..Table::default() });
    let facts = || Block::Facts(vec![("a".into(), vec![])]);
    let document =
        Document { blocks: vec![table(), table(), Block::PageBreak, facts(), facts()], ..Document::default() };
    let package = open(&document);
    let text = package.xml("word/document.xml");
    let body = text.named("w:body").next().unwrap();
    let names: Vec<_> = body.children.iter().map(|child| child.name.as_str()).collect();
    assert_eq!(names, ["w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"]);
    assert_eq!(body.children[4].named("w:pageBreakBefore").count(), 1);
}

#[test]
fn contents_lead_to_bookmarks_and_do_not_ask_to_be_renewed() {
    let package = open(&sample::plan());
    let text = package.xml("word/document.xml");
    let marks: Vec<_> = text.named("w:bookmarkStart").map(|mark| mark.attribute("w:name")).collect();
    let contents = text.named("w:sdt").next().unwrap();
    assert!(contents.text().starts_with("Innehåll TOC"));
    assert_eq!(contents.named("w:hyperlink").count(), marks.len() - 1, "all but the one of level 4");
    for link in text.named("w:hyperlink") {
        assert!(link.get("w:anchor").is_none_or(|name| marks.contains(&name)), "{link:?}");
    }
    assert_eq!(contents.named("w:fldChar").count(), 3);
    assert_eq!(package.xml("word/settings.xml").named("w:updateFields").count(), 0);
    let unique: std::collections::HashSet<_> = marks.iter().collect();
    assert_eq!(unique.len(), marks.len());
    assert!(marks.iter().all(|name| name.len() <= 40));
}

#[test]
fn language_properties_and_page_numbers_are_there() {
    let package = open(&sample::plan());
    let core = package.xml("docProps/core.xml");
    let property = |name: &str| core.named(name).next().map(Element::text);
    assert_eq!(property("dc:title").as_deref(), Some("Plan för ett Norrådal fritt från våld"));
    assert_eq!(property("dc:creator").as_deref(), Some("Norrådals kommun"));
    assert_eq!(property("dc:language").as_deref(), Some("sv-SE"));
    assert_eq!(property("dcterms:created").as_deref(), Some("2025-03-12T00:00:00Z"));
    assert_eq!(package.xml("word/styles.xml").named("w:lang").next().unwrap().attribute("w:val"), "sv-SE");
    assert_eq!(package.xml("word/footer.xml").text(), "Norrådals kommunSida 1 av 1");
    let fields = package.xml("word/footer.xml");
    let fields: Vec<_> = fields.named("w:fldSimple").map(|field| field.attribute("w:instr").trim()).collect();
    assert_eq!(fields, ["PAGE", "NUMPAGES"]);
}

#[test]
fn figures_have_pixels_a_drawing_and_words() {
    let package = open(&sample::plan());
    assert!(package.bytes("word/media/figure-1.png").starts_with(b"\x89PNG"));
    assert!(package.bytes("word/media/figure-1.svg").starts_with(b"<svg"));
    let text = package.xml("word/document.xml");
    assert!(text.named("wp:docPr").next().unwrap().attribute("descr").starts_with("Stapeldiagram"));
}

#[test]
fn lists_count_for_themselves() {
    let list = |ordered| Block::List { ordered, items: vec![vec![Inline::text("ett")], vec![Inline::text("två")]] };
    let package = open(&Document { blocks: vec![list(true), list(false), list(true)], ..Document::default() });
    let text = package.xml("word/document.xml");
    let numbers: Vec<_> = text.named("w:numId").map(|number| number.attribute("w:val")).collect();
    assert_eq!(numbers, ["2", "2", "1", "1", "3", "3"]);
    assert_eq!(package.xml("word/numbering.xml").named("w:startOverride").count(), 2);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(docx(&sample::plan()), docx(&sample::plan()));
}

#[test]
fn an_unreadable_figure_is_named() {
    let document = Document { blocks: vec![Block::Figure(Figure::default())], ..Document::default() };
    assert_eq!(docx(&document), Err(documents::DocumentError::Figure { number: 1 }));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever is written, what can be read is what was written, without control characters.
    #[test]
    fn any_text_survives(words in proptest::prelude::any::<String>(), href in proptest::prelude::any::<String>()) {
        let parts = vec![Inline::text(&words), Inline::Link { text: words.clone(), href }];
        let document = Document {
            title: words.clone(),
            running: Some(words.clone()),
            footer: Some(words.clone()),
            keywords: vec![words.clone()],
            blocks: vec![
                Block::Heading { level: 1, text: words.clone(), anchor: Some(words.clone()), number: Some(words.clone()) },
                Block::Table(Table { caption: Some(words), rows: vec![TableRow::Cells(vec![parts])], ..Table::default() }),
            ],
            ..Document::default()
        };
        let package = open(&document);
        for part in package.xml_names() {
            package.xml(part);
        }
    }
}
