//! What a column holds, told by its heading: by meaning, not by exact word.

// tidy: words: headings are known by their words

use std::{collections::HashMap, sync::LazyLock};

/// The meaning of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// The action's number.
    Number,
    /// The goal, once for every row or merged over several.
    Goal,
    /// A level between goal and action.
    Section,
    /// What must be in place for the goal.
    Precondition,
    /// Where there is most left to do for the goal.
    Area,
    /// How the goal, or the action where there is one, is measured.
    Measure,
    /// What is done.
    Action,
    /// More words about what is done.
    Detail,
    /// Who leads, or everybody responsible.
    Lead,
    /// Who else takes part.
    Co,
    /// How it is measured.
    Indicator,
    /// How, where or how often it is followed up; every cell tells itself which.
    FollowUp,
    /// How often.
    Frequency,
    /// When.
    Time,
    /// The first day.
    From,
    /// The last day.
    To,
    /// A body; the cells hold a mark where it takes part.
    Mark(String),
    /// Nothing that a plan holds; the heading as it stands.
    Unknown(String),
}

impl Column {
    pub(super) fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }

    /// Whether a table with this column says something that plans say.
    pub(super) fn is_content(&self) -> bool {
        matches!(self, Self::Action | Self::Measure | Self::Goal | Self::Precondition | Self::Area)
    }
}

/// Words that decide, each with its inflections. Short words must match as they stand; long ones allow a slip of the pen.
const WORDS: [(Column, &str); 16] = [
    (Column::Number, "nr nummer id löpnr löpnummer åtgärdsnummer åtgärdsnr no"),
    (Column::Precondition, "förutsättning förutsättningar förutsättningarna precondition preconditions"),
    (Column::Area, "utvecklingsområde utvecklingsområden utvecklingsbehov förbättringsområde förbättringsområden"),
    (
        Column::Frequency,
        "frekvens frekvensen intervall periodicitet uppföljningsfrekvens uppföljningsintervall frequency",
    ),
    (
        Column::Indicator,
        "indikator indikatorer indikatorerna mäts mäter mätning mätningar mätmetod mätetal nyckeltal \
         resultatindikator resultatindikatorer resultatmått mätpunkt indicator indicators",
    ),
    (
        Column::FollowUp,
        "uppföljning uppföljningar uppföljs uppföljningsmetod återrapportering återrapporteras rapportering \
         rapporteras redovisning redovisas utvärdering utvärderas avstämning followup",
    ),
    (
        Column::Co,
        "samverkar samverkan samverkanspart samverkansparter samverkansaktör samverkansaktörer samverkanspartner \
         samarbete samarbetar samarbetspart samarbetsparter samarbetspartner samarbetspartners medverkar medverkande \
         medverkan medansvarig medansvariga delaktig delaktiga deltar deltagare deltagande övriga berörda \
         involverade stödjande partner partners bistår stödfunktion tillsammans",
    ),
    (
        Column::Lead,
        "ansvarig ansvariga ansvar ansvarar ansvaret ansvarsfördelning huvudansvarig huvudansvar vem ägare \
         åtgärdsägare aktör aktörer nämnd nämnder förvaltning förvaltningar utförare genomförare responsible owner \
         lead who organisation funktion bolag enhet verksamhet ledande myndighet instans avdelning sektor kontaktperson \
         handläggare huvudaktör",
    ),
    (Column::From, "start startdatum starttid startår påbörjas startar från"),
    (Column::To, "slut slutdatum klart klar färdig färdigt deadline senast avslutas till sluttid slutår"),
    (
        Column::Time,
        "tid tidplan tidsplan tidplanering tidpunkt tidsperiod tidsram tider när period år datum termin kvartal when \
         time timeline timeframe date genomförandetid",
    ),
    (Column::Measure, "mått måttet"),
    (
        Column::Action,
        "åtgärd åtgärder åtgärden åtgärderna aktivitet aktiviteter aktiviteten delaktivitet delaktiviteter insats \
         insatser insatsen vad handling handlingar uppdrag uppgift uppgifter arbetsuppgift action actions activity \
         activities what göra göras delåtgärd delåtgärder huvudaktivitet huvudaktiviteter delinsats arbetsmoment",
    ),
    (
        Column::Section,
        "insatsområde insatsområden fokusområde fokusområden område områden delområde tema teman perspektiv kategori \
         strategi spår",
    ),
    (
        Column::Goal,
        "mål målet målen målbild målbilder målområde målområden delmål målsättning målsättningar inriktningsmål \
         effektmål huvudmål resultatmål nämndmål verksamhetsmål etappmål goal goals objective objectives",
    ),
    (Column::Detail, "hur beskrivning genomförande metod metoder innehåll tillvägagångssätt how description"),
];

/// Words that add nothing to the meaning of a heading.
const FILLERS: [&str; 38] = [
    "och",
    "eller",
    "för",
    "av",
    "i",
    "som",
    "ska",
    "skall",
    "det",
    "den",
    "detta",
    "vi",
    "sker",
    "med",
    "på",
    "per",
    "är",
    "the",
    "of",
    "planerad",
    "planerade",
    "part",
    "parter",
    "övergripande",
    "genomföras",
    "aktuell",
    "aktuella",
    "upp",
    "ofta",
    "år",
    "vara",
    "konkret",
    "konkreta",
    "till",
    "andra",
    "ev",
    "eventuell",
    "is",
];

