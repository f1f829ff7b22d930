//! Reads one row of a plan's table into an action, or into what belongs to the action or goal above.

use super::{
    by_hand,
    columns::Column,
    followup,
    headings::{Opening, goal, outline_number},
    indicators,
    pieces::GridCell,
    reader::{At, Reader},
    reading::{Action, Frequency, Indicator, IndicatorKind, LeadBasis, TimePlan},
    responsible::{self, Mark, Responsible},
    rich::Rich,
    tables::{State, filled},
    times,
};

/// A cell longer than this holds no names.
const LONGEST_NAMES: usize = 4000;

/// An action takes in so many rows that have none of their own.
const MOST_ORPHANS: usize = 100;

/// What the cells of a row say.
#[derive(Default)]
struct Values {
    number: Option<String>,
    text: Vec<String>,
    lead: Option<Rich>,
    co: Vec<Rich>,
    marks: Vec<(String, Mark)>,
    indicators: Vec<Indicator>,
    frequency: Option<(Option<Frequency>, String)>,
    times: Vec<TimePlan>,
    from: String,
    to: String,
    occasions: Vec<String>,
    /// Measures of the goal; an action's row has indicators instead.
    measures: Vec<String>,
}

/// Reads a row. `continues` says that the table before may have been cut inside a row.
pub(super) fn read(reader: &mut Reader, row: &[GridCell], state: &mut State, continues: bool) {
    let mut values = Values::default();
    let action = state.layout.columns.iter().position(|column| *column == Column::Action);
    let orphan = action.is_some_and(|at| row.get(at).is_none_or(GridCell::is_empty));
    state.orphans = if orphan { state.orphans + 1 } else { 0 };
    if state.orphans > MOST_ORPHANS {
        return filled(row.iter()).for_each(|cell| reader.unread(&cell.cell.place, cell.cell.text()));
    }
    let cells = with_merged(row, state);
    for (at, cell) in row.iter().enumerate() {
        let Some(rich) = cells.get(at).filter(|rich| !rich.is_empty()) else {
            // A cell of marks and tags alone holds nothing to understand, but it is seen.
            if !cell.cell.is_empty() {
                reader.unread(&cell.cell.place, cell.cell.text());
            }
            continue;
        };
        let known = values.take(reader, state, at, rich);
        if !cell.cell.is_empty() {
            if known { reader.used() } else { reader.unread(&cell.cell.place, cell.cell.text()) }
        }
    }
    let Some(first) = filled(row.iter()).next() else { return };
    let cut = continues
        && values.number.is_none()
        && values.text.first().is_none_or(|text| text.starts_with(char::is_lowercase));
    match state.last.filter(|_| values.text.is_empty() || cut) {
        Some(last) => values.join(reader, last),
        None if values.text.is_empty() => values.without_action(reader),
        None => {
            let action = values.action(reader, first);
            state.last = Some(reader.push(action));
        }
    }
}

/// The texts of a row, with those of cells that are merged from rows above.
fn with_merged(row: &[GridCell], state: &mut State) -> Vec<Rich> {
    let mut cells: Vec<Rich> = row.iter().map(|cell| cell.rich.clone()).collect();
    for (at, cell) in row.iter().enumerate() {
        let repeats = !matches!(state.column(at), Some(Column::Action | Column::Number | Column::Detail));
        let Some(merged) = state.merged.get_mut(at) else { continue };
        if cell.cell.rows > 1 && repeats {
            *merged = Some((cell.rich.clone(), cell.cell.rows - 1));
        } else if let Some((rich, left)) = merged {
            if cell.is_empty() {
                cells[at] = rich.clone();
            }
            *left -= 1;
            if *left == 0 {
                *merged = None;
            }
        }
    }
    cells
}

/// Adds bodies to an action as taking part.
pub(super) fn add_bodies(reader: &mut Reader, at: At, rich: &Rich) {
    let survey = reader.survey;
    let Some(action) = reader.action(at) else { return };
    let mut all = Responsible {
        lead: action.lead.take(),
        basis: action.lead_basis,
        co: std::mem::take(&mut action.co_responsible),
    };
    if all.lead.is_none() {
        all = Responsible::read(rich, &survey.known);
    } else {
        all.join(rich, &survey.known);
        if all.basis == LeadBasis::Only && !all.co.is_empty() {
            all.basis = LeadBasis::First;
        }
    }
    (action.lead, action.lead_basis, action.co_responsible) = (all.lead, all.basis, all.co);
}

