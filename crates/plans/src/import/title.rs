//! Title and period, guessed from what stands before the plan begins.

use super::{
    casing::Words,
    headings::goal,
    pieces::{Kind, Line, Piece},
};

/// How many pieces the beginning is.
const BEGINNING: usize = 60;

/// Words that titles of plans hold.
const TITLES: [&str; 8] = [
    "handlingsplan",
    "åtgärdsplan",
    "verksamhetsplan",
    "aktivitetsplan",
    "strategi",
    "program",
    "plan",
    "handlingsprogram",
];

/// The title: the first line that says that this is a plan, or else the first heading. Where a table holds a plan, a row
/// above its header or any first line that could be one will do; `above` has an entry for every such table.
pub(super) fn title(pieces: &[Piece], words: &Words, above: &[Vec<String>]) -> Option<String> {
    let lines: Vec<&Line> = beginning(pieces).collect();
    let candidates = lines.iter().filter(|line| line.is_heading() && goal(&line.text).is_none());
    let named = candidates.clone().filter(|line| says_plan(&line.text));
    let longest = named.clone().find(|line| line.text.split_whitespace().count() >= 3).or_else(|| named.clone().next());
    let heading = candidates.clone().find(|line| line.kind == Kind::Heading);
    let row = above.iter().flatten().find(|text| says_plan(text));
    let first = candidates.clone().next().filter(|_| !above.is_empty());
    let text = longest.map(|line| &line.text).or(row).or(heading.or(first).map(|line| &line.text))?;
    let calm = words.calm(text.trim_end_matches([':', ' ']));
    Some(words.mend(&calm))
}

/// The lines before the first goal or the end of the beginning.
fn beginning<'a>(pieces: &'a [Piece<'a>]) -> impl Iterator<Item = &'a Line> {
    let lines = pieces.iter().take(BEGINNING).filter_map(|piece| match piece {
        Piece::Line(line) => Some(line),
        Piece::Table(_) => None,
    });
    lines.take_while(|line| goal(&line.text).is_none())
}

/// Whether one of the words is, or ends in, a word for plan.
pub(super) fn says_plan(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        let lower = word.to_lowercase();
        if matches!(lower.as_str(), "tidplan" | "tidsplan") {
            return false;
        }
        TITLES.iter().any(|title| lower.ends_with(title)) || lower.ends_with("planen")
    })
}

/// The period: years with a dash between, or a year alone on its line or in the title.
pub(super) fn period(pieces: &[Piece], title: Option<&str>) -> Option<String> {
    let lines: Vec<&str> = beginning(pieces).map(|line| line.text.as_str()).collect();
    let short = || lines.iter().copied().filter(|text| text.chars().count() <= 120);
    let headers = pieces.iter().filter_map(|piece| match piece {
        Piece::Table(grid) => grid.rows.first(),
        Piece::Line(_) => None,
    });
    let alone = |text: &&str| is_year(text.trim());
    title
        .and_then(years)
        .or_else(|| short().find_map(years))
        .or_else(|| {
            headers.take(20).flatten().find_map(|cell| years(&cell.rich.text).filter(|_| cell.rich.text.len() <= 60))
        })
        .or_else(|| title.and_then(year))
        .or_else(|| short().find(alone).map(|text| text.trim().to_owned()))
        .or_else(|| short().filter(|text| says_plan(text)).find_map(year))
}

/// `2024–2027`, `2024-27`
fn years(text: &str) -> Option<String> {
    let starts = text.match_indices("20").map(|(at, _)| at);
    starts.filter_map(|at| span(text, at)).next()
}

fn span(text: &str, at: usize) -> Option<String> {
    let first = text.get(at..at + 4).filter(|year| is_year(year))?;
    let rest = text.get(at + 4..)?.trim_start();
    let rest = rest.strip_prefix(['–', '-', '—']).or_else(|| rest.strip_prefix("till "))?.trim_start();
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let last = match &rest[..digits] {
        year if is_year(year) => year.to_owned(),
        short if short.len() == 2 => format!("20{short}"),
        _ => return None,
    };
    (first < last.as_str()).then(|| format!("{first}–{last}"))
}

fn year(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit()).find(|word| is_year(word)).map(str::to_owned)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with("20") && text.bytes().all(|byte| byte.is_ascii_digit())
}
