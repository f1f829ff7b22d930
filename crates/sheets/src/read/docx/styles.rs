//! What styles say: which are headings, which are lists, which are bold. A style takes over what it is based on.

use std::collections::HashMap;
use std::io::BufRead;

use crate::read::ReadError;
use crate::read::archive::Archive;
use crate::read::xml::Xml;

/// A document has hundreds of styles; a list longer than this is not one a program wrote.
const MOST: usize = 20_000;

/// Styles are based on one another a few steps deep; a circle ends here.
const STEPS: usize = 24;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    list: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    plain: Option<String>,
    /// Whether all text is bold that does not say otherwise.
    pub(super) default_bold: bool,
}

#[derive(Default)]
struct Style {
    /// In lower case. The names of the styles that come with Word are English in every language.
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<u32>,
    level: Option<u8>,
    bold: Option<bool>,
    /// In a table's style: whether the first row is bold.
    first_row: Option<bool>,
}

impl Styles {
    pub(super) fn read(archive: &mut Archive<'_>, path: Option<&str>) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let Some(mut xml) = archive.part(path.unwrap_or("word/styles.xml"))? else { return Ok(styles) };
        xml.root()?;
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "docDefaults" => styles.default_bold = read_defaults(&mut xml)?,
                "style" => {
                    let id = tag.attribute("styleId").unwrap_or_default().into_owned();
                    if tag.is_on("default") && tag.attribute("type").as_deref() == Some("paragraph") {
                        styles.plain = Some(id.clone());
                    }
                    let style = read_style(&mut xml)?;
                    styles.list.insert(id, style);
                    if styles.list.len() > MOST {
                        return Err(xml.damaged());
                    }
                }
                _ => xml.skip()?,
            }
        }
        Ok(styles)
    }

    /// A style and all it is based on, nearest first.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = id.and_then(|id| self.list.get(id));
        let next = |style: &&'a Style| style.based_on.as_deref().and_then(|id| self.list.get(id));
        std::iter::successors(first, next).take(STEPS)
    }

    /// The style of a paragraph: its own or the plain one.
    fn of_paragraph<'a>(&'a self, id: Option<&'a str>) -> Option<&'a str> {
        id.filter(|id| self.list.contains_key(*id)).or(self.plain.as_deref())
    }

    /// The outline level of a heading, 1 is the highest.
    pub(super) fn heading(&self, id: Option<&str>) -> Option<u8> {
        for style in self.chain(self.of_paragraph(id)) {
            if let Some(level) = style.outline {
                return (level < 9).then_some(level + 1);
            }
            if let Some(level) = heading_by_name(&style.name) {
                return Some(level);
            }
        }
        // A style that the file names but does not hold still says what it is.
        let id = id.filter(|id| !self.list.contains_key(*id))?;
        heading_by_name(&id.to_lowercase())
    }

    /// The list and level that a paragraph's style puts it in.
    pub(super) fn list(&self, id: Option<&str>) -> (Option<u32>, Option<u8>) {
        let id = self.of_paragraph(id);
        (self.chain(id).find_map(|style| style.list), self.chain(id).find_map(|style| style.level))
    }

    /// Whether a paragraph's style makes it bold.
    pub(super) fn paragraph_bold(&self, id: Option<&str>) -> bool {
        self.run_bold(self.of_paragraph(id))
    }

    /// Whether a style of running text makes it bold.
    pub(super) fn run_bold(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.bold).unwrap_or_default()
    }

    /// Whether a table's style makes all of it bold, and what it says of the first row.
    pub(super) fn table_bold(&self, id: Option<&str>) -> (bool, Option<bool>) {
        (self.run_bold(id), self.chain(id).find_map(|style| style.first_row))
    }
}

fn heading_by_name(name: &str) -> Option<u8> {
    if matches!(name, "title" | "rubrik") {
        return Some(1);
    }
    let level = name.strip_prefix("heading").or_else(|| name.strip_prefix("rubrik"))?;
    level.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

fn read_defaults<R: BufRead>(xml: &mut Xml<R>) -> Result<bool, ReadError> {
    let mut bold = false;
    while let Some(tag) = xml.child()? {
        if tag.name() == "rPrDefault" {
            while let Some(tag) = xml.child()? {
                if tag.name() == "rPr" {
                    bold |= read_bold(xml)?.unwrap_or_default();
                } else {
                    xml.skip()?;
                }
            }
        } else {
            xml.skip()?;
        }
    }
    Ok(bold)
}

fn read_style<R: BufRead>(xml: &mut Xml<R>) -> Result<Style, ReadError> {
    let mut style = Style::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "name" => style.name = tag.attribute("val").unwrap_or_default().to_lowercase(),
            "basedOn" => style.based_on = tag.attribute("val").map(std::borrow::Cow::into_owned),
            "pPr" => {
                read_paragraph(xml, &mut style)?;
                continue;
            }
            "rPr" => {
                style.bold = read_bold(xml)?;
                continue;
            }
            "tblStylePr" if tag.attribute("type").as_deref() == Some("firstRow") => {
                while let Some(tag) = xml.child()? {
                    if tag.name() == "rPr" {
                        style.first_row = read_bold(xml)?;
                    } else {
                        xml.skip()?;
                    }
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(style)
}

fn read_paragraph<R: BufRead>(xml: &mut Xml<R>, style: &mut Style) -> Result<(), ReadError> {
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "outlineLvl" => style.outline = tag.number("val"),
            "numPr" => {
                while let Some(tag) = xml.child()? {
                    match tag.name() {
                        "numId" => style.list = tag.number("val"),
                        "ilvl" => style.level = tag.number("val"),
                        _ => {}
                    }
                    xml.skip()?;
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(())
}

/// Whether run properties say bold, if they say anything.
fn read_bold<R: BufRead>(xml: &mut Xml<R>) -> Result<Option<bool>, ReadError> {
    let mut bold = None;
    while let Some(tag) = xml.child()? {
        if tag.name() == "b" {
            bold = Some(tag.says_on());
        }
        xml.skip()?;
    }
    Ok(bold)
}
