//! People who sign in.

use std::collections::BTreeMap;

use base::Id;
use db::{Actor, Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use serde::Serialize;
use swedish::sort_key;

use crate::{Assignment, HeldRole, Reach, Role, Viewer};

/// A person with an account. Never a pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The address that notices go to.
    pub email: String,
    /// The language of the interface, `sv` or `en`.
    pub language: String,
}

/// A person to be added, with one role.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The id; `None` makes one.
    pub id: Option<Id>,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The role.
    pub role: Role,
    /// Where.
    pub unit: Id,
    /// The function, where there is one.
    pub function: Option<Id>,
}

#[derive(FromQueryResult)]
struct PersonRow {
    id: String,
    name: String,
    email: String,
    language: String,
}

#[derive(FromQueryResult)]
struct RoleRow {
    holder_id: String,
    role: String,
    unit_id: String,
    unit_name: String,
    path: String,
    function: Option<String>,
    reach: String,
    on_behalf_of: Option<String>,
}

/// The query for roles of one's own that hold on the day `$1`, and the roles of those one stands in for, of everybody whose own
/// row in `person` and whose row as a deputy meet the conditions. What was handed on is not handed on again.
fn held(own: &str, deputy: &str) -> String {
    format!(
        "SELECT h.holder_id, r.role, r.unit_id, u.name AS unit_name, u.path, f.name AS function, r.reach, \
         CASE WHEN h.away THEN p.name END AS on_behalf_of \
         FROM (SELECT id AS holder_id, id AS person_id, FALSE AS away FROM person WHERE {own} UNION ALL \
               SELECT DISTINCT deputy_id, person_id, TRUE FROM delegation WHERE {deputy} AND valid_from <= $1 AND valid_to >= $1) h \
         JOIN person p ON p.id = h.person_id AND p.active JOIN person_role r ON r.person_id = h.person_id \
         JOIN unit u ON u.id = r.unit_id LEFT JOIN job_function f ON f.id = r.function_id \
         WHERE (r.valid_from IS NULL OR r.valid_from <= $1) AND (r.valid_to IS NULL OR r.valid_to >= $1) \
         ORDER BY h.away, r.id"
    )
}

impl RoleRow {
    /// The role, unless it is one this program does not know, or one that is not handed on.
    fn held(self) -> Option<HeldRole> {
        let role = Role::parse(&self.role)?;
        if self.on_behalf_of.is_some() && !role.may_be_delegated() {
            return None;
        }
        // A reach that is not known goes no further than the narrowest.
        let reach = Reach::parse(&self.reach).unwrap_or(Reach::Own);
        let held = HeldRole::new(role, Id::stored(self.unit_id), self.unit_name, self.path);
        Some(HeldRole { function: self.function, reach, on_behalf_of: self.on_behalf_of, ..held })
    }
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self { id: Id::stored(row.id), name: row.name, email: row.email, language: row.language }
    }
}

const COLUMNS: &str = "SELECT id, name, email, language FROM person";

impl Person {
    /// The active person with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &Db, id: &Id) -> Result<Option<Self>> {
        let sql = format!("{COLUMNS} WHERE id = $1 AND active");
        Ok(db.optional::<PersonRow>(&sql, values![id.as_str()]).await?.map(Self::from))
    }

    /// All active people by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &Db) -> Result<Vec<Self>> {
        let sql = format!("{COLUMNS} WHERE active ORDER BY sort_key");
        Ok(db.all::<PersonRow>(&sql, values![]).await?.into_iter().map(Self::from).collect())
    }

    /// The roles the person holds today: their own, then those of whoever they stand in for.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn roles(db: &Db, id: &Id) -> Result<Vec<HeldRole>> {
        let held = held("id = $2", "deputy_id = $2");
        let rows = db.all::<RoleRow>(&held, values![db.clock().today().to_string(), id.as_str()]).await?;
        Ok(rows.into_iter().filter_map(RoleRow::held).collect())
    }

    /// All active people by name, each with the roles they hold today, as viewers.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn viewers(db: &Db) -> Result<Vec<Viewer>> {
        let rows = db.all::<RoleRow>(&held("TRUE", "TRUE"), values![db.clock().today().to_string()]).await?;
        let mut roles: BTreeMap<String, Vec<HeldRole>> = BTreeMap::new();
        for row in rows {
            let holder = row.holder_id.clone();
            roles.entry(holder).or_default().extend(row.held());
        }
        let viewer = |person: Self| Viewer {
            roles: roles.remove(person.id.as_str()).unwrap_or_default(),
            person: Some(person),
            errand: None,
        };
        Ok(Self::list(db).await?.into_iter().map(viewer).collect())
    }

    /// The person with their roles, as a viewer.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn viewer(db: &Db, id: &Id) -> Result<Viewer> {
        let Some(person) = Self::find(db, id).await? else { return Ok(Viewer::anybody()) };
        let roles = Self::roles(db, id).await?;
        Ok(Viewer { person: Some(person), roles, errand: None })
    }
}

impl NewPerson {
    /// Adds the person.
    ///
    /// # Errors
    /// [`db::DbError::Taken`] when the address is in use.
    pub async fn add(&self, db: &Db, actor: Actor) -> Result<Id> {
        let change = db.change(actor).await?;
        let id = self.write(&change).await?;
        change.commit(Event::new("person.added", "person", &id)).await?;
        Ok(id)
    }

    /// Writes the person within a larger change.
    ///
    /// # Errors
    /// [`db::DbError::Taken`] when the address is in use.
    pub async fn write(&self, change: &Change) -> Result<Id> {
        let id = self.id.clone().unwrap_or_else(|| change.new_id());
        let row = vec![
            ("id", id.as_str().into()),
            ("name", self.name.as_str().into()),
            ("sort_key", sort_key(&self.name).into()),
            ("email", self.email.as_str().into()),
        ];
        change.insert("person", row).await?;
        let role = Assignment { function: self.function.clone(), ..Assignment::new(&id, self.role, &self.unit) };
        role.write(change).await?;
        Ok(id)
    }
}
