//! Values with what they rest on, and their total over several bodies.

use serde::{Deserialize, Serialize};

use crate::FEWEST;

/// What kind of figure a series is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// A count.
    Number,
    /// A part of a whole.
    Share,
    /// A count in a population.
    Rate {
        /// Per how many it is told, such as 100 000.
        per: u32,
    },
    /// A mean on a scale.
    Mean,
    /// Whether something holds.
    State,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither is better in itself.
    Neutral,
}

/// A value with what it rests on, so that values can be put together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Value {
    /// A count.
    Number {
        /// How many.
        value: f64,
    },
    /// A part of a whole.
    Share {
        /// The numerator.
        part: u64,
        /// The denominator.
        whole: u64,
    },
    /// A count in a population.
    Rate {
        /// How many.
        count: u64,
        /// Among how many.
        population: u64,
        /// Per how many it is told.
        per: u32,
    },
    /// A mean of several.
    Mean {
        /// The mean.
        mean: f64,
        /// Of how many.
        of: u64,
    },
    /// In how many bodies something holds, of those that answered.
    State {
        /// Where it holds.
        holds: u64,
        /// All that answered.
        of: u64,
    },
    /// A value of which only the height is known, as outside sources tell it. It goes into no total.
    Told {
        /// The height.
        height: f64,
        /// What kind of figure it is.
        of: Kind,
    },
}

/// Values of different kinds have no total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mixed;

/// What values come to together; nothing where there are none.
///
/// The order they come in does not matter, to the last digit.
///
/// # Errors
/// When they are not all of one kind, or rates told per different numbers.
pub fn total<'a>(values: impl IntoIterator<Item = &'a Value>) -> Result<Option<Value>, Mixed> {
    let mut values: Vec<Value> = values.into_iter().copied().collect();
    // Sums of fractions depend on their order in the last digits; sorted, every order gives the same.
    values.sort_by(|a, b| a.weight().total_cmp(&b.weight()).then(a.fraction().total_cmp(&b.fraction())));
    let mut values = values.into_iter();
    let Some(first) = values.next() else { return Ok(None) };
    let all = values.try_fold(Sum::of(first), |sum, value| sum.and(value))?;
    Ok(Some(all.value()))
}

/// A sum under way: a mean is kept as its sum, so that it is rounded once.
struct Sum {
    so_far: Value,
}

impl Sum {
    fn of(value: Value) -> Self {
        let so_far = match value {
            Value::Mean { mean, of } => Value::Mean { mean: mean * of as f64, of },
            other => other,
        };
        Self { so_far }
    }

    fn and(self, next: Value) -> Result<Self, Mixed> {
        let so_far = match (self.so_far, Self::of(next).so_far) {
            (Value::Number { value: a }, Value::Number { value: b }) => Value::Number { value: a + b },
            (Value::Share { part: a, whole: b }, Value::Share { part: c, whole: d }) => {
                Value::Share { part: a.saturating_add(c), whole: b.saturating_add(d) }
            }
            (Value::Rate { count: a, population: b, per }, Value::Rate { count: c, population: d, per: as_told })
                if per == as_told =>
            {
                Value::Rate { count: a.saturating_add(c), population: b.saturating_add(d), per }
            }
            (Value::Mean { mean: a, of: b }, Value::Mean { mean: c, of: d }) => {
                Value::Mean { mean: a + c, of: b.saturating_add(d) }
            }
            (Value::State { holds: a, of: b }, Value::State { holds: c, of: d }) => {
                Value::State { holds: a.saturating_add(c), of: b.saturating_add(d) }
            }
            _ => return Err(Mixed),
        };
        Ok(Self { so_far })
    }

    fn value(self) -> Value {
        match self.so_far {
            Value::Mean { mean, of } if of > 0 => Value::Mean { mean: mean / of as f64, of },
            other => other,
        }
    }
}

