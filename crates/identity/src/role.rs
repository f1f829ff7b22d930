//! Roles, as such and as somebody holds them, and what can be done to things.

use base::Id;
use serde::{Deserialize, Serialize};

use crate::Reach;

/// What a person is at a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the installation: organisation, people, permissions.
    Administrator,
    /// Owns plans, opens rounds, compiles the status report.
    Coordinator,
    /// Answers for a body's actions.
    Reporter,
    /// Returns or approves what a body's reporters hand in.
    Approver,
    /// Follows the schools of a district.
    DistrictManager,
    /// Heads a school.
    Principal,
    /// Runs prevention programmes at a school.
    ProgrammeCoordinator,
    /// Looks things up, asks, reports.
    Staff,
    /// Reads what concerns the board.
    BoardMember,
    /// Reads the audit log.
    Auditor,
    /// Reads figures.
    StatisticsReader,
}

/// What can be done to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// Read it.
    See,
    /// Change it.
    Write,
    /// Answer for a body.
    Submit,
    /// Decide on it: adopt a plan, approve a report.
    Approve,
    /// Open again what was locked.
    Unlock,
    /// Take it along in bulk.
    Export,
    /// Make it public.
    Publish,
    /// Change the organisation itself.
    Administer,
    /// Read the audit log.
    Audit,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 11] = [
        Self::Administrator,
        Self::Coordinator,
        Self::Reporter,
        Self::Approver,
        Self::DistrictManager,
        Self::Principal,
        Self::ProgrammeCoordinator,
        Self::Staff,
        Self::BoardMember,
        Self::Auditor,
        Self::StatisticsReader,
    ];

    /// Its name in the database, in addresses and in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Coordinator => "coordinator",
            Self::Reporter => "reporter",
            Self::Approver => "approver",
            Self::DistrictManager => "district_manager",
            Self::Principal => "principal",
            Self::ProgrammeCoordinator => "programme_coordinator",
            Self::Staff => "staff",
            Self::BoardMember => "board_member",
            Self::Auditor => "auditor",
            Self::StatisticsReader => "statistics_reader",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

impl Verb {
    /// All verbs, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::See,
        Self::Write,
        Self::Submit,
        Self::Approve,
        Self::Unlock,
        Self::Export,
        Self::Publish,
        Self::Administer,
        Self::Audit,
    ];

    /// Its name in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Write => "write",
            Self::Submit => "submit",
            Self::Approve => "approve",
            Self::Unlock => "unlock",
            Self::Export => "export",
            Self::Publish => "publish",
            Self::Administer => "administer",
            Self::Audit => "audit",
        }
    }
}

/// A role that a person holds at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// The unit.
    pub unit: Id,
    /// The unit's name.
    pub unit_name: String,
    /// The unit's path from the root; what starts with it lies at or below the unit.
    pub path: String,
    /// The function, where the person has one.
    pub function: Option<String>,
    /// How far the role goes; narrower than this where the role itself goes less far.
    pub reach: Reach,
    /// Whose role it is, where the person stands in for somebody who is away.
    pub on_behalf_of: Option<String>,
}

impl HeldRole {
    /// A role of one's own at a unit and below.
    #[must_use]
    pub fn new(role: Role, unit: Id, unit_name: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            role,
            unit,
            unit_name: unit_name.into(),
            path: path.into(),
            function: None,
            reach: Reach::Below,
            on_behalf_of: None,
        }
    }

    /// How far the verb goes, or none where the role does not allow it.
    #[must_use]
    pub fn reach(&self, verb: Verb) -> Option<Reach> {
        self.role.widest(verb).map(|widest| widest.min(self.reach))
    }

    /// Whether the verb is allowed for the unit with this path.
    #[must_use]
    pub fn allows(&self, verb: Verb, unit_path: &str) -> bool {
        self.reach(verb).is_some_and(|reach| reach.covers(&self.path, unit_path))
    }
}
