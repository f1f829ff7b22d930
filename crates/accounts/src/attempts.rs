//! A delay between tries that grows with every one that led nowhere. Nobody is ever locked out: a browser that has signed the
//! person in before is counted by itself, so that strangers who try cannot keep the owner waiting.

use base::Id;
use data_encoding::HEXLOWER;
use db::{Change, Db, FromQueryResult, Queries, Result, sea_orm, values};

/// Tries that wait for nothing.
const FREE: i64 = 5;

/// The longest delay. Of a thousand tries in an hour forty are looked at.
const MOST_SECONDS: i64 = 90;

/// When nobody has tried for so many hours, earlier tries are forgotten.
pub const FORGOTTEN_HOURS: i64 = 24;

const SECOND: i64 = 1_000_000;

/// What purpose the codes of subjects have.
const PURPOSE: &str = "tryggbas attempts";

/// What tries are counted for. It tells neither an address nor whether there is such a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject(String);

#[derive(FromQueryResult)]
struct Row {
    failures: i64,
    last_at: i64,
}

impl Subject {
    /// Passwords for an address, from a browser that is known to it or from any other.
    pub(crate) fn password(db: &Db, email: &str, browser: Option<&str>) -> Self {
        Self::of(db, &["password", email, browser.unwrap_or_default()])
    }

    /// Requests for a new password, for an address.
    pub(crate) fn password_reset(db: &Db, email: &str) -> Self {
        Self::of(db, &["password reset", email])
    }

    /// Second factors of a person, from a browser that is known to it or from any other.
    pub(crate) fn second_factor(db: &Db, person: &Id, browser: Option<&str>) -> Self {
        Self::of(db, &["second factor", person.as_str(), browser.unwrap_or_default()])
    }

    /// The password until now, asked for in a session of the person.
    pub(crate) fn current_password(db: &Db, person: &Id) -> Self {
        Self::of(db, &["current password", person.as_str()])
    }

    fn of(db: &Db, parts: &[&str]) -> Self {
        // With the length before each, no two lists of parts are the same bytes.
        let bytes: Vec<u8> = parts.iter().flat_map(|part| format!("{}:{part}", part.len()).into_bytes()).collect();
        Self(HEXLOWER.encode(&db.keys().code(PURPOSE, &bytes)))
    }

    /// Claims a try within a change: `None` when it may be made now, otherwise how many seconds to wait. The try counts as one
    /// that led nowhere until [`Subject::forget`], so that many at once are no way around the delay.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn claim(&self, change: &Change) -> Result<Option<i64>> {
        let now = change.at().as_microsecond();
        let forgotten = now - FORGOTTEN_HOURS * 3600 * SECOND;
        let begin =
            "INSERT INTO attempt (subject, failures, last_at) VALUES ($1, 0, 0) ON CONFLICT (subject) DO NOTHING";
        change.execute(begin, values![self.0.as_str()]).await?;
        // Writing first makes others queue for the row on either engine.
        let old = "UPDATE attempt SET failures = CASE WHEN last_at < $2 THEN 0 ELSE failures END WHERE subject = $1";
        change.execute(old, values![self.0.as_str(), forgotten]).await?;
        let sql = "SELECT failures, last_at FROM attempt WHERE subject = $1";
        let Some(row) = change.optional::<Row>(sql, values![self.0.as_str()]).await? else { return Ok(None) };
        let wait = row.last_at + delay(row.failures) * SECOND - now;
        if wait > 0 {
            return Ok(Some((wait + SECOND - 1) / SECOND));
        }
        let count = "UPDATE attempt SET failures = failures + 1, last_at = $2 WHERE subject = $1";
        change.execute(count, values![self.0.as_str(), now]).await?;
        Ok(None)
    }

    /// Forgets all tries within a change: one has led somewhere.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn forget(&self, change: &Change) -> Result<()> {
        change.execute("DELETE FROM attempt WHERE subject = $1", values![self.0.as_str()]).await.map(drop)
    }
}

/// Seconds after the last of so many tries.
fn delay(failures: i64) -> i64 {
    match failures - FREE {
        over if over < 0 => 0,
        over if over < 6 => 1 << (over + 1),
        _ => MOST_SECONDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_grows_and_has_an_end() {
        assert_eq!((0..13).map(delay).collect::<Vec<_>>(), [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 90, 90]);
        assert_eq!(delay(i64::MAX), MOST_SECONDS);
    }
}
