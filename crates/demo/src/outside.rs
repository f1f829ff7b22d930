//! A series from outside that one of the example's indicators takes its figures from.

use base::{Clock, day_begins};
use db::Db;
use i18n::Language;
use identity::Viewer;
use indicators::Kind;
use jiff::SignedDuration;
use jiff::civil::Date;
use plans::Plan;
use plans::editions::Words;
use reports::outside::Given;
use reports::outside::creation::NewSeries;
use reports::source::{self, Origin};

use crate::data::OutsideSeries;
use crate::organisation::id;
use crate::rounds::PLAN;
use crate::{DemoError, DemoError::Data};

/// Reads in the years of the series until one, and lets the indicator take them.
pub(crate) async fn write(db: &Db, viewer: &Viewer, data: &OutsideSeries, last: i16) -> Result<(), DemoError> {
    let fetched = Date::new(last + 1, 4, 2).unwrap_or(Date::MAX).min(db.clock().today());
    let past = db.as_of(Clock::fixed(day_begins(fetched) + SignedDuration::from_hours(10)));
    let plan = Plan::load(&past, &id(PLAN)?).await?.ok_or_else(|| Data(format!("no plan {PLAN}")))?;
    let new = NewSeries {
        owner: Some(plan.owner.clone()),
        title: data.title.clone(),
        origin: data.origin.clone(),
        kind: Some(Kind::Rate { per: data.per }),
        note: data.note.clone(),
        fetched_on: Some(fetched),
    };
    let years = (data.first..=last).zip(&data.values);
    let years: Vec<Given> =
        years.map(|(year, value)| Given { year, value: Some(*value), part: None, whole: None }).collect();
    let series = new.create(&past, viewer, &years).await?;
    let version = plan.adopted.as_ref().ok_or_else(|| Data(format!("{PLAN} is not adopted")))?;
    let content =
        plans::version::Version::find(&past, version).await?.ok_or_else(|| Data("no version".to_owned()))?.content;
    let action = content.actions().find(|(_, action)| action.number == data.action).map(|(_, action)| action);
    let indicator =
        action.and_then(|action| action.indicators.iter().find(|one| one.text.starts_with(&data.indicator)));
    let indicator = indicator.ok_or_else(|| Data(format!("no indicator {} in {}", data.indicator, data.action)))?;
    let catalogue = web::catalogue().map_err(|faults| Data(faults.join(", ")))?;
    let words = Words::new(&catalogue, Language::Sv);
    let origin = Origin::Outside(series.to_string());
    source::set(&past, viewer, words, &plan.id, indicator.id.as_str(), Some(origin)).await?;
    Ok(())
}
