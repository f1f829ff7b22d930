//! Walks over the source in reading order and keeps track of where in the plan it is.

use std::collections::{HashMap, HashSet};

use sheets::Place;

use super::{
    casing::{self, capitalised},
    contents,
    headings::{GoalHeading, Opening, goal, opening, outline_number},
    indicators,
    pieces::{Kind, Line, Piece},
    reading::{Action, Body, Goal, Measure, Reading, Unread, Warning, WarningKind},
    survey::Survey,
    words,
};

/// A list of a goal that lines without bullets may fill holds at most so many.
const LONGEST_LIST: usize = 40;

/// Above so many entries nobody looks for doubles any more.
const MANY: usize = 300;

/// So many cells that were not understood are listed; all are counted.
const LONGEST_REST: usize = 20_000;

/// Where an action stands in the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    goal: Option<usize>,
    index: usize,
}

/// The reading so far, and the place in the plan.
pub(super) struct Reader<'a> {
    pub(super) survey: &'a Survey,
    pub(super) reading: Reading,
    goal: Option<usize>,
    /// The list that lines fill now, and whether its entries have bullets.
    open: Option<(Opening, Option<Kind>, usize)>,
    /// A heading below the goal.
    heading: Option<String>,
    /// The line directly above, if it looks like the title of a table.
    above: Option<String>,
    /// The section of the table that is being read.
    pub(super) section: Option<String>,
    /// The action read last, for a table that goes on over a page.
    pub(super) last: Option<At>,
    numbers: HashSet<String>,
    goals_by_number: HashMap<String, usize>,
    goals_by_title: HashMap<String, usize>,
    untitled: bool,
    tables: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(survey: &'a Survey) -> Self {
        Self {
            survey,
            reading: Reading::default(),
            goal: None,
            open: None,
            heading: None,
            above: None,
            section: None,
            last: None,
            numbers: HashSet::new(),
            goals_by_number: HashMap::new(),
            goals_by_title: HashMap::new(),
            untitled: false,
            tables: 0,
        }
    }

    pub(super) fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Line(line) => self.line(line),
            Piece::Table(grid) => {
                let survey = self.survey;
                if let Some(shape) = survey.shapes.get(self.tables) {
                    self.table(grid, shape);
                }
                self.tables += 1;
                self.open = None;
                self.above = None;
            }
        }
    }

    fn line(&mut self, line: &Line) {
        if contents::is_entry(&line.text) {
            return;
        }
        if let Some(heading) = goal(&line.text) {
            return self.level(heading, &line.text);
        }
        if self.completes_title(line) {
            return;
        }
        self.untitled = false;
        let opens = (line.kind != Kind::Item && self.goal.is_some()).then(|| opening(&line.text)).flatten();
        if let Some((opening, said)) = opens {
            self.open = Some((opening, None, 0));
            self.above = None;
            if let Some(said) = said.filter(|said| !said.is_empty()) {
                self.entry(opening, &said);
                self.open = (opening == Opening::Measures).then_some((opening, None, 1));
            }
            return;
        }
        if self.fill(line) {
            return;
        }
        self.title(line);
    }

    /// A heading of the goals' level, or of one below.
    pub(super) fn level(&mut self, heading: GoalHeading, text: &str) {
        self.open = None;
        self.above = None;
        self.section = None;
        if self.survey.rank.is_some_and(|rank| heading.rank > rank) {
            self.heading = Some(self.survey.words.calm(text));
            self.section.clone_from(&self.heading);
            return;
        }
        self.heading = None;
        self.untitled = heading.title.is_empty();
        self.set_goal(heading.number, &heading.title);
    }

    /// A title on the line below its number, or capitals that go on.
    fn completes_title(&mut self, line: &Line) -> bool {
        let Some(goal) = self.goal.and_then(|at| self.reading.goals.get_mut(at)) else { return false };
        let fresh =
            goal.actions.is_empty() && goal.preconditions.is_empty() && self.open.is_none() && self.above.is_none();
        let shouts = fresh && line.close && casing::is_shouted(&line.text) && casing::is_shouted(&goal.title);
        if self.untitled && line.is_heading() && opening(&line.text).is_none() {
            goal.title.clone_from(&line.text);
        } else if shouts && line.kind != Kind::Item && opening(&line.text).is_none() {
            goal.title = format!("{} {}", goal.title, line.text);
        } else {
            return false;
        }
        self.untitled = false;
        true
    }

    /// Adds a line to the list that is open. Says whether it belonged there.
    fn fill(&mut self, line: &Line) -> bool {
        let Some((opening, kind, count)) = self.open else { return false };
        let same = kind.is_none_or(|kind| kind == line.kind);
        let bare =
            line.kind == Kind::Paragraph && kind.is_none_or(|kind| kind == Kind::Paragraph) && count < LONGEST_LIST;
        let item = line.kind == Kind::Item;
        let apart = opening == Opening::Measures && count > 0 && !line.close && !item && !measures(&line.text);
        if line.kind == Kind::Heading || !same && !item || !(bare || item) || apart {
            self.open = None;
            return false;
        }
        self.open = Some((opening, Some(line.kind), count + 1));
        self.entry(opening, &line.text);
        true
    }

    /// Adds an entry to a list of the current goal, once.
    pub(super) fn entry(&mut self, opening: Opening, text: &str) {
        let text = self.survey.words.mend(text.trim());
        let Some(goal) = self.goal.and_then(|at| self.reading.goals.get_mut(at)).filter(|_| !text.is_empty()) else {
            return;
        };
        let list = match opening {
            Opening::Preconditions => &mut goal.preconditions,
            Opening::Areas => &mut goal.development_areas,
            Opening::Measures => {
                if goal.measures.len() > MANY || !goal.measures.iter().any(|measure| measure.text == text) {
                    goal.measures.push(Measure { indicators: vec![indicators::indicator(&text)], text });
                }
                return;
            }
        };
        if list.len() > MANY || !list.contains(&text) {
            list.push(text);
        }
    }

    /// Keeps a line that may be the title of the table below.
    fn title(&mut self, line: &Line) {
        let same =
            |other: &Option<String>| other.as_ref().is_some_and(|other| words::key(other) == words::key(&line.text));
        let furniture =
            self.survey.recurring.contains(&line.text) && line.kind != Kind::Heading || same(&self.survey.title);
        if furniture {
            return;
        }
        self.above = line.is_heading().then(|| line.text.trim_end_matches(':').trim().to_owned());
        if line.kind == Kind::Heading {
            self.heading.clone_from(&self.above);
        }
    }

    /// The section of a table that starts here.
    pub(super) fn start_section(&mut self) {
        let section = self.above.take().or_else(|| self.heading.clone());
        self.section = section.map(|text| self.survey.words.calm(&text));
    }

    /// Makes a goal the current one; the number or the title tells whether it is known already.
    pub(super) fn set_goal(&mut self, number: Option<String>, title: &str) {
        let key = words::key(title);
        let by_title = self.goals_by_title.get(&key).copied().filter(|_| !key.is_empty());
        // Two goals may share a title, but not a number.
        let by_title = by_title
            .filter(|at| number.is_none() || self.reading.goals.get(*at).is_some_and(|goal| goal.number.is_none()));
        let known = number.as_ref().and_then(|number| self.goals_by_number.get(number).copied()).or(by_title);
        let at = known.unwrap_or(self.reading.goals.len());
        if known.is_none() {
            self.reading.goals.push(Goal { number: number.clone(), title: title.to_owned(), ..Goal::default() });
        } else if let Some(goal) = self.reading.goals.get_mut(at).filter(|goal| goal.title.is_empty()) {
            title.clone_into(&mut goal.title);
        }
        if let Some(number) = number {
            self.goals_by_number.entry(number).or_insert(at);
        }
        self.goals_by_title.entry(key).or_insert(at);
        self.goal = Some(at);
    }

    /// Adds an action and says where it stands.
    pub(super) fn push(&mut self, action: Action) -> At {
        if let Some(number) = &action.number
            && !self.numbers.insert(number.clone())
        {
            self.warn(WarningKind::DuplicateNumber, Some(&action.source), Some(number));
        }
        if action.lead.is_none() {
            self.warn(WarningKind::NoResponsible, Some(&action.source), action.number.as_deref());
        }
        let goal = self.goal.or_else(|| self.numbered_goal(action.number.as_deref()));
        let actions = match goal.and_then(|at| self.reading.goals.get_mut(at)) {
            Some(goal) => &mut goal.actions,
            None => &mut self.reading.actions_without_goal,
        };
        actions.push(action);
        At { goal, index: actions.len() - 1 }
    }

    /// The goal whose number the action's number begins with.
    fn numbered_goal(&self, number: Option<&str>) -> Option<usize> {
        let (first, _) = number?.split_once('.')?;
        self.goals_by_number.get(first).copied()
    }

    pub(super) fn action(&mut self, at: At) -> Option<&mut Action> {
        match at.goal {
            Some(goal) => self.reading.goals.get_mut(goal)?.actions.get_mut(at.index),
            None => self.reading.actions_without_goal.get_mut(at.index),
        }
    }

    pub(super) fn warn(&mut self, message: WarningKind, source: Option<&Place>, about: Option<&str>) {
        self.reading.warnings.push(Warning { source: source.cloned(), message, about: about.map(str::to_owned) });
    }

    pub(super) fn used(&mut self) {
        self.reading.cells.seen += 1;
        self.reading.cells.used += 1;
    }

    pub(super) fn unread(&mut self, source: &Place, text: String) {
        self.reading.cells.seen += 1;
        self.reading.cells.not_understood += 1;
        if self.reading.not_understood.len() < LONGEST_REST {
            self.reading.not_understood.push(Unread { source: source.clone(), text });
        }
    }

    /// The reading with what only the whole can tell.
    pub(super) fn finish(mut self) -> Reading {
        self.goals_from_sections();
        let survey = self.survey;
        for goal in &mut self.reading.goals {
            let twin = goal
                .number
                .as_ref()
                .and_then(|number| survey.twins.get(number))
                .filter(|_| casing::is_shouted(&goal.title));
            let title = twin.map_or_else(|| survey.words.calm(&goal.title), |twin| survey.words.calm(twin));
            goal.title = capitalised(survey.words.mend(&title).trim_end_matches(['.', ':']));
        }
        self.reading.plan.title.clone_from(&survey.title);
        self.reading.plan.period.clone_from(&survey.period);
        self.reading.plan.bodies = self.bodies();
        self.warn_about_the_whole();
        self.reading
    }

    /// Sections numbered 1, 2, 3 whose actions are numbered 1.1, 2.1, 3.1 are the goals of a plan that has no other.
    fn goals_from_sections(&mut self) {
        let below = |action: &Action| {
            let section = action.section.as_deref().and_then(|section| outline_number(section).0)?;
            let number = action.number.as_deref()?;
            number.strip_prefix(section)?.starts_with('.').then(|| section.to_owned())
        };
        let actions = &self.reading.actions_without_goal;
        if !self.reading.goals.is_empty() || actions.is_empty() || !actions.iter().all(|action| below(action).is_some())
        {
            return;
        }
        for mut action in std::mem::take(&mut self.reading.actions_without_goal) {
            let number = below(&action);
            let section = action.section.take().unwrap_or_default();
            self.set_goal(number, outline_number(&section).1);
            if let Some(goal) = self.goal.and_then(|at| self.reading.goals.get_mut(at)) {
                goal.actions.push(action);
            }
        }
    }

    /// Bodies in the order in which they appear, each once, then those whose role only is described.
    fn bodies(&self) -> Vec<Body> {
        let actions =
            self.reading.goals.iter().flat_map(|goal| &goal.actions).chain(&self.reading.actions_without_goal);
        let named = actions.flat_map(|action| action.lead.iter().chain(&action.co_responsible));
        let described = self.survey.actors.iter().map(|actor| &actor.name);
        let mut seen = HashSet::new();
        let roles: HashMap<String, &String> =
            self.survey.actors.iter().map(|actor| (words::key(&actor.name), &actor.role)).collect();
        let role = |name: &str| roles.get(&words::key(name)).map(|role| (*role).clone());
        named
            .chain(described)
            .filter(|name| seen.insert(words::key(name)))
            .map(|name| Body { name: name.clone(), role: role(name) })
            .collect()
    }

    fn warn_about_the_whole(&mut self) {
        let reading = &self.reading;
        let none = reading.actions_without_goal.is_empty() && reading.goals.iter().all(|goal| goal.actions.is_empty());
        let stray = (!reading.goals.is_empty())
            .then(|| reading.actions_without_goal.first())
            .flatten()
            .map(|action| action.source.clone());
        let (title, period) = (reading.plan.title.is_none(), reading.plan.period.is_none());
        let listed = reading.not_understood.len() == reading.cells.not_understood;
        if !listed {
            self.warn(WarningKind::MoreNotUnderstood, None, None);
        }
        if none {
            self.warn(WarningKind::NoActions, None, None);
        }
        if let Some(place) = stray {
            self.warn(WarningKind::NoGoal, Some(&place), None);
        }
        if title {
            self.warn(WarningKind::NoTitle, None, None);
        }
        if period {
            self.warn(WarningKind::NoPeriod, None, None);
        }
    }
}

/// Whether a line reads as a measure although it stands apart from the list.
fn measures(text: &str) -> bool {
    use super::reading::IndicatorKind::{Mean, Number, Rate, Share};
    matches!(indicators::kind(text), Number | Share | Rate | Mean)
        && text.split_whitespace().take(3).any(|word| {
            let lower = word.to_lowercase();
            lower.starts_with("antal") || lower.starts_with("andel") || lower.starts_with("medel")
        })
}