impl Values {
    /// Takes a cell in. Says whether it was understood.
    fn take(&mut self, reader: &mut Reader, state: &State, at: usize, rich: &Rich) -> bool {
        let text = rich.flat();
        match state.column(at) {
            Some(Column::Number) => self.number = Some(text.trim_end_matches(['.', ')']).to_owned()),
            Some(Column::Goal) => set_goal(reader, &text),
            Some(Column::Section) => reader.section = Some(text),
            Some(Column::Precondition) => entries(reader, Opening::Preconditions, rich),
            Some(Column::Area) => entries(reader, Opening::Areas, rich),
            Some(Column::Measure) => self.measures.extend(rich.lines().iter().map(|line| bare(line).to_owned())),
            Some(Column::Action) => self.action_text(reader, rich, state.layout.plain_numbers),
            Some(Column::Detail) => self.text.extend(paragraphs(reader, rich)),
            Some(Column::Lead) => return self.lead(rich),
            Some(Column::Co) if rich.text.len() <= LONGEST_NAMES => self.co.push(rich.clone()),
            Some(Column::Co) => return false,
            Some(Column::Mark(name)) => match responsible::mark(rich) {
                Some(mark) => self.marks.push((name.clone(), mark)),
                None => return false,
            },
            Some(Column::Indicator) => self.indicator(reader, rich, state),
            Some(Column::FollowUp) => self.follow_up(reader, rich, state.occasional.get(at).copied().unwrap_or(false)),
            Some(Column::Frequency) => self.frequency = Some((followup::frequency(&text), text)),
            Some(Column::Time) => self.time(&text),
            Some(Column::From) => self.from = text,
            Some(Column::To) => self.to = text,
            Some(Column::Unknown(_)) | None => return false,
        }
        true
    }

    fn lead(&mut self, rich: &Rich) -> bool {
        if rich.text.len() > LONGEST_NAMES {
            return false;
        }
        let named = rich.text.chars().any(char::is_alphabetic);
        if named {
            self.lead = Some(rich.clone());
        }
        // A dash says that there is nobody.
        named || matches!(rich.text.as_str(), "-" | "–" | "—")
    }

    fn action_text(&mut self, reader: &Reader, rich: &Rich, plain_numbers: bool) {
        let mut lines = paragraphs(reader, rich);
        if let Some(first) = lines.first_mut() {
            let (number, text) = take_number(first, plain_numbers);
            let text = text.to_owned();
            if number.is_some() {
                self.number = self.number.take().or(number);
            }
            *first = text;
        }
        lines.retain(|line| !line.is_empty());
        self.text.splice(0..0, lines);
    }

    /// An indicator's cell may also say where or how often, where no other column does.
    fn indicator(&mut self, reader: &Reader, rich: &Rich, state: &State) {
        let text = rich.flat();
        if followup::is_frequency(&text) && !state.has(&Column::Frequency) {
            self.frequency = Some((followup::frequency(&text), text));
        } else if followup::is_occasion(&text)
            && indicators::kind(&text) == IndicatorKind::Text
            && text.split_whitespace().count() <= 8
        {
            self.occasions.extend(followup::occasions(&rich.text));
        } else {
            self.indicators.extend(indicators::read(rich).into_iter().map(|found| mended(reader, found)));
        }
    }

    fn follow_up(&mut self, reader: &Reader, rich: &Rich, occasional: bool) {
        let text = rich.flat();
        let counts = !matches!(indicators::kind(&text), IndicatorKind::Text | IndicatorKind::State);
        if followup::is_frequency(&text) && !followup::is_occasion(&text) {
            self.frequency.get_or_insert_with(|| (followup::frequency(&text), text));
        } else if followup::is_occasion(&text) || occasional && !counts {
            if let Some(frequency) = followup::frequency(&text) {
                self.frequency.get_or_insert((Some(frequency), text));
            }
            self.occasions.extend(followup::occasions(&rich.text));
        } else {
            self.indicators.extend(indicators::read(rich).into_iter().map(|found| mended(reader, found)));
        }
    }

    fn time(&mut self, text: &str) {
        if followup::is_frequency(text) {
            self.frequency.get_or_insert_with(|| (followup::frequency(text), text.to_owned()));
        }
        self.times.extend(times::read(text));
    }

    /// The action that the row is.
    fn action(self, reader: &Reader, first: &GridCell) -> Action {
        let known = &reader.survey.known;
        let mut all = self.lead.as_ref().map(|rich| Responsible::read(rich, known)).unwrap_or_default();
        all.mark(self.marks);
        for rich in &self.co {
            all.join(rich, known);
        }
        let time_plan = times::between(&self.from, &self.to).or_else(|| joined(self.times));
        let (frequency, frequency_text) =
            self.frequency.map_or((None, None), |(frequency, text)| (frequency, Some(text)));
        Action {
            number: self.number,
            section: reader.section.clone(),
            lead: all.lead,
            lead_basis: all.basis,
            co_responsible: all.co,
            indicators: self
                .indicators
                .into_iter()
                .chain(self.measures.iter().map(|text| indicators::indicator(text)))
                .collect(),
            frequency,
            frequency_text,
            time_plan,
            followed_up_in: self.occasions,
            ..by_hand::action(&reader.survey.words.mend(&self.text.join("\n")), first.cell.place.clone())
        }
    }

