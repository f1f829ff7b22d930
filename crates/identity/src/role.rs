//! Roles and what each allows.

use base::Id;
use serde::{Deserialize, Serialize};

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

    /// Whether the role allows the verb at its unit and below.
    #[must_use]
    pub fn allows(self, verb: Verb) -> bool {
        match verb {
            Verb::See => true,
            Verb::Write => matches!(self, Self::Administrator | Self::Coordinator),
            Verb::Submit => matches!(
                self,
                Self::Coordinator | Self::Reporter | Self::Approver | Self::DistrictManager | Self::Principal
            ),
            Verb::Approve => matches!(self, Self::Administrator | Self::Coordinator | Self::Approver),
            Verb::Publish => matches!(self, Self::Administrator | Self::Coordinator),
            Verb::Administer => matches!(self, Self::Administrator),
            Verb::Audit => matches!(self, Self::Administrator | Self::Auditor),
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
}
