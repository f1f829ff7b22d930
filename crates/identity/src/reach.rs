//! How far a role goes.

use serde::{Deserialize, Serialize};

/// How far a role goes from the unit it is held at. The wider reach holds all that the narrower does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// The unit alone.
    Own,
    /// The unit and all that lies below it.
    #[default]
    Below,
    /// Every unit of the installation.
    All,
}

impl Reach {
    /// All, from the narrowest to the widest.
    pub const ALL: [Self; 3] = [Self::Own, Self::Below, Self::All];

    /// Its name in the database, in forms and in translation keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Below => "below",
            Self::All => "all",
        }
    }

    /// The reach of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.as_str() == name)
    }

    /// Whether what is held at the unit with path `from` gets to the unit with path `to`. A path ends with a slash, so that a
    /// unit never passes for another whose id begins alike.
    #[must_use]
    pub fn covers(self, from: &str, to: &str) -> bool {
        match self {
            Self::Own => from == to,
            Self::Below => to.starts_with(from),
            Self::All => true,
        }
    }
}
