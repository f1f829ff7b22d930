//! Reading an organisation in from a file: a table in Excel or CSV, or Skolenhetsregistret (version 2) as JSON.
//!
//! [`read`] and [`read_register_json`] understand a file and touch nothing else; [`compare`] shows what it would change;
//! [`apply`] changes it, all at once. What was understood is a [`Reading`], which can be kept between the two.

mod apply;
mod codes;
mod compare;
mod existing;
mod laid;
mod places;
mod register;
mod settle;
mod stored;
mod table;
mod words;

use std::collections::BTreeMap;

use identity::UnitKind;
use serde::{Deserialize, Serialize};
use sheets::Place;
use sheets::child::{Reader, Task};
use sheets::read::ReadError;

pub use apply::apply;
pub use compare::{Comparison, FieldChange, Outcome, Row, Summary, compare};
pub use register::{RegisterError, read_register_json};
pub(crate) use stored::StoredImport;
pub use table::read;

/// Most units that one file may hold: what it would change is compared and shown at once.
pub const MOST_UNITS: usize = 12_000;

/// Most columns and sheets that are told of as not understood.
const MOST_REMARKS: usize = 200;

/// Most characters of a name.
const LONGEST_NAME: usize = 200;

/// What a file was understood to say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The units in the order of the file.
    pub units: Vec<ReadUnit>,
    /// Remarks that belong to no unit: columns and sheets that were not understood.
    pub remarks: Vec<Remark>,
}

/// A unit as the file tells of it. What the file does not say is `None` or empty, and stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadUnit {
    /// Where it stands.
    pub origin: Origin,
    /// Its name.
    pub name: String,
    /// What it is, where the file says so.
    pub kind: Option<UnitKind>,
    /// What it most likely is, where the file does not say so: used for a unit that is new.
    pub guess: Option<UnitKind>,
    /// The unit it belongs to, by name or code.
    pub parent: Option<String>,
    /// Eight digits.
    pub school_unit_code: Option<String>,
    /// Four digits.
    pub municipality_code: Option<String>,
    /// Ten digits.
    pub organisation_number: Option<String>,
    /// Other names.
    pub also: Vec<String>,
    /// What it does.
    pub role_text: Option<String>,
    /// Whether it lives.
    pub status: Option<Status>,
    /// The first day, ISO.
    pub valid_from: Option<String>,
    /// The last day, ISO.
    pub valid_to: Option<String>,
    /// What the register knows besides.
    pub details: BTreeMap<String, String>,
    /// What was understood with doubt.
    pub remarks: Vec<Remark>,
    /// Why it cannot be taken in.
    pub fault: Option<Fault>,
}

impl ReadUnit {
    /// Notes why it cannot be taken in; the first reason stays.
    fn refuse(&mut self, fault: Fault) {
        self.fault = self.fault.take().or(Some(fault));
    }

    /// Refuses a unit without a name, and one whose name is longer than a name may be.
    fn check_name(&mut self) {
        if self.name.is_empty() {
            self.refuse(Fault::NameMissing);
        } else if self.name.chars().count() > LONGEST_NAME {
            self.name = self.name.chars().take(LONGEST_NAME).collect();
            self.refuse(Fault::NameTooLong);
        }
    }

    /// Whether it has ended by the file, today.
    fn has_ended(&self, today: &str) -> bool {
        self.status == Some(Status::Ended) || self.valid_to.as_deref().is_some_and(|day| day < today)
    }
}

/// Where a unit stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Origin {
    /// A record of the register, counted from 1.
    Record {
        /// The record.
        record: u32,
    },
    /// A row of a table.
    Place(Place),
}

impl Default for Origin {
    fn default() -> Self {
        Self::Record { record: 0 }
    }
}

/// Whether a unit lives, in the words of Skolenhetsregistret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// AKTIV.
    Active,
    /// VILANDE: it has no pupils at the moment.
    Dormant,
    /// UPPHORT.
    Ended,
    /// PLANERAD.
    Planned,
}

