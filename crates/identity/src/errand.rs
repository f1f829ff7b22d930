//! What somebody without an account may do who was given a link: one thing, on behalf of one unit.

use base::Id;

/// A purpose that a link can have. Each domain declares its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purpose(pub &'static str);

/// What a link opens to its holder, and nothing besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
    /// The link.
    pub link: Id,
    /// What for: the name of a [`Purpose`].
    pub purpose: String,
    /// The thing it is about.
    pub subject: Id,
    /// On whose behalf.
    pub unit: Id,
    /// That unit's name.
    pub unit_name: String,
    /// Whom the link was given to.
    pub holder: String,
    /// Until when, in microseconds UTC.
    pub expires_at: i64,
}

impl Errand {
    /// Whether it has this purpose.
    #[must_use]
    pub fn is_for(&self, purpose: Purpose) -> bool {
        self.purpose == purpose.0
    }
}
