//! Who does what: the chapters that describe each body's role.

use std::collections::HashMap;

use super::{
    headings::{goal, outline_number},
    names::Known,
    pieces::{Kind, Line, Piece},
    words,
};

/// Text of one role beyond this is left out of the reading; no plan needs it.
const LONGEST_ROLE: usize = 20_000;

/// A body whose role the plan describes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Actor {
    pub(super) name: String,
    pub(super) role: String,
}

/// Reads the roles of all bodies, in order.
pub(super) fn read(pieces: &[Piece], known: &Known) -> Vec<Actor> {
    let mut chapters = Chapters { known, actors: Vec::new(), places: HashMap::new(), chapter: None, open: None };
    for piece in pieces {
        match piece {
            Piece::Line(line) => chapters.line(line),
            Piece::Table(_) => chapters.open = None,
        }
    }
    chapters.actors.retain(|actor| !actor.role.is_empty());
    chapters.actors
}

/// A chapter on bodies: its outline number, where it has one.
#[derive(Debug, Clone, PartialEq)]
struct Chapter {
    number: Option<String>,
}

struct Chapters<'a> {
    known: &'a Known,
    actors: Vec<Actor>,
    places: HashMap<String, usize>,
    chapter: Option<Chapter>,
    /// The actor whose role is being read.
    open: Option<usize>,
}

impl Chapters<'_> {
    fn line(&mut self, line: &Line) {
        if !line.is_heading() || goal(&line.text).is_some() {
            return self.text(line);
        }
        let (number, rest) = outline_number(&line.text);
        if is_actor_chapter(rest) {
            self.chapter = Some(Chapter { number: number.map(str::to_owned) });
            self.open = None;
            return;
        }
        if self.leaves(number) {
            self.chapter = None;
        }
        let named = self.name(number, rest);
        self.open = named.map(|name| self.open(&name));
    }

    /// Another top number ends a numbered chapter.
    fn leaves(&self, number: Option<&str>) -> bool {
        let chapter = self.chapter.as_ref().and_then(|chapter| chapter.number.as_deref());
        matches!((chapter, number), (Some(chapter), Some(number)) if !is_below(number, chapter))
    }

    /// The body that a heading names.
    fn name(&self, number: Option<&str>, heading: &str) -> Option<String> {
        if heading.split_whitespace().count() > 14 {
            return None;
        }
        if let Some(name) =
            owner(heading).filter(|name| self.known.contains(name) || words::is_body(name) || self.chapter.is_some())
        {
            return Some(name);
        }
        let (name, tagged) = heading
            .split_once(" – ")
            .or_else(|| heading.split_once(" - "))
            .map_or((heading, false), |(name, _)| (name, true));
        let name = name.trim_end_matches(':').trim();
        if self.known.contains(name) {
            return Some(self.known.spelling(name));
        }
        let chapter = self.chapter.as_ref()?;
        let numbered =
            matches!((chapter.number.as_deref(), number), (Some(chapter), Some(number)) if is_below(number, chapter));
        let short = name.split_whitespace().count() <= 8;
        let plausible = tagged && name.split_whitespace().count() <= 5 || words::is_body(name);
        let shouted = super::casing::is_shouted(name);
        (short && plausible && !shouted && (tagged || numbered || chapter.number.is_none())).then(|| name.to_owned())
    }

    fn open(&mut self, name: &str) -> usize {
        let actors = &mut self.actors;
        *self.places.entry(words::key(name)).or_insert_with(|| {
            actors.push(Actor { name: name.to_owned(), role: String::new() });
            actors.len() - 1
        })
    }

    /// Running text belongs to the role that is open; a goal ends it.
    fn text(&mut self, line: &Line) {
        if goal(&line.text).is_some() {
            self.open = None;
            self.chapter = None;
        }
        let Some(actor) = self.open.and_then(|at| self.actors.get_mut(at)) else { return };
        if actor.role.len() + line.text.len() > LONGEST_ROLE {
            return;
        }
        if !actor.role.is_empty() {
            actor.role.push('\n');
        }
        if line.kind == Kind::Item {
            actor.role.push_str("• ");
        }
        actor.role.push_str(&line.text);
    }
}

fn is_below(number: &str, chapter: &str) -> bool {
    number.strip_prefix(chapter).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1)
}

/// `Utbildningsnämndens ansvar` names `Utbildningsnämnden`.
fn owner(heading: &str) -> Option<String> {
    let endings = [
        " ansvar",
        " roll",
        " uppdrag",
        " ansvarsområde",
        " uppgifter",
        " roll och ansvar",
        " ansvar och roll",
        " åtaganden",
    ];
    let lower = heading.to_lowercase();
    let ending = endings.iter().find(|ending| lower.ends_with(*ending))?;
    let owner = heading.get(..heading.len() - ending.len())?.trim();
    let name = owner.strip_suffix('s')?;
    (name.split_whitespace().count() <= 6 && name.chars().count() >= 3).then(|| name.to_owned())
}

/// Whether a heading opens a chapter in which bodies describe their roles.
fn is_actor_chapter(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let phrases = [
        "ansvariga myndigheter",
        "ansvariga aktörer",
        "aktörernas",
        "aktörers ansvar",
        "respektive aktör",
        "roller och ansvar",
        "ansvar och roller",
        "ansvarsfördelning",
        "deltagande myndigheter",
        "deltagande aktörer",
        "nämndernas ansvar",
        "berörda aktörer",
        "medverkande aktörer",
        "samverkande aktörer",
        "ansvariga nämnder",
        "myndigheternas ansvar",
    ];
    heading.split_whitespace().count() <= 10
        && (phrases.iter().any(|phrase| lower.contains(phrase)) || lower == "aktörer")
}
