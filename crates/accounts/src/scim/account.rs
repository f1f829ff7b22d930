//! An account as another system sees it.

use base::Id;
use db::{FromQueryResult, Queries, Result, Value, sea_orm, values};
use serde_json::{Value as Json, json};

use super::details::{USER, parts_of};
use super::{Client, Fault, Filter};

/// Most users of one answer.
const MOST: i64 = 200;

/// An account of the client's organisation.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Account {
    /// The person's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Whether it is open.
    pub active: bool,
    /// What the other system calls the person to sign in; their address while nothing was said.
    pub user_name: String,
    /// What the other system calls the person.
    pub external_id: Option<String>,
    /// When the other system added it, in microseconds UTC.
    pub created_at: Option<i64>,
    /// When the other system changed it last.
    pub changed_at: Option<i64>,
    /// Whether the person has something to do in another organisation too.
    pub elsewhere: bool,
}

/// A part of a list.
#[derive(Debug)]
pub(crate) struct Listed {
    /// How many there are in all.
    pub total: i64,
    /// The place of the first, from one.
    pub start: i64,
    /// Those of this part.
    pub accounts: Vec<Account>,
}

/// Whom a client sees: whoever its system keeps; and whoever nobody keeps and who belongs to its organisation and to no other.
/// Values: the organisation, its path as a pattern, today.
const SEEN: &str = "p.email <> '' AND (s.person_id IS NOT NULL OR ( \
    NOT EXISTS (SELECT 1 FROM scim_user x WHERE x.person_id = p.id) \
    AND EXISTS (SELECT 1 FROM person_role r JOIN unit u ON u.id = r.unit_id WHERE r.person_id = p.id AND u.path LIKE $2) \
    AND NOT EXISTS (SELECT 1 FROM person_role r JOIN unit u ON u.id = r.unit_id WHERE r.person_id = p.id \
        AND (r.valid_to IS NULL OR r.valid_to >= $3) AND (r.reach = 'all' OR u.path NOT LIKE $2))))";

const FROM: &str = "FROM person p LEFT JOIN scim_user s ON s.person_id = p.id AND s.organisation_id = $1 WHERE";

const COLUMNS: &str = "p.id, p.name, p.email, p.active, COALESCE(s.user_name, p.email) AS user_name, s.external_id, \
    s.created_at, s.changed_at, EXISTS (SELECT 1 FROM person_role r JOIN unit u ON u.id = r.unit_id \
        WHERE r.person_id = p.id AND (r.valid_to IS NULL OR r.valid_to >= $3) \
        AND (r.reach = 'all' OR u.path NOT LIKE $2)) AS elsewhere";

impl Account {
    /// The account with this id.
    ///
    /// # Errors
    /// [`Fault::NotFound`], or when the database refuses.
    pub(crate) async fn find(
        db: &impl Queries,
        client: &Client,
        today: &str,
        id: &str,
    ) -> std::result::Result<Self, Fault> {
        let id = Id::parse(id).ok_or(Fault::NotFound)?;
        let mut values = seen(client, today);
        values.push(id.as_str().into());
        let sql = format!("SELECT {COLUMNS} {FROM} {SEEN} AND p.id = $4");
        db.optional::<Self>(&sql, values).await?.ok_or(Fault::NotFound)
    }

    /// Accounts from a place on, the oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn list(
        db: &impl Queries,
        client: &Client,
        today: &str,
        filter: &Filter,
        start: i64,
        count: i64,
    ) -> Result<Listed> {
        let mut values = seen(client, today);
        let only = match filter {
            Filter::All => "TRUE",
            Filter::UserName(name) => {
                values.push(name.as_str().into());
                "COALESCE(s.user_name, p.email) = $4"
            }
            Filter::ExternalId(id) => {
                values.push(id.as_str().into());
                "s.external_id = $4"
            }
        };
        let total = db.number(&format!("SELECT COUNT(*) {FROM} {SEEN} AND {only}"), values.clone()).await?;
        let (start, count) = (start.max(1), count.clamp(0, MOST));
        let part = format!("ORDER BY p.id LIMIT {count} OFFSET {}", start - 1);
        let accounts = db.all::<Self>(&format!("SELECT {COLUMNS} {FROM} {SEEN} AND {only} {part}"), values).await?;
        Ok(Listed { total, start, accounts })
    }

    /// The user as SCIM writes it; `origin` is the address of this site.
    pub(crate) fn json(&self, origin: &str) -> Json {
        let (given, family) = parts_of(&self.name);
        let time = |at: Option<i64>| at.map(|at| db::instant(at).to_string());
        let mut user = json!({
            "schemas": [USER],
            "id": self.id,
            "userName": self.user_name,
            "displayName": self.name,
            "name": { "formatted": self.name, "givenName": given, "familyName": family },
            "emails": [{ "value": self.email, "type": "work", "primary": true }],
            "active": self.active,
            "meta": { "resourceType": "User", "location": format!("{origin}/scim/v2/Users/{}", self.id) },
        });
        if let Some(id) = &self.external_id {
            user["externalId"] = json!(id);
        }
        for (name, at) in [("created", time(self.created_at)), ("lastModified", time(self.changed_at))] {
            if let Some(at) = at {
                user["meta"][name] = json!(at);
            }
        }
        user
    }
}

fn seen(client: &Client, today: &str) -> Vec<Value> {
    values![client.organisation.as_str(), format!("{}%", client.path), today]
}
