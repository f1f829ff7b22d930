//! What is expected after the opening: added and taken out one by one, or brought in line with what the subject expects now.

use std::collections::{BTreeMap, BTreeSet};

use base::{FormErrors, Id, Problem};
use db::{Change, Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use exchange::{Expected, ExpectedItem};
use identity::{Unit, Verb, Viewer};
use serde::Serialize;

use super::{Item, Round, opening};

/// An answer that a unit owes, or does not owe any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// What it is about, by its key.
    pub key: Id,
    /// What that is called.
    pub item: String,
    /// The unit.
    pub unit: Id,
    /// Its name.
    pub unit_name: String,
}

/// How what the subject expects now differs from what was frozen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Differences {
    /// Expected now and not in the round.
    pub added: Vec<Owed>,
    /// In the round and not expected now.
    pub removed: Vec<Owed>,
}

/// A change of a round after its opening.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Noted {
    /// When, in microseconds UTC.
    pub at: i64,
    /// Who did it.
    pub who: String,
    /// `added`, `removed`, `extended`, `rescheduled`, `transferred`.
    pub kind: String,
    /// The unit it is about.
    pub unit: Option<String>,
    /// The item it is about.
    pub item: Option<String>,
    /// Why.
    pub reason: String,
}

#[derive(FromQueryResult)]
struct Frozen {
    id: String,
    item_key: String,
    number: String,
    title: String,
    unit_id: String,
    unit_name: String,
    state: String,
}

/// Who did something, by the columns of notes and steps `n`.
pub(crate) const WHO: &str = "COALESCE((SELECT p.name FROM person p WHERE p.id = n.actor AND n.actor_kind = 'user'), \
    (SELECT l.holder_name FROM access_link l WHERE l.id = n.actor AND n.actor_kind = 'link'), n.actor)";

/// The columns that tell who makes a change.
pub(crate) fn author(change: &Change) -> (&'static str, String) {
    match change.actor() {
        db::Actor::User(id) => ("user", id.to_string()),
        db::Actor::Command(name) => ("command", (*name).to_owned()),
        db::Actor::Link(id) => ("link", id.to_string()),
    }
}

/// Writes down that a round as a whole was changed, and why.
pub(super) async fn note(change: &Change, round: &Id, kind: &str, reason: &str) -> Result<()> {
    note_about(change, round, kind, None, None, reason).await
}

/// Writes down what was changed about a unit or an item, and why.
pub(crate) async fn note_about(
    change: &Change,
    round: &Id,
    kind: &str,
    unit: Option<&Id>,
    item: Option<&Id>,
    reason: &str,
) -> Result<()> {
    let (actor_kind, actor) = author(change);
    let row = vec![
        ("id", change.new_id().as_str().into()),
        ("round_id", round.as_str().into()),
        ("at", change.at().as_microsecond().into()),
        ("actor_kind", actor_kind.into()),
        ("actor", actor.into()),
        ("kind", kind.into()),
        ("unit_id", unit.map(Id::as_str).into()),
        ("item_id", item.map(Id::as_str).into()),
        ("reason", reason.into()),
    ];
    change.insert("round_note", row).await
}

