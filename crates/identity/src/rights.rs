//! Which role allows what, and how far at most: the one table that the checks read and the page "who may do what" shows.

use crate::{Reach, Role, Verb};

use crate::Reach::{All, Below};
use crate::Verb::{Administer, Approve, Audit, Export, Publish, See, Submit, Unlock, Write};

/// Each role's verbs with the widest reach they have. What a person has is this or the reach the role was given with,
/// whichever is narrower.
pub const RIGHTS: [(Role, &[(Verb, Reach)]); 11] = [
    (
        Role::Administrator,
        &[
            (See, All),
            (Write, All),
            (Approve, All),
            (Unlock, All),
            (Export, All),
            (Publish, All),
            (Administer, All),
            (Audit, All),
        ],
    ),
    (
        Role::Coordinator,
        &[
            (See, Below),
            (Write, Below),
            (Submit, Below),
            (Approve, Below),
            (Unlock, Below),
            (Export, Below),
            (Publish, Below),
        ],
    ),
    (Role::Reporter, &[(See, Below), (Submit, Below)]),
    (Role::Approver, &[(See, Below), (Submit, Below), (Approve, Below), (Unlock, Below)]),
    (Role::DistrictManager, &[(See, Below), (Submit, Below), (Export, Below)]),
    (Role::Principal, &[(See, Below), (Submit, Below)]),
    (Role::ProgrammeCoordinator, &[(See, Below)]),
    (Role::Staff, &[(See, Below)]),
    (Role::BoardMember, &[(See, Below)]),
    (Role::Auditor, &[(See, All), (Export, All), (Audit, All)]),
    (Role::StatisticsReader, &[(See, All), (Export, All)]),
];

impl Role {
    /// The verbs the role allows, each with the widest reach it has.
    #[must_use]
    pub fn rights(self) -> &'static [(Verb, Reach)] {
        RIGHTS.iter().find(|(role, _)| *role == self).map_or(&[], |(_, rights)| rights)
    }

    /// The widest reach of the verb, or none where the role does not allow it.
    #[must_use]
    pub fn widest(self, verb: Verb) -> Option<Reach> {
        self.rights().iter().find(|(other, _)| *other == verb).map(|(_, reach)| *reach)
    }

    /// Whether the role allows the verb anywhere.
    #[must_use]
    pub fn allows(self, verb: Verb) -> bool {
        self.widest(verb).is_some()
    }

    /// The reaches that the role can be given with.
    #[must_use]
    pub fn reaches(self) -> Vec<Reach> {
        let widest = self.rights().iter().map(|(_, reach)| *reach).max();
        Reach::ALL.into_iter().filter(|reach| widest.is_some_and(|widest| *reach <= widest)).collect()
    }

    /// Whether somebody else may act in the role while its holder is away. The right to change the organisation and to read
    /// the log is given by an administrator, never handed on.
    #[must_use]
    pub fn may_be_delegated(self) -> bool {
        !self.allows(Verb::Administer) && !self.allows(Verb::Audit)
    }
}
