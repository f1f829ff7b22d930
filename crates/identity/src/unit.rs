//! Bodies and units: the tree of the organisation, and groups across it.

mod addition;
mod answering;
mod search;
mod standing;

use std::collections::BTreeMap;

use base::Id;
use db::{FromQueryResult, Queries, Result, sea_orm, values};
use serde::{Deserialize, Serialize};

pub use addition::{Additions, NewUnit};
pub use answering::Answering;
pub use search::{Registered, UnitFilter, UnitOption};

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// A county.
    County,
    /// A region.
    Region,
    /// A municipality.
    Municipality,
    /// A politically chosen board.
    Board,
    /// The officials under a board.
    Administration,
    /// A district of a municipality.
    District,
    /// A school unit with its eight-digit code.
    SchoolUnit,
    /// A leisure centre.
    LeisureCentre,
    /// A company.
    Company,
    /// A state authority.
    Authority,
    /// An association.
    Association,
    /// A platform on which bodies work together, such as a county's cooperation against violence.
    Platform,
    /// Several units under one name, such as a county's municipalities.
    Group,
    /// Anything else that answers for something.
    Other,
}

/// Who answers for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answers {
    /// Each member answers.
    Each,
    /// One answers for all.
    One,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unit {
    /// The id.
    pub id: Id,
    /// The unit it belongs to.
    pub parent: Option<Id>,
    /// Ids from the root down, each between slashes.
    pub path: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its name today.
    pub name: String,
    /// Other names it is known by.
    pub also: Vec<String>,
    /// What it does, in plain words.
    pub role_text: String,
    /// The code of a school unit, eight digits.
    pub school_unit_code: Option<String>,
    /// The code of a municipality, four digits.
    pub municipality_code: Option<String>,
    /// The organisation number, ten digits.
    pub organisation_number: Option<String>,
    /// What the register knows besides.
    pub details: BTreeMap<String, String>,
    /// Groups only: who answers.
    pub answers: Option<Answers>,
    /// The first day it exists, ISO.
    pub valid_from: Option<String>,
    /// The last day it existed, ISO; none while it lives.
    pub valid_to: Option<String>,
    /// The unit that took over.
    pub successor: Option<Id>,
    /// Grows with every save.
    pub revision: i64,
}

#[derive(FromQueryResult)]
pub(crate) struct UnitRow {
    id: String,
    parent_id: Option<String>,
    path: String,
    kind: String,
    name: String,
    also: String,
    role_text: String,
    school_unit_code: Option<String>,
    municipality_code: Option<String>,
    organisation_number: Option<String>,
    details: String,
    answers: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    successor_id: Option<String>,
    revision: i64,
}

/// The columns of a unit, from table `unit u`.
pub(crate) const COLUMNS: &str = "u.id, u.parent_id, u.path, u.kind, u.name, u.also, u.role_text, u.school_unit_code, \
    u.municipality_code, u.organisation_number, u.details, u.answers, u.valid_from, u.valid_to, u.successor_id, u.revision";

impl From<UnitRow> for Unit {
    fn from(row: UnitRow) -> Self {
        Self {
            id: Id::stored(row.id),
            parent: row.parent_id.map(Id::stored),
            path: row.path,
            kind: UnitKind::parse(&row.kind).unwrap_or(UnitKind::Other),
            name: row.name,
            also: serde_json::from_str(&row.also).unwrap_or_default(),
            role_text: row.role_text,
            school_unit_code: row.school_unit_code,
            municipality_code: row.municipality_code,
            organisation_number: row.organisation_number,
            details: serde_json::from_str(&row.details).unwrap_or_default(),
            answers: row.answers.as_deref().and_then(Answers::parse),
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            successor: row.successor_id.map(Id::stored),
            revision: row.revision,
        }
    }
}

