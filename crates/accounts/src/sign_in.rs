//! The one seam through which somebody becomes signed in, whichever way they came.

mod example;
mod link;
pub(crate) mod provider;

use base::{Id, Problem};
use db::{Actor, Change, Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Person;
use serde::{Deserialize, Serialize};
use web::{App, NewSession, Session, Way};

pub(crate) use example::{Example, as_example};
pub use link::{LINK_MINUTES, sign_in_link};
pub(crate) use link::{link_owner, spend_link, write_link};

use crate::attempts::Subject;
use crate::ceremony::{Ceremony, Kind};
use crate::credentials::{Standing, passkeys, password, recovery_codes, second_factor};
use crate::known_browser;

/// The browser that somebody signs in with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Browser<'a> {
    /// What it calls itself.
    pub device: &'a str,
    /// The hash of the session it has already: that one ends.
    pub earlier: Option<&'a str>,
    /// The mark of a browser that has signed somebody in before.
    pub mark: Option<&'a str>,
}

/// What came of a first step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// It was not right. Whether there is such an account is not said.
    Wrong,
    /// Too many tries: so many seconds to wait.
    Wait(i64),
    /// The second factor is asked for; the token of that ceremony.
    SecondFactor(String),
    /// Signed in; the session's token.
    SignedIn(String),
}

/// What is remembered between the first step and the second factor.
#[derive(Serialize, Deserialize)]
struct FirstStep {
    /// Whether it was a one-time link; otherwise a password.
    by_link: bool,
}

/// The address as it is looked up.
pub(crate) fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Signs in with address and password. Whoever it is and whether there is such an account: the same questions to the database,
/// the same writing and the same hashing are done.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn with_password(app: &App, email: &str, password: &str, browser: &Browser<'_>) -> Result<Step> {
    let (db, email) = (app.db(), folded(email));
    let candidate = password::candidate(db, &email).await?;
    let known = browser.mark.and_then(|mark| known_browser::read(db, &email, mark));
    let subject = Subject::password(db, &email, known);
    if let Some(seconds) = claim(db, &subject, candidate.person.as_ref()).await? {
        return Ok(Step::Wait(seconds));
    }
    let right = app.hashing().verify(password, candidate.stored.as_deref()).await;
    let Some(person) = candidate.person.filter(|_| right) else { return Ok(Step::Wrong) };
    let change = db.change(Actor::User(person.clone())).await?;
    subject.forget(&change).await?;
    password_known(db, change, &person, browser).await
}

/// Goes on with whoever knows the password, or has just chosen a new one.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn password_known(db: &Db, change: Change, person: &Id, browser: &Browser<'_>) -> Result<Step> {
    // Whoever has passkeys and no app is asked too: then a recovery code is the second factor, never the password alone.
    if Standing::of(&change, person).await?.is_whole() {
        return ask_second_factor(db, change, person, false).await;
    }
    // Only until the second factor is made: nothing else is open before that.
    begin(db, change, person, Way::Password, browser).await.map(Step::SignedIn)
}

/// Counts a try; `Some` with seconds when it comes too soon. Writes the same whether there is such a person or not.
async fn claim(db: &Db, subject: &Subject, person: Option<&Id>) -> Result<Option<i64>> {
    let change = db.change(Actor::Command("sign-in")).await?;
    if let Some(seconds) = subject.claim(&change).await? {
        return Ok(Some(seconds));
    }
    let unknown = Id::stored("unknown".to_owned());
    change.commit(Event::new("sign_in.tried", "person", person.unwrap_or(&unknown))).await?;
    Ok(None)
}

/// The first step is taken: what the second one needs is remembered.
async fn ask_second_factor(db: &Db, change: Change, person: &Id, by_link: bool) -> Result<Step> {
    let state = serde_json::to_string(&FirstStep { by_link })?;
    let token = Ceremony::begin(db, &change, Kind::SecondFactor, Some(person), &state).await?;
    change.commit(Event::new("second_factor.asked", "person", person)).await?;
    Ok(Step::SecondFactor(token))
}

/// The person who is asked for the second factor.
///
/// # Errors
/// [`Problem::Refused`] when nobody is, or when the database refuses.
pub(crate) async fn asked(db: &Db, token: Option<&str>) -> Result<Person> {
    let ceremony = Ceremony::find(db, Kind::SecondFactor, token).await?;
    let person = ceremony.person.ok_or(Problem::Refused("ceremony-over"))?;
    Ok(Person::find(db, &person).await?.ok_or(Problem::Refused("ceremony-over"))?)
}

