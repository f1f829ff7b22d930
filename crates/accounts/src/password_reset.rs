//! A forgotten password. Whoever asks for a new one, at the sign-in page, gets the same answer after the same work: the address is
//! noted, and looked up later, in the background. If there is such an account, a link goes there by mail, which is good once
//! and for a new password only: the second factor is asked for as always.

use base::{FormErrors, Id, Problem};
use credentials::check_password;
use db::{Actor, Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Person;
use jiff::SignedDuration;
use keys::Place;
use web::outbox::Mail;
use web::{App, Session, hash_token, new_token};

use crate::attempts::Subject;
use crate::credentials::{opened, password, tell};
use crate::sign_in::{Browser, Step, folded, password_known};

/// How long a link for a new password can be used.
pub const RESET_MINUTES: i64 = 30;

const MINUTE: i64 = 60_000_000;

const DAY: i64 = 24 * 60 * MINUTE;

/// Who answers requests, for the audit log.
const ANSWERER: Actor = Actor::Command("mail");

#[derive(FromQueryResult)]
struct Request {
    id: String,
    email: String,
}

#[derive(FromQueryResult)]
struct Earlier {
    count: i64,
    last_at: Option<i64>,
}

/// Notes that somebody asks for a new password. An address that is asked for again and again is noted ever more seldom; that is
/// not said either.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn ask(db: &Db, email: &str) -> Result<()> {
    let email = folded(email);
    let change = db.change(Actor::Command("sign-in")).await?;
    if Subject::password_reset(db, &email).claim(&change).await?.is_some() {
        return Ok(());
    }
    let id = change.new_id();
    let sealed = db.keys().seal(db.randomness(), &place(id.as_str()), email.as_bytes());
    let row =
        vec![("id", id.as_str().into()), ("email", sealed.into()), ("made_at", change.at().as_microsecond().into())];
    change.insert("password_reset_request", row).await?;
    change.commit(Event::new("password_reset.asked", "password_reset", &id)).await
}

/// Answers all requests, in the background.
///
/// # Errors
/// When the database refuses.
pub async fn answer_all(app: &App) -> Result<()> {
    let db = app.db();
    let sql = "SELECT id, email FROM password_reset_request ORDER BY made_at, id";
    for request in db.all::<Request>(sql, values![]).await? {
        let change = db.change(ANSWERER).await?;
        // Of two who answer at once, one does.
        let taken = "DELETE FROM password_reset_request WHERE id = $1";
        if change.execute(taken, values![request.id.as_str()]).await? == 0 {
            continue;
        }
        let outcome = match opened(db, &place(&request.id), &request.email) {
            Ok(email) => answer(db, &change, &email).await?,
            Err(error) => {
                // One that nobody can read does not keep the others waiting.
                tracing::error!(%error, "a request for a new password cannot be read");
                "unreadable"
            }
        };
        let detail = serde_json::json!({ "outcome": outcome });
        let id = Id::stored(request.id);
        change.commit(Event::new("password_reset.answered", "password_reset", &id).with(detail)).await?;
    }
    Ok(())
}

/// Writes to whoever has this address, within a change, and tells what came of it.
async fn answer(db: &Db, change: &Change, email: &str) -> Result<&'static str> {
    let candidate = password::candidate(db, email).await?;
    let Some(person) = candidate.person else { return Ok("nobody") };
    // By the clock: the change's own instant may lie after it, to keep the order of the log.
    let now = db.clock().now().as_microsecond();
    if candidate.stored.is_none() {
        // A passkey, another organisation's sign-in, or an invitation: there is no password to forget. Said once a day.
        Mail::to_person(&person, "password-none", &format!("{person} {}", now / DAY)).put(db, change).await?;
        return Ok("no_password");
    }
    let sql =
        "SELECT COUNT(*) AS count, MAX(made_at) AS last_at FROM password_reset WHERE person_id = $1 AND made_at > $2";
    let earlier = change.optional::<Earlier>(sql, values![person.as_str(), now - DAY]).await?;
    if let Some(Earlier { count, last_at: Some(last_at) }) = earlier
        && last_at + (MINUTE << count.clamp(1, 10)) > now
    {
        return Ok("waits");
    }
    let token = new_token(db.randomness());
    end_all(change, &person).await?;
    let id = change.new_id();
    let row = vec![
        ("id", id.as_str().into()),
        ("token_hash", hash_token(&token).into()),
        ("person_id", person.as_str().into()),
        ("made_at", now.into()),
        ("expires_at", (now + RESET_MINUTES * MINUTE).into()),
    ];
    change.insert("password_reset", row).await?;
    Mail::to_person(&person, "password-reset", id.as_str())
        .linking(format!("/password-resets/{token}"), SignedDuration::from_mins(RESET_MINUTES))
        .put(db, change)
        .await?;
    Ok("sent")
}

/// Ends all links of a person within a change; that they were made still counts.
async fn end_all(change: &Change, person: &Id) -> Result<()> {
    let sql = "UPDATE password_reset SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL";
    change.execute(sql, values![person.as_str(), change.at().as_microsecond()]).await.map(drop)
}

/// The person a link belongs to, while it can be used. Looking does not spend it.
///
/// # Errors
/// [`Problem::LinkSpent`], or when the database refuses.
pub(crate) async fn owner(db: &Db, token: &str) -> Result<Person> {
    let sql = "SELECT person_id FROM password_reset WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2";
    let owner = db.texts(sql, values![hash_token(token), db.clock().now().as_microsecond()]).await?;
    let Some(id) = owner.into_iter().next() else { return Err(Problem::LinkSpent.into()) };
    Ok(Person::find(db, &Id::stored(id)).await?.ok_or(Problem::LinkSpent)?)
}

/// Spends a link for a new password. All sessions end; whoever has a second factor is asked for it, as after any password.
///
/// # Errors
/// [`Problem::LinkSpent`], [`Problem::Invalid`] (the link can be used still), or when the database refuses.
pub(crate) async fn spend(app: &App, token: &str, new: &str, browser: &Browser<'_>) -> Result<Step> {
    let db = app.db();
    let person = owner(db, token).await?;
    let mut errors = FormErrors::default();
    if let Err(fault) = check_password(new, &[&person.name, &person.email]) {
        errors.add("new", password::field_error(fault));
    }
    errors.check().map_err(Problem::from)?;
    let hash = app.hashing().hash(db.randomness(), new).await;
    let change = db.change(Actor::User(person.id.clone())).await?;
    let now = change.at().as_microsecond();
    // Of two who try at once, one succeeds.
    let claim = "UPDATE password_reset SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2";
    if change.execute(claim, values![hash_token(token), now]).await? == 0 {
        return Err(Problem::LinkSpent.into());
    }
    password::write(db, &change, &person.id, &hash).await?;
    for table in ["ceremony", "sign_in_link"] {
        change.execute(&format!("DELETE FROM {table} WHERE person_id = $1"), values![person.id.as_str()]).await?;
    }
    Session::end_all(&change, &person.id, None).await?;
    Subject::password(db, &folded(&person.email), None).forget(&change).await?;
    tell(db, &change, &person.id, "password-changed").await?;
    change.commit(Event::new("password.reset", "person", &person.id)).await?;
    let change = db.change(Actor::User(person.id.clone())).await?;
    password_known(db, change, &person.id, browser).await
}

fn place(id: &str) -> Place<'_> {
    Place { table: "password_reset_request", column: "email", row: id }
}
