//! Where an indicator takes its figures from: what bodies report on the plan, a series from outside, or a question of a form that is
//! asked anyway. Nobody types the same figure twice.

use std::collections::{BTreeMap, HashMap};

use base::{FieldError, FormErrors, Id, Problem};
use db::{Actor, Change, Db, Event, FromQueryResult, Queries, Result, Value, sea_orm, values};
use exchange::{Known, Message};
use identity::{Verb, Viewer};
use indicators::{Kind, Point, Series, Value as Figure};
use plans::Plan;
use plans::content::{Indicator, IndicatorKind};
use plans::editions::Words;
use plans::version::Version;
use rounds::feed;

use crate::compile::{kind, words};
use crate::outside::OutsideSeries;

/// Where an indicator takes its figures from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// What bodies report on the plan.
    Bodies,
    /// A series from outside.
    Outside(String),
    /// A question of a form, by its series.
    Feed(String),
}

/// Something that an indicator can take its figures from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where from.
    pub origin: Origin,
    /// What it is called.
    pub text: String,
}

/// What an indicator takes from elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Taken {
    /// Where it comes from, in words.
    pub(crate) name: String,
    /// What kind of figure it is; none where the source is gone.
    pub(crate) kind: Option<Kind>,
    /// Its years.
    pub(crate) points: Vec<Point>,
    /// What each unit gave in each year, where units are asked.
    pub(crate) given: BTreeMap<i16, Vec<(String, Figure)>>,
    /// Whether it counts people.
    pub(crate) about_people: bool,
}

#[derive(FromQueryResult)]
struct Stored {
    indicator_id: String,
    kind: String,
    source: String,
    area: String,
}

impl Origin {
    /// As it stands in a form: `bodies`, `outside:` or `feed:` with what it is known by.
    #[must_use]
    pub fn written(&self) -> String {
        let (kind, source) = self.parts();
        if source.is_empty() { kind.to_owned() } else { format!("{kind}:{source}") }
    }

    /// Reads what [`Origin::written`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, source) = text.split_once(':').unwrap_or((text, ""));
        Self::of(kind, source)
    }

    fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Bodies => ("bodies", ""),
            Self::Outside(series) => ("outside", series),
            Self::Feed(series) => ("feed", series),
        }
    }

    fn of(kind: &str, source: &str) -> Option<Self> {
        match kind {
            "bodies" => Some(Self::Bodies),
            "outside" => Some(Self::Outside(source.to_owned())),
            "feed" => Some(Self::Feed(source.to_owned())),
            _ => None,
        }
    }
}

/// Whether an indicator can take figures of that kind: one that is still to be developed becomes what it takes.
pub(crate) fn fits(indicator: &Indicator, of: Kind) -> bool {
    match kind(indicator) {
        Some(own) => own == of,
        None => indicator.kind == IndicatorKind::ToBeDeveloped,
    }
}

/// What an indicator of a plan can take its figures from, besides what bodies report: series that the viewer sees, and questions of
/// forms within the owner's area.
///
/// # Errors
/// When the database refuses, or what it holds cannot be read.
pub async fn offers(
    db: &impl Queries,
    viewer: &Viewer,
    tell: Words<'_>,
    plan: &Plan,
    indicator: &Indicator,
) -> Result<Vec<Offer>> {
    let outside = OutsideSeries::list(db, viewer).await?.into_iter().filter(|series| fits(indicator, series.kind));
    let mut offers: Vec<Offer> = outside
        .map(|series| Offer {
            text: format!("{} ({})", series.title, series.origin),
            origin: Origin::Outside(series.id.to_string()),
        })
        .collect();
    let feeds = feed::list(db, viewer, &plan.owner_path).await?.into_iter();
    offers.extend(
        feeds
            .filter(|feed| fits(indicator, feed.kind))
            .map(|feed| Offer { text: feed_name(tell, &feed), origin: Origin::Feed(feed.series) }),
    );
    Ok(offers)
}

fn feed_name(tell: Words<'_>, feed: &feed::Feed) -> String {
    tell.with("reports-source-feed", &[("form", &feed.form), ("question", &words(tell, &feed.words))])
}

