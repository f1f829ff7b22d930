//! A new person with their first role, and a person's name and address.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, DbError, Event, Result, values};
use identity::Viewer;
use serde_json::json;
use swedish::sort_key;

use super::{Gift, Member, roles};
use crate::credentials::tell;
use crate::founding::is_address;

/// A person to be added.
#[derive(Debug, Clone)]
pub(crate) struct NewMember {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The first role.
    pub gift: Gift,
}

impl NewMember {
    /// Adds the person with the role.
    ///
    /// # Errors
    /// [`Problem::Invalid`], [`Problem::NotAllowed`] where the role goes further than the viewer's own reach, or when the
    /// database refuses.
    pub(crate) async fn add(&self, db: &Db, viewer: &Viewer) -> Result<Id> {
        let mut errors = FormErrors::default();
        let (name, email) = details(&mut errors, &self.name, &self.email);
        let role = roles::check(db, viewer, &self.gift, &mut errors).await?;
        errors.check().map_err(Problem::from)?;
        let Some(role) = role else { return Err(Problem::Malformed.into()) };
        let change = db.change(viewer.actor()?).await?;
        let id = change.new_id();
        let row = vec![
            ("id", id.as_str().into()),
            ("name", name.as_str().into()),
            ("sort_key", sort_key(&name).into()),
            ("email", email.into()),
        ];
        change.insert("person", row).await.map_err(taken)?;
        let event = roles::write(&change, &id, &role).await?;
        change.commit_all(vec![Event::new("person.added", "person", &id).within(&role.unit), event]).await?;
        Ok(id)
    }
}

/// Changes a person's name and address; whoever started from an older version is told.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Invalid`], [`Problem::Conflict`], or when the database refuses.
pub(crate) async fn change_details(
    db: &Db,
    viewer: &Viewer,
    id: &Id,
    revision: i64,
    name: &str,
    email: &str,
) -> Result<()> {
    let member = Member::find_managed(db, viewer, id).await?;
    let mut errors = FormErrors::default();
    let (name, email) = details(&mut errors, name, email);
    errors.check().map_err(Problem::from)?;
    let change = db.change(viewer.actor()?).await?;
    let fields = json!({ "name": name != member.name, "email": email != member.email });
    if email != member.email {
        // Before it is changed, so that it goes to the old address.
        tell(db, &change, id, "address-changed").await?;
    }
    write_details(&change, id, revision, &name, &email).await?;
    change.commit(Event::new("person.changed", "person", id).with(fields)).await
}

async fn write_details(change: &Change, id: &Id, revision: i64, name: &str, email: &str) -> Result<()> {
    let sql = "UPDATE person SET name = $3, sort_key = $4, email = $5, revision = revision + 1 \
        WHERE id = $1 AND revision = $2";
    let written = change.execute(sql, values![id.as_str(), revision, name, sort_key(name), email]).await;
    if written.map_err(taken)? == 0 { Err(Problem::Conflict.into()) } else { Ok(()) }
}

fn details(errors: &mut FormErrors, name: &str, email: &str) -> (String, String) {
    let name = errors.required("name", name, 200);
    let email = errors.required("email", email, 200).to_lowercase();
    if !is_address(&email) {
        errors.add("email", FieldError::NotACode);
    }
    (name, email)
}

fn taken(error: DbError) -> DbError {
    match error {
        DbError::Taken(_) => {
            let mut errors = FormErrors::default();
            errors.add("email", FieldError::Taken);
            Problem::Invalid(errors).into()
        }
        other => other,
    }
}
