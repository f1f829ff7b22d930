//! From what was typed to what it means.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::answer::{Answer, Answers, Figure};
use crate::fault::{Fault, FaultKind};
use crate::form::{Breakdown, Field, Form, Kind, Label, Need, When};
use crate::number::{count, float, number};
use crate::typed::{InputKind, Typed};

/// What was typed, understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// What was answered; what could not be understood is not among it.
    pub answers: Answers,
    /// What is to be put right, in the order of the form.
    pub faults: Vec<Fault>,
    /// The keys of the fields that are asked, given the answers.
    pub asked: BTreeSet<String>,
}

/// One figure of a field: none where nothing was typed.
type Read<T> = Result<Option<T>, (InputKind, FaultKind)>;

impl Form {
    /// What was typed, understood. Questions that are not asked, given the answers before them, are left out.
    #[must_use]
    pub fn read(&self, typed: &Typed) -> Reading {
        let mut reading = Reading::default();
        for (part, field) in self.placed() {
            let asked = |when: &When| reading.holds(when);
            if part.is_none_or(asked) && field.when.as_ref().is_none_or(asked) {
                reading.asked.insert(field.key.clone());
                reading.field(field, typed);
            }
        }
        for (place, rule) in self.rules.iter().enumerate() {
            let field = self.field(&rule.field).filter(|field| reading.asked.contains(&field.key));
            if let Some(field) = field
                && !rule.check.holds(&reading.answers)
            {
                reading.fault(&field.key, &first_input(field), FaultKind::Rule { rule: place });
            }
        }
        reading
    }
}