    /// Adds a row without an action of its own to the one above.
    fn join(self, reader: &mut Reader, at: At) {
        for rich in self.lead.iter().chain(&self.co) {
            add_bodies(reader, at, rich);
        }
        let text = self.text.join("\n");
        let Some(action) = reader.action(at) else { return };
        if !text.is_empty() {
            action.text = super::rich::join_lines([action.text.as_str(), text.as_str()].into_iter());
        }
        action.indicators.extend(self.indicators);
        action.indicators.extend(self.measures.iter().map(|text| indicators::indicator(text)));
        if action.time_plan.is_none() {
            action.time_plan = joined(self.times);
        }
        if let (None, Some((frequency, text))) = (&action.frequency_text, self.frequency) {
            (action.frequency, action.frequency_text) = (frequency, Some(text));
        }
        for occasion in self.occasions {
            if !action.followed_up_in.contains(&occasion) {
                action.followed_up_in.push(occasion);
            }
        }
    }

    /// A row that only tells of the goal.
    fn without_action(self, reader: &mut Reader) {
        let texts = self.measures.into_iter().chain(self.indicators.into_iter().map(|indicator| indicator.text));
        for text in texts {
            reader.entry(Opening::Measures, &text);
        }
    }
}

fn mended(reader: &Reader, indicator: Indicator) -> Indicator {
    Indicator { text: reader.survey.words.mend(&indicator.text), ..indicator }
}

/// Several times of one row as one.
fn joined(times: Vec<TimePlan>) -> Option<TimePlan> {
    times.into_iter().reduce(|first, second| TimePlan {
        text: format!("{}, {}", first.text, second.text),
        from: first.from.or(second.from),
        to: second.to.or(first.to),
    })
}

fn bare(line: &str) -> &str {
    line.trim_start_matches(['•', '-', '–', '*', '▪', '·', ' ']).trim()
}

fn entries(reader: &mut Reader, opening: Opening, rich: &Rich) {
    for line in rich.lines() {
        reader.entry(opening, bare(&line));
    }
}

/// Lines of a text; list items keep a bullet.
fn paragraphs(reader: &Reader, rich: &Rich) -> Vec<String> {
    let line =
        |line: &String| if super::rich::starts_item(line) { format!("• {}", bare(line)) } else { line.clone() };
    rich.lines().iter().map(line).map(|line| reader.survey.words.mend(&line)).collect()
}

fn set_goal(reader: &mut Reader, text: &str) {
    let (number, title) = match goal(text) {
        Some(heading) => (heading.number, heading.title),
        None => {
            let (number, title) = outline_number(text);
            (number.map(str::to_owned), title.to_owned())
        }
    };
    let digits = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    if digits {
        reader.set_goal(Some(text.trim_end_matches('.').to_owned()), "");
    } else {
        reader.set_goal(number, &title);
    }
}

/// The number before an action: `1.2`, `3.`, `A1:`, `Åtgärd 4:`. A plain number only where all rows have one.
fn take_number(text: &str, plain_numbers: bool) -> (Option<String>, &str) {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let labelled = ["åtgärd", "aktivitet", "insats", "delaktivitet"].contains(&word.to_lowercase().as_str());
    if labelled {
        let (number, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let digits = number.trim_end_matches([':', '.', ')']);
        if is_numbering(digits) {
            return (Some(digits.to_owned()), after.trim_start_matches(['–', '-', ':', ' ']));
        }
    }
    let digits = word.trim_end_matches(['.', ')', ':']);
    let marked = digits.len() < word.len();
    let dotted = digits.contains('.');
    let letters = digits.chars().filter(|c| c.is_alphabetic()).count();
    let short = digits.chars().count() <= if dotted { 10 } else { 4 } && letters <= 1;
    let year = digits.len() == 4 && digits.starts_with("20");
    let plain = plain_numbers && digits.bytes().all(|byte| byte.is_ascii_digit());
    if short && !year && is_numbering(digits) && (dotted || marked || plain) {
        return (Some(digits.to_owned()), rest.trim_start_matches(['–', '-', ' ']));
    }
    (None, text)
}

/// Digits with dots, and perhaps a letter before or after.
fn is_numbering(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
        && word.len() <= 12
        && word.chars().all(|c| c.is_ascii_digit() || c == '.' || c.is_alphabetic())
        && !word.starts_with('.')
}
