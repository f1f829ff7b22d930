//! One event of the log with its place in the chain.

use data_encoding::BASE64URL_NOPAD;
use keys::{Coder, Keys};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use serde::{Deserialize, Serialize};

use crate::queries::tell;
use crate::{Result, values};

/// What the codes of events are for, so that no other code can stand in for one.
const PURPOSE: &str = "tryggbas audit event";

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Entry {
    /// Its place in the log, from 1; only an event that the chain does not know has none.
    pub position: Option<i64>,
    /// The id.
    pub id: String,
    /// When, in microseconds UTC.
    pub at: i64,
    /// `user` or `command`.
    pub actor_kind: String,
    /// The person's id, or the command's name.
    pub actor: String,
    /// The unit whose log it belongs to.
    pub organisation_id: Option<String>,
    /// What was done, noun and verb.
    pub kind: String,
    /// The kind of thing it was done to.
    pub subject_kind: String,
    /// The thing.
    pub subject_id: String,
    /// Facts that explain it, as JSON.
    pub detail: String,
    /// The code of the event before.
    pub previous: Option<String>,
    /// The master key its code was made with.
    pub key_name: Option<String>,
    /// The code.
    pub code: Option<String>,
}

impl Entry {
    /// All columns, from table `audit_event e`.
    pub const COLUMNS: &str = "e.position, e.id, e.at, e.actor_kind, e.actor, e.organisation_id, e.kind, e.subject_kind, \
        e.subject_id, e.detail, e.previous, e.key_name, e.code";

    /// Whether it says what was written at its position. Whether it is missed elsewhere, only an examination tells.
    #[must_use]
    pub fn is_genuine(&self, keys: &Keys) -> bool {
        let coder = self.key_name.as_deref().and_then(|name| Self::coder(keys, name));
        self.position.zip(coder).is_some_and(|(position, coder)| self.is_genuine_at(&coder, position))
    }

    /// What makes the codes of events under the key of this name; `None` when it is not among ours.
    pub(crate) fn coder(keys: &Keys, name: &str) -> Option<Coder> {
        keys.coder_under(name, PURPOSE)
    }

    /// The code this event has at a position.
    pub(crate) fn code_at(&self, coder: &Coder, position: i64) -> String {
        BASE64URL_NOPAD.encode(&coder.code(&self.bytes(position)))
    }

    /// Whether it is what was written at this position.
    pub(crate) fn is_genuine_at(&self, coder: &Coder, position: i64) -> bool {
        self.code.as_ref().is_some_and(|code| *code == self.code_at(coder, position))
    }

    /// Everything the code is made over, with lengths so that no two events read the same.
    fn bytes(&self, position: i64) -> Vec<u8> {
        let (position, at) = (position.to_string(), self.at.to_string());
        let columns = [
            Some(position.as_str()),
            self.previous.as_deref(),
            self.key_name.as_deref(),
            Some(&self.id),
            Some(&at),
            Some(&self.actor_kind),
            Some(&self.actor),
            self.organisation_id.as_deref(),
            Some(&self.kind),
            Some(&self.subject_kind),
            Some(&self.subject_id),
            Some(&self.detail),
        ];
        let mut bytes = Vec::with_capacity(512);
        for column in columns {
            // Nothing has no length, which tells it from an empty text.
            let Some(text) = column else {
                bytes.push(0);
                continue;
            };
            bytes.push(1);
            bytes.extend((text.len() as u64).to_be_bytes());
            bytes.extend(text.bytes());
        }
        bytes
    }

    /// The row to insert.
    pub(crate) fn row(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("position", self.position.into()),
            ("id", self.id.as_str().into()),
            ("at", self.at.into()),
            ("actor_kind", self.actor_kind.as_str().into()),
            ("actor", self.actor.as_str().into()),
            ("organisation_id", self.organisation_id.as_deref().into()),
            ("kind", self.kind.as_str().into()),
            ("subject_kind", self.subject_kind.as_str().into()),
            ("subject_id", self.subject_id.as_str().into()),
            ("detail", self.detail.as_str().into()),
            ("previous", self.previous.as_deref().into()),
            ("key_name", self.key_name.as_deref().into()),
            ("code", self.code.as_deref().into()),
        ]
    }

    /// Writes the place in the chain of an event that was there before the chain.
    pub(crate) async fn place(&self, connection: &impl ConnectionTrait) -> Result<()> {
        let sql = "UPDATE audit_event SET position = $2, previous = $3, key_name = $4, code = $5 WHERE id = $1";
        let values = values![
            self.id.as_str(),
            self.position,
            self.previous.as_deref(),
            self.key_name.as_deref(),
            self.code.as_deref()
        ];
        tell(connection, sql, values).await.map(drop)
    }
}
