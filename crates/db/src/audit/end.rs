//! The two ends of the log: what it begins after, and how far it has come.

use data_encoding::BASE64URL_NOPAD;
use keys::Keys;
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::queries::{ask, tell};
use crate::{Result, values};

const PURPOSE: &str = "tryggbas audit end";

/// Where the log begins after, in table `audit_end`.
pub(crate) const FIRST: &str = "first";

/// Where the log ends.
pub(crate) const LAST: &str = "last";

/// An end of the log: the position and the code of an event, sealed with a key so that nobody can move it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct End {
    pub(crate) place: String,
    pub(crate) position: i64,
    pub(crate) code: String,
    key_name: String,
    seal: String,
}

impl End {
    /// An end as the program writes it.
    pub(crate) fn sealed(keys: &Keys, place: &str, position: i64, code: &str) -> Self {
        let seal = BASE64URL_NOPAD.encode(&keys.code(PURPOSE, &bytes(place, position, code)));
        Self { place: place.to_owned(), position, code: code.to_owned(), key_name: keys.name().to_owned(), seal }
    }

    /// Whether it stands as the program wrote it.
    pub(crate) fn is_genuine(&self, keys: &Keys) -> bool {
        let bytes = bytes(&self.place, self.position, &self.code);
        let seal = keys.code_under(&self.key_name, PURPOSE, &bytes).map(|seal| BASE64URL_NOPAD.encode(&seal));
        seal.as_deref() == Some(self.seal.as_str())
    }

    /// The same end further on. One that was tampered with stays broken, so that no later event hides it.
    pub(crate) fn moved(&self, keys: &Keys, position: i64, code: &str) -> Self {
        let moved = Self::sealed(keys, &self.place, position, code);
        if self.is_genuine(keys) { moved } else { Self { seal: String::new(), ..moved } }
    }

    pub(crate) async fn find(connection: &impl ConnectionTrait, place: &str) -> Result<Option<Self>> {
        let sql = "SELECT place, position, code, key_name, seal FROM audit_end WHERE place = $1";
        let rows = ask(connection, sql, values![place]).await?;
        Ok(rows.first().map(|row| Self::from_query_result(row, "")).transpose()?)
    }

    /// An end that nobody else can move before this transaction ends.
    pub(crate) async fn claim(connection: &impl ConnectionTrait, place: &str) -> Result<Option<Self>> {
        let sql = "UPDATE audit_end SET position = position WHERE place = $1 \
            RETURNING place, position, code, key_name, seal";
        let rows = ask(connection, sql, values![place]).await?;
        Ok(rows.first().map(|row| Self::from_query_result(row, "")).transpose()?)
    }

    pub(crate) async fn write(&self, connection: &impl ConnectionTrait) -> Result<()> {
        let sql = "INSERT INTO audit_end (place, position, code, key_name, seal) VALUES ($1, $2, $3, $4, $5) \
            ON CONFLICT (place) DO UPDATE SET position = $2, code = $3, key_name = $4, seal = $5";
        let values =
            values![self.place.as_str(), self.position, self.code.as_str(), self.key_name.as_str(), self.seal.as_str()];
        tell(connection, sql, values).await.map(drop)
    }
}

fn bytes(place: &str, position: i64, code: &str) -> Vec<u8> {
    format!("{place}\n{position}\n{code}").into_bytes()
}