/// Where an indicator of the plan takes its figures from; as the plan it follows on did, where nothing was said since.
///
/// # Errors
/// When the database refuses.
pub async fn origin(db: &impl Queries, plan: &Plan, indicator: &Id) -> Result<Origin> {
    let ids = crate::compile::chain(db, std::iter::once(&plan.id)).await?;
    let found = stored(db, &ids).await?.into_iter().rfind(|row| row.indicator_id == indicator.as_str());
    Ok(found.and_then(|row| Origin::of(&row.kind, &row.source)).unwrap_or(Origin::Bodies))
}

/// Which indicators of a plan take their figures from a series or a form that is there: nobody need be asked for these. Where a source
/// is gone, bodies are asked again.
///
/// # Errors
/// When the database refuses, or what it holds cannot be read.
pub(crate) async fn known(db: &impl Queries, plan: &Plan) -> Result<Vec<Known>> {
    let ids = crate::compile::chain(db, std::iter::once(&plan.id)).await?;
    let mut known = Vec::new();
    for (series, row) in latest(db, &ids).await? {
        let from = match Origin::of(&row.kind, &row.source) {
            Some(Origin::Outside(id)) => OutsideSeries::taken(db, &id).await?.map(|series| {
                Message::new("reports-known-outside").with("title", series.title).with("origin", series.origin)
            }),
            Some(Origin::Feed(name)) => feed::find(db, &row.area, &name)
                .await?
                .map(|feed| Message::new("reports-known-feed").with("form", feed.form)),
            Some(Origin::Bodies) | None => None,
        };
        known.extend(from.map(|from| Known { series, from }));
    }
    Ok(known)
}

/// What was said last of each indicator in these plans.
async fn latest(db: &impl Queries, plans: &[String]) -> Result<BTreeMap<String, Stored>> {
    Ok(stored(db, plans).await?.into_iter().map(|row| (row.indicator_id.clone(), row)).collect())
}

/// What was said for these plans, the latest last.
async fn stored(db: &impl Queries, plans: &[String]) -> Result<Vec<Stored>> {
    let places: Vec<String> = (1..=plans.len()).map(|place| format!("${place}")).collect();
    let sql = format!(
        "SELECT s.indicator_id, s.kind, s.source, u.path AS area FROM indicator_source s JOIN plan p ON p.id = s.plan_id \
         JOIN unit u ON u.id = p.owner_id WHERE s.plan_id IN ({}) ORDER BY s.set_at, s.plan_id, s.indicator_id",
        places.join(", ")
    );
    let values: Vec<Value> = plans.iter().map(|plan| plan.as_str().into()).collect();
    db.all(&sql, values).await
}

/// Says where an indicator of a plan takes its figures from.
///
/// # Errors
/// When the database refuses; a [`Problem`] when the viewer may not write the plan, it has no such indicator, or the source is none
/// that the indicator can take.
pub async fn set(
    db: &Db,
    viewer: &Viewer,
    tell: Words<'_>,
    plan: &Id,
    indicator: &str,
    origin: Option<Origin>,
) -> Result<()> {
    let change = db.change(viewer.actor()?).await?;
    let plan = Plan::find(&change, viewer, plan).await?.ok_or(Problem::NotFound)?;
    plan.check(viewer, Verb::Write)?;
    let indicator = find(&change, &plan, indicator).await?.ok_or(Problem::NotFound)?;
    let offered = match &origin {
        Some(Origin::Bodies) => true,
        Some(other) => {
            offers(&change, viewer, tell, &plan, &indicator).await?.iter().any(|offer| offer.origin == *other)
        }
        None => false,
    };
    let Some(origin) = origin.filter(|_| offered) else {
        let mut errors = FormErrors::default();
        errors.add("source", FieldError::NotAChoice);
        return Err(Problem::Invalid(errors).into());
    };
    write(&change, &plan.id, &indicator.id, &origin).await?;
    let (kind, source) = origin.parts();
    let detail = serde_json::json!({ "indicator": indicator.id, "kind": kind, "source": source });
    change.commit(Event::new("indicator_source.set", "plan", &plan.id).within(&plan.owner).with(detail)).await
}

