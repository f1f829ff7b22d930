//! A form begins, from a ready one or empty.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Actor, Change, Db, Event, Result};
use forms::Form;
use identity::{Unit, UnitKind, Verb, Viewer};
use swedish::sort_key;

use super::{FormVersion, Reach};

/// Most minutes that filling in may be said to take: a working week.
const MOST_MINUTES: u16 = 2400;

/// A form to be.
#[derive(Debug, Clone)]
pub struct NewForm {
    /// The id; `None` makes one. Example forms have readable ones.
    pub id: Option<Id>,
    /// The unit that owns it.
    pub owner: Id,
    /// What it is to be.
    pub settings: Settings,
    /// What it asks to begin with.
    pub definition: Form,
}

/// What a form is, apart from what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What it is called.
    pub title: String,
    /// Which kind of unit fills it in.
    pub unit_kind: Option<UnitKind>,
    /// Where these are looked for.
    pub reach: Reach,
    /// About how many minutes it takes.
    pub minutes: Option<u16>,
}

impl Settings {
    /// The columns they are kept in.
    ///
    /// # Errors
    /// What is wrong with them, by field.
    pub(super) fn columns(&self) -> std::result::Result<Vec<(&'static str, db::Value)>, FormErrors> {
        let mut errors = FormErrors::default();
        let title = errors.required("title", &self.title, 200);
        if self.unit_kind.is_none_or(UnitKind::is_group) {
            errors.add("unit_kind", FieldError::NotAChoice);
        }
        if self.minutes.is_none_or(|minutes| minutes == 0 || minutes > MOST_MINUTES) {
            errors.add("minutes", FieldError::NotANumber);
        }
        errors.check()?;
        Ok(vec![
            ("sort_key", sort_key(&title).into()),
            ("title", title.into()),
            ("unit_kind", self.unit_kind.unwrap_or(UnitKind::Other).as_str().into()),
            ("reach", self.reach.as_str().into()),
            ("minutes", i64::from(self.minutes.unwrap_or_default()).into()),
        ])
    }
}

impl NewForm {
    /// Begins the form for a viewer who may write for the owner.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the owner is unknown or not the viewer's to write for, or something is wrong
    /// with the settings.
    pub async fn begin(&self, db: &Db, viewer: &Viewer) -> Result<Id> {
        let Some(owner) = Unit::find(db, &self.owner).await? else { return Err(Problem::NotFound.into()) };
        viewer.check(Verb::Write, &owner.path)?;
        self.begin_as(db, viewer.actor()?).await
    }

    /// Begins the form for a command on the server.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when something is wrong with the settings.
    pub async fn begin_as(&self, db: &Db, actor: Actor) -> Result<Id> {
        let change = db.change(actor).await?;
        let id = self.write(&change).await?;
        let detail = serde_json::json!({ "questions": self.definition.fields().count() });
        change.commit(Event::new("form.begun", "form", &id).within(&self.owner).with(detail)).await?;
        Ok(id)
    }

    async fn write(&self, change: &Change) -> Result<Id> {
        let id = self.id.clone().unwrap_or_else(|| change.new_id());
        let mut row = self.settings.columns().map_err(Problem::Invalid)?;
        row.extend([
            ("id", id.as_str().into()),
            ("owner_id", self.owner.as_str().into()),
            ("revision", 1_i64.into()),
            ("created_at", change.at().as_microsecond().into()),
        ]);
        change.insert("form", row).await?;
        FormVersion::begin(change, &id, 1, &self.definition).await?;
        Ok(id)
    }
}
