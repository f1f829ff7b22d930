//! In which years something is to be reported.

use base::Period;
use jiff::civil::Date;

use crate::content::{Frequency, TimePlan};
use crate::plan::Plan;

/// The years of a plan, with those it was extended by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Years {
    first: i16,
    last: i16,
}

impl Years {
    pub(super) fn of(plan: &Plan, period: Period) -> Self {
        let extended = plan.extended_to.map_or(period.to, Date::year);
        Self { first: period.from, last: period.to.max(extended) }
    }

    /// The first and the last.
    pub(super) fn ends(self) -> (i16, i16) {
        (self.first, self.last)
    }

    /// Whether what is reported that often is due in a year.
    pub(super) fn expects(self, frequency: Frequency, time_plan: &TimePlan, year: i16) -> bool {
        let is_ours = (self.first..=self.last).contains(&year);
        is_ours
            && match frequency {
                Frequency::Yearly | Frequency::Tertial => true,
                Frequency::Once => year == self.once(time_plan),
                Frequency::AtEnd => year == self.last,
            }
    }

    /// The year in which something is done that is done once. A day outside the plan's years is taken for the nearest of them:
    /// nothing that was promised is never asked for.
    fn once(self, time_plan: &TimePlan) -> i16 {
        let to = time_plan.to.as_deref().and_then(|day| day.parse::<Date>().ok());
        to.map_or(self.last, |day| day.year().clamp(self.first, self.last))
    }
}
