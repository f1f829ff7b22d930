//! The map from OWASP's requirements (ASVS) to what shows that they hold: how it is read, and what it comes to.

use std::{collections::BTreeMap, fmt::Write};

use crate::tree::Tree;

/// The ids of all requirements, each with its level.
pub const IDS: &str = "docs/security/asvs-ids.txt";

/// What is said of each.
pub const MAP: &str = "docs/security/asvs.toml";

/// The map, as far as it can be read.
#[derive(Debug, Default)]
pub struct Map {
    pub entries: Vec<Entry>,
    /// Lines that cannot be read.
    pub unread: Vec<usize>,
}

/// Requirements of which the same is said.
#[derive(Debug, Default)]
pub struct Entry {
    pub line: usize,
    pub ids: Vec<String>,
    pub about: String,
    pub answers: Vec<Answer>,
}

/// What is said of a requirement.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// These tests fail where it does not hold.
    Tests(Vec<String>),
    /// This section of a document says how it holds.
    Section(String),
    /// It does not apply, and why.
    NotApplicable(String),
    /// It does not hold yet, and what is missing.
    Open(String),
}

/// The ids and levels that a list holds, in its order.
pub fn ids(list: &str) -> Vec<(&str, &str)> {
    list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.trim().split_once(' ')).collect()
}

impl Map {
    /// Reads the part of TOML that the map is written in: tables `[[requirement]]`, texts, and lists of texts on one line or several.
    pub fn of(text: &str) -> Self {
        let mut map = Self::default();
        let mut lines =
            text.lines().map(str::trim).zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
        while let Some((line, number)) = lines.next() {
            if line == "[[requirement]]" {
                map.entries.push(Entry { line: number, ..Entry::default() });
                continue;
            }
            let mut whole = line.to_owned();
            while whole.contains("= [") && !whole.ends_with(']') {
                let Some((more, _)) = lines.next() else { break };
                whole.push_str(more);
            }
            if map.take(&whole).is_none() {
                map.unread.push(number);
            }
        }
        map
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let (key, value) = line.split_once(" = ")?;
        let mut texts = texts(value)?;
        let entry = self.entries.last_mut()?;
        match key {
            "ids" => entry.ids = texts,
            "tests" => entry.answers.push(Answer::Tests(texts)),
            "about" => entry.about = texts.pop()?,
            "section" => entry.answers.push(Answer::Section(texts.pop()?)),
            "not_applicable" => entry.answers.push(Answer::NotApplicable(texts.pop()?)),
            "open" => entry.answers.push(Answer::Open(texts.pop()?)),
            _ => return None,
        }
        Some(())
    }
}

/// `"a"` or `["a", "b"]`, without any escapes.
fn texts(value: &str) -> Option<Vec<String>> {
    let inside = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(value);
    let pieces: Vec<&str> = inside.split('"').collect();
    let last = pieces.len() - 1;
    let between =
        |(at, piece): (usize, &&str)| piece.trim() == "," || (piece.trim().is_empty() && [0, last].contains(&at));
    let whole = pieces.iter().enumerate().step_by(2).all(between) && pieces.len() % 2 == 1 && !value.contains('\\');
    whole.then(|| pieces.into_iter().skip(1).step_by(2).map(str::to_owned).collect())
}

/// How many requirements there are, and what is said of them.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    all: usize,
    test: usize,
    section: usize,
    not_applicable: usize,
    open: usize,
}

impl Count {
    fn note(&mut self, answer: Option<&Answer>) {
        self.all += 1;
        match answer {
            Some(Answer::Tests(_)) => self.test += 1,
            Some(Answer::Section(_)) => self.section += 1,
            Some(Answer::NotApplicable(_)) => self.not_applicable += 1,
            Some(Answer::Open(_)) => self.open += 1,
            None => {}
        }
    }

    fn mapped(&self) -> usize {
        self.test + self.section + self.not_applicable + self.open
    }

    /// The share that tests have of what applies, in hundredths.
    fn share(&self) -> usize {
        let applicable = self.all - self.not_applicable;
        (100 * self.test + applicable / 2).checked_div(applicable).unwrap_or_default()
    }
}

/// One line: how much is mapped, and to what.
pub fn summary(tree: &Tree) -> String {
    let map = Map::of(tree.text(MAP).unwrap_or_default());
    let answers = answers(&map);
    let mut count = Count::default();
    ids(tree.text(IDS).unwrap_or_default()).iter().for_each(|(id, _)| count.note(answers.get(id).copied()));
    let Count { all, test, section, not_applicable, open } = count;
    format!(
        "ASVS: {} of {all} mapped: {test} by test ({} % of what applies), {section} by section, {not_applicable} not applicable, {open} open",
        count.mapped(),
        count.share()
    )
}

/// Every chapter and level with its counts, and what is open.
pub fn report(tree: &Tree) -> String {
    let map = Map::of(tree.text(MAP).unwrap_or_default());
    let answers = answers(&map);
    let mut rows: BTreeMap<(&str, usize), Count> = BTreeMap::new();
    let mut open = String::new();
    for (id, level) in ids(tree.text(IDS).unwrap_or_default()) {
        let answer = answers.get(id).copied();
        let chapter = id.split('.').next().and_then(|chapter| chapter.parse().ok()).unwrap_or_default();
        rows.entry(("chapter", chapter)).or_default().note(answer);
        rows.entry(("level", level.parse().unwrap_or_default())).or_default().note(answer);
        if let Some(Answer::Open(missing)) = answer {
            // Writing to a String cannot fail.
            let _ = writeln!(open, "open {id}: {missing}");
        }
    }
    let mut report = String::new();
    for ((what, number), count) in rows {
        let Count { all, test, section, not_applicable, open } = count;
        let _ = writeln!(
            report,
            "{what} {number:>2}: {:>3} of {all:>3} mapped: {test:>3} test, {section:>3} section, {not_applicable:>3} not applicable, {open:>3} open",
            count.mapped()
        );
    }
    format!("{report}{open}{}\n", summary(tree))
}

/// What is said of each id.
fn answers(map: &Map) -> BTreeMap<&str, &Answer> {
    let said = map.entries.iter().filter_map(|entry| Some((entry, entry.answers.first()?)));
    said.flat_map(|(entry, answer)| entry.ids.iter().map(move |id| (id.as_str(), answer))).collect()
}
