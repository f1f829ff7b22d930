//! Reading the organisation for lists: levels of the tree, a filtered list, people at a unit.

use base::Id;
use db::{Db, FromQueryResult, PageRequest, Paged, Queries, Result, Value, sea_orm, values};
use identity::{Unit, UnitFilter, UnitKind, UnitOption, Verb, Viewer};
use serde::Serialize;

/// Most units of one level that are shown at once; the list shows them all, page by page.
pub(crate) const MOST_OF_A_LEVEL: usize = 100;

/// A unit as a node of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub(crate) struct Branch {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// How many living units lie right below.
    pub below: i64,
}

/// A unit as a row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub(crate) struct ListedUnit {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// The code of a school unit or municipality, else the organisation number.
    pub code: Option<String>,
    /// The unit right above.
    pub parent: Option<String>,
    /// The last day, where it has ended.
    pub valid_to: Option<String>,
}

/// A person's role at a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub(crate) struct RoleHolder {
    /// The person's id.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The role.
    pub role: String,
    /// The function, where there is one.
    pub function: Option<String>,
}

/// What the list is narrowed to and in which order it stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListFilter {
    /// Words that name, other names or codes contain, all of them.
    pub text: String,
    /// Only this kind.
    pub kind: Option<UnitKind>,
    /// Only what lies below this unit.
    pub below: Option<Unit>,
    /// Also units that have ended.
    pub ended: bool,
    /// The order.
    pub order: ListOrder,
    /// Whether the order is turned round.
    pub descending: bool,
}

/// What the list is ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ListOrder {
    /// The name.
    #[default]
    Name,
    /// The kind, then the name.
    Kind,
    /// The unit above, then the name.
    Parent,
    /// The code.
    Code,
}

impl ListOrder {
    /// The orders by their names in addresses.
    pub(crate) const ALL: [(&'static str, Self); 4] =
        [("name", Self::Name), ("kind", Self::Kind), ("parent", Self::Parent), ("code", Self::Code)];

    /// The order of that name, or by name.
    pub(crate) fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|(other, _)| *other == name).map(|(_, order)| order).unwrap_or_default()
    }

    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["u.sort_key"],
            Self::Kind => &["u.kind", "u.sort_key"],
            Self::Parent => &["COALESCE(a.sort_key, '')", "u.sort_key"],
            Self::Code => {
                &["COALESCE(u.school_unit_code, u.municipality_code, u.organisation_number, '')", "u.sort_key"]
            }
        }
    }
}

impl ListFilter {
    fn condition(&self, values: &mut Vec<Value>) -> String {
        let below = self.below.as_ref().map(|unit| unit.path.clone());
        let units = UnitFilter { text: self.text.clone(), kind: self.kind, below, ended: self.ended };
        let condition = units.condition(values);
        let Some(unit) = &self.below else { return condition };
        values.push(unit.id.as_str().into());
        format!("{condition} AND u.id <> ${}", values.len())
    }

    fn order(&self) -> String {
        let direction = if self.descending { "DESC" } else { "ASC" };
        let columns = self.order.columns().iter().map(|column| format!("{column} {direction}"));
        columns.chain(["u.id".to_owned()]).collect::<Vec<_>>().join(", ")
    }

    /// A page of the units that the filter lets through.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn list(&self, db: &Db, page: PageRequest) -> Result<Paged<ListedUnit>> {
        let mut values = values![];
        let condition = self.condition(&mut values);
        let total = db.number(&format!("SELECT COUNT(*) FROM unit u WHERE {condition}"), values.clone()).await?;
        let sql = format!(
            "SELECT u.id, u.name, u.kind, COALESCE(u.school_unit_code, u.municipality_code, u.organisation_number) AS code, \
             a.name AS parent, u.valid_to FROM unit u LEFT JOIN unit a ON a.id = u.parent_id WHERE {condition} \
             ORDER BY {} LIMIT {} OFFSET {}",
            self.order(),
            page.size,
            page.offset()
        );
        Ok(Paged::new(db.all(&sql, values).await?, page, total))
    }
}