impl Round {
    /// What was changed after the opening, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn notes(&self, db: &impl Queries) -> Result<Vec<Noted>> {
        // Who is excused is written down with the report.
        let sql = format!(
            "SELECT n.at, {WHO} AS who, n.kind, u.name AS unit, i.title AS item, n.reason, n.id FROM round_note n \
             LEFT JOIN unit u ON u.id = n.unit_id LEFT JOIN round_item i ON i.id = n.item_id WHERE n.round_id = $1 \
             UNION ALL SELECT n.at, {WHO} AS who, n.kind, u.name AS unit, i.title AS item, n.note AS reason, n.id \
             FROM report_step n JOIN report x ON x.id = n.report_id JOIN unit u ON u.id = x.unit_id \
             JOIN round_item i ON i.id = x.item_id WHERE x.round_id = $1 AND n.kind IN ('excused', 'expected') \
             ORDER BY 1 DESC, 7 DESC"
        );
        db.all(&sql, values![self.id.as_str()]).await
    }

    /// Expects an answer about an item from one unit more.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the round has ended, item or unit is unknown, the
    /// unit owes it already, or the reason is missing.
    pub async fn add(db: &Db, viewer: &Viewer, id: &Id, item: &Id, unit: &Id, reason: &str) -> Result<()> {
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 500);
        errors.check().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let round = Self::claim(&change, viewer, Verb::Write, id).await?;
        let item = Item::find(&change, id, item).await?.ok_or(Problem::NotFound)?;
        let unit = Unit::today(&change, unit).await?.ok_or(Problem::NotFound)?;
        if !expect(&change, id, &item.id, &unit.id, false, &reason).await? {
            return Err(Problem::Refused("report-expected-already").into());
        }
        note_about(&change, id, "added", Some(&unit.id), Some(&item.id), &reason).await?;
        let detail = serde_json::json!({ "item": item.id, "unit": unit.id });
        change.commit(Event::new("round.report_added", "round", id).within(&round.owner).with(detail)).await
    }

    /// How what the subject expects now differs from what was frozen when the round was opened.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn differences(&self, db: &impl Queries, expected: &Expected) -> Result<Differences> {
        let frozen = self.frozen(db).await?;
        let known: BTreeSet<(&str, &str)> = frozen
            .iter()
            .filter(|row| row.state != "removed")
            .map(|row| (row.item_key.as_str(), row.unit_id.as_str()))
            .collect();
        let now: BTreeSet<(&str, &str)> = expected
            .items
            .iter()
            .flat_map(|item| item.from.iter().map(|(unit, _)| (item.key.as_str(), unit.as_str())))
            .collect();
        let names = names(db, now.difference(&known).map(|(_, unit)| *unit)).await?;
        let added = expected.items.iter().flat_map(|item| {
            let new = item.from.iter().filter(|(unit, _)| !known.contains(&(item.key.as_str(), unit.as_str())));
            new.map(|(unit, _)| Owed {
                key: item.key.clone(),
                item: format!("{} {}", item.number, item.title).trim().to_owned(),
                unit: unit.clone(),
                unit_name: names.get(unit.as_str()).cloned().unwrap_or_default(),
            })
        });
        let gone =
            |row: &&Frozen| row.state != "removed" && !now.contains(&(row.item_key.as_str(), row.unit_id.as_str()));
        let removed = frozen.iter().filter(gone).map(|row| Owed {
            key: Id::stored(row.item_key.clone()),
            item: format!("{} {}", row.number, row.title).trim().to_owned(),
            unit: Id::stored(row.unit_id.clone()),
            unit_name: row.unit_name.clone(),
        });
        Ok(Differences { added: added.collect(), removed: removed.collect() })
    }

    /// Brings what the round expects in line with what its subject expects now. What somebody has written is kept, and is there again
    /// if it comes to be expected after all.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, the round has ended, or the reason is missing.
    pub async fn reconcile(
        db: &Db,
        viewer: &Viewer,
        id: &Id,
        expected: &Expected,
        reason: &str,
    ) -> Result<Differences> {
        let mut errors = FormErrors::default();
        let reason = errors.required("reason", reason, 500);
        errors.check().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let round = Self::claim(&change, viewer, Verb::Write, id).await?;
        let differences = round.differences(&change, expected).await?;
        round.add_all(&change, expected, &differences.added, &reason).await?;
        let frozen = round.frozen(&change).await?;
        for owed in &differences.removed {
            let same = |row: &&Frozen| row.item_key == owed.key.as_str() && row.unit_id == owed.unit.as_str();
            if let Some(row) = frozen.iter().find(same) {
                let values = values![row.id.as_str(), reason.as_str()];
                change.execute("UPDATE report SET state = 'removed', reason = $2 WHERE id = $1", values).await?;
            }
        }
        note(&change, id, "reconciled", &reason).await?;
        let detail = serde_json::json!({ "added": differences.added.len(), "removed": differences.removed.len() });
        change.commit(Event::new("round.reconciled", "round", id).within(&round.owner).with(detail)).await?;
        Ok(differences)
    }

    async fn add_all(&self, change: &Change, expected: &Expected, added: &[Owed], reason: &str) -> Result<()> {
        let items: BTreeMap<String, Id> =
            self.headings(change).await?.into_iter().map(|item| (item.key.to_string(), item.id)).collect();
        let is_new = |item: &&ExpectedItem| {
            !items.contains_key(item.key.as_str()) && added.iter().any(|owed| owed.key == item.key)
        };
        let new: Vec<ExpectedItem> = expected.items.iter().filter(is_new).cloned().collect();
        let first = i64::try_from(items.len()).unwrap_or(i64::MAX);
        opening::write(change, &self.id, first, &new).await?;
        for owed in added {
            let Some(item) = items.get(owed.key.as_str()) else { continue };
            let leads = expected
                .items
                .iter()
                .any(|item| item.key == owed.key && item.from.contains(&(owed.unit.clone(), true)));
            expect(change, &self.id, item, &owed.unit, leads, reason).await?;
        }
        Ok(())
    }

    async fn frozen(&self, db: &impl Queries) -> Result<Vec<Frozen>> {
        let sql = "SELECT x.id, i.item_key, i.number, i.title, x.unit_id, u.name AS unit_name, x.state FROM report x \
            JOIN round_item i ON i.id = x.item_id JOIN unit u ON u.id = x.unit_id WHERE x.round_id = $1 \
            ORDER BY i.position, u.sort_key, u.id";
        db.all(sql, values![self.id.as_str()]).await
    }
}

/// Expects an answer from a unit, anew where it had been taken out; `false` where it is expected already.
async fn expect(change: &Change, round: &Id, item: &Id, unit: &Id, leads: bool, reason: &str) -> Result<bool> {
    let again = "UPDATE report SET state = CASE WHEN typed = '{}' THEN 'expected' ELSE 'draft' END, reason = $3 \
        WHERE item_id = $1 AND unit_id = $2 AND state = 'removed'";
    if change.execute(again, values![item.as_str(), unit.as_str(), reason]).await? > 0 {
        return Ok(true);
    }
    let there = "SELECT COUNT(*) FROM report WHERE item_id = $1 AND unit_id = $2";
    if change.number(there, values![item.as_str(), unit.as_str()]).await? > 0 {
        return Ok(false);
    }
    change.insert("report", opening::report_row(change, round, item, unit, leads, reason)).await?;
    Ok(true)
}

/// Names of units by id.
/// The names of units, by id.
pub(crate) async fn names<'a>(
    db: &impl Queries,
    units: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, String>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        name: String,
    }
    let units: BTreeSet<&str> = units.collect();
    let mut names = BTreeMap::new();
    let units: Vec<&str> = units.into_iter().collect();
    for some in units.chunks(500) {
        let places: Vec<String> = (1..=some.len()).map(|place| format!("${place}")).collect();
        let sql = format!("SELECT id, name FROM unit WHERE id IN ({})", places.join(", "));
        let rows: Vec<Row> = db.all(&sql, some.iter().map(|unit| (*unit).into()).collect()).await?;
        names.extend(rows.into_iter().map(|row| (row.id, row.name)));
    }
    Ok(names)
}
