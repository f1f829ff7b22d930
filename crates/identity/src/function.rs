//! Functions that people hold at units, such as Rektor or Samordnare.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use serde::Serialize;

use crate::{UnitKind, Verb, Viewer};

/// A function. Tasks may be addressed to "Rektor at every school".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Function {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The kind of unit it sits at.
    pub unit_kind: String,
}

#[derive(FromQueryResult)]
struct FunctionRow {
    id: String,
    name: String,
    unit_kind: String,
}

impl Function {
    /// All functions by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries) -> Result<Vec<Self>> {
        let rows =
            db.all::<FunctionRow>("SELECT id, name, unit_kind FROM job_function ORDER BY sort_key", values![]).await?;
        let function = |row: FunctionRow| Self { id: Id::stored(row.id), name: row.name, unit_kind: row.unit_kind };
        Ok(rows.into_iter().map(function).collect())
    }

    /// The function with this id.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &impl Queries, id: &Id) -> Result<Option<Self>> {
        Ok(Self::list(db).await?.into_iter().find(|function| function.id == *id))
    }

    /// Adds a function at a kind of unit.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`], [`Problem::Invalid`], or when the database refuses.
    pub async fn add(db: &Db, viewer: &Viewer, name: &str, unit_kind: &str) -> Result<Id> {
        if !viewer.may_somewhere(Verb::Administer) {
            return Err(Problem::NotAllowed.into());
        }
        let mut errors = FormErrors::default();
        let name = errors.required("name", name, 100);
        if UnitKind::parse(unit_kind).is_none() {
            errors.add("unit_kind", FieldError::NotAChoice);
        }
        let change = db.change(viewer.actor()?).await?;
        check_free(&change, None, &name, unit_kind, &mut errors).await?;
        errors.check().map_err(Problem::from)?;
        let function = Self { id: change.new_id(), name, unit_kind: unit_kind.to_owned() };
        function.write(&change).await?;
        change.commit(Event::new("function.added", "function", &function.id)).await?;
        Ok(function.id)
    }

    /// Whether the viewer may rename it: everybody who holds it does so within the viewer's reach.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn may_rename(&self, db: &impl Queries, viewer: &Viewer) -> Result<bool> {
        let mut values = values![self.id.as_str()];
        let reach = viewer.reach(Verb::Administer, "u.path", &mut values);
        let sql = format!(
            "SELECT COUNT(*) FROM person_role r JOIN unit u ON u.id = r.unit_id WHERE r.function_id = $1 AND NOT {reach}"
        );
        Ok(viewer.may_somewhere(Verb::Administer) && db.number(&sql, values).await? == 0)
    }

    /// Gives it another name. Roles and tasks that point to it follow.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`], [`Problem::Invalid`], or when the database refuses.
    pub async fn rename(&self, db: &Db, viewer: &Viewer, name: &str) -> Result<()> {
        if !self.may_rename(db, viewer).await? {
            return Err(Problem::NotAllowed.into());
        }
        let mut errors = FormErrors::default();
        let name = errors.required("name", name, 100);
        let change = db.change(viewer.actor()?).await?;
        check_free(&change, Some(&self.id), &name, &self.unit_kind, &mut errors).await?;
        errors.check().map_err(Problem::from)?;
        let row = vec![("sort_key", swedish::sort_key(&name).into()), ("name", name.into())];
        change.update("job_function", &self.id, row).await?;
        change.commit(Event::new("function.renamed", "function", &self.id)).await
    }

    /// Writes a function within a change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn write(&self, change: &Change) -> Result<()> {
        let row = vec![
            ("id", self.id.as_str().into()),
            ("name", self.name.as_str().into()),
            ("sort_key", swedish::sort_key(&self.name).into()),
            ("unit_kind", self.unit_kind.as_str().into()),
        ];
        change.insert("job_function", row).await
    }
}

/// Notes an error when another function at the same kind of unit has the name.
async fn check_free(change: &Change, own: Option<&Id>, name: &str, kind: &str, errors: &mut FormErrors) -> Result<()> {
    let same = |other: &Function| {
        other.unit_kind == kind && swedish::fold(&other.name) == swedish::fold(name) && Some(&other.id) != own
    };
    if Function::list(change).await?.iter().any(same) {
        errors.add("name", FieldError::Taken);
    }
    Ok(())
}
