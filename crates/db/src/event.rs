//! What the audit log says about a write.

use base::Id;
use serde_json::Value;

/// One entry of the audit log: what was done to what. Who and when come from the [`Change`](crate::Change).
/// Never put a secret or a person's words in `detail`; ids, states and counts are enough.
#[derive(Debug, Clone)]
pub struct Event {
    /// What was done, noun and verb: `plan.adopted`.
    pub kind: &'static str,
    /// The kind of thing it was done to: `plan`.
    pub subject_kind: &'static str,
    /// The thing.
    pub subject: Id,
    /// The organisation whose log it belongs to, where there is one.
    pub organisation: Option<Id>,
    /// Facts that explain it.
    pub detail: Value,
}

impl Event {
    /// An event without detail.
    #[must_use]
    pub fn new(kind: &'static str, subject_kind: &'static str, subject: &Id) -> Self {
        Self { kind, subject_kind, subject: subject.clone(), organisation: None, detail: Value::Null }
    }

    /// The organisation whose log it belongs to.
    #[must_use]
    pub fn within(mut self, organisation: &Id) -> Self {
        self.organisation = Some(organisation.clone());
        self
    }

    /// Facts that explain it.
    #[must_use]
    pub fn with(mut self, detail: Value) -> Self {
        self.detail = detail;
        self
    }
}