const BRANCH: &str = "SELECT u.id, u.name, u.kind, \
    (SELECT COUNT(*) FROM unit c WHERE c.parent_id = u.id AND c.valid_to IS NULL) AS below FROM unit u";

/// The living units right below a unit, or the roots, in Swedish order; one more than is shown at once tells that there are more.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn branches(db: &Db, parent: Option<&str>) -> Result<Vec<Branch>> {
    let most = MOST_OF_A_LEVEL + 1;
    let (condition, values) = match parent {
        Some(parent) => ("u.parent_id = $1", values![parent]),
        None => ("u.parent_id IS NULL", values![]),
    };
    let sql = format!("{BRANCH} WHERE {condition} AND u.valid_to IS NULL ORDER BY u.sort_key, u.id LIMIT {most}");
    db.all(&sql, values).await
}

/// The living groups; `below` counts their members.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn groups(db: &Db) -> Result<Vec<Branch>> {
    let sql = "SELECT u.id, u.name, u.kind, (SELECT COUNT(*) FROM unit_member m WHERE m.group_id = u.id) AS below \
        FROM unit u WHERE u.kind IN ('group', 'platform') AND u.valid_to IS NULL ORDER BY u.sort_key, u.id";
    db.all(sql, values![]).await
}

/// The name of the first root: the organisation that runs the installation.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn first_root(db: &Db) -> Result<Option<String>> {
    let sql = "SELECT name FROM unit WHERE parent_id IS NULL AND valid_to IS NULL ORDER BY id LIMIT 1";
    Ok(db.texts(sql, values![]).await?.into_iter().next())
}

/// Who holds which role at a unit today.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn role_holders(db: &Db, unit: &Id) -> Result<Vec<RoleHolder>> {
    let sql = "SELECT p.id, p.name, r.role, f.name AS function FROM person_role r JOIN person p ON p.id = r.person_id \
        LEFT JOIN job_function f ON f.id = r.function_id WHERE r.unit_id = $1 AND p.active \
        AND (r.valid_from IS NULL OR r.valid_from <= $2) AND (r.valid_to IS NULL OR r.valid_to >= $2) \
        ORDER BY p.sort_key, r.id";
    db.all(sql, values![unit.as_str(), db.clock().today().to_string()]).await
}

/// Somebody whose role gets to a unit today, from there or from above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub(crate) struct Reaching {
    /// The person's name.
    pub name: String,
    /// The role.
    pub role: String,
    /// How far it goes.
    pub reach: String,
    /// Where it is held.
    pub unit: String,
    /// The path of the unit where it is held.
    pub path: String,
}

/// Whose roles get to the unit today, the nearest first; of those that are held where the viewer administers.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn reaching(db: &Db, viewer: &Viewer, unit: &Unit) -> Result<Vec<Reaching>> {
    let mut values = values![unit.path.as_str(), db.clock().today().to_string()];
    let reach = viewer.reach(Verb::Administer, "u.path", &mut values);
    let sql = format!(
        "SELECT p.name, r.role, r.reach, u.name AS unit, u.path FROM person_role r JOIN person p ON p.id = r.person_id \
         JOIN unit u ON u.id = r.unit_id WHERE p.active AND (r.reach = 'all' OR $1 LIKE u.path || '%') AND {reach} \
         AND (r.valid_from IS NULL OR r.valid_from <= $2) AND (r.valid_to IS NULL OR r.valid_to >= $2) \
         ORDER BY length(u.path) DESC, p.sort_key, r.id"
    );
    db.all(&sql, values).await
}

/// Who changed a unit last, and when.
#[derive(Debug, FromQueryResult)]
pub(crate) struct LastChange {
    /// The person's name; none when a command did it.
    pub name: Option<String>,
    /// Microseconds UTC.
    pub at: i64,
}

