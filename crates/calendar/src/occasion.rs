//! Something that comes back in an organisation's year: when, what is to be done then, and by whom.

mod completion;
mod concern;
mod editing;
mod recurrence;

use base::Id;
use db::{FromQueryResult, Queries, Result, Value, sea_orm, values};
use identity::{UnitKind, Verb, Viewer};

pub use completion::Completion;
pub use concern::OwnUnit;
pub use editing::NewOccasion;
pub use recurrence::{Recurrence, Time};

/// An occasion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The id.
    pub id: Id,
    /// The unit whose year it belongs to.
    pub owner: Id,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's place in the tree.
    pub owner_path: String,
    /// What it is called, such as T1.
    pub name: String,
    /// What is to be done.
    pub what: String,
    /// Units of this kind at or below the owner are concerned; none for the owner alone.
    pub unit_kind: Option<UnitKind>,
    /// Whoever holds this function there is concerned, by name; empty for everybody who answers for the unit.
    pub function: String,
    /// When it comes back.
    pub recurrence: Recurrence,
    /// So many days before it begins it stands in people's work.
    pub days_ahead: u16,
    /// About how many minutes it takes.
    pub minutes: u16,
    /// Grows with every save.
    pub revision: i64,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    owner_id: String,
    owner_name: String,
    owner_path: String,
    name: String,
    what: String,
    unit_kind: String,
    job_function: String,
    first_from: String,
    first_to: String,
    every_years: i64,
    days_ahead: i64,
    minutes: i64,
    revision: i64,
}

const SELECT: &str = "SELECT o.id, o.owner_id, u.name AS owner_name, u.path AS owner_path, o.name, o.what, o.unit_kind, \
    o.job_function, o.first_from, o.first_to, o.every_years, o.days_ahead, o.minutes, o.revision \
    FROM occasion o JOIN unit u ON u.id = o.owner_id WHERE o.ended_on IS NULL";

impl Stored {
    /// The occasion; none where its days cannot be read.
    fn occasion(self) -> Option<Occasion> {
        let small = |number: i64| u16::try_from(number).unwrap_or_default();
        Some(Occasion {
            id: Id::stored(self.id),
            owner: Id::stored(self.owner_id),
            owner_name: self.owner_name,
            owner_path: self.owner_path,
            name: self.name,
            what: self.what,
            unit_kind: UnitKind::parse(&self.unit_kind),
            function: self.job_function,
            recurrence: Recurrence {
                from: self.first_from.parse().ok()?,
                to: self.first_to.parse().ok()?,
                every: i16::try_from(self.every_years).unwrap_or(1).max(1),
            },
            days_ahead: small(self.days_ahead),
            minutes: small(self.minutes),
            revision: self.revision,
        })
    }
}

impl Occasion {
    /// The occasion, if the viewer sees it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let mut values = values![id.as_str()];
        let visible = visible(viewer, &mut values);
        let row = db.optional::<Stored>(&format!("{SELECT} AND o.id = $1 AND {visible}"), values).await?;
        Ok(row.and_then(Stored::occasion))
    }

    /// The occasions that the viewer sees, by owner and then by day.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut values = values![];
        let visible = visible(viewer, &mut values);
        let order = "ORDER BY length(u.path), u.sort_key, u.id, substr(o.first_from, 6), o.id";
        let rows = db.all::<Stored>(&format!("{SELECT} AND {visible} {order}"), values).await?;
        Ok(rows.into_iter().filter_map(Stored::occasion).collect())
    }

    /// Whether the viewer may change it.
    #[must_use]
    pub fn may_write(&self, viewer: &Viewer) -> bool {
        viewer.may(Verb::Write, &self.owner_path)
    }
}

/// The condition under which a viewer sees an occasion `o` owned by unit `u`: they have a role at the owner, above it, or below it,
/// since an organisation's year is for all who work there.
fn visible(viewer: &Viewer, values: &mut Vec<Value>) -> String {
    let mut parts = vec![viewer.reach(Verb::See, "u.path", values)];
    for held in viewer.roles.iter().filter(|held| held.role.allows(Verb::See)) {
        for above in held.path.split('/').filter(|id| !id.is_empty()) {
            values.push(above.into());
            parts.push(format!("o.owner_id = ${}", values.len()));
        }
    }
    format!("({})", parts.join(" OR "))
}
