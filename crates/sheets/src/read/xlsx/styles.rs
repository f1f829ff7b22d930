//! What the style of a cell says of its look: whether it is bold, and its number format.

use std::collections::HashMap;
use std::io::BufRead;
use std::rc::Rc;

use crate::read::ReadError;
use crate::read::archive::Archive;
use crate::read::xml::Xml;

use super::numbers::NumberFormat;

/// Excel allows 65 490 cell styles; a list longer than this is not a workbook's.
const MOST: usize = 1 << 16;

/// The look of cells by style number.
pub(super) struct Styles {
    list: Vec<Style>,
    plain: Style,
}

/// The look of a cell.
#[derive(Clone)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) format: Rc<NumberFormat>,
}

impl Styles {
    pub(super) fn read(archive: &mut Archive<'_>, path: Option<&str>) -> Result<Self, ReadError> {
        let plain = Style { bold: false, format: Rc::new(NumberFormat::parse("General")) };
        let mut styles = Self { list: Vec::new(), plain };
        let Some(path) = path else { return Ok(styles) };
        let Some(mut xml) = archive.part(path)? else { return Ok(styles) };
        let mut codes = HashMap::new();
        let mut bold = Vec::new();
        let mut looks = Vec::new();
        xml.root()?;
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "numFmts" => codes = read_codes(&mut xml)?,
                "fonts" => bold = read_fonts(&mut xml)?,
                "cellXfs" => looks = read_looks(&mut xml)?,
                _ => xml.skip()?,
            }
        }
        styles.list = join(&looks, &bold, &codes);
        Ok(styles)
    }

    /// The look of a style number. A number without a style has the plain look, as in Excel.
    pub(super) fn get(&self, number: Option<usize>) -> &Style {
        self.list.get(number.unwrap_or_default()).unwrap_or(&self.plain)
    }
}

/// Puts fonts and formats together; formats are parsed once each.
fn join(looks: &[(usize, u32)], bold: &[bool], codes: &HashMap<u32, String>) -> Vec<Style> {
    let mut formats: HashMap<u32, Rc<NumberFormat>> = HashMap::new();
    let style = |&(font, number): &(usize, u32)| {
        let format = formats.entry(number).or_insert_with(|| {
            let code = codes.get(&number).map_or_else(|| built_in(number), String::as_str);
            Rc::new(NumberFormat::parse(code))
        });
        Style { bold: bold.get(font).copied().unwrap_or_default(), format: Rc::clone(format) }
    };
    looks.iter().map(style).collect()
}

fn read_codes<R: BufRead>(xml: &mut Xml<R>) -> Result<HashMap<u32, String>, ReadError> {
    let mut codes = HashMap::new();
    while let Some(tag) = xml.child()? {
        if let (Some(number), Some(code)) = (tag.number("numFmtId"), tag.attribute("formatCode")) {
            codes.insert(number, code.into_owned());
        }
        if codes.len() > MOST {
            return Err(xml.damaged());
        }
        xml.skip()?;
    }
    Ok(codes)
}

fn read_fonts<R: BufRead>(xml: &mut Xml<R>) -> Result<Vec<bool>, ReadError> {
    let mut fonts = Vec::new();
    while xml.child()?.is_some() {
        let mut bold = false;
        while let Some(tag) = xml.child()? {
            bold |= tag.name() == "b" && tag.says_on();
            xml.skip()?;
        }
        fonts.push(bold);
        if fonts.len() > MOST {
            return Err(xml.damaged());
        }
    }
    Ok(fonts)
}

/// The numbers of font and format of each style.
fn read_looks<R: BufRead>(xml: &mut Xml<R>) -> Result<Vec<(usize, u32)>, ReadError> {
    let mut looks = Vec::new();
    while let Some(tag) = xml.child()? {
        looks.push((tag.number("fontId").unwrap_or_default(), tag.number("numFmtId").unwrap_or_default()));
        if looks.len() > MOST {
            return Err(xml.damaged());
        }
        xml.skip()?;
    }
    Ok(looks)
}

/// The formats that need no code in the file: ECMA-376 part 1, 18.8.30. 27–36 and 50–58 are dates of East Asia.
fn built_in(number: u32) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        14 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy-mm-dd",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 | 20 | 32 | 34 | 55 => "h:mm",
        19 | 21 | 33 | 35 | 56 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        41 | 42 => "#,##0",
        43 | 44 => "#,##0.00",
        45 | 47 => "mm:ss",
        46 => "[h]:mm:ss",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}
