//! When: words such as `Klar juni 2019`, `190901`, `HT 2025`, `läsåret 2024/25` as days.

// tidy: words: times are known by their words

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::reading::TimePlan;

/// A stretch of days as ISO dates.
#[derive(Debug, Clone, PartialEq)]
struct Days {
    from: String,
    to: String,
    /// Whether the words name a single day: it is then a last day.
    day: bool,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// Every way to write a time, the most precise first; spaces and small letters only.
static PATTERNS: LazyLock<Vec<(Regex, Reader)>> = LazyLock::new(|| {
    const MONTH: &str = r"(?P<month>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?";
    const YEAR: &str = r"(?P<year>(?:19|20)\d\d)";
    let table: [(String, Reader); 17] = [
        (format!(r"\b{YEAR}-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b"), day),
        (r"\b(?P<year>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)\b".to_owned(), day),
        (r"\b(?P<year>[12]\d)(?P<m>[01]\d)(?P<d>[0-3]\d)\b".to_owned(), day),
        (format!(r"\b(?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)[-/ .]+{YEAR}\b"), day),
        (format!(r"\b(?:den )?(?P<d>[0-3]?\d)(?::e|:a)? {MONTH} {YEAR}\b"), day),
        (
            format!(
                r"\b(?P<first>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.? ?[–-] ?{MONTH} {YEAR}\b"
            ),
            months,
        ),
        (format!(r"\b{MONTH} ?-?{YEAR}\b"), month),
        (format!(r"\b{YEAR} {MONTH}"), month),
        (r"\bläsåre?t? ?(?P<year>20\d\d) ?[/–-] ?(?:20)?\d\d\b".to_owned(), school_year),
        (r"\blå ?-?(?P<year>\d\d) ?[/–-] ?\d\d\b".to_owned(), school_year),
        (
            format!(
                r"\b(?P<term>ht|vt|höst(?:en|termin(?:en)?)?|vår(?:en|termin(?:en)?)?|sommar(?:en)?|årsskiftet)[ -]?{YEAR}(?:[/–-]\d\d\b)?"
            ),
            term,
        ),
        (r"\b(?P<term>ht|vt)[ -]?(?P<year>\d\d)\b".to_owned(), term),
        (format!(r"\b{YEAR} ?(?P<term>ht|vt|höst(?:en)?|vår(?:en)?)\b"), term),
        (format!(r"\b(?:q|kv\.? ?|kvartal ?)(?P<part>[1-4])[ ,/-]*{YEAR}\b"), quarter),
        (format!(r"\b{YEAR}[ -]?(?:q|kv\.? ?|kvartal ?)(?P<part>[1-4])\b"), quarter),
        (format!(r"\b(?:t|tertial ?)(?P<part>[1-3])[ ,/-]*{YEAR}\b"), tertial),
        (format!(r"\b{YEAR}\b"), year),
    ];
    // The patterns are constants of this file, and a test reads with every one of them.
    table.into_iter().filter_map(|(pattern, reader)| Some((Regex::new(&pattern).ok()?, reader))).collect()
});

type Reader = fn(&Captures) -> Option<Days>;

/// Reads a time plan; the words are kept whether or not days were found in them.
pub(super) fn read(text: &str) -> Option<TimePlan> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let lower = text.to_lowercase().replace('\n', " ");
    let found = if lower.len() <= 400 { days(&lower) } else { Vec::new() };
    let mut plan = TimePlan { text: text.to_owned(), from: None, to: None };
    if let (Some(first), Some(last)) = (found.first(), found.last()) {
        let alone = found.len() == 1;
        let limit = alone
            && (first.day
                || has(
                    &lower,
                    &[
                        "klar",
                        "senast",
                        "färdig",
                        "t.o.m",
                        "till och med",
                        "innan",
                        "före",
                        "slut",
                        "deadline",
                        "årsskiftet",
                    ],
                ));
        let open = alone && !limit && has(&lower, &["from", "fr.o.m", "från", "start", "påbörja", "med början"]);
        plan.from = (!limit).then(|| first.from.clone());
        plan.to = (!open).then(|| last.to.clone());
    }
    Some(plan)
}

