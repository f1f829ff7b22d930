//! Standing in for somebody who is away: a deputy has their roles from one day to another.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::json;

use crate::people::Member;

/// The longest time that somebody stands in for another, in days; after that a role is given.
pub(crate) const MOST_DAYS: i64 = 366;

/// One person stands in for another.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Delegation {
    /// The id.
    pub id: String,
    /// Who is away.
    pub person_id: String,
    /// Their name.
    pub person: String,
    /// Who stands in.
    pub deputy: String,
    /// The first day, ISO.
    pub valid_from: String,
    /// The last day, ISO.
    pub valid_to: String,
}

/// A delegation as it is written in a form.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewDelegation {
    /// The deputy's address.
    pub deputy: String,
    /// The first day, ISO.
    pub valid_from: String,
    /// The last day, ISO.
    pub valid_to: String,
}

const COLUMNS: &str = "SELECT d.id, d.person_id, p.name AS person, s.name AS deputy, d.valid_from, d.valid_to \
    FROM delegation d JOIN person p ON p.id = d.person_id JOIN person s ON s.id = d.deputy_id";

impl Delegation {
    /// Who stands in for the person, now or later.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn of(db: &Db, person: &Id) -> Result<Vec<Self>> {
        Self::select(db, "d.person_id = $1", person).await
    }

    /// Whom the person stands in for, now or later.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn by(db: &Db, deputy: &Id) -> Result<Vec<Self>> {
        Self::select(db, "d.deputy_id = $1", deputy).await
    }

    async fn select(db: &Db, condition: &str, person: &Id) -> Result<Vec<Self>> {
        let sql = format!("{COLUMNS} WHERE {condition} AND d.valid_to >= $2 ORDER BY d.valid_from, d.id");
        db.all(&sql, values![person.as_str(), db.clock().today().to_string()]).await
    }

    /// Ends it at once. Whoever is away may, and whoever answers for their account.
    ///
    /// # Errors
    /// [`Problem::NotFound`], or when the database refuses.
    pub(crate) async fn end(db: &Db, viewer: &Viewer, id: &Id) -> Result<Self> {
        let found = db.optional::<Self>(&format!("{COLUMNS} WHERE d.id = $1"), values![id.as_str()]).await?;
        let found = found.ok_or(Problem::NotFound)?;
        let away = Id::stored(found.person_id.clone());
        if !is_self(viewer, &away) && Member::find_managed(db, viewer, &away).await.is_err() {
            return Err(Problem::NotFound.into());
        }
        let change = db.change(viewer.actor()?).await?;
        change.execute("DELETE FROM delegation WHERE id = $1", values![id.as_str()]).await?;
        change.commit(Event::new("delegation.ended", "person", &away).with(json!({ "delegation": id }))).await?;
        Ok(found)
    }
}

impl NewDelegation {
    /// Lets another stand in for a person: for oneself, or for somebody whose account the viewer answers for.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotAllowed`], [`Problem::Invalid`], or when the database refuses.
    pub(crate) async fn write(&self, db: &Db, viewer: &Viewer, person: &Id) -> Result<()> {
        if !is_self(viewer, person) {
            Member::find_managed(db, viewer, person).await?;
        }
        let mut errors = FormErrors::default();
        let days = self.days(db.clock().today(), &mut errors);
        let deputy = colleague(db, person, &self.deputy).await?;
        if deputy.is_none() {
            errors.add("deputy", if self.deputy.trim().is_empty() { FieldError::Missing } else { FieldError::Unknown });
        }
        errors.check().map_err(Problem::from)?;
        let (Some((from, to)), Some(deputy)) = (days, deputy) else { return Err(Problem::Malformed.into()) };
        let change = db.change(viewer.actor()?).await?;
        let id = change.new_id();
        let row = vec![
            ("id", id.as_str().into()),
            ("person_id", person.as_str().into()),
            ("deputy_id", deputy.as_str().into()),
            ("valid_from", from.to_string().into()),
            ("valid_to", to.to_string().into()),
        ];
        change.insert("delegation", row).await?;
        let detail = json!({ "delegation": id, "deputy": deputy, "from": from.to_string(), "to": to.to_string() });
        change.commit(Event::new("delegation.made", "person", person).with(detail)).await
    }

    fn days(&self, today: Date, errors: &mut FormErrors) -> Option<(Date, Date)> {
        let mut day = |field: &'static str, text: &str| match text.trim().parse::<Date>() {
            Ok(day) => Some(day),
            Err(_) => {
                errors.add(field, if text.trim().is_empty() { FieldError::Missing } else { FieldError::NotADate });
                None
            }
        };
        let (from, to) = (day("valid_from", &self.valid_from)?, day("valid_to", &self.valid_to)?);
        let last = from.checked_add(MOST_DAYS.days()).unwrap_or(Date::MAX);
        if to < from || to < today {
            errors.add("valid_to", FieldError::TooEarly);
        }
        if to > last {
            errors.add("valid_to", FieldError::TooLate);
        }
        Some((from, to))
    }
}

fn is_self(viewer: &Viewer, person: &Id) -> bool {
    viewer.person.as_ref().is_some_and(|own| own.id == *person)
}

/// Somebody else with this address who works in the same organisation today: below the same root.
async fn colleague(db: &Db, person: &Id, email: &str) -> Result<Option<Id>> {
    let sql = "SELECT DISTINCT p.id FROM person p JOIN person_role r ON r.person_id = p.id JOIN unit u ON u.id = r.unit_id \
        WHERE p.email = $2 AND p.id <> $1 AND p.active AND (r.valid_to IS NULL OR r.valid_to >= $3) AND EXISTS ( \
        SELECT 1 FROM person_role o JOIN unit v ON v.id = o.unit_id JOIN unit top ON top.parent_id IS NULL \
        WHERE o.person_id = $1 AND (o.valid_to IS NULL OR o.valid_to >= $3) \
        AND u.path LIKE top.path || '%' AND v.path LIKE top.path || '%')";
    let email = email.trim().to_lowercase();
    let found = db.texts(sql, values![person.as_str(), email, db.clock().today().to_string()]).await?;
    Ok(found.into_iter().next().map(Id::stored))
}
