//! Opening a round: what is expected of whom is frozen.

use std::collections::{BTreeMap, BTreeSet};

use base::{FieldError, FormErrors, Id, Problem};
use db::{Change, Db, Event, Queries, Result, values};
use exchange::{Expected, ExpectedItem};
use identity::{Unit, Verb, Viewer};
use swedish::sort_key;

use super::Deadlines;

/// A round to be.
#[derive(Debug, Clone)]
pub struct NewRound {
    /// What it is called.
    pub title: String,
    /// The word of the source it is about.
    pub subject_kind: String,
    /// The thing it is about.
    pub subject: Id,
    /// The year it asks about.
    pub year: i16,
    /// A few words to all who answer.
    pub message: String,
    /// When things are due.
    pub deadlines: Deadlines,
}

impl Deadlines {
    /// Notes what is wrong with the order of the days, by field.
    pub fn check(&self, errors: &mut FormErrors) {
        if self.due < self.opens {
            errors.add("due", FieldError::TooEarly);
        }
        if self.closes < self.due {
            errors.add("closes", FieldError::TooEarly);
        }
        if self.locks.is_some_and(|locks| locks < self.closes) {
            errors.add("locks", FieldError::TooEarly);
        }
    }
}

impl NewRound {
    /// Opens the round for what its subject expects: each expected report is a row from now on. What is expected later does not
    /// change it; that is added and taken out with a reason.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write for the owner, nothing is expected of anybody,
    /// there is such a round already, or something is wrong with the form.
    pub async fn open(&self, db: &Db, viewer: &Viewer, expected: &Expected) -> Result<Id> {
        let mut errors = FormErrors::default();
        let title = errors.required("title", &self.title, 200);
        let message = errors.optional("message", &self.message, 2000);
        self.deadlines.check(&mut errors);
        errors.check().map_err(Problem::Invalid)?;
        if expected.items.iter().all(|item| item.from.is_empty()) {
            return Err(Problem::Refused("round-nothing-expected").into());
        }
        let change = db.change(viewer.actor()?).await?;
        let owner = Unit::find(&change, &expected.owner).await?.ok_or(Problem::NotFound)?;
        viewer.check(Verb::Write, &owner.path)?;
        self.check_first(&change).await?;
        let id = change.new_id();
        let days = &self.deadlines;
        let row = vec![
            ("id", id.as_str().into()),
            ("owner_id", owner.id.as_str().into()),
            ("title", title.as_str().into()),
            ("sort_key", sort_key(&title).into()),
            ("subject_kind", self.subject_kind.as_str().into()),
            ("subject_id", self.subject.as_str().into()),
            ("year", i64::from(self.year).into()),
            ("message", message.into()),
            ("opens_on", days.opens.to_string().into()),
            ("due_on", days.due.to_string().into()),
            ("closes_on", days.closes.to_string().into()),
            ("locks_on", days.locks.map(|day| day.to_string()).into()),
            ("previous_id", self.previous(&change).await?.into()),
            ("revision", 1_i64.into()),
            ("opened_at", change.at().as_microsecond().into()),
            ("ended_on", None::<String>.into()),
        ];
        change.insert("round", row).await?;
        let reports = write(&change, &id, 0, &expected.items).await?;
        let detail = serde_json::json!({ "year": self.year, "items": expected.items.len(), "reports": reports });
        change.commit(Event::new("round.opened", "round", &id).within(&owner.id).with(detail)).await?;
        Ok(id)
    }

    /// Of a thing and a year there is one round that has not ended.
    async fn check_first(&self, change: &Change) -> Result<()> {
        let sql =
            "SELECT COUNT(*) FROM round WHERE subject_kind = $1 AND subject_id = $2 AND year = $3 AND ended_on IS NULL";
        let values = values![self.subject_kind.as_str(), self.subject.as_str(), i64::from(self.year)];
        if change.number(sql, values).await? > 0 { Err(Problem::Refused("round-exists").into()) } else { Ok(()) }
    }

    /// The latest round about the same thing for a year before.
    async fn previous(&self, change: &Change) -> Result<Option<String>> {
        let sql = "SELECT id FROM round WHERE subject_kind = $1 AND subject_id = $2 AND year < $3 \
            ORDER BY year DESC, opened_at DESC LIMIT 1";
        let values = values![self.subject_kind.as_str(), self.subject.as_str(), i64::from(self.year)];
        Ok(change.texts(sql, values).await?.into_iter().next())
    }
}

/// Writes items with what is expected of whom, and tells how many reports that is.
pub(super) async fn write(change: &Change, round: &Id, first: i64, items: &[ExpectedItem]) -> Result<usize> {
    let (mut item_rows, mut report_rows) = (Vec::new(), Vec::new());
    for (position, item) in (first..).zip(by_section(items)) {
        let id = change.new_id();
        let section = item.section.as_ref();
        item_rows.push(vec![
            ("id", id.as_str().into()),
            ("round_id", round.as_str().into()),
            ("position", position.into()),
            ("item_key", item.key.as_str().into()),
            ("kind", item.kind.into()),
            ("number", item.number.as_str().into()),
            ("title", item.title.as_str().into()),
            ("section_key", section.map(|(key, _)| key.as_str()).unwrap_or_default().into()),
            ("section", section.map(|(_, title)| title.as_str()).unwrap_or_default().into()),
            ("href", item.href.clone().into()),
            ("minutes", i64::from(item.minutes).into()),
            ("form", serde_json::to_string(&item.form)?.into()),
        ]);
        let mut seen = BTreeSet::new();
        for (unit, leads) in item.from.iter().filter(|(unit, _)| seen.insert(unit.clone())) {
            report_rows.push(report_row(change, round, &id, unit, *leads, ""));
        }
    }
    let reports = report_rows.len();
    change.insert_all("round_item", item_rows).await?;
    change.insert_all("report", report_rows).await?;
    Ok(reports)
}

/// The items with those of one section together, the sections in the order in which they first come.
fn by_section(items: &[ExpectedItem]) -> Vec<&ExpectedItem> {
    let mut places: BTreeMap<Option<&Id>, usize> = BTreeMap::new();
    let mut placed = Vec::new();
    for item in items {
        let next = places.len();
        placed.push((*places.entry(item.section.as_ref().map(|(key, _)| key)).or_insert(next), item));
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, item)| item).collect()
}

/// The row of a report that nobody has written on.
pub(super) fn report_row(
    change: &Change,
    round: &Id,
    item: &Id,
    unit: &Id,
    leads: bool,
    reason: &str,
) -> Vec<(&'static str, db::Value)> {
    vec![
        ("id", change.new_id().as_str().into()),
        ("round_id", round.as_str().into()),
        ("item_id", item.as_str().into()),
        ("unit_id", unit.as_str().into()),
        ("leads", leads.into()),
        ("state", "expected".into()),
        ("revision", 1_i64.into()),
        ("typed", "{}".into()),
        ("reason", reason.into()),
    ]
}
