//! Lines that name a goal, a list of what must be in place, of development areas or of measures.

// tidy: words: headings are known by their words

/// A line that names a goal or a level near it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GoalHeading {
    pub(super) number: Option<String>,
    pub(super) title: String,
    pub(super) rank: Rank,
}

/// Levels by which plans are divided. The highest that a plan has are its goals; the others are sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Goal,
    GoalArea,
    PartGoal,
    Area,
}

/// The rank of a word, if it names a level.
pub(super) fn rank(word: &str) -> Option<Rank> {
    match word {
        "mål" | "målbild" | "målsättning" | "inriktningsmål" | "huvudmål" | "goal" | "målet" | "nämndmål"
        | "verksamhetsmål" => Some(Rank::Goal),
        "målområde" => Some(Rank::GoalArea),
        "delmål" | "effektmål" | "resultatmål" | "etappmål" => Some(Rank::PartGoal),
        "insatsområde" | "fokusområde" | "område" | "prioritering" | "strategi" | "tema" | "utvecklingsområde" => {
            Some(Rank::Area)
        }
        _ => None,
    }
}

/// Words that may stand before the word for goal.
const BEFORE: [&str; 9] = [
    "övergripande",
    "strategiskt",
    "regionalt",
    "lokalt",
    "prioriterat",
    "kommunens",
    "vårt",
    "politiskt",
    "långsiktigt",
];

/// Reads `MÅL 1: …`, `4.1 Målbild 1 – …`, `Delmål 1.2 …`, `Mål: …`.
pub(super) fn goal(text: &str) -> Option<GoalHeading> {
    if text.len() > 600 {
        return None;
    }
    let (_, rest) = outline_number(text);
    let (mut word, mut after) = first_word(rest);
    if BEFORE.contains(&word.to_lowercase().as_str()) {
        (word, after) = first_word(after.trim_start());
    }
    let bare = word.trim_end_matches([':', '.']);
    let rank = rank(&bare.to_lowercase())?;
    if bare.len() < word.len() {
        after = &rest[rest.len() - after.len() - (word.len() - bare.len())..];
    }
    let after = after.trim_start();
    let (number, after) = number(after);
    let separated = after.starts_with([':', '.', '–', '—', '-', ')']);
    let title = after.trim_start_matches([':', '.', '–', '—', '-', ')', ' ', '\t']).trim();
    let capital = !title.starts_with(char::is_lowercase);
    let complete =
        number.is_some() && (separated || capital) || separated && after.starts_with([':', '–']) && !title.is_empty();
    (complete && capital).then(|| GoalHeading { number, title: title.to_owned(), rank })
}

fn first_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// A number at the start: digits, digits with dots, a roman number or a single capital.
fn number(text: &str) -> (Option<String>, &str) {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | ')' | '-')).unwrap_or(text.len());
    let word = text[..end].trim_end_matches('.');
    let digits = word.starts_with(|c: char| c.is_ascii_digit())
        && word.len() <= 7
        && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let year = word.len() == 4 && word.starts_with("20");
    let roman = !word.is_empty() && word.len() <= 4 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let letter = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    if (digits || roman || letter) && !year { (Some(word.to_owned()), text[end..].trim_start()) } else { (None, text) }
}

/// The outline number that a heading starts with, and the rest: `4.1 Rubrik`.
pub(super) fn outline_number(text: &str) -> (Option<&str>, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let digits = number.trim_end_matches('.');
    let fits =
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.len() <= 8 && rest.starts_with(char::is_whitespace);
    let year = digits.len() == 4 && !digits.contains('.');
    if fits && !year { (Some(digits), rest.trim_start()) } else { (None, text) }
}

/// What a line opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Preconditions,
    Areas,
    Measures,
}

/// Reads a line that opens a list, and what it already says itself.
pub(super) fn opening(text: &str) -> Option<(Opening, Option<String>)> {
    let length = text.chars().count();
    if length > 400 {
        return None;
    }
    let (_, rest) = outline_number(text);
    let lower = rest.to_lowercase();
    let ends = lower.trim_end_matches([':', '.', ' ']);
    let lists = lower.ends_with(':') || length <= 60 && !lower.ends_with('.');
    if [
        "mått",
        "mått och indikatorer",
        "indikatorer",
        "nyckeltal",
        "målets mått",
        "mått för målet",
        "målindikatorer",
        "indikatorer för målet",
    ]
    .contains(&ends)
    {
        return Some((Opening::Measures, None));
    }
    if let Some(label) = ["mått:", "målets mått:", "indikator:", "indikatorer:", "mätetal:"]
        .iter()
        .find(|label| lower.starts_with(**label))
    {
        return Some((Opening::Measures, rest.get(label.len()..).map(|said| said.trim().to_owned())));
    }
    if lists
        && length <= 160
        && (lower.contains("utvecklingsområden")
            || lower.contains("utvecklingsbehov")
            || lower.contains("förbättringsområden"))
    {
        return Some((Opening::Areas, None));
    }
    let reaches = lower.starts_with("för att nå ")
        || lower.starts_with("för att uppnå ")
        || lower.starts_with("för att målet ska nås");
    let placed = ends.ends_with("på plats") && length <= 120;
    let named = ["förutsättningar", "framgångsfaktorer"].contains(&ends)
        || ends.starts_with("förutsättningar för att") && lists;
    if reaches && (lower.ends_with(':') || placed) || placed && lists || named {
        return Some((Opening::Preconditions, None));
    }
    let needs =
        ["behöver", "krävs", "måste", "ska"].iter().any(|word| lower.split_whitespace().any(|other| other == *word));
    (reaches && needs && lower.ends_with('.')).then(|| (Opening::Preconditions, Some(rest.to_owned())))
}
