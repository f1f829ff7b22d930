//! What bodies of the example have answered. It follows from the item, the body and the year, so that it is the same every time
//! and grows from year to year.

use std::collections::BTreeMap;

use forms::{Breakdown, Field, Form, Kind, Need, Typed};
use sha2::{Digest, Sha256};

use crate::data::FollowUp;

/// The states of an action and the steps of an assessment, each from the least to the best as the example tells of them.
const STATES: [(&str, u64); 5] =
    [("not_started", 14), ("delayed", 22), ("cancelled", 24), ("ongoing", 78), ("done", u64::MAX)];

/// How far a body's assessment has come before each step of the scale, the best first.
const STEPS: [u64; 4] = [95, 55, 25, 12];

/// One body's answers to one item in one year.
#[derive(Debug, Clone)]
pub(crate) struct Answering<'a> {
    pub(crate) data: &'a FollowUp,
    /// Where indicators come from and where they are to end, by series.
    pub(crate) aims: &'a BTreeMap<String, Aim>,
    /// What is answered about, and who answers.
    pub(crate) about: String,
    /// How many years the plan has been followed up before.
    pub(crate) age: u64,
    /// The year that is answered about.
    pub(crate) year: i16,
}

/// Where an indicator comes from and where it is to end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aim {
    /// Its baseline.
    pub(crate) from: f64,
    /// Its target.
    pub(crate) to: f64,
    /// How many years there are for it.
    pub(crate) years: f64,
}

