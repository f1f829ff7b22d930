//! The numbers that Word counts by itself: `1.`, `2.3`, `b)`, `Åtgärd 4`.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use crate::read::ReadError;
use crate::read::archive::Archive;
use crate::read::xml::Xml;

/// A document has dozens of lists; more than this no program writes.
const MOST: usize = 20_000;

/// The longest text of a level that is written out.
const LONGEST: usize = 64;

/// The levels of a list.
type Levels = HashMap<u8, Level>;

/// The lists of a document and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    patterns: HashMap<u32, Levels>,
    lists: HashMap<u32, List>,
    /// By pattern: lists of one pattern count on.
    counts: HashMap<u32, [Option<u32>; 9]>,
    begun: HashSet<u32>,
}

#[derive(Default)]
struct List {
    pattern: u32,
    /// Levels that start anew with this list.
    restarts: HashMap<u8, u32>,
}

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    /// With `%1` for the number of the first level and so on.
    text: String,
}

impl Numbering {
    pub(super) fn read(archive: &mut Archive<'_>, path: Option<&str>) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let Some(mut xml) = archive.part(path.unwrap_or("word/numbering.xml"))? else { return Ok(numbering) };
        xml.root()?;
        while let Some(tag) = xml.child()? {
            match (tag.name(), tag.number("abstractNumId"), tag.number("numId")) {
                ("abstractNum", Some(id), _) => {
                    let levels = read_levels(&mut xml)?;
                    numbering.patterns.insert(id, levels);
                }
                ("num", _, Some(id)) => {
                    let list = read_list(&mut xml)?;
                    numbering.lists.insert(id, list);
                }
                _ => xml.skip()?,
            }
            if numbering.patterns.len() + numbering.lists.len() > MOST {
                return Err(xml.damaged());
            }
        }
        Ok(numbering)
    }

    /// Counts on in a list and gives what is shown. `None` for a bullet, and for a list that the file does not hold.
    pub(super) fn next(&mut self, list: u32, level: u8) -> Option<String> {
        let List { pattern, restarts } = self.lists.get(&list)?;
        let levels = self.patterns.get(pattern)?;
        let counts = self.counts.entry(*pattern).or_default();
        if self.begun.insert(list) {
            for (&level, &start) in restarts {
                if let Some(count) = counts.get_mut(level as usize) {
                    *count = start.checked_sub(1);
                }
            }
        }
        let start = |level: u8| levels.get(&level).map_or(1, |level| level.start);
        for (number, count) in (0..).zip(counts.iter_mut()) {
            match number {
                _ if number < level => *count = count.or(Some(start(number))),
                _ if number == level => *count = Some(count.map_or(start(number), |count| count.saturating_add(1))),
                _ => *count = None,
            }
        }
        shown(levels, level, counts)
    }
}

/// The text of a level with the numbers put in.
fn shown(levels: &Levels, level: u8, counts: &[Option<u32>; 9]) -> Option<String> {
    let pattern = levels.get(&level).filter(|level| level.format != "bullet")?;
    let mut text = String::new();
    let mut characters = pattern.text.chars().take(LONGEST);
    while let Some(character) = characters.next() {
        let digit = if character == '%' { characters.next().and_then(|next| next.to_digit(10)) } else { None };
        match digit.and_then(|digit| digit.checked_sub(1)) {
            Some(number) => {
                let format = levels.get(&(number as u8)).map_or("decimal", |level| level.format.as_str());
                let count = counts.get(number as usize).copied().flatten().unwrap_or(1);
                text.push_str(&formatted(count, format));
            }
            None => text.push(character),
        }
    }
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn formatted(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// a, b, … z, aa, bb, … as Word counts.
fn letters(number: u32) -> String {
    let Some(zero_based) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + (zero_based % 26) as u8);
    let times = (zero_based / 26 + 1).min(LONGEST as u32);
    std::iter::repeat_n(letter, times as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

fn read_levels<R: BufRead>(xml: &mut Xml<R>) -> Result<Levels, ReadError> {
    let mut levels = Levels::new();
    while let Some(tag) = xml.child()? {
        match (tag.name(), tag.number::<u8>("ilvl")) {
            ("lvl", Some(number)) => {
                let level = read_level(xml)?;
                levels.insert(number, level);
            }
            _ => xml.skip()?,
        }
    }
    Ok(levels)
}

fn read_level<R: BufRead>(xml: &mut Xml<R>) -> Result<Level, ReadError> {
    let mut level = Level { start: 1, format: "decimal".to_owned(), text: String::new() };
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "start" => level.start = tag.number("val").unwrap_or(1),
            "numFmt" => level.format = tag.attribute("val").unwrap_or_default().into_owned(),
            "lvlText" => level.text = tag.attribute("val").unwrap_or_default().into_owned(),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(level)
}

fn read_list<R: BufRead>(xml: &mut Xml<R>) -> Result<List, ReadError> {
    let mut list = List::default();
    while let Some(tag) = xml.child()? {
        match (tag.name(), tag.number::<u8>("ilvl")) {
            ("abstractNumId", _) => list.pattern = tag.number("val").unwrap_or_default(),
            ("lvlOverride", Some(level)) => {
                while let Some(tag) = xml.child()? {
                    if let Some(start) = tag.number("val").filter(|_| tag.name() == "startOverride") {
                        list.restarts.insert(level, start);
                    }
                    xml.skip()?;
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(list)
}