/// A second factor as it was typed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Factor<'a> {
    /// What the app shows.
    Code(&'a str),
    /// A recovery code.
    Recovery(&'a str),
}

/// Signs in with the second factor.
///
/// # Errors
/// [`Problem::Refused`] when nobody is asked, or when the database refuses.
pub(crate) async fn with_factor(
    db: &Db,
    token: Option<&str>,
    factor: Factor<'_>,
    browser: &Browser<'_>,
) -> Result<Step> {
    let ceremony = Ceremony::find(db, Kind::SecondFactor, token).await?;
    let Person { id: person, email, .. } = asked(db, token).await?;
    let known = browser.mark.and_then(|mark| known_browser::read(db, &email, mark));
    let subject = Subject::second_factor(db, &person, known);
    if let Some(seconds) = claim(db, &subject, Some(&person)).await? {
        return Ok(Step::Wait(seconds));
    }
    let first: FirstStep = serde_json::from_str(&ceremony.state)?;
    let change = db.change(Actor::User(person.clone())).await?;
    let right = match factor {
        Factor::Code(code) => second_factor::spend(db, &change, &person, code).await?,
        Factor::Recovery(code) => recovery_codes::spend(&change, &person, code).await?,
    };
    if !right {
        return Ok(Step::Wrong);
    }
    ceremony.end(&change).await?;
    subject.forget(&change).await?;
    let way = if first.by_link { Way::Link } else { Way::Password };
    begin(db, change, &person, way, browser).await.map(Step::SignedIn)
}

/// Signs in with a passkey, which is two factors in one: the device and what opens it.
///
/// # Errors
/// [`Problem::Refused`] when the answer proves nothing, or when the database refuses.
pub(crate) async fn with_passkey(
    app: &App,
    token: Option<&str>,
    answer: &str,
    browser: &Browser<'_>,
) -> Result<String> {
    let (person, change) = passkeys::answered(app, token, answer).await?;
    begin(app.db(), change, &person, Way::Passkey, browser).await
}

/// Starts a session, ends the one the browser had, and makes all of it last; returns the session's token.
///
/// # Errors
/// When the database refuses.
pub async fn begin(db: &Db, change: Change, person: &Id, way: Way, browser: &Browser<'_>) -> Result<String> {
    let token = start(db, &change, person, way, browser).await?;
    change.commit(started(person, way)).await?;
    Ok(token)
}

/// Starts a session within a change and ends the one the browser had.
async fn start(db: &Db, change: &Change, person: &Id, way: Way, browser: &Browser<'_>) -> Result<String> {
    if let Some(hash) = browser.earlier {
        Session::end(change, hash).await?;
    }
    let founder = "SELECT id FROM person WHERE id = $1 AND email = ''";
    let is_founder = !change.rows(founder, values![person.as_str()]).await?.is_empty();
    let ready = is_founder || Standing::of(change, person).await?.is_ready(way);
    if ready {
        note_joined(change, person).await?;
    }
    Session::start(db, change, &NewSession { person, way, device: browser.device, ready }).await
}

fn started(person: &Id, way: Way) -> Event {
    Event::new("session.started", "person", person).with(serde_json::json!({ "way": way.as_str() }))
}

/// Once somebody has made credentials of their own, the session goes on with a new token and everything open to it.
/// `None` when it was ready before or is not yet.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn grow_ready(db: &Db, person: &Id, session: &Session) -> Result<Option<String>> {
    if session.ready || !Standing::of(db, person).await?.is_whole() {
        return Ok(None);
    }
    let change = db.change(Actor::User(person.clone())).await?;
    note_joined(&change, person).await?;
    let token = session.renew(db, &change, true).await?;
    change.commit(Event::new("session.renewed", "session", &session.id)).await?;
    Ok(Some(token))
}

/// Notes the first time that a person has all they need to sign in: whoever has been here so is invited no more.
async fn note_joined(change: &Change, person: &Id) -> Result<()> {
    let joined = "UPDATE person SET joined_at = $2 WHERE id = $1 AND joined_at IS NULL";
    if change.execute(joined, values![person.as_str(), change.at().as_microsecond()]).await? > 0 {
        crate::invitation::withdraw_all(change, person).await?;
    }
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn sign_out(db: &Db, person: &Id, session: &str) -> Result<()> {
    let change = db.change(Actor::User(person.clone())).await?;
    Session::end(&change, session).await?;
    change.commit(Event::new("session.ended", "person", person)).await
}

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Sitting {
    /// The id.
    pub id: String,
    /// How the person signed in.
    pub way: String,
    /// What the browser called itself.
    pub device: String,
    /// When it started, in microseconds UTC.
    pub started_at: i64,
    /// When somebody was last there.
    pub seen_at: i64,
}

impl Sitting {
    /// All sessions of a person that still last, the one used last first.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn list(db: &Db, person: &Id) -> Result<Vec<Self>> {
        let now = db.clock().now().as_microsecond();
        let idle = now - web::IDLE_MINUTES * 60_000_000;
        let sql = "SELECT id, way, device, started_at, seen_at FROM session \
            WHERE person_id = $1 AND expires_at > $2 AND seen_at > $3 ORDER BY seen_at DESC, id";
        db.all(sql, values![person.as_str(), now, idle]).await
    }

    /// Ends one session of the person.
    ///
    /// # Errors
    /// [`Problem::NotFound`], or when the database refuses.
    pub(crate) async fn end(db: &Db, person: &Id, id: &Id) -> Result<()> {
        let change = db.change(Actor::User(person.clone())).await?;
        let sql = "DELETE FROM session WHERE id = $1 AND person_id = $2";
        if change.execute(sql, values![id.as_str(), person.as_str()]).await? == 0 {
            return Err(DbError::from(Problem::NotFound));
        }
        change.commit(Event::new("session.ended", "session", id)).await
    }

    /// Ends all sessions of the person but this one.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn end_others(db: &Db, person: &Id, own: &Session) -> Result<()> {
        let change = db.change(Actor::User(person.clone())).await?;
        let count = Session::end_all(&change, person, Some(&own.hash)).await?;
        let detail = serde_json::json!({ "sessions": count });
        change.commit(Event::new("sessions.ended", "person", person).with(detail)).await
    }
}
