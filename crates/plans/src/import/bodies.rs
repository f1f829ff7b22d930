//! Matches names to a register of bodies: certain where the spelling alone differs, a suggestion where a person must look.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::words;

/// A body of the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterBody {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names and abbreviations.
    #[serde(default)]
    pub also: Vec<String>,
    /// Its kind, for example `municipality` or `group`.
    #[serde(default)]
    pub kind: Option<String>,
}

/// What the register has for a name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BodyMatch {
    /// The name that was asked for.
    pub name: String,
    /// The one body that bears it, when there is no doubt.
    pub exact: Option<String>,
    /// Bodies that may be meant, the likeliest first, each with a score from 0 to 1.
    pub suggestions: Vec<(String, f32)>,
    /// Whether the name speaks of many, as `länets kommuner` does.
    pub group: bool,
}

/// So many suggestions are enough to choose from.
const MOST_SUGGESTIONS: usize = 5;

/// Below this score a likeness is chance.
const LEAST_SCORE: f32 = 0.5;

/// Other words for the same body: these name it for certain.
const SAME: [(&str, &str); 3] =
    [("polisen", "polismyndigheten"), ("sthlm", "stockholm"), ("åklagaren", "åklagarmyndigheten")];

/// Abbreviations that mean something else elsewhere: they only suggest.
const ABBREVIATED: [(&str, &str); 9] = [
    ("ks", "kommunstyrelsen"),
    ("kf", "kommunfullmäktige"),
    ("sn", "socialnämnden"),
    ("un", "utbildningsnämnden"),
    ("bun", "barn utbildningsnämnden"),
    ("kfn", "kultur fritidsnämnden"),
    ("von", "vård omsorgsnämnden"),
    ("avn", "arbetsmarknad vuxenutbildningsnämnden"),
    ("lst", "länsstyrelsen"),
];

/// Looks up every name.
#[must_use]
pub fn match_bodies(names: &[String], register: &[RegisterBody]) -> Vec<BodyMatch> {
    let index = Index::new(register);
    names.iter().map(|name| index.find(name)).collect()
}

/// Whether a name speaks of many: `kommunerna i länet`, `samtliga nämnder`.
#[must_use]
pub fn is_group(name: &str) -> bool {
    let words = words_of(name);
    let plural = [
        "kommuner",
        "kommunerna",
        "nämnder",
        "nämnderna",
        "förvaltningar",
        "förvaltningarna",
        "myndigheter",
        "myndigheterna",
        "skolor",
        "skolorna",
        "stadsdelsnämnder",
        "stadsdelsnämnderna",
        "facknämnder",
        "bolag",
        "bolagen",
        "bostadsbolagen",
        "regioner",
        "regionerna",
        "aktörer",
        "rektorer",
        "föreningar",
        "organisationer",
        "förskolor",
    ];
    let all = ["samtliga", "alla", "övriga", "berörda", "länets", "kommunens", "stadens", "aktuella", "respektive"];
    let many = words.iter().any(|word| plural.contains(&word.as_str()));
    let named = words.len() > 1
        && !words.iter().any(|word| all.contains(&word.as_str()) || matches!(word.as_str(), "i" | "inom"));
    many && !named
}

/// The register by every form of its names.
struct Index<'a> {
    register: &'a [RegisterBody],
    /// Bodies by the form that case, hyphens, genitive and definite ending do not change.
    forms: HashMap<String, Vec<usize>>,
    /// Every word of a name in the register.
    words: Vec<Word>,
    /// The places of words among them.
    places: HashMap<String, usize>,
    /// The words of each body's names.
    stems: Vec<Vec<Vec<usize>>>,
}

/// A word of the register.
struct Word {
    pairs: Pairs,
    /// Bodies that bear it.
    bodies: Vec<usize>,
}

impl<'a> Index<'a> {
    fn new(register: &'a [RegisterBody]) -> Self {
        let mut index =
            Self { register, forms: HashMap::new(), words: Vec::new(), places: HashMap::new(), stems: Vec::new() };
        for (at, body) in register.iter().enumerate() {
            let names = std::iter::once(&body.name).chain(&body.also);
            let mut of_names = Vec::new();
            for name in names {
                add(&mut index.forms, words::key(name), at);
                add(&mut index.forms, normal(name), at);
                add(&mut index.forms, bare(name), at);
                of_names.push(stems(name).into_iter().map(|word| index.word(word, at)).collect());
            }
            index.stems.push(of_names);
        }
        index
    }

    /// The place of a word that a body bears.
    fn word(&mut self, word: String, body: usize) -> usize {
        let pairs = Pairs::of(&word);
        let place = *self.places.entry(word).or_insert(self.words.len());
        if place == self.words.len() {
            self.words.push(Word { pairs, bodies: Vec::new() });
        }
        // Bodies come in order.
        if self.words[place].bodies.last() != Some(&body) {
            self.words[place].bodies.push(body);
        }
        place
    }

    fn find(&self, name: &str) -> BodyMatch {
        let group = is_group(name);
        let same =
            |form: &str| self.forms.get(form).filter(|found| found.len() == 1).and_then(|found| found.first()).copied();
        // Many are not one of them, though the words differ in their ending only.
        let exact =
            same(&words::key(name)).or_else(|| same(&normal(name))).or_else(|| same(&bare(name)).filter(|_| !group));
        let id = |at: usize| self.register.get(at).map(|body| body.id.clone());
        let suggestions = if exact.is_some() { Vec::new() } else { self.suggest(name) };
        BodyMatch { name: name.to_owned(), exact: exact.and_then(id), suggestions, group }
    }