async fn write(change: &Change, plan: &Id, indicator: &Id, origin: &Origin) -> Result<()> {
    let gone = "DELETE FROM indicator_source WHERE plan_id = $1 AND indicator_id = $2";
    change.execute(gone, values![plan.as_str(), indicator.as_str()]).await?;
    let who = match change.actor() {
        Actor::User(id) | Actor::Link(id) => id.to_string(),
        Actor::Command(name) => (*name).to_owned(),
    };
    let (kind, source) = origin.parts();
    let row = vec![
        ("plan_id", plan.as_str().into()),
        ("indicator_id", indicator.as_str().into()),
        ("kind", kind.into()),
        ("source", source.into()),
        ("set_at", change.at().as_microsecond().into()),
        ("set_by", who.into()),
    ];
    change.insert("indicator_source", row).await
}

/// The indicator as the adopted plan has it.
///
/// # Errors
/// When the database refuses, or what it holds cannot be read; [`Problem::Refused`] when the plan was never adopted.
pub async fn find(db: &impl Queries, plan: &Plan, indicator: &str) -> Result<Option<Indicator>> {
    let adopted = plan.adopted.as_ref().ok_or(Problem::Refused("plan-not-adopted"))?;
    let version = Version::find(db, adopted).await?.ok_or(Problem::NotFound)?;
    let found = version.content.indicators().find(|(_, one)| one.id.as_str() == indicator);
    Ok(found.map(|(_, one)| one.clone()))
}

impl Taken {
    /// What the indicators of these plans take from elsewhere until this year, by indicator.
    pub(crate) async fn load(
        db: &impl Queries,
        tell: Words<'_>,
        plans: &[String],
        year: i16,
    ) -> Result<HashMap<String, Self>> {
        let mut taken = HashMap::new();
        for (indicator, row) in latest(db, plans).await? {
            let found = match Origin::of(&row.kind, &row.source) {
                Some(Origin::Outside(id)) => Self::outside(db, tell, &id).await?,
                Some(Origin::Feed(series)) => Self::feed(db, tell, &row.area, &series, year).await?,
                Some(Origin::Bodies) | None => continue,
            };
            let mut found = found.unwrap_or_else(|| Self::gone(tell));
            found.points.retain(|point| point.year <= year);
            taken.insert(indicator, found);
        }
        Ok(taken)
    }

    async fn outside(db: &impl Queries, tell: Words<'_>, id: &str) -> Result<Option<Self>> {
        let Some(series) = OutsideSeries::taken(db, id).await? else { return Ok(None) };
        let points = series.points(&series.years(db).await?);
        let day = series.fetched_on.parse().map_or_else(|_| series.fetched_on.clone(), |day| tell.date(day));
        let name = tell.with("reports-source-outside", &[("origin", &series.origin), ("day", &day)]);
        Ok(Some(Self { name, kind: Some(series.kind), points, given: BTreeMap::new(), about_people: false }))
    }

    async fn feed(db: &impl Queries, tell: Words<'_>, area: &str, series: &str, year: i16) -> Result<Option<Self>> {
        let Some(feed) = feed::find(db, area, series).await? else { return Ok(None) };
        let years = feed::years(db, area, &feed, year).await?;
        let points = Series::filled(years.iter().map(|of| Point {
            year: of.year,
            value: of.value,
            few: false,
            from: of.given.len() as u64,
            expected: of.expected,
        }));
        let given = years.into_iter().map(|of| (of.year, of.given)).collect();
        Ok(Some(Self {
            name: feed_name(tell, &feed),
            kind: Some(feed.kind),
            points,
            given,
            about_people: feed.about_people,
        }))
    }

    /// What was said to be the source and is not there any more, such as a form that lives elsewhere now.
    fn gone(tell: Words<'_>) -> Self {
        let name = tell.text("reports-source-gone");
        Self { name, kind: None, points: Vec::new(), given: BTreeMap::new(), about_people: false }
    }
}
