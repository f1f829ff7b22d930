//! Signed statements of how far the log had come. They are worth most where whoever can write to the database cannot.

use data_encoding::BASE64URL_NOPAD;
use keys::Keys;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

use super::End;
use super::end::LAST;
use crate::open::Begun;
use crate::queries::tell;
use crate::{Db, DbError, Queries, Result, values};

const PURPOSE: &str = "tryggbas audit checkpoint";

/// A checkpoint. As a line of JSON it can be kept anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Checkpoint {
    /// How many events there had been.
    pub position: i64,
    /// When it was signed, in microseconds UTC.
    pub at: i64,
    /// The code of the last of them.
    pub code: String,
    /// The master key that the signing key was derived from.
    pub key_name: String,
    /// The signature (Ed25519).
    pub signature: String,
}

impl Checkpoint {
    pub(crate) fn signed(keys: &Keys, position: i64, at: i64, code: &str) -> Self {
        let (code, key_name) = (code.to_owned(), keys.name().to_owned());
        let unsigned = Self { position, at, code, key_name, signature: String::new() };
        let signature = BASE64URL_NOPAD.encode(&keys.sign(PURPOSE, &unsigned.bytes()));
        Self { signature, ..unsigned }
    }

    /// Whether the signature is right; `None` when the key to tell with is not among ours.
    pub(crate) fn is_genuine(&self, keys: &Keys) -> Option<bool> {
        let public_key = keys.public_key_under(&self.key_name, PURPOSE)?;
        let signature = BASE64URL_NOPAD.decode(self.signature.as_bytes());
        Some(signature.is_ok_and(|signature| keys::is_signed(&public_key, &self.bytes(), &signature)))
    }

    /// What is signed.
    fn bytes(&self) -> Vec<u8> {
        format!("{PURPOSE}\n{}\n{}\n{}\n{}", self.position, self.at, self.code, self.key_name).into_bytes()
    }

    pub(crate) async fn write(&self, connection: &impl ConnectionTrait) -> Result<()> {
        // Two that sign at the same position say the same.
        let sql = "INSERT INTO audit_checkpoint (position, at, code, key_name, signature) VALUES ($1, $2, $3, $4, $5) \
            ON CONFLICT (position) DO NOTHING";
        let values =
            values![self.position, self.at, self.code.as_str(), self.key_name.as_str(), self.signature.as_str()];
        tell(connection, sql, values).await.map(drop)
    }
}

/// Signs a checkpoint at the end of the log, where there is none yet, and returns the one that is there.
///
/// # Errors
/// [`DbError::Stored`] when the end of the log was tampered with, or when the database refuses.
pub async fn checkpoint(db: &Db) -> Result<Checkpoint> {
    let end = End::find(db.connection(), LAST).await?;
    let genuine = end.filter(|end| end.is_genuine(db.keys()));
    let end = genuine.ok_or_else(|| DbError::Stored("the audit log's end was changed: run audit verify".to_owned()))?;
    let there = checkpoints_after(db, end.position - 1).await?.into_iter().next();
    let same = |signed: &Checkpoint| signed.position == end.position && signed.code == end.code;
    if let Some(signed) = there.filter(|signed| same(signed) && signed.is_genuine(db.keys()) == Some(true)) {
        return Ok(signed);
    }
    let signed = Checkpoint::signed(db.keys(), end.position, db.clock().now().as_microsecond(), &end.code);
    match db.begin().await? {
        Begun::Sqlite(slot) => {
            signed.write(slot.connection()?).await?;
            slot.commit().await?;
        }
        Begun::Postgres(transaction) => {
            signed.write(&transaction).await?;
            transaction.commit().await?;
        }
    }
    Ok(signed)
}

/// The checkpoints after a position, the earliest first.
///
/// # Errors
/// When the database refuses.
pub async fn checkpoints_after(db: &impl Queries, position: i64) -> Result<Vec<Checkpoint>> {
    let sql =
        "SELECT position, at, code, key_name, signature FROM audit_checkpoint WHERE position > $1 ORDER BY position";
    db.all(sql, values![position]).await
}
