//! The first start of an empty installation: its operator founds the organisation and says who they are.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Actor, Db, DbError, Event, Queries, Result, values};
use identity::{Assignment, NewUnit, Person, Reach, Role, Viewer};
use serde::Serialize;
use swedish::sort_key;

/// What is still to be done before an installation can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Step {
    /// There is no organisation.
    Organisation,
    /// The operator has not said who they are.
    Yourself,
}

/// The person that the operator's one-time link signs in: the first administrator, or on an empty installation
/// somebody without name and role who may found the organisation.
///
/// # Errors
/// When the database refuses.
pub async fn operator(db: &Db, actor: Actor) -> Result<Id> {
    let administrator = "SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id JOIN unit u ON u.id = r.unit_id \
        WHERE p.active AND r.role = $1 AND r.valid_to IS NULL ORDER BY length(u.path), p.id";
    let founder = "SELECT id FROM person WHERE email = $1";
    for (sql, value) in [(administrator, Role::Administrator.as_str()), (founder, "")] {
        if let Some(id) = db.texts(sql, values![value]).await?.into_iter().next() {
            return Ok(Id::stored(id));
        }
    }
    let change = db.change(actor).await?;
    let id = change.new_id();
    let row = vec![
        ("id", id.as_str().into()),
        ("name", "".into()),
        ("sort_key", "".into()),
        // No address yet: the founder is asked for it.
        ("email", "".into()),
    ];
    change.insert("person", row).await?;
    change.commit(Event::new("person.added", "person", &id)).await?;
    Ok(id)
}

/// Whether there is no organisation yet.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn is_empty(db: &impl Queries) -> Result<bool> {
    Ok(db.rows("SELECT id FROM unit LIMIT 1", values![]).await?.is_empty())
}

/// What the person has to do before the installation can be used.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn step(db: &Db, person: &Person) -> Result<Option<Step>> {
    if is_empty(db).await? {
        return Ok(Some(Step::Organisation));
    }
    Ok(person.email.is_empty().then_some(Step::Yourself))
}

/// Founds the first organisation and makes the person its administrator and coordinator, who reads in the first plan.
///
/// # Errors
/// [`Problem::Refused`] when there is an organisation, [`Problem::Invalid`], or when the database refuses.
pub(crate) async fn found(db: &Db, viewer: &Viewer, new: &NewUnit) -> Result<Id> {
    let person = viewer.person.as_ref().ok_or(Problem::NotSignedIn)?;
    new.errors().check().map_err(Problem::from)?;
    let change = db.change(viewer.actor()?).await?;
    if !is_empty(&change).await? {
        return Err(Problem::Refused("organisation-founded").into());
    }
    let id = new.write(&change).await?;
    // Whoever founds the organisation runs the installation.
    let role = Assignment { reach: Reach::All, ..Assignment::new(&person.id, Role::Administrator, &id) };
    role.write(&change).await?;
    change.commit(Event::new("organisation.founded", "unit", &id)).await?;
    Ok(id)
}

/// Writes down who the founder is.
///
/// # Errors
/// [`Problem::NotAllowed`] for whoever has said it before, [`Problem::Invalid`], or when the database refuses.
pub(crate) async fn name_founder(db: &Db, viewer: &Viewer, name: &str, email: &str) -> Result<()> {
    let person = viewer.person.as_ref().ok_or(Problem::NotSignedIn)?;
    if !person.email.is_empty() {
        return Err(Problem::NotAllowed.into());
    }
    let mut errors = FormErrors::default();
    let name = errors.required("name", name, 200);
    let email = errors.required("email", email, 200);
    if !is_address(&email) {
        errors.add("email", FieldError::NotACode);
    }
    errors.check().map_err(Problem::from)?;
    let change = db.change(viewer.actor()?).await?;
    let row = vec![
        ("name", name.as_str().into()),
        ("sort_key", sort_key(&name).into()),
        ("email", email.to_lowercase().into()),
    ];
    match change.update("person", &person.id, row).await {
        Err(DbError::Taken(_)) => return Err(taken("email").into()),
        written => written?,
    };
    // From now on there is somebody to be: the link was for this once, and what is to come needs credentials.
    change.execute("UPDATE session SET ready = FALSE WHERE person_id = $1", values![person.id.as_str()]).await?;
    change.commit(Event::new("person.changed", "person", &person.id)).await
}

fn taken(field: &'static str) -> Problem {
    let mut errors = FormErrors::default();
    errors.add(field, FieldError::Taken);
    errors.into()
}

/// Whether a text is shaped like an address of e-mail: something, `@`, and a name with a dot.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let plain = !text
        .contains(|character: char| character.is_whitespace() || character.is_control() || ",;<>".contains(character));
    plain && !local.is_empty() && host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty())
}
