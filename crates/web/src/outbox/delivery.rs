//! Handing mail over. Each is claimed before it is tried, so that of several who deliver at once one tries it; a claim that
//! nobody ended is taken over after a time.

use base::Id;
use db::{Actor, Db, Event, Queries, Result, values};
use mail::{Server, Undelivered};

use super::letter::letter;
use super::{MailState, Outgoing};
use crate::{App, new_token};

const DELIVERY: Actor = Actor::Command("mail");

const MINUTE: i64 = 60_000_000;

/// For how long a mail is claimed: longer than a mail server may take.
const CLAIM: i64 = 5 * MINUTE;

/// How often a mail is tried. The last of these tries comes eight hours after the first.
const MOST_TRIES: i64 = 10;

/// How long to wait after so many tries.
fn delay(tries: i64) -> i64 {
    MINUTE << tries.clamp(1, MOST_TRIES) >> 1
}

/// Hands one mail over that is due; `false` when none is.
///
/// # Errors
/// When the database refuses.
pub async fn deliver_next(app: &App, server: &Server) -> Result<bool> {
    let db = app.db();
    let Some((mail, claim)) = next(db).await? else { return Ok(false) };
    let outcome = match letter(app, &mail) {
        Ok(Some(letter)) => server.send(&letter).await,
        Ok(None) => Err(Undelivered::Never("address".to_owned())),
        Err(error) => {
            tracing::error!(%error, mail = mail.id, "a mail cannot be written");
            Err(Undelivered::Later("internal".to_owned()))
        }
    };
    settle(db, &mail, &claim, outcome).await?;
    Ok(true)
}

/// Claims a mail that is due. That is no deed: it has no event.
async fn next(db: &Db) -> Result<Option<(Outgoing, String)>> {
    let due = "SELECT id FROM outgoing_mail WHERE state = 'waiting' AND due_at <= $1 AND useful_until > $1 \
        ORDER BY due_at, id LIMIT 1";
    loop {
        let now = db.clock().now().as_microsecond();
        let Some(id) = db.texts(due, values![now]).await?.into_iter().next() else { return Ok(None) };
        let claim = new_token(db.randomness());
        let change = db.change(DELIVERY).await?;
        // Asked once more, since another may have claimed it meanwhile.
        let sql = "UPDATE outgoing_mail SET claim = $2, due_at = $3, attempts = attempts + 1 \
            WHERE id = $1 AND state = 'waiting' AND due_at <= $4";
        let claimed = change.execute(sql, values![id.as_str(), claim.as_str(), now + CLAIM, now]).await?;
        change.commit_all(Vec::new()).await?;
        if claimed == 1
            && let Some(mail) = Outgoing::find(db, &Id::stored(id)).await?
        {
            return Ok(Some((mail, claim)));
        }
    }
}

/// Notes what came of a try, unless somebody else has claimed the mail since. Its content goes with the last try.
async fn settle(db: &Db, mail: &Outgoing, claim: &str, outcome: std::result::Result<(), Undelivered>) -> Result<()> {
    let now = db.clock().now().as_microsecond();
    let (state, failure) = match outcome {
        Ok(()) => (MailState::Sent, None),
        Err(Undelivered::Never(why)) => (MailState::GivenUp, Some(why)),
        Err(Undelivered::Later(why)) if mail.attempts >= MOST_TRIES => (MailState::GivenUp, Some(why)),
        Err(Undelivered::Later(why)) => (MailState::Waiting, Some(why)),
    };
    tracing::info!(mail = mail.id, state = state.as_str(), failure, attempts = mail.attempts, "mail");
    let change = db.change(DELIVERY).await?;
    if state == MailState::Waiting {
        let sql = "UPDATE outgoing_mail SET claim = NULL, due_at = $3, failure = $4 WHERE id = $1 AND claim = $2";
        change.execute(sql, values![mail.id.as_str(), claim, now + delay(mail.attempts), failure]).await?;
        return change.commit_all(Vec::new()).await;
    }
    let sql = "UPDATE outgoing_mail SET claim = NULL, content = NULL, state = $3, failure = $4, settled_at = $5 \
        WHERE id = $1 AND claim = $2";
    if change.execute(sql, values![mail.id.as_str(), claim, state.as_str(), failure.clone(), now]).await? == 0 {
        return change.commit_all(Vec::new()).await;
    }
    let id = Id::stored(mail.id.clone());
    change
        .commit(match state {
            MailState::Sent => Event::new("mail.sent", "mail", &id),
            _ => Event::new("mail.given_up", "mail", &id).with(serde_json::json!({ "reason": failure })),
        })
        .await
}

/// Gives up mail whose use has passed, also where no mail server is named, so that no link lies about.
///
/// # Errors
/// When the database refuses.
pub async fn give_up_late(db: &Db) -> Result<()> {
    let now = db.clock().now().as_microsecond();
    // What somebody has claimed and tries right now is theirs.
    let late = "state = 'waiting' AND useful_until <= $1 AND (claim IS NULL OR due_at <= $1)";
    let ids = db.texts(&format!("SELECT id FROM outgoing_mail WHERE {late}"), values![now]).await?;
    if ids.is_empty() {
        return Ok(());
    }
    let change = db.change(DELIVERY).await?;
    let mut events = Vec::new();
    for id in ids {
        let sql = format!(
            "UPDATE outgoing_mail SET claim = NULL, content = NULL, state = 'given_up', failure = 'late', settled_at = $1 \
             WHERE {late} AND id = $2"
        );
        if change.execute(&sql, values![now, id.as_str()]).await? == 1 {
            let reason = serde_json::json!({ "reason": "late" });
            events.push(Event::new("mail.given_up", "mail", &Id::stored(id)).with(reason));
        }
    }
    change.commit_all(events).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_the_tries_end_within_a_working_day() {
        assert_eq!((1..6).map(|tries| delay(tries) / MINUTE).collect::<Vec<_>>(), [1, 2, 4, 8, 16]);
        let all: i64 = (1..MOST_TRIES).map(delay).sum();
        assert_eq!(all / MINUTE, 511);
    }
}