impl Answering<'_> {
    /// A number that belongs to this item and body, the same every year, below a limit.
    pub(crate) fn chance(&self, what: &str, below: u64) -> u64 {
        let digest = Sha256::digest(format!("{} {what}", self.about));
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&digest[..8]);
        u64::from_be_bytes(bytes) % below.max(1)
    }

    /// How far the body has come, from 0 to about 130.
    fn progress(&self) -> u64 {
        self.chance("progress", 90) + 16 * self.age
    }

    fn one_of<'t>(&self, what: &str, texts: &'t [String]) -> &'t str {
        let place = self.chance(what, texts.len() as u64);
        usize::try_from(place).ok().and_then(|place| texts.get(place)).map_or("", String::as_str)
    }

    /// All that is typed into the form.
    pub(crate) fn typed(&self, form: &Form) -> Typed {
        let mut typed = Typed::default();
        let mut put = |name: String, text: String| {
            if !text.is_empty() {
                typed.0.insert(name, text);
            }
        };
        let state = STATES.iter().find(|(_, below)| self.progress() < *below).map_or("done", |(state, _)| *state);
        for field in form.fields() {
            match (field.key.as_str(), &field.kind) {
                ("status", _) => put("status".to_owned(), state.to_owned()),
                ("narrative", _) => {
                    let texts = self.data.status.get(state).map_or(&[][..], Vec::as_slice);
                    put("narrative".to_owned(), self.one_of(&format!("narrative {}", self.age), texts).to_owned());
                }
                ("obstacles", _) => {
                    put("obstacles".to_owned(), self.one_of("obstacles", &self.data.more.obstacles).to_owned());
                }
                ("assessment", Kind::Choice { options, .. }) => {
                    let step = options.get(self.step().min(options.len().saturating_sub(1)));
                    put("assessment".to_owned(), step.map(|step| step.key.clone()).unwrap_or_default());
                }
                ("reason", _) => {
                    let texts = &self.data.assessment.in_order()[self.step()];
                    put("reason".to_owned(), self.one_of("reason", texts).to_owned());
                }
                _ => self.figure(field, &mut put),
            }
        }
        typed
    }

    /// The place of the body's assessment on a scale, the best first.
    fn step(&self) -> usize {
        STEPS.iter().position(|least| self.progress() >= *least).unwrap_or(STEPS.len())
    }

    /// How high an indicator is this year: on its way from baseline to target, faster or slower. None where it has no aim.
    fn aimed(&self, field: &Field) -> Option<f64> {
        let aim = self.aims.get(field.series.as_ref()?)?;
        let (pace, wobble) = (self.chance(&field.key, 70), self.chance(&format!("{} {}", field.key, self.age), 20));
        let way = (self.age + 1) as f64 / aim.years * (0.45 + pace as f64 / 100.0) + wobble as f64 / 100.0 - 0.1;
        Some((aim.from + (aim.to - aim.from) * way).max(0.0))
    }

    /// A count: on its way to its target, a part of another count, or any.
    fn count(&self, field: &Field) -> u64 {
        let any = |key: &str| 4 + self.chance(key, 40) + self.chance(&format!("{key} more"), 6) * self.age;
        match (self.aimed(field), self.data.statistics.parts.get(&field.key)) {
            (Some(height), _) => height.round() as u64,
            (None, Some(part)) => (30 + any(&self.data.statistics.whole)) / part,
            (None, None) if field.key == self.data.statistics.whole => 30 + any(&field.key),
            (None, None) => any(&field.key),
        }
    }

    fn figure(&self, field: &Field, put: &mut impl FnMut(String, String)) {
        let key = &field.key;
        if field.need == Need::OrReason && self.chance(key, 12) == 0 && self.age < 2 {
            return put(format!("{key}.reason"), self.one_of(key, &self.data.more.gaps).to_owned());
        }
        match &field.kind {
            Kind::Share => {
                let (part, of) = self.share(field);
                put(format!("{key}.part"), part.to_string());
                put(format!("{key}.of"), of.to_string());
                for breakdown in &field.breakdowns {
                    divide(key, breakdown, ".part", part, put);
                    divide(key, breakdown, ".of", of, put);
                }
            }
            Kind::Rate { per } => {
                let people = 240_000 + self.chance("people", 60_000);
                let cases = self.aimed(field).map_or(3 + self.chance(key, 40), |height| {
                    (height * people as f64 / f64::from(*per)).round() as u64
                });
                put(format!("{key}.part"), cases.to_string());
                put(format!("{key}.of"), people.to_string());
            }
            Kind::Mean { least, most } => {
                let tenths = (most - least).unsigned_abs() * 10;
                let steps = u64::from(tenths) * 4 / 10 + self.chance(key, u64::from(tenths) / 5) + 2 * self.age;
                let tenths = u64::from(least.unsigned_abs()) * 10 + steps.min(u64::from(tenths));
                put(format!("{key}.mean"), format!("{},{}", tenths / 10, tenths % 10));
                put(format!("{key}.count"), (40 + self.chance("asked", 300)).to_string());
            }
            Kind::State => put(key.clone(), if self.progress() > 45 { "yes" } else { "no" }.to_owned()),
            Kind::Number { .. } => {
                let count = self.count(field);
                put(key.clone(), count.to_string());
                for breakdown in &field.breakdowns {
                    divide(key, breakdown, "", count, put);
                }
            }
            Kind::Text { .. } => put(key.clone(), self.one_of(key, &self.data.status["ongoing"]).to_owned()),
            Kind::Table { rows, columns } => {
                for (row, column) in rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))) {
                    let count = self.count(field) / (1 + self.chance(&format!("{key} {} {}", row.key, column.key), 4));
                    put(format!("{key}@{}@{}", row.key, column.key), count.to_string());
                }
            }
            Kind::Date => put(key.clone(), format!("{}-0{}-15", self.year, 1 + self.chance(key, 9))),
            Kind::Choice { .. } => {}
        }
    }

    fn share(&self, field: &Field) -> (u64, u64) {
        let key = &field.key;
        let of = 20 + self.chance(&format!("{key} of"), 180);
        let percent =
            self.aimed(field).map_or(28 + self.chance(key, 35) + 9 * self.age, |height| height.round() as u64);
        (of * percent.min(97) / 100, of)
    }
}

/// A count over the categories of a breakdown: the first has the most, nothing is left over.
fn divide(key: &str, breakdown: &Breakdown, end: &str, count: u64, put: &mut impl FnMut(String, String)) {
    let mut left = count;
    for (place, category) in breakdown.categories.iter().enumerate() {
        let last = place + 1 == breakdown.categories.len();
        let own = if last { left } else { left * 3 / 5 };
        left -= own;
        put(format!("{key}@{}@{}{end}", breakdown.key, category.key), own.to_string());
    }
}
