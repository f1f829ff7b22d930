//! What a form expects of whom: one answer from every unit of its kind within its reach.

use base::Id;
use db::{Db, Queries, Result, values};
use exchange::{Answer, Expected, ExpectedItem, ExpectedSource, Known, RoundSubject};
use identity::{Answering, Viewer};

use super::{OwnForm, Reach};

/// An organisation's own forms as something that rounds are opened about.
pub const SOURCE: ExpectedSource = ExpectedSource { kind: "form", subjects, expected };

fn subjects<'a>(db: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<RoundSubject>> {
    Box::pin(async move {
        let year = db.clock().today().year();
        let subject = |form: OwnForm| RoundSubject {
            id: form.id,
            title: form.title,
            owner: form.owner,
            owner_name: form.owner_name,
            // A form is about no years of its own: it is asked about the one before, this one or the next.
            years: (year - 1, year + 1),
        };
        Ok(OwnForm::askable(db, viewer).await?.into_iter().map(subject).collect())
    })
}

fn expected<'a>(db: &'a Db, viewer: &'a Viewer, id: &'a Id, _: i16, _: &'a [Known]) -> Answer<'a, Option<Expected>> {
    Box::pin(async move {
        let form = OwnForm::find(db, viewer, id).await?;
        let Some(form) = form.filter(|form| form.is_written_by(viewer) && !form.is_closed()) else { return Ok(None) };
        let Some(number) = form.published else { return Ok(None) };
        let Some(version) = form.version(db, number).await? else { return Ok(None) };
        let item = ExpectedItem {
            key: form.id.clone(),
            kind: SOURCE.kind,
            number: String::new(),
            title: form.title.clone(),
            section: None,
            form: version.definition,
            minutes: form.minutes,
            href: Some(format!("/forms/{}", form.id)),
            // Each answers for itself: none leads and reads what the others say.
            from: form.units(db).await?.into_iter().map(|unit| (unit, false)).collect(),
        };
        Ok(Some(Expected { title: form.title, owner: form.owner, items: vec![item], ..Expected::default() }))
    })
}

impl OwnForm {
    /// The units that fill it in: those of its kind within its reach that live today, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn units(&self, db: &Db) -> Result<Vec<Id>> {
        let today = db.clock().today().to_string();
        let area = match self.reach {
            Reach::Below => None,
            Reach::Area => Answering::load(db).await?.area(&self.owner).map(str::to_owned),
        };
        let within = area.as_ref().unwrap_or(&self.owner_path);
        let sql = "SELECT id FROM unit WHERE kind = $1 AND path LIKE $2 AND (valid_from IS NULL OR valid_from <= $3) \
            AND (valid_to IS NULL OR valid_to >= $3) ORDER BY sort_key, id";
        let values = values![self.unit_kind.as_str(), format!("{within}%"), today];
        Ok(db.texts(sql, values).await?.into_iter().map(Id::stored).collect())
    }
}
