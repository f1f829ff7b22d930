//! What bodies have reported, read with few statements and kept by what it is about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::{FromQueryResult, Queries, Result, Value, sea_orm, values};
use forms::{Breakdown, Form, Kind};
use indicators::{Given, Value as Figure};
use plans::content::Indicator;
use serde::Deserialize;

/// Reports that count: a body stands behind them and somebody has approved them.
const COUNTED: &str = "p.state IN ('approved', 'locked')";

/// Figures by breakdown and category, both empty for the whole, then year; each with the body that gave it.
type ByPlace = BTreeMap<(String, String), BTreeMap<i16, Vec<(String, Raw)>>>;

/// What was reported of a series by breakdown and category, both empty for the whole.
pub(super) type Figures<'a> = BTreeMap<(&'a str, &'a str), BTreeMap<i16, Given<'a>>>;

/// All that was reported on some plans until a year.
#[derive(Default)]
pub(super) struct Answers {
    /// By item, then year: one for each body.
    reports: HashMap<String, BTreeMap<i16, Vec<Asked>>>,
    /// By series, then breakdown and category, then year.
    figures: HashMap<String, ByPlace>,
    /// What a report says in words of a scale, by report.
    briefs: HashMap<String, Brief>,
    /// The items of the year's rounds in order, and the forms they were asked with.
    pub(super) items: Vec<Item>,
    /// Series that count people, in any year.
    about_people: BTreeSet<String>,
}

/// A body that was asked about something in a year.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// Its report.
    report: String,
    /// The body.
    pub(super) unit: String,
    /// Its name.
    pub(super) name: String,
    /// Whether it leads.
    pub(super) leads: bool,
    /// Where its report is.
    pub(super) state: State,
}

/// Where a report is, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// Not handed in.
    Missing,
    /// Handed in.
    Waiting,
    /// Approved: it counts.
    Counted,
}

/// What a report says in words of a scale.
#[derive(Debug, Default, Deserialize)]
struct Brief {
    #[serde(default)]
    status: String,
    #[serde(default)]
    assessment: String,
}

/// A figure as it is stored.
#[derive(Debug, Clone, Copy)]
struct Raw {
    kind: RawKind,
    value: f64,
    part: u64,
    whole: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RawKind {
    Number,
    Share,
    Rate,
    Mean,
    State,
}

/// Something that was asked about in a round of the year.
pub(super) struct Item {
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) number: String,
    pub(super) title: String,
    pub(super) form: Form,
}

#[derive(FromQueryResult)]
struct ReportRow {
    id: String,
    year: i64,
    item_key: String,
    unit_id: String,
    name: String,
    leads: bool,
    state: String,
}

#[derive(FromQueryResult)]
struct FigureRow {
    report_id: String,
    series: String,
    breakdown: String,
    category: String,
    kind: String,
    value: Option<f64>,
    part: Option<i64>,
    whole: Option<i64>,
}

#[derive(FromQueryResult)]
struct TypedRow {
    id: String,
    typed: String,
}

#[derive(FromQueryResult)]
struct ItemRow {
    year: i64,
    item_key: String,
    kind: String,
    number: String,
    title: String,
    form: String,
}

/// The rounds about plans: `d` is the round, the first value is the year, the others the plans.
fn about(plans: &[String], year: i16) -> (String, Vec<Value>) {
    let mut values = values![i64::from(year)];
    let places: Vec<String> = plans
        .iter()
        .map(|plan| {
            values.push(plan.as_str().into());
            format!("${}", values.len())
        })
        .collect();
    (format!("d.subject_kind = 'plan' AND d.subject_id IN ({}) AND d.year <= $1", places.join(", ")), values)
}

impl Answers {
    /// What was reported on these plans until this year.
    pub(super) async fn load(db: &impl Queries, plans: &[String], year: i16) -> Result<Self> {
        let mut answers = Self::default();
        let (about, values) = about(plans, year);
        let counted = answers.load_reports(db, &about, values.clone()).await?;
        answers.load_figures(db, &about, values.clone(), &counted).await?;
        let before = answers.year_before(year);
        let years = format!("d.year IN ($1, {})", before.unwrap_or(year));
        answers.load_briefs(db, &format!("{about} AND {years}"), values.clone()).await?;
        answers.load_items(db, &about, values, year).await?;
        Ok(answers)
    }