impl Reading {
    /// Whether it can be handed in.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.faults.is_empty()
    }

    fn holds(&self, when: &When) -> bool {
        let is = |value: &str| when.is.iter().any(|wanted| wanted == value);
        match self.answers.get(&when.field) {
            Some(Answer::Choice { values }) => values.iter().any(|value| is(value)),
            Some(Answer::Figure { whole: Figure::State { holds }, .. }) => is(if *holds { "yes" } else { "no" }),
            _ => false,
        }
    }

    fn fault(&mut self, field: &str, input: &str, kind: FaultKind) {
        self.faults.push(Fault::new(field, input, kind));
    }

    fn field(&mut self, field: &Field, typed: &Typed) {
        let faults = self.faults.len();
        let answer = match &field.kind {
            Kind::Table { rows, columns } => self.table(field, rows, columns, typed),
            _ if field.is_figure() => self.figure(field, typed),
            _ => self.plain(field, typed),
        };
        let reason = typed.get(&field.name(None, InputKind::Reason));
        let answer = match answer {
            None if field.need == Need::OrReason && !reason.is_empty() => {
                Some(Answer::Gap { reason: reason.to_owned() })
            }
            Some(_) if field.need == Need::OrReason && !reason.is_empty() => {
                self.fault(&field.key, &field.name(None, InputKind::Reason), FaultKind::ReasonBesideAnswer);
                answer
            }
            answer => answer,
        };
        for block in field.blocks().iter().filter(|block| !typed.get(block).is_empty()) {
            self.fault(&field.key, block, FaultKind::Unplaced);
        }
        match (answer, field.need) {
            (Some(answer), _) => {
                self.answers.0.insert(field.key.clone(), answer);
            }
            // What was typed and not understood is not missing too.
            (None, _) if self.faults.len() > faults => {}
            (None, Need::Optional) => {}
            (None, Need::Required) => self.fault(&field.key, &first_input(field), FaultKind::Missing),
            (None, Need::OrReason) => self.fault(&field.key, &first_input(field), FaultKind::MissingOrReason),
        }
    }

    fn plain(&mut self, field: &Field, typed: &Typed) -> Option<Answer> {
        let text = typed.get(&field.key);
        if text.is_empty() {
            return None;
        }
        let read = match &field.kind {
            Kind::Text { most, .. } => words(text, *most),
            Kind::Choice { options, many } => choice(text, options, *many),
            _ => text.parse::<Date>().map(|date| Answer::Date { date }).map_err(|_| FaultKind::NotADate),
        };
        read.map_err(|kind| self.fault(&field.key, &field.key, kind)).ok()
    }

    fn figure(&mut self, field: &Field, typed: &Typed) -> Option<Answer> {
        let faults = self.faults.len();
        let whole = self.one(field, None, typed);
        let misread = self.faults.len() > faults;
        let mut by: BTreeMap<String, BTreeMap<String, Figure>> = BTreeMap::new();
        for breakdown in &field.breakdowns {
            for category in &breakdown.categories {
                let place = Some((breakdown.key.as_str(), category.key.as_str()));
                if let Some(figure) = self.one(field, place, typed) {
                    by.entry(breakdown.key.clone()).or_default().insert(category.key.clone(), figure);
                }
            }
            self.check_breakdown(field, breakdown, whole, by.get(&breakdown.key));
        }
        match whole {
            Some(whole) => Some(Answer::Figure { whole, by }),
            None if by.is_empty() || misread => None,
            None => {
                self.fault(&field.key, &first_input(field), FaultKind::WithoutWhole);
                None
            }
        }
    }

    fn one(&mut self, field: &Field, place: Option<(&str, &str)>, typed: &Typed) -> Option<Figure> {
        let text = |kind| typed.get(&field.name(place, kind));
        match one_figure(&field.kind, &text) {
            Ok(figure) => figure,
            Err((input, kind)) => {
                self.fault(&field.key, &field.name(place, input), kind);
                None
            }
        }
    }

    fn check_breakdown(
        &mut self,
        field: &Field,
        breakdown: &Breakdown,
        whole: Option<Figure>,
        of: Option<&BTreeMap<String, Figure>>,
    ) {
        let Some((whole, of)) = whole.and_then(sums).zip(of) else { return };
        let together =
            of.values().filter_map(|figure| sums(*figure)).fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        if together.0 > whole.0 + 1e-9 || together.1 > whole.1 + 1e-9 {
            let first = breakdown.categories.first().map_or("", |category| category.key.as_str());
            let place = Some((breakdown.key.as_str(), first));
            let input = field.kind.inputs().first().copied().unwrap_or(InputKind::Whole);
            self.fault(&field.key, &field.name(place, input), FaultKind::CategoriesAboveWhole);
        }
    }

    fn table(&mut self, field: &Field, rows: &[Label], columns: &[Label], typed: &Typed) -> Option<Answer> {
        let mut cells: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
        for row in rows {
            for column in columns {
                let name = field.name(Some((&row.key, &column.key)), InputKind::Whole);
                match whole_number(typed.get(&name)) {
                    Ok(Some(count)) => {
                        cells.entry(row.key.clone()).or_default().insert(column.key.clone(), count);
                    }
                    Ok(None) => {}
                    Err(kind) => self.fault(&field.key, &name, kind),
                }
            }
        }
        (!cells.is_empty()).then_some(Answer::Table { cells })
    }
}

/// What categories add up to beside their whole: counts, or both numbers of a share; a mean's people. States do not add up.
fn sums(figure: Figure) -> Option<(f64, f64)> {
    match figure {
        Figure::Number { value } => Some((value, 0.0)),
        Figure::Share { part, whole } => Some((float(part), float(whole))),
        Figure::Rate { count, population } => Some((float(count), float(population))),
        Figure::Mean { of, .. } => Some((float(of), 0.0)),
        Figure::State { .. } => None,
    }
}

fn first_input(field: &Field) -> String {
    field.inputs().into_iter().next().map_or_else(|| field.key.clone(), |input| input.name)
}

fn words(text: &str, most: u32) -> Result<Answer, FaultKind> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > most { Err(FaultKind::TooLong { most }) } else { Ok(Answer::Text { text: text.to_owned() }) }
}

fn choice(text: &str, options: &[Label], many: bool) -> Result<Answer, FaultKind> {
    let values: Vec<String> = text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let known = values.iter().all(|value| options.iter().any(|option| option.key == *value));
    let fits = known && (many || values.len() == 1);
    // In the order of the form, each once.
    let values = options.iter().map(|option| option.key.clone()).filter(|key| values.contains(key)).collect();
    if fits { Ok(Answer::Choice { values }) } else { Err(FaultKind::NotAChoice) }
}

