//! Reading the audit log: each sees what happened within reach of their role.

mod export;

use base::{Id, day_begins};
use db::audit::Entry;
use db::{Db, FromQueryResult, PageRequest, Paged, Queries, Result, Row, Value, values};
use identity::{Verb, Viewer};
use jiff::civil::Date;
use swedish::fold;

pub use export::{Export, Format, Part, export, spell};

/// An event with the name of who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// The event.
    pub entry: Entry,
    /// The person's name; none for a command.
    pub name: Option<String>,
}

/// Which events are asked for.
#[derive(Debug, Clone, Default)]
pub struct LogFilter {
    /// Part of the name of who did it.
    pub who: String,
    /// What was done.
    pub kind: String,
    /// The kind of thing it was done to, and the thing.
    pub subject: Option<(String, Id)>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

const FROM: &str = "FROM audit_event e LEFT JOIN person p ON e.actor_kind = 'user' AND p.id = e.actor \
    LEFT JOIN access_link l ON e.actor_kind = 'link' AND l.id = e.actor";

/// The name of who did it: a person's, or that of somebody a link was given to.
const NAME: &str = "COALESCE(p.name, l.holder_name) AS name";

impl Logged {
    fn read(row: &Row) -> Result<Self> {
        let name: Option<String> = row.try_get("", "name")?;
        Ok(Self { entry: Entry::from_query_result(row, "")?, name })
    }

    /// The event, if it lies within the viewer's reach.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn find(db: &Db, viewer: &Viewer, id: &Id) -> Result<Option<Self>> {
        let mut values = values![id.as_str()];
        let reach = reach(db, viewer, &mut values).await?;
        let sql = format!("SELECT {}, {NAME} {FROM} WHERE e.id = $1 AND {reach}", Entry::COLUMNS);
        db.rows(&sql, values).await?.first().map(Self::read).transpose()
    }
}

impl LogFilter {
    /// Events within the viewer's reach, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(&self, db: &Db, viewer: &Viewer, request: PageRequest) -> Result<Paged<Logged>> {
        let mut values = Vec::new();
        let condition = self.condition(db, viewer, &mut values).await?;
        let total = db.number(&format!("SELECT COUNT(*) {FROM} WHERE {condition}"), values.clone()).await?;
        let sql = format!(
            "SELECT {}, {NAME} {FROM} WHERE {condition} ORDER BY e.position DESC, e.id LIMIT {} OFFSET {}",
            Entry::COLUMNS,
            request.size,
            request.offset()
        );
        let rows = db.rows(&sql, values).await?;
        let rows = rows.iter().map(Logged::read).collect::<Result<Vec<_>>>()?;
        Ok(Paged::new(rows, request, total))
    }

    async fn condition(&self, db: &Db, viewer: &Viewer, values: &mut Vec<Value>) -> Result<String> {
        let mut parts = vec![reach(db, viewer, values).await?];
        let mut with = |sql: &str, value: Value| {
            values.push(value);
            parts.push(sql.replace('?', &format!("${}", values.len())));
        };
        if !self.kind.is_empty() {
            with("e.kind = ?", self.kind.as_str().into());
        }
        if let Some((kind, id)) = &self.subject {
            with("e.subject_kind = ?", kind.as_str().into());
            with("e.subject_id = ?", id.as_str().into());
        }
        if let Some(from) = self.from {
            with("e.at >= ?", day_begins(from).as_microsecond().into());
        }
        if let Some(after) = self.to.and_then(|to| to.tomorrow().ok()) {
            with("e.at < ?", day_begins(after).as_microsecond().into());
        }
        if !self.who.is_empty() {
            let people = people(db, &self.who).await?;
            let places: Vec<String> = (values.len() + 1..).take(people.len()).map(|at| format!("${at}")).collect();
            values.extend(people.into_iter().map(Value::from));
            parts.push(if places.is_empty() {
                "FALSE".to_owned()
            } else {
                format!("(e.actor_kind = 'user' AND e.actor IN ({}))", places.join(", "))
            });
        }
        Ok(parts.join(" AND "))
    }
}

/// Most people whose events are looked for by a part of their name.
const MOST_PEOPLE: usize = 200;

/// Ids of people whose name holds the words.
async fn people(db: &Db, words: &str) -> Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct Person {
        id: String,
        name: String,
    }
    use db::sea_orm;
    let words = fold(words);
    let people = db.all::<Person>("SELECT id, name FROM person ORDER BY sort_key, id", values![]).await?;
    let named = people.into_iter().filter(|person| fold(&person.name).contains(&words));
    Ok(named.take(MOST_PEOPLE).map(|person| person.id).collect())
}

/// Kinds of events that the log holds.
///
/// # Errors
/// When the database refuses.
pub async fn kinds(db: &Db) -> Result<Vec<String>> {
    db.texts("SELECT DISTINCT kind FROM audit_event ORDER BY kind", values![]).await
}

/// Whether the viewer's reach for the verb takes in everything: no root of the organisation lies outside it.
///
/// # Errors
/// When the database refuses.
pub async fn reaches_all(db: &Db, viewer: &Viewer, verb: Verb) -> Result<bool> {
    let mut values = Vec::new();
    let within = viewer.reach(verb, "u.path", &mut values);
    let outside = format!("SELECT 1 FROM unit u WHERE u.parent_id IS NULL AND NOT {within} LIMIT 1");
    Ok(viewer.may_somewhere(verb) && db.rows(&outside, values).await?.is_empty())
}

/// A condition that holds for events within the viewer's reach. An event belongs to its organisation; one without to the unit or
/// person it was done to, or else to whoever did it, for as long as they have a role there. Those who reach everything see also what belongs to nobody.
async fn reach(db: &Db, viewer: &Viewer, values: &mut Vec<Value>) -> Result<String> {
    if reaches_all(db, viewer, Verb::Audit).await? {
        return Ok("TRUE".to_owned());
    }
    let within = viewer.reach(Verb::Audit, "u.path", values);
    values.push(db.clock().today().to_string().into());
    let today = values.len();
    Ok(format!(
        "(EXISTS (SELECT 1 FROM unit u WHERE u.id = COALESCE(e.organisation_id, \
             CASE WHEN e.subject_kind = 'unit' THEN e.subject_id END) AND {within}) \
         OR (e.organisation_id IS NULL AND e.subject_kind <> 'unit' AND EXISTS (SELECT 1 FROM person_role r \
             JOIN unit u ON u.id = r.unit_id WHERE r.person_id = CASE WHEN e.subject_kind = 'person' THEN e.subject_id \
             ELSE e.actor END AND (r.valid_from IS NULL OR r.valid_from <= ${today}) \
             AND (r.valid_to IS NULL OR r.valid_to >= ${today}) AND {within})))"
    ))
}