    /// Bodies that share words with the name or are spelled much like it.
    fn suggest(&self, name: &str) -> Vec<(String, f32)> {
        let stems = stems(name);
        // The words of the register that are like one of the name's, and how much.
        let wanted: Vec<Vec<f32>> = stems.iter().map(|word| self.likenesses(word)).collect();
        let doubles = [words::key(name), normal(name)];
        let doubles = doubles.iter().filter_map(|form| self.forms.get(form)).flatten().copied();
        let near = self
            .words
            .iter()
            .enumerate()
            .filter(|(place, _)| wanted.iter().any(|likenesses| likenesses[*place] >= 0.75))
            .flat_map(|(_, word)| &word.bodies)
            .copied();
        let places: HashSet<usize> = doubles.chain(near).collect();
        let mut scored: Vec<(String, f32)> = places
            .into_iter()
            .filter_map(|at| Some((self.register.get(at)?.id.clone(), self.score(at, &wanted))))
            .filter(|(_, score)| *score >= LEAST_SCORE)
            .collect();
        scored.sort_by(|left, right| right.1.total_cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
        scored.truncate(MOST_SUGGESTIONS);
        scored
    }

    /// How alike a word and each word of the register are. The same word is wholly alike, however short.
    fn likenesses(&self, word: &str) -> Vec<f32> {
        let pairs = Pairs::of(word);
        let mut likenesses: Vec<f32> = self.words.iter().map(|other| pairs.likeness(&other.pairs)).collect();
        if let Some(same) = self.places.get(word) {
            likenesses[*same] = 1.0;
        }
        likenesses
    }

    /// How alike a body's nearest name is: 1 when all words are the same.
    fn score(&self, at: usize, wanted: &[Vec<f32>]) -> f32 {
        let alike = |name: &Vec<usize>| {
            let best = |likenesses: &mut dyn Iterator<Item = f32>| likenesses.fold(0.0, f32::max);
            let there: f32 = wanted.iter().map(|word| best(&mut name.iter().map(|place| word[*place]))).sum();
            let back: f32 = name.iter().map(|place| best(&mut wanted.iter().map(|word| word[*place]))).sum();
            (there + back) / count(wanted.len() + name.len()).max(1.0)
        };
        self.stems.get(at).map_or(0.0, |names| names.iter().map(alike).fold(0.0, f32::max))
    }
}

fn add(index: &mut HashMap<String, Vec<usize>>, key: String, at: usize) {
    let found = index.entry(key).or_default();
    if !found.contains(&at) {
        found.push(at);
    }
}

/// Small counts are exact as floating point numbers; greater ones do not occur in names.
fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// Words in small letters; hyphens part them.
fn words_of(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The form that case, hyphens, `och`, a genitive s and well-known other words do not change.
fn normal(name: &str) -> String {
    let words = words_of(name);
    let kept = words.iter().filter(|word| !matches!(word.as_str(), "och" | "samt" | "i"));
    kept.map(|word| same(word.strip_suffix('s').filter(|stem| stem.len() > 4).unwrap_or(word)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn same(word: &str) -> String {
    SAME.iter().find(|(other, _)| *other == word).map_or_else(|| word.to_owned(), |(_, form)| (*form).to_owned())
}

/// The normal form without endings: `socialnämnd` and `socialnämnden` are the same.
fn bare(name: &str) -> String {
    normal(name).split(' ').map(stem).collect::<Vec<_>>().join(" ")
}

/// Words of a name that are looked at: a sentence that stands where a name should is looked up no longer than a name.
const MOST_WORDS: usize = 8;

/// Words of a name without their endings, abbreviations spelled out.
fn stems(name: &str) -> HashSet<String> {
    let full = |word: &str| {
        ABBREVIATED
            .iter()
            .find(|(short, _)| *short == word)
            .map_or_else(|| word.to_owned(), |(_, full)| (*full).to_owned())
    };
    let spelled = normal(name).split(' ').map(full).collect::<Vec<_>>().join(" ");
    spelled.split(' ').map(stem).filter(|word| !word.is_empty()).take(MOST_WORDS).collect()
}

/// A word without definite and plural ending: `nämnden` and `nämnd`, `skolorna` and `skola` are alike.
fn stem(word: &str) -> String {
    let endings = ["erna", "orna", "arna", "en", "et", "er", "or", "ar", "na", "n", "s"];
    let ending = endings.iter().find(|ending| word.ends_with(*ending) && word.chars().count() > ending.len() + 4);
    ending.map_or(word, |ending| word.strip_suffix(ending).unwrap_or(word)).to_owned()
}

/// The neighbouring letters of a word, in order.
struct Pairs(Vec<(char, char)>);

impl Pairs {
    fn of(word: &str) -> Self {
        let letters: Vec<char> = word.chars().take(60).collect();
        let mut pairs: Vec<(char, char)> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// How alike two words are: the share of their pairs of letters that are the same.
    fn likeness(&self, other: &Self) -> f32 {
        let (mut left, mut right) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0;
        while let (Some(one), Some(two)) = (left.peek(), right.peek()) {
            match one.cmp(two) {
                Ordering::Less => drop(left.next()),
                Ordering::Greater => drop(right.next()),
                Ordering::Equal => {
                    shared += 2;
                    left.next();
                    right.next();
                }
            }
        }
        let total = self.0.len() + other.0.len();
        if total == 0 { 0.0 } else { count(shared) / count(total) }
    }
}