    /// Who was asked about what. Gives the reports that count, with their year and body.
    async fn load_reports(
        &mut self,
        db: &impl Queries,
        about: &str,
        values: Vec<Value>,
    ) -> Result<HashMap<String, (i16, String)>> {
        let sql = format!(
            "SELECT p.id, d.year, i.item_key, p.unit_id, u.name, p.leads, p.state FROM round d \
             JOIN report p ON p.round_id = d.id JOIN round_item i ON i.id = p.item_id JOIN unit u ON u.id = p.unit_id \
             WHERE {about} AND p.state NOT IN ('excused', 'removed') \
             ORDER BY d.year, i.item_key, u.sort_key, p.unit_id, d.opens_on, d.id"
        );
        for row in db.all::<ReportRow>(&sql, values).await? {
            let year = i16::try_from(row.year).unwrap_or_default();
            let asked = self.reports.entry(row.item_key.clone()).or_default().entry(year).or_default();
            let new = Asked::from(row);
            // Asked twice in a year, in two rounds: what was approved last is what counts.
            match asked.last_mut().filter(|last| last.unit == new.unit) {
                Some(last) if new.state >= last.state => *last = new,
                Some(_) => {}
                None => asked.push(new),
            }
        }
        let all = self.reports.values().flatten().flat_map(|(year, asked)| asked.iter().map(|asked| (*year, asked)));
        let counted = all.filter(|(_, asked)| asked.state == State::Counted);
        Ok(counted.map(|(year, asked)| (asked.report.clone(), (year, asked.unit.clone()))).collect())
    }

    async fn load_figures(
        &mut self,
        db: &impl Queries,
        about: &str,
        values: Vec<Value>,
        counted: &HashMap<String, (i16, String)>,
    ) -> Result<()> {
        let sql = format!(
            "SELECT f.report_id, f.series, f.breakdown, f.category, f.kind, f.value, f.part, f.whole FROM round d \
             JOIN report_figure f ON f.round_id = d.id WHERE {about}"
        );
        for row in db.all::<FigureRow>(&sql, values).await? {
            let (Some((year, unit)), Some(raw)) = (counted.get(&row.report_id), Raw::of(&row)) else { continue };
            let series = self.figures.entry(row.series).or_default();
            let years = series.entry((row.breakdown, row.category)).or_default();
            years.entry(*year).or_default().push((unit.clone(), raw));
        }
        Ok(())
    }

    async fn load_briefs(&mut self, db: &impl Queries, about: &str, values: Vec<Value>) -> Result<()> {
        let sql =
            format!("SELECT p.id, p.typed FROM round d JOIN report p ON p.round_id = d.id WHERE {about} AND {COUNTED}");
        for row in db.all::<TypedRow>(&sql, values).await? {
            self.briefs.insert(row.id, serde_json::from_str(&row.typed)?);
        }
        Ok(())
    }

    /// The items of the year, and of other years only those whose forms count people.
    async fn load_items(&mut self, db: &impl Queries, about: &str, values: Vec<Value>, year: i16) -> Result<()> {
        let sql = format!(
            "SELECT d.year, i.item_key, i.kind, i.number, i.title, i.form FROM round d JOIN round_item i ON i.round_id = d.id \
             WHERE {about} AND (d.year = $1 OR i.form LIKE '%\"about_people\":true%') \
             ORDER BY d.year, d.opens_on, d.id, i.position"
        );
        for row in db.all::<ItemRow>(&sql, values).await? {
            let form: Form = serde_json::from_str(&row.form)?;
            let people = form.fields().filter(|field| field.about_people);
            self.about_people.extend(people.filter_map(|field| field.series.clone()));
            if row.year == i64::from(year) {
                let ItemRow { item_key: key, kind, number, title, .. } = row;
                self.items.push(Item { key, kind, number, title, form });
            }
        }
        Ok(())
    }

    /// The latest year before this one that somebody reported on.
    pub(super) fn year_before(&self, year: i16) -> Option<i16> {
        let years = self.reports.values().flat_map(|years| years.iter());
        let counted = years.filter(|(_, asked)| asked.iter().any(|asked| asked.state == State::Counted));
        counted.map(|(year, _)| *year).filter(|other| *other < year).max()
    }

