//! What a round asks about, frozen when it was opened.

use base::Id;
use db::{FromQueryResult, Queries, Result, sea_orm, values};
use forms::Form;

use super::Round;

/// One thing that units answer about.
#[derive(Debug, Clone)]
pub struct Item {
    /// The id.
    pub id: Id,
    /// What it is about; the same in every round.
    pub key: Id,
    /// The kind of thing: `action`, `goal`, `form`.
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Its words.
    pub title: String,
    /// The key of what it stands under; empty for nothing.
    pub section_key: String,
    /// What it stands under.
    pub section: String,
    /// Where one reads about it.
    pub href: Option<String>,
    /// About how many minutes it takes.
    pub minutes: u16,
    /// The form to fill in.
    pub form: Form,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    item_key: String,
    kind: String,
    number: String,
    title: String,
    section_key: String,
    section: String,
    href: Option<String>,
    minutes: i64,
    form: String,
}

const COLUMNS: &str = "id, item_key, kind, number, title, section_key, section, href, minutes";

impl TryFrom<Stored> for Item {
    type Error = db::DbError;

    fn try_from(row: Stored) -> Result<Self> {
        Ok(Self {
            id: Id::stored(row.id),
            key: Id::stored(row.item_key),
            kind: row.kind,
            number: row.number,
            title: row.title,
            section_key: row.section_key,
            section: row.section,
            href: row.href,
            minutes: u16::try_from(row.minutes).unwrap_or_default(),
            form: serde_json::from_str(&row.form)?,
        })
    }
}

impl Item {
    /// The item. Whoever calls has found its round through the viewer.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn find(db: &impl Queries, round: &Id, id: &Id) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS}, form FROM round_item WHERE id = $1 AND round_id = $2");
        db.optional::<Stored>(&sql, values![id.as_str(), round.as_str()]).await?.map(Self::try_from).transpose()
    }

    /// What the item is called: its number and words.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.number, self.title).trim().to_owned()
    }
}

impl Round {
    /// What the round asks about, in order, with its forms.
    ///
    /// # Errors
    /// When the database refuses, or what it holds cannot be read.
    pub async fn items(&self, db: &impl Queries) -> Result<Vec<Item>> {
        let sql = format!("SELECT {COLUMNS}, form FROM round_item WHERE round_id = $1 ORDER BY position");
        db.all::<Stored>(&sql, values![self.id.as_str()]).await?.into_iter().map(Item::try_from).collect()
    }

    /// What the round asks about, in order; the forms are left empty, where nobody fills them in.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn headings(&self, db: &impl Queries) -> Result<Vec<Item>> {
        let empty = r#"'{"parts":[]}'"#;
        let sql = format!("SELECT {COLUMNS}, {empty} AS form FROM round_item WHERE round_id = $1 ORDER BY position");
        db.all::<Stored>(&sql, values![self.id.as_str()]).await?.into_iter().map(Item::try_from).collect()
    }
}
