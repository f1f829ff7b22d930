//! Finding units among thousands.

use base::Id;
use db::{FromQueryResult, PageRequest, Paged, Queries, Result, Value, sea_orm, values};
use serde::Serialize;
use swedish::fold;

use super::{COLUMNS, Unit, UnitKind, UnitRow};

/// What a list of units is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct UnitFilter {
    /// Words that name, other names or codes contain, all of them.
    pub text: String,
    /// Only this kind.
    pub kind: Option<UnitKind>,
    /// Only what lies at or below this path.
    pub below: Option<String>,
    /// Also units that have ended.
    pub ended: bool,
}

/// A unit as a choice in a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct UnitOption {
    /// The id.
    pub value: String,
    /// The name.
    pub text: String,
}

/// A unit with all its names, for matching what people write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The id.
    pub id: Id,
    /// The name today.
    pub name: String,
    /// Other and former names.
    pub also: Vec<String>,
    /// What it is.
    pub kind: UnitKind,
    /// Ids from the root down.
    pub path: String,
}

impl UnitFilter {
    /// The SQL condition under which unit `u` is let through; its values are appended.
    #[must_use]
    pub fn condition(&self, values: &mut Vec<Value>) -> String {
        let mut parts = vec!["TRUE".to_owned()];
        for word in fold(&self.text).split(' ').filter(|word| !word.is_empty()) {
            values.push(format!("%{}%", word.replace(['%', '_'], " ")).into());
            parts.push(format!("u.search LIKE ${}", values.len()));
        }
        if let Some(kind) = self.kind {
            values.push(kind.as_str().into());
            parts.push(format!("u.kind = ${}", values.len()));
        }
        if let Some(below) = &self.below {
            values.push(format!("{below}%").into());
            parts.push(format!("u.path LIKE ${}", values.len()));
        }
        if !self.ended {
            parts.push("u.valid_to IS NULL".to_owned());
        }
        parts.join(" AND ")
    }
}

impl Unit {
    /// A page of the units that the filter lets through, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, filter: &UnitFilter, page: PageRequest) -> Result<Paged<Self>> {
        let mut values = values![];
        let condition = filter.condition(&mut values);
        let total = db.number(&format!("SELECT COUNT(*) FROM unit u WHERE {condition}"), values.clone()).await?;
        let sql = format!(
            "SELECT {COLUMNS} FROM unit u WHERE {condition} ORDER BY u.sort_key, u.id LIMIT {} OFFSET {}",
            page.size,
            page.offset()
        );
        let rows = db.all::<UnitRow>(&sql, values).await?.into_iter().map(Self::from).collect();
        Ok(Paged::new(rows, page, total))
    }

    /// Living units of all kinds but schools and leisure centres, as choices for who is responsible.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn body_options(db: &impl Queries) -> Result<Vec<UnitOption>> {
        let sql = "SELECT id AS value, name AS text FROM unit WHERE valid_to IS NULL \
            AND kind NOT IN ('school_unit', 'leisure_centre') ORDER BY sort_key";
        db.all(sql, values![]).await
    }

    /// Every unit with all its names.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn register(db: &impl Queries) -> Result<Vec<Registered>> {
        #[derive(FromQueryResult)]
        struct Former {
            unit_id: String,
            name: String,
        }
        let former = db.all::<Former>("SELECT unit_id, name FROM unit_name", values![]).await?;
        let sql = format!("SELECT {COLUMNS} FROM unit u WHERE u.valid_to IS NULL ORDER BY u.sort_key, u.id");
        let units = db.all::<UnitRow>(&sql, values![]).await?.into_iter().map(Self::from);
        let registered = |mut unit: Self| {
            let before = former.iter().filter(|row| row.unit_id == unit.id.as_str()).map(|row| row.name.clone());
            unit.also.extend(before);
            Registered { id: unit.id, name: unit.name, also: unit.also, kind: unit.kind, path: unit.path }
        };
        Ok(units.map(registered).collect())
    }
}
