//! What bodies of the example have answered. It follows from the item, the body and the year, so that it is the same every time
//! and grows from year to year.

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
    /// What is answered about, and who answers.
    pub(crate) about: String,
    /// How many years the plan has been followed up before.
    pub(crate) age: u64,
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

    fn figure(&self, field: &Field, put: &mut impl FnMut(String, String)) {
        let key = &field.key;
        if field.need == Need::OrReason && self.chance(key, 12) == 0 && self.age < 2 {
            return put(format!("{key}.reason"), self.one_of(key, &self.data.more.gaps).to_owned());
        }
        match &field.kind {
            Kind::Share => {
                let (part, of) = self.share(key);
                put(format!("{key}.part"), part.to_string());
                put(format!("{key}.of"), of.to_string());
                for breakdown in &field.breakdowns {
                    divide(key, breakdown, ".part", part, put);
                    divide(key, breakdown, ".of", of, put);
                }
            }
            Kind::Rate { .. } => {
                put(format!("{key}.part"), (3 + self.chance(key, 40)).to_string());
                put(format!("{key}.of"), (9_000 + self.chance("people", 60_000)).to_string());
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
                let count = 4 + self.chance(key, 40) + self.chance(&format!("{key} more"), 6) * self.age;
                put(key.clone(), count.to_string());
                for breakdown in &field.breakdowns {
                    divide(key, breakdown, "", count, put);
                }
            }
            Kind::Text { .. } => put(key.clone(), self.one_of(key, &self.data.status["ongoing"]).to_owned()),
            Kind::Choice { .. } | Kind::Date | Kind::Table { .. } => {}
        }
    }

    fn share(&self, key: &str) -> (u64, u64) {
        let of = 20 + self.chance(&format!("{key} of"), 180);
        let percent = (28 + self.chance(key, 35) + 9 * self.age).min(97);
        (of * percent / 100, of)
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
