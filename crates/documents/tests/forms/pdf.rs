//! The PDF keeps to its standards, says what it could not set, and is the same every time.

use documents::{
    Block, Document, DocumentError, Figure, Fonts, Inline, Language, Pdf, Style, Table, TableRow, pdf, typst_source,
};

use crate::sample;

/// No character is missing.
const NOTHING: [char; 0] = [];

fn set(document: &Document) -> Pdf {
    pdf(document, &Fonts::embedded()).unwrap()
}

fn of(blocks: Vec<Block>) -> Document {
    Document {
        title: "Prov".into(),
        date: Some("2025-03-12".into()),
        labels: sample::labels(),
        blocks,
        ..Document::default()
    }
}

fn text(text: &str) -> Block {
    Block::Paragraph(vec![Inline::text(text)])
}

/// The metadata packet, which the standards require to be readable without a PDF reader.
fn metadata(file: &Pdf) -> String {
    let all = String::from_utf8_lossy(&file.bytes);
    let start = all.find("<x:xmpmeta").unwrap();
    let end = all[start..].find("</x:xmpmeta>").unwrap();
    all[start..start + end].to_owned()
}

fn holds(file: &Pdf, needle: &str) -> bool {
    file.bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[test]
fn the_plan_carries_the_marks_of_both_standards() {
    let file = set(&sample::plan());
    assert!((12..=16).contains(&file.pages), "{} pages", file.pages);
    assert_eq!(file.missing, NOTHING);
    let metadata = metadata(&file);
    for mark in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Plan för ett Norrådal fritt från våld",
        "Norrådals kommun",
        "<rdf:li>sv-SE</rdf:li>",
        "<xmp:CreateDate>2025-03-12T00:00:00Z</xmp:CreateDate>",
        &format!("<xmpTPg:NPages>{}</xmpTPg:NPages>", file.pages),
    ] {
        assert!(metadata.contains(mark), "{mark} in {metadata}");
    }
}

#[test]
fn the_list_for_the_wall_fits_a_few_sheets() {
    assert!(set(&sample::list()).pages <= 3);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(set(&sample::list()), set(&sample::list()));
}