impl Value {
    /// Whether something holds in one body.
    #[must_use]
    pub fn state(holds: bool) -> Self {
        Self::State { holds: u64::from(holds), of: 1 }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Number { .. } => Kind::Number,
            Self::Share { .. } => Kind::Share,
            Self::Rate { per, .. } => Kind::Rate { per },
            Self::Mean { .. } => Kind::Mean,
            Self::State { .. } => Kind::State,
            Self::Told { of, .. } => of,
        }
    }

    /// The value as it is told: a count, a percentage, so many per so many, a mean, the percentage of bodies. Nothing where it
    /// rests on nobody.
    #[must_use]
    pub fn height(self) -> Option<f64> {
        match self {
            Self::Number { value } => Some(value),
            Self::Share { part, whole } => ratio(part, whole).map(|share| share * 100.0),
            Self::Rate { count, population, per } => ratio(count, population).map(|rate| rate * f64::from(per)),
            Self::Mean { mean, of } => (of > 0).then_some(mean),
            Self::State { holds, of } => ratio(holds, of).map(|share| share * 100.0),
            Self::Told { height, .. } => Some(height),
        }
    }

    /// The two numbers it rests on: numerator and denominator of a share, cases and population, where and of how many bodies.
    #[must_use]
    pub fn basis(self) -> Option<(u64, u64)> {
        match self {
            Self::Number { .. } | Self::Mean { .. } | Self::Told { .. } => None,
            Self::Share { part, whole } => Some((part, whole)),
            Self::Rate { count, population, .. } => Some((count, population)),
            Self::State { holds, of } => Some((holds, of)),
        }
    }

    /// How many a mean is of.
    #[must_use]
    pub fn of(self) -> Option<u64> {
        match self {
            Self::Mean { of, .. } => Some(of),
            _ => None,
        }
    }

    /// The value as Swedish writes it: `1 234,5`, `45,5 %`; a dash where it rests on nobody.
    #[must_use]
    pub fn written(self) -> String {
        self.height().map_or_else(|| "–".to_owned(), |height| self.kind().written(height))
    }

    /// Whether it is about so few people that somebody could be recognised.
    #[must_use]
    pub fn is_few(self) -> bool {
        match self {
            Self::Number { value } => value < FEWEST as f64,
            Self::Share { part, whole } => part < FEWEST || whole < FEWEST,
            Self::Rate { count, .. } => count < FEWEST,
            Self::Mean { of, .. } => of < FEWEST,
            // Bodies are counted here, not people.
            Self::State { .. } => false,
            // How many it is about only its source knows, which has decided to tell it.
            Self::Told { .. } => false,
        }
    }

    /// What it is sorted by before it is summed.
    fn weight(self) -> f64 {
        self.basis().map_or_else(|| self.of().unwrap_or(0) as f64, |(_, whole)| whole as f64)
    }

    fn fraction(self) -> f64 {
        match self {
            Self::Number { value } => value,
            Self::Mean { mean, .. } => mean,
            Self::Share { part, .. } => part as f64,
            Self::Rate { count, .. } => count as f64,
            Self::State { holds, .. } => holds as f64,
            Self::Told { height, .. } => height,
        }
    }
}

impl Kind {
    /// A height as Swedish writes it.
    #[must_use]
    pub fn written(self, height: f64) -> String {
        match self {
            Self::Number => swedish::decimal(height, 2),
            Self::Share | Self::State => format!("{}\u{a0}%", swedish::decimal(height, 1)),
            Self::Rate { .. } => swedish::decimal(height, 1),
            Self::Mean => swedish::decimal(height, 2),
        }
    }

    /// Its name in tables and translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Share => "share",
            Self::Rate { .. } => "rate",
            Self::Mean => "mean",
            Self::State => "state",
        }
    }

    /// The kind of that name; `per` is what a rate is told per.
    #[must_use]
    pub fn parse(name: &str, per: u32) -> Option<Self> {
        [Self::Number, Self::Share, Self::Rate { per }, Self::Mean, Self::State]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }

    /// Whether its heights are percentages.
    #[must_use]
    pub fn is_percentage(self) -> bool {
        matches!(self, Self::Share | Self::State)
    }
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
