//! The figures of an organisation's own forms as series over the years, for indicators that take theirs from there.

use std::collections::BTreeMap;

use db::{FromQueryResult, Queries, Result, Value, sea_orm, values};
use forms::{Field, Form, Kind as Asked, Words};
use identity::{Verb, Viewer};
use indicators::{Kind, Value as Figure, total};

/// A question of a form that is followed over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Feed {
    /// What its figures are found by.
    pub series: String,
    /// The question.
    pub words: Words,
    /// The form that asks it.
    pub form: String,
    /// What kind of figure it is.
    pub kind: Kind,
    /// Whether it counts people.
    pub about_people: bool,
}

/// What the units of an area came to in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedYear {
    /// The year.
    pub year: i16,
    /// The total; none where nothing counts.
    pub value: Option<Figure>,
    /// What each unit gave whose answer counts.
    pub given: Vec<(String, Figure)>,
    /// How many were asked.
    pub expected: u64,
}

#[derive(FromQueryResult)]
struct FormRow {
    title: String,
    definition: String,
}

#[derive(FromQueryResult)]
struct ReportRow {
    year: i64,
    unit_id: String,
    state: String,
    form: String,
    kind: Option<String>,
    value: Option<f64>,
    part: Option<i64>,
    whole: Option<i64>,
}

/// The feeds of the forms that live in an area and that the viewer sees, one for each series.
///
/// # Errors
/// When the database refuses, or what it holds cannot be read.
pub async fn list(db: &impl Queries, viewer: &Viewer, area: &str) -> Result<Vec<Feed>> {
    let mut values = values![format!("{area}%")];
    let seen = viewer.reach(Verb::See, "o.path", &mut values);
    let feeds = of_forms(db, &format!("o.path LIKE $1 AND {seen}"), values).await?;
    let mut known: BTreeMap<String, Feed> = BTreeMap::new();
    for feed in feeds {
        known.entry(feed.series.clone()).or_insert(feed);
    }
    Ok(known.into_values().collect())
}

/// The feed of that series in an area.
///
/// # Errors
/// When the database refuses, or what it holds cannot be read.
pub async fn find(db: &impl Queries, area: &str, series: &str) -> Result<Option<Feed>> {
    let feeds = of_forms(db, "o.path LIKE $1", values![format!("{area}%")]).await?;
    // Once about people, always: whatever a later version of the form says.
    let about_people = feeds.iter().any(|feed| feed.series == series && feed.about_people);
    let found = feeds.into_iter().find(|feed| feed.series == series);
    Ok(found.map(|feed| Feed { about_people, ..feed }))
}

/// The questions of published versions that make series, those of the latest versions first.
async fn of_forms(db: &impl Queries, condition: &str, values: Vec<Value>) -> Result<Vec<Feed>> {
    let sql = format!(
        "SELECT f.title, v.definition FROM form f JOIN unit o ON o.id = f.owner_id \
         JOIN form_version v ON v.form_id = f.id AND v.state = 'published' WHERE {condition} \
         ORDER BY v.number DESC, f.sort_key, f.id"
    );
    let mut feeds = Vec::new();
    for row in db.all::<FormRow>(&sql, values).await? {
        let form: Form = serde_json::from_str(&row.definition)?;
        feeds.extend(form.fields().filter_map(|field| Feed::of(field, &row.title)));
    }
    Ok(feeds)
}

impl Feed {
    fn of(field: &Field, form: &str) -> Option<Self> {
        Some(Self {
            series: field.series.clone()?,
            words: field.label.clone(),
            form: form.to_owned(),
            kind: kind(&field.kind)?,
            about_people: field.about_people,
        })
    }
}

/// The kind of figure that a question asks for; none where it asks for something else.
fn kind(asked: &Asked) -> Option<Kind> {
    Some(match asked {
        Asked::Number { .. } => Kind::Number,
        Asked::Share => Kind::Share,
        Asked::Rate { per } => Kind::Rate { per: *per },
        Asked::Mean { .. } => Kind::Mean,
        Asked::State => Kind::State,
        Asked::Text { .. } | Asked::Choice { .. } | Asked::Date | Asked::Table { .. } => return None,
    })
}

/// What the units of an area came to in each year that a form asked them, until this year. Only approved reports count.
///
/// # Errors
/// When the database refuses, or what it holds cannot be read.
pub async fn years(db: &impl Queries, area: &str, feed: &Feed, until: i16) -> Result<Vec<FeedYear>> {
    let sql = "SELECT d.year, p.unit_id, p.state, i.form, f.kind, f.value, f.part, f.whole FROM round d \
        JOIN unit o ON o.id = d.owner_id JOIN round_item i ON i.round_id = d.id JOIN report p ON p.item_id = i.id \
        LEFT JOIN report_figure f ON f.report_id = p.id AND f.series = $3 AND f.breakdown = '' AND f.category = '' \
        WHERE d.subject_kind = 'form' AND o.path LIKE $1 AND d.year <= $2 AND p.state NOT IN ('excused', 'removed') \
        ORDER BY d.year, p.unit_id, d.opens_on, d.id, p.id";
    let values = values![format!("{area}%"), i64::from(until), feed.series.as_str()];
    let mut asks: BTreeMap<String, bool> = BTreeMap::new();
    let mut years: BTreeMap<i16, BTreeMap<String, Option<Figure>>> = BTreeMap::new();
    for row in db.all::<ReportRow>(sql, values).await? {
        if !asks.contains_key(&row.form) {
            let form: Form = serde_json::from_str(&row.form)?;
            let asked = form.fields().any(|field| field.series.as_deref() == Some(feed.series.as_str()));
            asks.insert(row.form.clone(), asked);
        }
        if asks.get(&row.form) != Some(&true) {
            continue;
        }
        let units = years.entry(i16::try_from(row.year).unwrap_or_default()).or_default();
        let (figure, unit) = (row.figure(feed.kind), units.entry(row.unit_id).or_default());
        // Asked twice in a year, in two rounds: what was approved last is what counts.
        *unit = figure.or(*unit);
    }
    Ok(years.into_iter().map(|(year, units)| FeedYear::of(year, units)).collect())
}

impl FeedYear {
    fn of(year: i16, units: BTreeMap<String, Option<Figure>>) -> Self {
        let expected = units.len() as u64;
        let given: Vec<(String, Figure)> =
            units.into_iter().filter_map(|(unit, figure)| Some((unit, figure?))).collect();
        // All are of the feed's kind, so they have a total.
        let value = total(given.iter().map(|(_, figure)| figure)).ok().flatten();
        Self { year, value, given, expected }
    }
}

impl ReportRow {
    /// Its figure, where it was approved and is of this kind.
    fn figure(&self, kind: Kind) -> Option<Figure> {
        if !matches!(self.state.as_str(), "approved" | "locked") || self.kind.as_deref() != Some(kind.as_str()) {
            return None;
        }
        let count = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
        Some(match kind {
            Kind::Number => Figure::Number { value: self.value? },
            Kind::Share => Figure::Share { part: count(self.part)?, whole: count(self.whole)? },
            Kind::Rate { per } => Figure::Rate { count: count(self.part)?, population: count(self.whole)?, per },
            Kind::Mean => Figure::Mean { mean: self.value?, of: count(self.part)? },
            Kind::State => Figure::state(self.value? > 0.5),
        })
    }
}