/// Openings that decide whatever follows.
const OPENINGS: [(&str, Column); 25] = [
    ("hur ofta", Column::Frequency),
    ("how often", Column::Frequency),
    ("hur mät", Column::Indicator),
    ("hur vet vi", Column::Indicator),
    ("hur följ", Column::FollowUp),
    ("hur utvärder", Column::FollowUp),
    ("hur", Column::Detail),
    ("how", Column::Detail),
    ("vad ska vara på plats", Column::Precondition),
    ("vad behöver vara på plats", Column::Precondition),
    ("vad som behöver", Column::Precondition),
    ("what must be in place", Column::Precondition),
    ("följs upp", Column::FollowUp),
    ("var följs", Column::FollowUp),
    ("när följs", Column::FollowUp),
    ("vad mät", Column::Indicator),
    ("vad", Column::Action),
    ("what", Column::Action),
    ("tillsammans med", Column::Co),
    ("med vem", Column::Co),
    ("med vilka", Column::Co),
    ("vem", Column::Lead),
    ("vilka", Column::Lead),
    ("när", Column::Time),
    ("att göra", Column::Action),
];

/// The meaning of a heading. Years, case and punctuation do not matter.
pub(super) fn meaning(heading: &str) -> Column {
    let flat = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.is_empty() || flat.chars().count() > 80 {
        return Column::Unknown(flat);
    }
    if flat == "#" {
        return Column::Number;
    }
    let lower = flat.to_lowercase().replace("- ", "").replace('-', "");
    let meanings: Vec<Column> = lower.split(['/', '&', '|', '(']).filter_map(part_meaning).collect();
    if meanings.contains(&Column::Indicator) {
        return Column::Indicator;
    }
    meanings.into_iter().next().unwrap_or(Column::Unknown(flat))
}

/// The meaning of a part of a heading: the first word that decides, if the words that mean nothing here are fewer.
fn part_meaning(part: &str) -> Option<Column> {
    let words: Vec<&str> = part.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let opening = words.join(" ");
    if words.len() > 9 {
        return None;
    }
    if let Some((_, column)) = OPENINGS.iter().find(|(start, _)| opens(&opening, start)) {
        return Some(column.clone());
    }
    if opening.contains("på plats") {
        return Some(Column::Precondition);
    }
    let found: Vec<Column> = words.iter().filter_map(|word| word_meaning(word)).collect();
    let strange = words.iter().filter(|word| word_meaning(word).is_none() && !FILLERS.contains(word)).count();
    let numbered = words.len() <= 2 && found.contains(&Column::Number);
    let supervises =
        matches!(found.as_slice(), [Column::Lead, Column::FollowUp | Column::Indicator]) && words.contains(&"för");
    if supervises || found.len() <= strange {
        return None;
    }
    if numbered {
        return Some(Column::Number);
    }
    if found.contains(&Column::Indicator) && !found.contains(&Column::Frequency) {
        return Some(Column::Indicator);
    }
    found.into_iter().next()
}

fn opens(text: &str, start: &str) -> bool {
    let rest = text.strip_prefix(start);
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with(' ')
            || start.ends_with("mät")
            || start.ends_with("följ")
            || start.ends_with("utvärder")
    })
}

/// A word that decides, in letters, and the place of its meaning.
struct Known {
    word: &'static str,
    letters: Vec<char>,
    place: usize,
}

/// The known words by their first letter.
static INDEX: LazyLock<HashMap<char, Vec<Known>>> = LazyLock::new(|| {
    let mut index: HashMap<char, Vec<Known>> = HashMap::new();
    for (place, (_, words)) in WORDS.iter().enumerate() {
        for word in words.split_whitespace() {
            let letters: Vec<char> = word.chars().collect();
            index.entry(letters[0]).or_default().push(Known { word, letters, place });
        }
    }
    index
});

/// The meaning of a word, told by its first letter on: the first is hardly ever mistyped.
fn word_meaning(word: &str) -> Option<Column> {
    let known = INDEX.get(&word.chars().next()?)?;
    let exact = known.iter().find(|known| known.word == word);
    let found = exact.or_else(|| {
        let letters: Vec<char> = word.chars().take(40).collect();
        known.iter().find(|known| is_slip(&known.letters, &letters))
    });
    found.map(|known| WORDS[known.place].0.clone())
}

/// Whether a word is a known one with a letter doubled, left out, added, changed or swapped.
fn is_slip(known: &[char], word: &[char]) -> bool {
    let allowed = match known.len() {
        0..=5 => return false,
        6..=9 => 1,
        _ => 2,
    };
    known.len().abs_diff(word.len()) <= allowed && distance(known, word) <= allowed
}

/// Edit distance with swapped neighbours counted once.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, count) in rows[0].iter_mut().enumerate() {
        *count = j;
    }
    for i in 1..=left.len() {
        for j in 1..=right.len() {
            let changed = usize::from(left[i - 1] != right[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + changed);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[left.len()][right.len()]
}
