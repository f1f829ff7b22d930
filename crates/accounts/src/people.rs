//! The people of an organisation, as its administrators see them: those with a role within their reach.

mod addition;
mod roles;
mod standing;

use std::collections::BTreeMap;

use base::{Id, Problem};
use db::{Db, FromQueryResult, Queries, Result, Value, sea_orm, values};
use identity::{Reach, Role, Verb, Viewer};

pub(crate) use addition::{NewMember, change_details};
pub(crate) use roles::{Gift, end_role, give_role, keep_an_administrator};
pub(crate) use standing::{deactivate, reactivate};

/// Somebody with an account.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Whether they can sign in.
    pub active: bool,
    /// Whether they have signed in some time.
    pub joined: bool,
    /// Grows with every change of the details.
    pub revision: i64,
    /// Whether all they may do is within the viewer's reach, so that the viewer answers for the account itself.
    pub managed: bool,
    /// Their roles within the viewer's reach, those that hold first.
    pub roles: Vec<GivenRole>,
}

/// A role that was given, whether it holds today or not.
#[derive(Debug, Clone)]
pub(crate) struct GivenRole {
    /// The id.
    pub id: Id,
    /// The role.
    pub role: Role,
    /// How far it goes.
    pub reach: Reach,
    /// Where.
    pub unit: Id,
    /// The unit's name.
    pub unit_name: String,
    /// The unit's path.
    pub path: String,
    /// The function, where there is one.
    pub function: Option<String>,
    /// The first day, ISO.
    pub valid_from: Option<String>,
    /// The last day, ISO.
    pub valid_to: Option<String>,
}

#[derive(FromQueryResult)]
struct MemberRow {
    id: String,
    name: String,
    email: String,
    active: bool,
    joined_at: Option<i64>,
    revision: i64,
    managed: i64,
}

#[derive(FromQueryResult)]
struct GivenRow {
    id: String,
    person_id: String,
    role: String,
    reach: String,
    unit_id: String,
    unit_name: String,
    path: String,
    function: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
}

/// Roles that have not ended on the day that the first value holds.
const LASTS: &str = "(r.valid_to IS NULL OR r.valid_to >= $1)";

impl GivenRole {
    /// Whether it holds on a day, ISO.
    pub(crate) fn holds(&self, day: &str) -> bool {
        !self.has_ended(day) && self.valid_from.as_deref().is_none_or(|from| from <= day)
    }

    /// Whether it has ended before a day, ISO.
    pub(crate) fn has_ended(&self, day: &str) -> bool {
        self.valid_to.as_deref().is_some_and(|to| to < day)
    }
}

impl Member {
    /// Everybody the viewer sees, in Swedish order, with the roles the viewer sees.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn list(db: &Db, viewer: &Viewer) -> Result<Vec<Self>> {
        Self::select(db, viewer, None).await
    }

    /// One person, if the viewer sees them.
    ///
    /// # Errors
    /// [`Problem::NotFound`], or when the database refuses.
    pub(crate) async fn find(db: &Db, viewer: &Viewer, id: &Id) -> Result<Self> {
        let found = Self::select(db, viewer, Some(id)).await?;
        Ok(found.into_iter().next().ok_or(Problem::NotFound)?)
    }

    /// One person, if the viewer answers for the account.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotAllowed`], or when the database refuses.
    pub(crate) async fn find_managed(db: &Db, viewer: &Viewer, id: &Id) -> Result<Self> {
        let member = Self::find(db, viewer, id).await?;
        if member.managed { Ok(member) } else { Err(Problem::NotAllowed.into()) }
    }

    async fn select(db: &Db, viewer: &Viewer, id: Option<&Id>) -> Result<Vec<Self>> {
        let mut values = values![db.clock().today().to_string()];
        let (visible, outside) = conditions(viewer, &mut values);
        let only = match id {
            Some(id) => {
                values.push(id.as_str().into());
                format!("p.id = ${}", values.len())
            }
            None => "TRUE".to_owned(),
        };
        let sql = format!(
            "SELECT p.id, p.name, p.email, p.active, p.joined_at, p.revision, \
             CAST(CASE WHEN {outside} THEN 0 ELSE 1 END AS BIGINT) AS managed \
             FROM person p WHERE p.email <> '' AND {only} AND {visible} ORDER BY p.sort_key, p.id"
        );
        let rows = db.all::<MemberRow>(&sql, values).await?;
        let mut roles = given_roles(db, viewer, id).await?;
        let member = |row: MemberRow| Self {
            roles: roles.remove(&row.id).unwrap_or_default(),
            id: Id::stored(row.id),
            name: row.name,
            email: row.email,
            active: row.active,
            joined: row.joined_at.is_some(),
            revision: row.revision,
            managed: row.managed == 1,
        };
        Ok(rows.into_iter().map(member).collect())
    }
}

/// Who is seen: whoever has a role within reach that has not ended; where there is none left anywhere, whoever had one.
/// And who has, besides, something outside it. The first value is today.
fn conditions(viewer: &Viewer, values: &mut Vec<Value>) -> (String, String) {
    let reach = viewer.reach(Verb::Administer, "u.path", values);
    let role = "SELECT 1 FROM person_role r JOIN unit u ON u.id = r.unit_id WHERE r.person_id = p.id";
    let mut visible = vec![
        format!("EXISTS ({role} AND {LASTS} AND {reach})"),
        format!("(NOT EXISTS ({role} AND {LASTS}) AND EXISTS ({role} AND {reach}))"),
    ];
    if viewer.covers(Verb::Administer, "", Reach::All) {
        visible.push(format!("NOT EXISTS ({role})"));
    }
    // A role that goes further than its unit's place says is outside everybody's reach but theirs who go as far.
    let wide = if viewer.covers(Verb::Administer, "", Reach::All) { "FALSE" } else { "r.reach = 'all'" };
    let outside = format!("EXISTS ({role} AND {LASTS} AND ({wide} OR NOT {reach}))");
    (format!("({})", visible.join(" OR ")), outside)
}

/// Roles within the viewer's reach by person, those that hold or will hold first.
async fn given_roles(db: &Db, viewer: &Viewer, person: Option<&Id>) -> Result<BTreeMap<String, Vec<GivenRole>>> {
    let mut values = values![db.clock().today().to_string()];
    let reach = viewer.reach(Verb::Administer, "u.path", &mut values);
    let only = match person {
        Some(person) => {
            values.push(person.as_str().into());
            format!("r.person_id = ${}", values.len())
        }
        None => "TRUE".to_owned(),
    };
    let sql = format!(
        "SELECT r.id, r.person_id, r.role, r.reach, r.unit_id, u.name AS unit_name, u.path, f.name AS function, \
         r.valid_from, r.valid_to FROM person_role r JOIN unit u ON u.id = r.unit_id \
         LEFT JOIN job_function f ON f.id = r.function_id WHERE {only} AND {reach} \
         ORDER BY CASE WHEN {LASTS} THEN 0 ELSE 1 END, u.sort_key, r.id"
    );
    let mut by_person: BTreeMap<String, Vec<GivenRole>> = BTreeMap::new();
    for row in db.all::<GivenRow>(&sql, values).await? {
        let Some(role) = Role::parse(&row.role) else { continue };
        by_person.entry(row.person_id).or_default().push(GivenRole {
            id: Id::stored(row.id),
            role,
            reach: Reach::parse(&row.reach).unwrap_or(Reach::Own),
            unit: Id::stored(row.unit_id),
            unit_name: row.unit_name,
            path: row.path,
            function: row.function,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        });
    }
    Ok(by_person)
}