#[test]
fn without_a_date_none_is_made_up() {
    let file = set(&Document { language: Language::English, date: Some("soon".into()), ..of(vec![text("Hello.")]) });
    assert_eq!(file.pages, 1);
    let metadata = metadata(&file);
    assert!(metadata.contains("<rdf:li>en-GB</rdf:li>"));
    assert!(!metadata.contains("CreateDate") && !metadata.contains("pdfaid:part"));
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn characters_without_a_glyph_are_replaced_and_reported() {
    let file = set(&of(vec![text("Tecken \u{13080} och \u{E123}, men å, ł, ж, β, ✓ och مرحبا finns.")]));
    assert_eq!(file.missing, ['\u{E123}', '\u{13080}']);
    assert_eq!(set(&of(vec![text("مرحبا بالعالم، لا للعنف")])).missing, NOTHING);
}

#[test]
fn marks_that_no_face_can_join_do_not_break_the_file() {
    set(&of(vec![text(
        "ক\u{300}x\u{0301}\u{0328}\u{20DD} 👩\u{200D}👩\u{200D}👧 ᄀ\u{1161} \u{200F}\u{202E}abc\u{202C} a\u{FE0F}",
    )]));
}

#[test]
fn nothing_in_a_text_is_markup() {
    let hostile =
        "#panic(\"x\") $1/0$ *b* _e_ @ref <l> = H // c /* c */ \\u{0} \" ' ` \u{0}\u{7}\u{1b}[0m [x](y) ${a} {{b}}";
    let inlines = vec![
        Inline::text(hostile),
        Inline::Strong(hostile.into()),
        Inline::Emphasis(hostile.into()),
        Inline::Link { text: hostile.into(), href: hostile.into() },
        Inline::Link {
            text: hostile.into(),
            href: format!("https://exempel.se/\"\\#{}", hostile.replace(char::is_whitespace, "")),
        },
    ];
    let document = everywhere(hostile, &inlines);
    let source = typst_source(&document).unwrap();
    assert!(source.contains(r##""#panic(\"x\") $1/0$"##));
    assert_eq!(set(&document).missing, NOTHING);
}

/// A document with the same text in every place.
fn everywhere(words: &str, parts: &[Inline]) -> Document {
    let words = words.to_owned();
    let table = Table {
        caption: Some(words.clone()),
        columns: vec![documents::Column::new(words.clone(), 0, documents::Align::End)],
        rows: vec![TableRow::Group(words.clone()), TableRow::Cells(vec![parts.to_vec(), parts.to_vec()])],
        header_column: true,
    };
    let heading =
        Block::Heading { level: 4, text: words.clone(), anchor: Some(words.clone()), number: Some(words.clone()) };
    Document {
        title: words.clone(),
        subtitle: Some(words.clone()),
        publisher: Some(words.clone()),
        date: Some("2025-03-12".into()),
        reference: Some(words.clone()),
        keywords: vec![words.clone()],
        description: Some(words.clone()),
        style: Style { cover: true, contents: true, ..Style::default() },
        facts: vec![(words.clone(), words.clone())],
        running: Some(words.clone()),
        footer: Some(words.clone()),
        labels: documents::Labels { contents: words.clone(), page_of: words.clone() },
        blocks: vec![
            heading.clone(),
            heading,
            Block::Lead(parts.to_vec()),
            Block::Quote(parts.to_vec()),
            Block::Note(parts.to_vec()),
            Block::List { ordered: true, items: vec![parts.to_vec()] },
            Block::Table(table.clone()),
            Block::Facts(vec![(words.clone(), parts.to_vec())]),
            Block::Figure(Figure { alt: words, caption: parts.to_vec(), data: Some(table), ..sample::chart() }),
        ],
        ..Document::default()
    }
}

#[test]
fn empty_things_leave_a_file_that_can_be_read() {
    let blocks = vec![
        Block::PageBreak,
        Block::Heading { level: 2, text: String::new(), anchor: None, number: None },
        Block::Paragraph(vec![]),
        Block::List { ordered: false, items: vec![] },
        Block::Table(Table::default()),
        Block::Table(Table { rows: vec![TableRow::Group("Bara en grupp".into())], ..Table::default() }),
        Block::Table(Table { rows: vec![TableRow::of(["a", "b"]), TableRow::Cells(vec![])], ..Table::default() }),
        Block::Facts(vec![]),
        Block::PageBreak,
    ];
    assert_eq!(set(&Document { blocks, ..Document::default() }).pages, 2, "the title, and the rest after the break");
    let parts = [Inline::text(""), Inline::Strong(String::new()), Inline::Link { text: " ".into(), href: "#".into() }];
    set(&everywhere("", &parts));
    set(&everywhere(" ", &[]));
}

#[test]
fn long_texts_and_long_words_are_set() {
    let words = "ord ".repeat(25_000);
    let cry = "a".repeat(20_000);
    let file =
        set(&of(vec![text(&words), text(&cry), Block::Heading { level: 1, text: cry, anchor: None, number: None }]));
    assert!(file.pages > 20);
    assert_eq!(file.missing, NOTHING);
}

#[test]
fn a_row_longer_than_a_page_goes_on_over_the_page() {
    let rows = vec![TableRow::of(["kort".to_owned(), "lång text ".repeat(2_000)]), TableRow::of(["sist", "kort"])];
    assert!(set(&of(vec![Block::Table(Table { rows, ..Table::default() })])).pages > 4);
}

#[test]
fn an_unreadable_figure_is_named() {
    let figures =
        vec![Block::Figure(sample::chart()), Block::Figure(Figure { svg: "<svg".into(), ..Figure::default() })];
    assert_eq!(pdf(&of(figures), &Fonts::embedded()), Err(DocumentError::Figure { number: 2 }));
}

#[test]
fn a_folder_of_fonts_adds_to_those_inside() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("broken.ttf"), b"not a font").unwrap();
    let fonts = Fonts::with_folder(folder.path());
    assert_eq!(pdf(&sample::list(), &fonts), pdf(&sample::list(), &Fonts::embedded()));
}

#[test]
fn every_part_of_the_plan_is_in_the_file() {
    // The outline and the structure tree stand in the catalog, which is not compressed.
    let file = set(&sample::plan());
    for name in ["/StructTreeRoot", "/MarkInfo", "/Outlines", "/Lang"] {
        assert!(holds(&file, name), "{name}");
    }
}

mod any_text {
    use proptest::prelude::*;

    use super::*;

    fn inline() -> impl Strategy<Value = Inline> {
        prop_oneof![
            any::<String>().prop_map(Inline::Text),
            any::<String>().prop_map(Inline::Strong),
            any::<String>().prop_map(Inline::Emphasis),
            (any::<String>(), any::<String>()).prop_map(|(text, href)| Inline::Link { text, href }),
            (any::<String>(), "https?://[^ ]{1,20}").prop_map(|(text, href)| Inline::Link { text, href }),
            Just(Inline::LineBreak),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

        #[test]
        fn can_be_set(words in any::<String>(), parts in prop::collection::vec(inline(), 0..6)) {
            let file = pdf(&everywhere(&words, &parts), &Fonts::embedded());
            prop_assert!(file.is_ok(), "{file:?}");
        }
    }
}