/// Who changed a unit last, and when.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn last_change(db: &Db, unit: &Id) -> Result<Option<LastChange>> {
    let sql = "SELECT p.name, e.at FROM audit_event e LEFT JOIN person p ON e.actor_kind = 'user' AND p.id = e.actor \
        WHERE e.subject_kind = 'unit' AND e.subject_id = $1 ORDER BY e.at DESC, e.id DESC LIMIT 1";
    db.optional(sql, values![unit.as_str()]).await
}

/// Units that others may be put below, within the viewer's reach, and the one named `present`: all kinds but schools and
/// leisure centres.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn parents(db: &Db, viewer: &Viewer, present: &str) -> Result<Vec<UnitOption>> {
    let mut values = values![present];
    let reach = viewer.reach(Verb::Administer, "u.path", &mut values);
    let sql = format!(
        "SELECT u.id AS value, u.name AS text FROM unit u WHERE u.id = $1 OR (u.valid_to IS NULL AND {reach} \
         AND u.kind NOT IN ('school_unit', 'leisure_centre')) ORDER BY u.sort_key, u.id"
    );
    db.all(&sql, values).await
}

/// Most units that a form offers at once; a search finds the others.
pub(crate) const MOST_TO_CHOOSE: usize = 300;

/// Living units where the viewer may give roles and whose name or code holds the words, and the one named `present`; one more
/// than is offered at once tells that there are more.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn role_units(db: &Db, viewer: &Viewer, present: &str, words: &str) -> Result<Vec<UnitOption>> {
    let filter = ListFilter { text: words.to_owned(), ..ListFilter::default() };
    let mut values = values![present];
    let condition = filter.condition(&mut values);
    let reach = viewer.reach(Verb::Administer, "u.path", &mut values);
    let sql = format!(
        "SELECT u.id AS value, u.name AS text FROM unit u WHERE u.valid_to IS NULL AND {reach} \
         AND (u.id = $1 OR ({condition})) ORDER BY CASE WHEN u.id = $1 THEN 0 ELSE 1 END, u.sort_key, u.id LIMIT {}",
        MOST_TO_CHOOSE + 1
    );
    db.all(&sql, values).await
}

/// Living units that could take over from another: of the same kind under the same root first, then any that others lie below.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn successors(db: &Db, unit: &Unit) -> Result<Vec<UnitOption>> {
    let root = unit.path.split_inclusive('/').take(2).collect::<String>();
    let sql = "SELECT u.id AS value, u.name AS text FROM unit u WHERE u.valid_to IS NULL AND u.id <> $1 AND u.path LIKE $2 \
        AND (u.kind = $3 OR u.kind NOT IN ('school_unit', 'leisure_centre')) \
        ORDER BY CASE WHEN u.kind = $3 THEN 0 ELSE 1 END, u.sort_key, u.id";
    db.all(sql, values![unit.id.as_str(), format!("{root}%"), unit.kind.as_str()]).await
}

/// Living units that could be members of a group, or are: those whose name holds the words, of the kind, a page at most.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn candidates(db: &Db, group: &Unit, words: &str, kind: Option<UnitKind>) -> Result<Vec<UnitOption>> {
    let root = group.path.split_inclusive('/').take(2).collect::<String>();
    let filter = ListFilter { text: words.to_owned(), kind, ..ListFilter::default() };
    let mut values = values![group.id.as_str(), format!("{root}%")];
    let condition = filter.condition(&mut values);
    let sql = format!(
        "SELECT u.id AS value, u.name AS text FROM unit u WHERE u.id <> $1 AND u.path LIKE $2 AND {condition} \
         AND NOT EXISTS (SELECT 1 FROM unit_member m WHERE m.group_id = $1 AND m.unit_id = u.id) \
         ORDER BY u.sort_key, u.id LIMIT {MOST_OF_A_LEVEL}"
    );
    db.all(&sql, values).await
}
