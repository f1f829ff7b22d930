//! What a reading would change: each unit new, changed, as it was, ended, or refused with the reason.

use db::{Db, Result};
use identity::{NewUnit, Unit, UnitKind};
use jiff::civil::Date;
use serde::Serialize;

use super::existing::Existing;
use super::settle::Comparing;
use super::{Fault, Origin, Reading, Remark};

/// A reading compared with what there is.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// How many of each.
    pub summary: Summary,
    /// What would become of each unit, in the order of the file.
    pub rows: Vec<Row>,
    /// Remarks that belong to no unit.
    pub remarks: Vec<Remark>,
    /// What is to be written, in an order in which everything has its unit above.
    #[serde(skip)]
    pub(super) steps: Vec<Step>,
}

/// How many units become what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Added.
    pub new: usize,
    /// Changed.
    pub changed: usize,
    /// As they were.
    pub unchanged: usize,
    /// Ended.
    pub ended: usize,
    /// Passed over: ended by the file, and not here.
    pub left_out: usize,
    /// Refused.
    pub refused: usize,
}

/// What would become of a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Where it stands in the file.
    pub origin: Origin,
    /// Its name.
    pub name: String,
    /// What would become of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// What was understood with doubt.
    pub remarks: Vec<Remark>,
}

/// What would become of a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It would be added.
    New {
        /// What it would be.
        unit_kind: UnitKind,
        /// The name of the unit it would lie below; empty at the top.
        parent: String,
    },
    /// It would be changed.
    Changed {
        /// Each field.
        changes: Vec<FieldChange>,
    },
    /// It is as the file has it.
    Unchanged,
    /// It would end.
    Ended {
        /// Its last day, ISO.
        last_day: String,
    },
    /// It has ended by the file, and is not here.
    LeftOut,
    /// It would not be taken in.
    Refused {
        /// Why.
        fault: Fault,
    },
}

/// A field that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field.
    pub field: &'static str,
    /// What it holds.
    pub before: String,
    /// What it would hold.
    pub after: String,
}

/// Something to write.
#[derive(Debug)]
pub(super) enum Step {
    /// A new unit; its parent is filled in when the one it belongs to is written.
    Add { index: usize, above: Option<usize>, new: Box<NewUnit> },
    /// A new state of a unit.
    Save { unit: Box<Unit>, above: Option<usize>, new: Box<NewUnit> },
    /// The end of a unit.
    End { unit: Box<Unit>, last_day: Date },
}

/// Compares a reading with what lies at or below a unit, or with everything there is.
/// What the file does not place anywhere is placed right below that unit.
///
/// # Errors
/// When the database refuses.
pub async fn compare(db: &Db, within: Option<&Unit>, reading: &Reading) -> Result<Comparison> {
    let comparing = Comparing::new(Existing::read(db, within).await?, within, db.clock().today(), &reading.units);
    Ok(comparing.run(reading.remarks.clone()))
}

impl Summary {
    /// The sums of all rows.
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut summary = Self::default();
        for row in rows {
            let count = match row.outcome {
                Outcome::New { .. } => &mut summary.new,
                Outcome::Changed { .. } => &mut summary.changed,
                Outcome::Unchanged => &mut summary.unchanged,
                Outcome::Ended { .. } => &mut summary.ended,
                Outcome::LeftOut => &mut summary.left_out,
                Outcome::Refused { .. } => &mut summary.refused,
            };
            *count += 1;
        }
        summary
    }
}
