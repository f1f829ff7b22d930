//! What a link has opened in a browser. As with people, the browser holds a random token and the database its hash.

use base::Id;
use db::{Actor, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Errand;

use super::AccessLink;
use crate::session::{IDLE_MINUTES, SESSION_HOURS};
use crate::{hash_token, new_token};

const MINUTE: i64 = 60_000_000;

/// After how long it is noted again that a holder tried what the link does not open.
const AGAIN: i64 = 60 * MINUTE;

#[derive(FromQueryResult)]
struct Row {
    link_id: String,
    purpose: String,
    subject_id: String,
    unit_id: String,
    unit_name: String,
    holder_name: String,
    expires_at: i64,
    seen_at: i64,
}

/// Lets a browser in by a link that works, and returns the token of its session.
///
/// # Errors
/// When the database refuses.
pub async fn start(db: &Db, link: &AccessLink) -> Result<String> {
    let id = Id::stored(link.id.clone());
    let change = db.change(Actor::Link(id.clone())).await?;
    let (token, now) = (new_token(db.randomness()), change.at().as_microsecond());
    let row = vec![
        ("token_hash", hash_token(&token).into()),
        ("link_id", link.id.as_str().into()),
        ("started_at", now.into()),
        ("seen_at", now.into()),
        ("expires_at", (now + SESSION_HOURS * 60 * MINUTE).min(link.expires_at).into()),
    ];
    change.insert("access_session", row).await?;
    change.execute("DELETE FROM access_session WHERE expires_at < $1", values![now]).await?;
    change.update("access_link", &id, vec![("last_used_at", now.into())]).await?;
    change.commit(Event::new("access_link.used", "access_link", &id)).await?;
    Ok(token)
}

/// Ends what a token opens.
///
/// # Errors
/// When the database refuses.
pub async fn end(db: &Db, errand: &Errand, token: &str) -> Result<()> {
    let change = db.change(Actor::Link(errand.link.clone())).await?;
    change.execute("DELETE FROM access_session WHERE token_hash = $1", values![hash_token(token)]).await?;
    change.commit(Event::new("access_link.ended", "access_link", &errand.link)).await
}

/// What a token opens, as long as its link works.
pub(crate) async fn enter(db: &Db, token: &str) -> Result<Option<Errand>> {
    let sql = "SELECT s.link_id, l.purpose, l.subject_id, l.unit_id, u.name AS unit_name, l.holder_name, l.expires_at, s.seen_at \
        FROM access_session s JOIN access_link l ON l.id = s.link_id JOIN unit u ON u.id = l.unit_id \
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND l.revoked_at IS NULL AND l.expires_at > $2";
    let (hash, now) = (hash_token(token), db.clock().now().as_microsecond());
    let idle = now - IDLE_MINUTES * MINUTE;
    let Some(row) = db.optional::<Row>(sql, values![hash.as_str(), now, idle]).await? else { return Ok(None) };
    if row.seen_at + MINUTE <= now {
        note_seen(db, &hash, &row.link_id).await?;
    }
    Ok(Some(Errand {
        link: Id::stored(row.link_id),
        purpose: row.purpose,
        subject: Id::stored(row.subject_id),
        unit: Id::stored(row.unit_id),
        unit_name: row.unit_name,
        holder: row.holder_name,
        expires_at: row.expires_at,
    }))
}

/// Notes, at most once a minute, that somebody is still there. That is no deed: it has no event.
async fn note_seen(db: &Db, hash: &str, link: &str) -> Result<()> {
    let change = db.change(Actor::Command("session")).await?;
    let now = change.at().as_microsecond();
    change.execute("UPDATE access_session SET seen_at = $2 WHERE token_hash = $1", values![hash, now]).await?;
    change.execute("UPDATE access_link SET last_used_at = $2 WHERE id = $1", values![link, now]).await?;
    change.commit_all(Vec::new()).await
}

/// Notes that a holder tried what the link does not open. Of the same link once an hour is enough.
pub(crate) async fn note_outside(db: &Db, errand: &Errand) -> Result<()> {
    let noted = "SELECT 1 FROM audit_event WHERE actor_kind = 'link' AND actor = $1 AND kind = 'access_link.strayed' \
        AND subject_kind = 'access_link' AND subject_id = $1 AND at > $2 LIMIT 1";
    let since = db.clock().now().as_microsecond() - AGAIN;
    if db.rows(noted, values![errand.link.as_str(), since]).await?.is_empty() {
        let change = db.change(Actor::Link(errand.link.clone())).await?;
        change.commit(Event::new("access_link.strayed", "access_link", &errand.link)).await?;
    }
    Ok(())
}
