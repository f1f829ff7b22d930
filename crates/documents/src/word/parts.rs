//! The parts of the package beside the text: what it contains, how its parts hang together, how everything looks.

use super::body::{BULLETS, Text};
use super::package::Part;
use super::xml::Xml;
use crate::model::PageLabel;
use crate::{Density, Document};

/// One figure's two files.
pub(super) struct Media {
    pub number: usize,
    pub png: Vec<u8>,
    pub svg: String,
}

/// Namespaces of the text, header and footer.
pub(super) const MAIN: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
];

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
/// Fixed text with places for language and sizes.
const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const SETTINGS: &str = include_str!("settings.xml");
const APP: &str = include_str!("app.xml");

/// Every part, the list of content types first.
pub(super) fn all(document: &Document, text: Text) -> Vec<Part> {
    let mut parts = vec![
        Part::new("[Content_Types].xml", content_types()),
        Part::new("_rels/.rels", package_relations()),
        Part::new("docProps/core.xml", core(document)),
        Part::new("docProps/app.xml", APP),
        Part::new("word/_rels/document.xml.rels", document_relations(&text)),
        Part::new("word/document.xml", text.xml),
        Part::new("word/styles.xml", styles(document)),
        Part::new("word/numbering.xml", numbering(text.ordered_lists)),
        Part::new("word/settings.xml", SETTINGS.replace("{language}", document.language.tag())),
        Part::new("word/header.xml", header(document)),
        Part::new("word/footer.xml", footer(document)),
    ];
    for media in text.media {
        parts.push(Part::new(format!("word/media/figure-{}.png", media.number), media.png));
        parts.push(Part::new(format!("word/media/figure-{}.svg", media.number), media.svg));
    }
    parts
}

fn content_types() -> String {
    let mut xml = Xml::part();
    xml.start("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]);
    let defaults = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ];
    for (extension, kind) in defaults {
        xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
    }
    let word = ["styles", "numbering", "settings", "header", "footer"]
        .map(|name| (format!("/word/{name}.xml"), format!("{WORD}{name}+xml")));
    let main = ("/word/document.xml".to_owned(), format!("{WORD}document.main+xml"));
    let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
    let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned();
    let properties = [("/docProps/core.xml".to_owned(), core), ("/docProps/app.xml".to_owned(), app)];
    for (name, kind) in [main].into_iter().chain(word).chain(properties) {
        xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
    }
    xml.finish()
}

fn package_relations() -> String {
    let mut xml = Xml::part();
    xml.start("Relationships", &[("xmlns", RELATIONS)]);
    relation(&mut xml, "document", &format!("{OFFICE}officeDocument"), "word/document.xml");
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relation(&mut xml, "core", core, "docProps/core.xml");
    relation(&mut xml, "app", &format!("{OFFICE}extended-properties"), "docProps/app.xml");
    xml.finish()
}

fn document_relations(text: &Text) -> String {
    let mut xml = Xml::part();
    xml.start("Relationships", &[("xmlns", RELATIONS)]);
    for name in ["styles", "numbering", "settings", "header", "footer"] {
        relation(&mut xml, name, &format!("{OFFICE}{name}"), &format!("{name}.xml"));
    }
    let image = format!("{OFFICE}image");
    for media in &text.media {
        for kind in ["png", "svg"] {
            let number = media.number;
            relation(&mut xml, &format!("{kind}{number}"), &image, &format!("media/figure-{number}.{kind}"));
        }
    }
    let link = format!("{OFFICE}hyperlink");
    for (at, url) in text.links.iter().enumerate() {
        let id = link_id(at);
        xml.empty("Relationship", &[("Id", &id), ("Type", &link), ("Target", url), ("TargetMode", "External")]);
    }
    xml.finish()
}

/// The relation of a link, counted from 0.
pub(super) fn link_id(at: usize) -> String {
    format!("link{}", at + 1)
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

/// What catalogues read.
fn core(document: &Document) -> String {
    let mut xml = Xml::part();
    xml.start(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.element("dc:title", &[], document.title());
    let keywords = document.keywords.join(", ");
    let texts: [(&'static str, Option<&str>); 6] = [
        ("dc:subject", document.subtitle.as_deref()),
        ("dc:creator", document.publisher.as_deref()),
        ("cp:keywords", Some(keywords.as_str()).filter(|words| !words.is_empty())),
        ("dc:description", document.description.as_deref()),
        ("dc:identifier", document.reference.as_deref()),
        ("dc:language", Some(document.language.tag())),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            xml.element(name, &[], text);
        }
    }
    if let Some((year, month, day)) = document.day() {
        let instant = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], &instant);
        }
    }
    xml.finish()
}

fn styles(document: &Document) -> String {
    let (body, table) = if document.style.density == Density::Compact { ("17", "15") } else { ("22", "18") };
    STYLES.replace("{language}", document.language.tag()).replace("{body}", body).replace("{table}", table)
}

/// One counting of its own for each numbered list.
fn numbering(ordered_lists: usize) -> String {
    let lists: String = (1..=ordered_lists)
        .map(|list| {
            let id = BULLETS + list;
            format!(
                "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
            )
        })
        .collect();
    NUMBERING.replace("{lists}", &lists)
}

fn header(document: &Document) -> String {
    let mut xml = Xml::part();
    xml.start("w:hdr", MAIN);
    margin_line(&mut xml, "Header", document.title(), |xml| {
        text(xml, document.running().unwrap_or_default());
    });
    xml.finish()
}

fn footer(document: &Document) -> String {
    let mut xml = Xml::part();
    xml.start("w:ftr", MAIN);
    margin_line(&mut xml, "Footer", document.footer.as_deref().unwrap_or_default(), |xml| {
        for part in document.labels.page_parts() {
            match part {
                PageLabel::Text(words) => text(xml, words),
                PageLabel::Page => field(xml, " PAGE "),
                PageLabel::Pages => field(xml, " NUMPAGES "),
            }
        }
    });
    xml.finish()
}

/// One line in the margin: something at the left, something at the right.
fn margin_line(xml: &mut Xml, style: &str, left: &str, right: impl FnOnce(&mut Xml)) {
    xml.start("w:p", &[]).start("w:pPr", &[]).value("w:pStyle", style).end();
    text(xml, left);
    // Aligned to the margin, so that the line fits every sheet.
    xml.start("w:r", &[]);
    xml.empty("w:ptab", &[("w:relativeTo", "margin"), ("w:alignment", "right"), ("w:leader", "none")]).end();
    right(xml);
    xml.end();
}

fn text(xml: &mut Xml, words: &str) {
    xml.start("w:r", &[]).element("w:t", &[("xml:space", "preserve")], words).end();
}

fn field(xml: &mut Xml, instruction: &str) {
    xml.start("w:fldSimple", &[("w:instr", instruction)]);
    text(xml, "1");
    xml.end();
}
