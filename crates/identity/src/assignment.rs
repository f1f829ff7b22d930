//! A role that is given to a person at a unit, for a time.

use base::Id;
use db::{Change, Result};

use crate::{Reach, Role};

/// A role to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Who gets it.
    pub person: Id,
    /// The role.
    pub role: Role,
    /// Where.
    pub unit: Id,
    /// The function, where there is one.
    pub function: Option<Id>,
    /// How far it goes.
    pub reach: Reach,
    /// The first day, ISO; none: it has always been so.
    pub valid_from: Option<String>,
    /// The last day, ISO; none: until further notice.
    pub valid_to: Option<String>,
}

impl Assignment {
    /// A role at a unit and below, until further notice.
    #[must_use]
    pub fn new(person: &Id, role: Role, unit: &Id) -> Self {
        Self {
            person: person.clone(),
            role,
            unit: unit.clone(),
            function: None,
            reach: Reach::Below,
            valid_from: None,
            valid_to: None,
        }
    }

    /// Gives the role within a change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn write(&self, change: &Change) -> Result<Id> {
        let id = change.new_id();
        let row = vec![
            ("id", id.as_str().into()),
            ("person_id", self.person.as_str().into()),
            ("unit_id", self.unit.as_str().into()),
            ("role", self.role.as_str().into()),
            ("function_id", self.function.as_ref().map(Id::as_str).into()),
            ("reach", self.reach.as_str().into()),
            ("valid_from", self.valid_from.clone().into()),
            ("valid_to", self.valid_to.clone().into()),
        ];
        change.insert("person_role", row).await?;
        Ok(id)
    }

    /// Sets the last day of a role within a change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end(change: &Change, id: &Id, last_day: &str) -> Result<()> {
        change.update("person_role", id, vec![("valid_to", last_day.into())]).await.map(drop)
    }
}