/// What was understood with doubt. The text is what stood in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// What stood in the file.
    pub text: String,
}

/// Kinds of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// A spreadsheet had eaten the zero a code begins with.
    LeadingZero,
    /// The kind of unit was guessed from its name or code.
    GuessedKind,
    /// The word for the kind of unit is not known.
    UnknownKind,
    /// The word for the status is not known.
    UnknownStatus,
    /// A column was not understood.
    UnreadColumn,
    /// A sheet or table has no column with names.
    UnreadTable,
}

/// Why a unit cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fault {
    /// It has no name.
    NameMissing,
    /// Its name is longer than a name may be.
    NameTooLong,
    /// A code has the wrong shape.
    NotACode {
        /// What stood there.
        text: String,
    },
    /// What stands as organisation number is shaped as somebody's personal identity number, which has no place here.
    PersonalNumber,
    /// A date cannot be read.
    NotADate {
        /// What stood there.
        text: String,
    },
    /// The file has it twice.
    Duplicate {
        /// The name or code.
        text: String,
    },
    /// The unit it belongs to is neither in the file nor in the organisation.
    UnknownParent {
        /// The name or code.
        text: String,
    },
    /// There are several that it could belong to.
    AmbiguousParent {
        /// The name or code.
        text: String,
    },
    /// The unit it belongs to cannot be taken in.
    RefusedParent {
        /// The name or code.
        text: String,
    },
    /// It would lie below itself.
    Circular,
    /// There are several units it could be.
    Ambiguous {
        /// The name.
        text: String,
    },
    /// Its code belongs to a unit elsewhere in the organisation.
    Elsewhere {
        /// The code.
        text: String,
    },
    /// It has ended by the file, but living units lie below it.
    HasUnits,
}

/// Why a file was not understood at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ImportError {
    /// It could not be read.
    #[error("the file could not be read: {0}")]
    File(ReadError),
    /// It is JSON, but not of the register.
    #[error("not Skolenhetsregistret: {0}")]
    Register(RegisterError),
    /// No unit was found in it.
    #[error("no unit was found")]
    NoUnits {
        /// What was not understood.
        remarks: Vec<Remark>,
    },
    /// It holds so much else that units are only a part of it.
    #[error("more than {limit} columns and sheets were not understood")]
    TooMuchElse {
        /// The most.
        limit: usize,
    },
    /// It holds more units than are taken at once.
    #[error("more than {limit} units")]
    TooMany {
        /// The most.
        limit: usize,
    },
}

/// What a child makes of an organisation's file.
pub const TASK: Task<Result<Reading, ImportError>> = Task::new("organisation", 8, understand);

/// Has a file read and understood, in a process of its own: a table, or what Skolenhetsregistret answers.
///
/// # Errors
/// Says why it was not understood.
pub async fn read_file(reader: &Reader, name: &str, bytes: Vec<u8>) -> Result<Reading, ImportError> {
    reader.read(&TASK, Some(name.to_owned()), bytes).await.unwrap_or_else(|error| Err(ImportError::File(error)))
}

fn understand(name: Option<&str>, bytes: &[u8]) -> Result<Result<Reading, ImportError>, ReadError> {
    let reading = if register::is_json(name.unwrap_or_default(), bytes) {
        match read_register_json(&String::from_utf8_lossy(bytes)) {
            Ok(reading) => reading,
            Err(error) => return Ok(Err(ImportError::Register(error))),
        }
    } else {
        read(&sheets::read::file(name, bytes)?)
    };
    Ok(match reading.units.len() {
        0 => Err(ImportError::NoUnits { remarks: reading.remarks }),
        count if count > MOST_UNITS => Err(ImportError::TooMany { limit: MOST_UNITS }),
        _ if reading.remarks.len() > MOST_REMARKS => Err(ImportError::TooMuchElse { limit: MOST_REMARKS }),
        _ => Ok(reading),
    })
}