fn whole_number(text: &str) -> Result<Option<u64>, FaultKind> {
    if text.is_empty() {
        return Ok(None);
    }
    count(text).map(Some).map_err(|number| match number {
        None => FaultKind::NotANumber,
        Some(number) if number < 0.0 => FaultKind::BelowLeast { least: 0.0 },
        Some(_) => FaultKind::NotWhole,
    })
}

fn one_figure<'t>(kind: &Kind, text: &impl Fn(InputKind) -> &'t str) -> Read<Figure> {
    match kind {
        Kind::Number { least, most, whole } => limited(text(InputKind::Whole), *least, *most, *whole)
            .map(|value| value.map(|value| Figure::Number { value }))
            .map_err(|fault| (InputKind::Whole, fault)),
        Kind::Share => {
            let pair = pair(text)?;
            if let Some((part, whole)) = pair
                && part > whole
            {
                return Err((InputKind::Part, FaultKind::PartAboveWhole));
            }
            Ok(pair.map(|(part, whole)| Figure::Share { part, whole }))
        }
        Kind::Rate { .. } => Ok(pair(text)?.map(|(count, population)| Figure::Rate { count, population })),
        Kind::Mean { least, most } => mean(text, *least, *most),
        _ => state(text(InputKind::Whole)).map_err(|fault| (InputKind::Whole, fault)),
    }
}

fn limited(text: &str, least: Option<f64>, most: Option<f64>, whole: bool) -> Result<Option<f64>, FaultKind> {
    if text.is_empty() {
        return Ok(None);
    }
    let value = if whole { crate::number::whole(text) } else { number(text) }.ok_or(FaultKind::NotANumber)?;
    if whole && value.fract() != 0.0 {
        return Err(FaultKind::NotWhole);
    }
    if let Some(least) = least.filter(|least| value < *least) {
        return Err(FaultKind::BelowLeast { least });
    }
    if let Some(most) = most.filter(|most| value > *most) {
        return Err(FaultKind::AboveMost { most });
    }
    Ok(Some(value))
}

/// Two whole numbers that belong together, the second not zero. Both may stand in the first input: `9 av 20`, `9/20`.
fn pair<'t>(text: &impl Fn(InputKind) -> &'t str) -> Read<(u64, u64)> {
    let (mut one, mut other) = (text(InputKind::Part), text(InputKind::Of));
    if other.is_empty()
        && let Some((part, whole)) = OF.iter().find_map(|word| one.split_once(word))
    {
        (one, other) = (part.trim(), whole.trim());
    }
    let part = whole_number(one).map_err(|fault| (InputKind::Part, fault))?;
    let whole = whole_number(other).map_err(|fault| (InputKind::Of, fault))?;
    match (part, whole) {
        (None, None) => Ok(None),
        (Some(_), None) => Err((InputKind::Of, FaultKind::Half)),
        (None, Some(_)) => Err((InputKind::Part, FaultKind::Half)),
        (Some(_), Some(0)) => Err((InputKind::Of, FaultKind::WholeIsZero)),
        (Some(part), Some(whole)) => Ok(Some((part, whole))),
    }
}

// tidy: words – between a share's two numbers.
const OF: [&str; 3] = [" av ", " of ", "/"];

fn mean<'t>(text: &impl Fn(InputKind) -> &'t str, least: i32, most: i32) -> Read<Figure> {
    let (least, most) = (Some(f64::from(least)), Some(f64::from(most)));
    let mean = limited(text(InputKind::Mean), least, most, false).map_err(|fault| (InputKind::Mean, fault))?;
    let of = whole_number(text(InputKind::Count)).map_err(|fault| (InputKind::Count, fault))?;
    match (mean, of) {
        (None, None) => Ok(None),
        (Some(_), None) => Err((InputKind::Count, FaultKind::Half)),
        (None, Some(_)) => Err((InputKind::Mean, FaultKind::Half)),
        (Some(_), Some(0)) => Err((InputKind::Count, FaultKind::WholeIsZero)),
        (Some(mean), Some(of)) => Ok(Some(Figure::Mean { mean, of })),
    }
}

fn state(text: &str) -> Result<Option<Figure>, FaultKind> {
    match text {
        "" => Ok(None),
        "yes" => Ok(Some(Figure::State { holds: true })),
        "no" => Ok(Some(Figure::State { holds: false })),
        _ => Err(FaultKind::NotAChoice),
    }
}