impl UnitKind {
    /// All kinds, from the widest to the narrowest.
    pub const ALL: [Self; 14] = [
        Self::County,
        Self::Region,
        Self::Municipality,
        Self::Board,
        Self::Administration,
        Self::District,
        Self::SchoolUnit,
        Self::LeisureCentre,
        Self::Company,
        Self::Authority,
        Self::Association,
        Self::Platform,
        Self::Group,
        Self::Other,
    ];

    /// Its name in the database, in addresses and in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Region => "region",
            Self::Municipality => "municipality",
            Self::Board => "board",
            Self::Administration => "administration",
            Self::District => "district",
            Self::SchoolUnit => "school_unit",
            Self::LeisureCentre => "leisure_centre",
            Self::Company => "company",
            Self::Authority => "authority",
            Self::Association => "association",
            Self::Platform => "platform",
            Self::Group => "group",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether it gathers other units.
    #[must_use]
    pub fn is_group(self) -> bool {
        matches!(self, Self::Group | Self::Platform)
    }
}

impl Answers {
    /// Its name in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Each => "each",
            Self::One => "one",
        }
    }

    /// The value of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Each, Self::One].into_iter().find(|answers| answers.as_str() == name)
    }
}

impl Unit {
    /// The unit with this id. Units are public: names, codes and roles of bodies.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, id: &Id) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM unit u WHERE u.id = $1");
        Ok(db.optional::<UnitRow>(&sql, values![id.as_str()]).await?.map(Self::from))
    }

    /// The unit with this code: a school unit's, a municipality's, an organisation number, or its id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find_by_code(db: &impl Queries, code: &str) -> Result<Option<Self>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM unit u WHERE u.id = $1 OR u.school_unit_code = $1 OR u.municipality_code = $1 \
             OR u.organisation_number = $1 ORDER BY CASE WHEN u.id = $1 THEN 0 ELSE 1 END, length(u.path), u.id"
        );
        Ok(db.optional::<UnitRow>(&sql, values![code]).await?.map(Self::from))
    }

    /// The units right below this one that live today, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn children(&self, db: &impl Queries) -> Result<Vec<Self>> {
        let sql =
            format!("SELECT {COLUMNS} FROM unit u WHERE u.parent_id = $1 AND u.valid_to IS NULL ORDER BY u.sort_key");
        Ok(db.all::<UnitRow>(&sql, values![self.id.as_str()]).await?.into_iter().map(Self::from).collect())
    }

    /// The units above this one, the root first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn above(&self, db: &impl Queries) -> Result<Vec<Self>> {
        let mut above = Vec::new();
        for id in self.path.split('/').filter(|id| !id.is_empty() && *id != self.id.as_str()) {
            above.extend(Self::find(db, &Id::stored(id.to_owned())).await?);
        }
        Ok(above)
    }

    /// The members of a group, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn members(&self, db: &impl Queries) -> Result<Vec<Self>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM unit u JOIN unit_member m ON m.unit_id = u.id WHERE m.group_id = $1 ORDER BY u.sort_key"
        );
        Ok(db.all::<UnitRow>(&sql, values![self.id.as_str()]).await?.into_iter().map(Self::from).collect())
    }

    /// The groups this unit is a member of, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn groups(&self, db: &impl Queries) -> Result<Vec<Self>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM unit u JOIN unit_member m ON m.group_id = u.id WHERE m.unit_id = $1 ORDER BY u.sort_key"
        );
        Ok(db.all::<UnitRow>(&sql, values![self.id.as_str()]).await?.into_iter().map(Self::from).collect())
    }

    /// Former names with the last day each was used, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn former_names(&self, db: &impl Queries) -> Result<Vec<(String, String)>> {
        #[derive(FromQueryResult)]
        struct NameRow {
            name: String,
            valid_to: String,
        }
        let sql = "SELECT name, valid_to FROM unit_name WHERE unit_id = $1 ORDER BY valid_to DESC, name";
        let rows = db.all::<NameRow>(sql, values![self.id.as_str()]).await?;
        Ok(rows.into_iter().map(|row| (row.name, row.valid_to)).collect())
    }
}
