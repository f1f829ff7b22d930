//! The one who looks: everything is found through it, so that what may not be seen is not found.

use base::{Id, Problem};
use db::{Actor, Value};

use crate::{Errand, HeldRole, Person, Purpose, Reach, Role, Verb};

/// Who makes the request: a signed-in person with their roles, or anybody.
#[derive(Debug, Clone, Default)]
pub struct Viewer {
    /// The person, when signed in.
    pub person: Option<Person>,
    /// The roles held today.
    pub roles: Vec<HeldRole>,
    /// What a link has opened to somebody who is not signed in.
    pub errand: Option<Errand>,
}

impl Viewer {
    /// Somebody who is not signed in.
    #[must_use]
    pub fn anybody() -> Self {
        Self::default()
    }

    /// Whether somebody is signed in.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.person.is_some()
    }

    /// Somebody without an account who was let in by a link.
    #[must_use]
    pub fn on_errand(errand: Errand) -> Self {
        Self { errand: Some(errand), ..Self::default() }
    }

    /// What a link has opened, where it is this purpose and this thing.
    #[must_use]
    pub fn errand_for(&self, purpose: Purpose, subject: &Id) -> Option<&Errand> {
        self.errand.as_ref().filter(|errand| errand.is_for(purpose) && errand.subject == *subject)
    }

    /// The signed-in person, or the holder of a link, as the author of a change.
    ///
    /// # Errors
    /// [`Problem::NotSignedIn`].
    pub fn actor(&self) -> Result<Actor, Problem> {
        match (&self.person, &self.errand) {
            (Some(person), _) => Ok(Actor::User(person.id.clone())),
            (None, Some(errand)) => Ok(Actor::Link(errand.link.clone())),
            (None, None) => Err(Problem::NotSignedIn),
        }
    }

    /// Whether a role of the person allows the verb for the unit with this path.
    #[must_use]
    pub fn may(&self, verb: Verb, unit_path: &str) -> bool {
        self.roles.iter().any(|held| held.allows(verb, unit_path))
    }

    /// Like [`Viewer::may`], as a check.
    ///
    /// # Errors
    /// [`Problem::NotSignedIn`] or [`Problem::NotAllowed`].
    pub fn check(&self, verb: Verb, unit_path: &str) -> Result<(), Problem> {
        match (self.may(verb, unit_path), self.is_signed_in()) {
            (true, _) => Ok(()),
            (false, true) => Err(Problem::NotAllowed),
            (false, false) => Err(Problem::NotSignedIn),
        }
    }

    /// Whether a role of the person allows the verb anywhere.
    #[must_use]
    pub fn may_somewhere(&self, verb: Verb) -> bool {
        self.roles.iter().any(|held| held.role.allows(verb))
    }

    /// Whether the person holds the role anywhere.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Whether all that a reach covers from a unit is within what the verb allows: nobody hands on more than they have.
    #[must_use]
    pub fn covers(&self, verb: Verb, unit_path: &str, reach: Reach) -> bool {
        self.roles.iter().any(|held| {
            held.allows(verb, unit_path) && held.reach(verb).is_some_and(|own| own == Reach::All || reach <= own)
        })
    }

    /// Ids of the units where the person holds a role that allows the verb.
    #[must_use]
    pub fn units(&self, verb: Verb) -> Vec<&Id> {
        self.roles.iter().filter(|held| held.role.allows(verb)).map(|held| &held.unit).collect()
    }

    /// An SQL condition that holds where `column`, a unit's path, is within reach of the verb; its values are appended.
    #[must_use]
    pub fn reach(&self, verb: Verb, column: &str, values: &mut Vec<Value>) -> String {
        let mut parts = Vec::new();
        for held in &self.roles {
            match held.reach(verb) {
                None => {}
                Some(Reach::All) => return "TRUE".to_owned(),
                Some(Reach::Own) => {
                    values.push(held.path.as_str().into());
                    parts.push(format!("{column} = ${}", values.len()));
                }
                Some(Reach::Below) => {
                    values.push(format!("{}%", held.path).into());
                    parts.push(format!("{column} LIKE ${}", values.len()));
                }
            }
        }
        if parts.is_empty() { "FALSE".to_owned() } else { format!("({})", parts.join(" OR ")) }
    }
}
