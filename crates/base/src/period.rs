//! A plan's years.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Whole calendar years, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first year.
    pub from: i16,
    /// The last year; the same as the first for a plan of one year.
    pub to: i16,
}

/// Why a text is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Neither `2024` nor `2024–2027`.
    #[error("not a period of years")]
    Shape,
    /// The last year comes before the first.
    #[error("ends before it starts")]
    Backwards,
}

impl Period {
    /// How many years it covers.
    #[must_use]
    pub fn years(self) -> i16 {
        self.to - self.from + 1
    }

    /// Whether the year lies within.
    #[must_use]
    pub fn contains(self, year: i16) -> bool {
        (self.from..=self.to).contains(&year)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads `2024`, `2024–2027`, `2024-2027` and `2024 - 2027`.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let year = |text: &str| match text.trim() {
            text if text.len() == 4 => text.parse().ok().filter(|year| (1900..=2200).contains(year)),
            _ => None,
        };
        let (from, to) = text.split_once(['-', '–', '—', '−']).unwrap_or((text, text));
        let period = Self { from: year(from).ok_or(PeriodError::Shape)?, to: year(to).ok_or(PeriodError::Shape)? };
        if period.to < period.from { Err(PeriodError::Backwards) } else { Ok(period) }
    }
}

impl fmt::Display for Period {
    /// With an en dash, as Swedish writes it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            write!(formatter, "{}", self.from)
        } else {
            write!(formatter, "{}–{}", self.from, self.to)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for text in ["2024–2027", "2024-2027", " 2024 – 2027 "] {
            assert_eq!(text.parse(), Ok(Period { from: 2024, to: 2027 }), "{text}");
        }
        assert_eq!("2019".parse::<Period>().unwrap().to_string(), "2019");
        assert_eq!("2024-2027".parse::<Period>().unwrap().to_string(), "2024–2027");
        assert_eq!("2027-2024".parse::<Period>(), Err(PeriodError::Backwards));
        for text in ["", "24-27", "2024-", "år 2024", "20240", "9999"] {
            assert_eq!(text.parse::<Period>(), Err(PeriodError::Shape), "{text}");
        }
    }
}