    /// Who was asked about it that year.
    pub(super) fn asked(&self, item: &str, year: i16) -> &[Asked] {
        self.reports.get(item).and_then(|years| years.get(&year)).map_or(&[], Vec::as_slice)
    }

    /// The years that it was asked about.
    pub(super) fn years(&self, item: &str) -> impl Iterator<Item = i16> {
        self.reports.get(item).into_iter().flat_map(|years| years.keys().copied())
    }

    /// Everybody who was asked about anything that year.
    pub(super) fn everybody(&self, year: i16) -> impl Iterator<Item = &Asked> {
        self.reports.values().filter_map(move |years| years.get(&year)).flatten()
    }

    /// The status that a report gives.
    pub(super) fn status(&self, asked: &Asked) -> Option<String> {
        self.brief(asked).map(|brief| brief.status.trim().to_owned()).filter(|status| !status.is_empty())
    }

    /// The step of the scale that a report chooses.
    pub(super) fn assessment(&self, asked: &Asked) -> Option<String> {
        self.brief(asked).map(|brief| brief.assessment.trim().to_owned()).filter(|step| !step.is_empty())
    }

    fn brief(&self, asked: &Asked) -> Option<&Brief> {
        self.briefs.get(&asked.report).filter(|_| asked.state == State::Counted)
    }

    /// The figures of a series; `per` is what a rate is told per.
    pub(super) fn figures(&self, series: &str, per: u32) -> Figures<'_> {
        let places = self.figures.get(series).into_iter().flatten();
        places
            .map(|((breakdown, category), by)| {
                let years = by.iter().map(|(year, all)| {
                    (*year, all.iter().map(|(unit, raw)| (unit.as_str(), raw.figure(per))).collect())
                });
                ((breakdown.as_str(), category.as_str()), years.collect())
            })
            .collect()
    }

    /// How many were asked for an indicator: all who were asked about the item, or those who lead it.
    pub(super) fn asked_for(&self, indicator: &Indicator, item: &str, year: i16) -> usize {
        let asked = self.asked(item, year);
        let leading = asked.iter().filter(|asked| asked.leads).count();
        if indicator.of_lead && leading > 0 { leading } else { asked.len() }
    }

    /// Whether the series counts people.
    pub(super) fn is_about_people(&self, series: &str) -> bool {
        self.about_people.contains(series)
    }

    /// What the series was divided by when it was asked for this year.
    pub(super) fn breakdowns(&self, series: &str) -> &[Breakdown] {
        let fields = self.items.iter().rev().flat_map(|item| item.form.fields());
        let field = fields.into_iter().find(|field| field.series.as_deref() == Some(series));
        field.map_or(&[], |field| field.breakdowns.as_slice())
    }

    /// The scale that a goal was assessed on this year; none where it was not.
    pub(super) fn scale(&self, goal: &str) -> Option<Vec<forms::Label>> {
        let item = self.items.iter().rev().find(|item| item.key == goal);
        match item.and_then(|item| item.form.field("assessment")).map(|field| &field.kind) {
            Some(Kind::Choice { options, .. }) => Some(options.clone()),
            _ => None,
        }
    }
}

impl From<ReportRow> for Asked {
    fn from(row: ReportRow) -> Self {
        let state = match row.state.as_str() {
            "approved" | "locked" => State::Counted,
            "submitted" => State::Waiting,
            _ => State::Missing,
        };
        Self { report: row.id, unit: row.unit_id, name: row.name, leads: row.leads, state }
    }
}

impl Raw {
    fn of(row: &FigureRow) -> Option<Self> {
        let kind = match row.kind.as_str() {
            "number" => RawKind::Number,
            "share" => RawKind::Share,
            "rate" => RawKind::Rate,
            "mean" => RawKind::Mean,
            "state" => RawKind::State,
            _ => return None,
        };
        let count = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default();
        Some(Self { kind, value: row.value.unwrap_or_default(), part: count(row.part), whole: count(row.whole) })
    }

    fn figure(self, per: u32) -> Figure {
        let Self { kind, value, part, whole } = self;
        match kind {
            RawKind::Number => Figure::Number { value },
            RawKind::Share => Figure::Share { part, whole },
            RawKind::Rate => Figure::Rate { count: part, population: whole, per },
            RawKind::Mean => Figure::Mean { mean: value, of: part },
            RawKind::State => Figure::state(value > 0.5),
        }
    }
}