/// A time plan from two cells, first day and last day.
pub(super) fn between(start: &str, end: &str) -> Option<TimePlan> {
    let (first, last) = (read(start), read(end));
    let text = [start.trim(), end.trim()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ");
    let begins = first.and_then(|plan| if plan.from.is_some() { plan.from } else { plan.to });
    let ends = last.and_then(|plan| plan.to.or(plan.from));
    (!text.is_empty()).then_some(TimePlan { text, from: begins, to: ends })
}

/// Whether a text is a time and little else.
pub(super) fn is_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.chars().count() <= 60
        && (!days(&lower).is_empty() || lower.starts_with("löpande") || lower.starts_with("klar"))
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        text.split(|c: char| c.is_whitespace()).any(|part| part.starts_with(word))
            || word.contains(' ') && text.contains(word)
    })
}

/// All times that a text names, in order. What one pattern has read is closed to the next.
fn days(lower: &str) -> Vec<Days> {
    if !lower.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut rest = lower.to_owned();
    let mut found: Vec<(usize, Days)> = Vec::new();
    for (pattern, reader) in PATTERNS.iter() {
        let read: Vec<_> = pattern
            .captures_iter(&rest)
            .filter_map(|captures| Some((captures.get(0)?.range(), reader(&captures)?)))
            .collect();
        for (range, days) in read {
            let blank = " ".repeat(range.len());
            found.push((range.start, days));
            rest.replace_range(range, &blank);
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, days)| days).collect()
}

fn number(captures: &Captures, name: &str) -> Option<u32> {
    captures.name(name)?.as_str().parse().ok()
}

/// The year; two digits are of this century.
fn year_of(captures: &Captures) -> Option<u32> {
    number(captures, "year").map(|year| if year < 100 { 2000 + year } else { year })
}

fn span(from: (u32, u32, u32), to: (u32, u32, u32)) -> Days {
    let iso = |(year, month, day): (u32, u32, u32)| format!("{year:04}-{month:02}-{day:02}");
    Days { from: iso(from), to: iso(to), day: false }
}

fn last_day(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

fn whole_months(year: u32, first: u32, last: u32) -> Option<Days> {
    ((1..=12).contains(&first) && (first..=12).contains(&last))
        .then(|| span((year, first, 1), (year, last, last_day(year, last))))
}

fn day(captures: &Captures) -> Option<Days> {
    let (year, month, day) = (year_of(captures)?, named_or_numbered_month(captures)?, number(captures, "d")?);
    let valid = (1..=12).contains(&month) && (1..=last_day(year, month)).contains(&day);
    valid.then(|| Days { day: true, ..span((year, month, day), (year, month, day)) })
}

fn named_or_numbered_month(captures: &Captures) -> Option<u32> {
    number(captures, "m").or_else(|| month_named(captures.name("month")?.as_str()))
}

fn month_named(name: &str) -> Option<u32> {
    MONTHS.iter().position(|month| name.starts_with(month)).and_then(|at| u32::try_from(at + 1).ok())
}

fn month(captures: &Captures) -> Option<Days> {
    let month = named_or_numbered_month(captures)?;
    whole_months(year_of(captures)?, month, month)
}

fn months(captures: &Captures) -> Option<Days> {
    whole_months(year_of(captures)?, month_named(captures.name("first")?.as_str())?, named_or_numbered_month(captures)?)
}

/// The school year begins in August and ends in June (skolförordningen 3 kap. 2 §).
fn school_year(captures: &Captures) -> Option<Days> {
    let year = year_of(captures)?;
    Some(span((year, 8, 1), (year + 1, 6, 30)))
}

fn term(captures: &Captures) -> Option<Days> {
    let year = year_of(captures)?;
    let (first, last) = match captures.name("term")?.as_str() {
        "ht" => (8, 12),
        autumn if autumn.starts_with("höst") => (8, 12),
        summer if summer.starts_with("sommar") => (6, 8),
        "årsskiftet" => (12, 12),
        _ => (1, 6),
    };
    whole_months(year, first, last)
}

fn quarter(captures: &Captures) -> Option<Days> {
    let part = number(captures, "part")?;
    whole_months(year_of(captures)?, part * 3 - 2, part * 3)
}

fn tertial(captures: &Captures) -> Option<Days> {
    let part = number(captures, "part")?;
    whole_months(year_of(captures)?, part * 4 - 3, part * 4)
}

fn year(captures: &Captures) -> Option<Days> {
    whole_months(year_of(captures)?, 1, 12)
}
