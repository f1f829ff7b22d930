//! A person's app for one-time codes.

use base::{FieldError, FormErrors, Id, Problem};
use credentials::Secret;
use db::{Actor, Change, Db, DbError, Event, FromQueryResult, Queries, Result, sea_orm, values};
use keys::Place;
use web::Session;

use crate::ceremony::{Ceremony, Kind};

#[derive(FromQueryResult)]
struct Row {
    secret: String,
    last_step: i64,
}

/// Begins to add an app and returns the ceremony's token. The one there is works until the new one has shown a code.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn begin(db: &Db, person: &Id) -> Result<String> {
    let secret = Secret::new(db.randomness());
    let change = db.change(Actor::User(person.clone())).await?;
    let token = Ceremony::begin(db, &change, Kind::NewSecondFactor, Some(person), &secret.letters()).await?;
    change.commit(Event::new("second_factor.begun", "person", person)).await?;
    Ok(token)
}

/// The secret of an app that is being added, with its ceremony.
///
/// # Errors
/// [`Problem::Refused`] when nothing is under way, or when the database refuses.
pub(crate) async fn begun(db: &Db, person: &Id, token: Option<&str>) -> Result<(Ceremony, Secret)> {
    let ceremony = Ceremony::find(db, Kind::NewSecondFactor, token).await?;
    if ceremony.person.as_ref() != Some(person) {
        return Err(Problem::Refused("ceremony-over").into());
    }
    let secret = Secret::parse(&ceremony.state).ok_or_else(|| DbError::Stored("a secret in a ceremony".to_owned()))?;
    Ok((ceremony, secret))
}

/// Adds the app once it has shown a code; all other sessions end.
///
/// # Errors
/// [`Problem::Invalid`], or when the database refuses.
pub(crate) async fn add(db: &Db, person: &Id, session: &Session, token: Option<&str>, code: &str) -> Result<()> {
    let (ceremony, secret) = begun(db, person, token).await?;
    let change = db.change(Actor::User(person.clone())).await?;
    let Some(step) = secret.step(code, change.at().as_second(), 0) else {
        let mut errors = FormErrors::default();
        errors.add("code", FieldError::NotRight);
        return Err(Problem::from(errors).into());
    };
    ceremony.end(&change).await?;
    write(db, &change, person, &secret, step).await?;
    super::end_elsewhere(&change, person, session).await?;
    super::tell(db, &change, person, "second-factor-added").await?;
    change.commit(Event::new("second_factor.added", "person", person)).await
}

/// Whether a code is the person's now. It is used up by that, within the change.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn spend(db: &Db, change: &Change, person: &Id, code: &str) -> Result<bool> {
    let sql = "SELECT secret, last_step FROM second_factor WHERE person_id = $1";
    let Some(row) = change.optional::<Row>(sql, values![person.as_str()]).await? else { return Ok(false) };
    let letters = super::opened(db, &place(person.as_str()), &row.secret)?;
    let secret = Secret::parse(&letters).ok_or_else(|| DbError::Stored("secret of second_factor".to_owned()))?;
    let Some(step) = secret.step(code, change.at().as_second(), row.last_step) else { return Ok(false) };
    // Of two who show the same code at once, one is first.
    let claim = "UPDATE second_factor SET last_step = $2 WHERE person_id = $1 AND last_step < $2";
    Ok(change.execute(claim, values![person.as_str(), step]).await? == 1)
}

/// Stores a secret within a change.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn write(db: &Db, change: &Change, person: &Id, secret: &Secret, last_step: i64) -> Result<()> {
    let sealed = db.keys().seal(db.randomness(), &place(person.as_str()), secret.letters().as_bytes());
    let sql = "INSERT INTO second_factor (person_id, secret, last_step, added_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step, \
        added_at = excluded.added_at";
    let now = change.at().as_microsecond();
    change.execute(sql, values![person.as_str(), sealed, last_step, now]).await.map(drop)
}

fn place(person: &str) -> Place<'_> {
    Place { table: "second_factor", column: "secret", row: person }
}
