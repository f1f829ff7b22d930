//! What the domain offers the others: reports that wait to be written or published, and published ones to find.

use base::Id;
use db::Db;
use exchange::{About, Answer, Hit, Known, Linked, Message, Named, Related, Work};
use identity::{Verb, Viewer};
use plans::Plan;

use crate::outside::OutsideSeries;
use crate::source;
use crate::status_report::{State, StatusReport};

/// The kind of thing that is reported on.
const PLAN: &str = "plan";

/// Reports that the viewer may write or publish and that nobody reads yet.
pub(crate) fn work<'a>(db: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<Work>> {
    Box::pin(async move {
        if !viewer.may_somewhere(Verb::Write) && !viewer.may_somewhere(Verb::Publish) {
            return Ok(Vec::new());
        }
        let open = StatusReport::list(db, viewer).await?;
        Ok(open.iter().filter_map(|report| waiting(report, viewer)).collect())
    })
}

fn waiting(report: &StatusReport, viewer: &Viewer) -> Option<Work> {
    let (verb, what, deed) = match report.state {
        State::Writing => (Verb::Write, "reports-work-write", "reports-work-write-deed"),
        State::Frozen => (Verb::Publish, "reports-work-publish", "reports-work-publish-deed"),
        State::Published => return None,
    };
    viewer.may(verb, &report.owner_path).then(|| Work {
        what: Message::new(what).with("plan", &report.title).with("year", report.year.to_string()),
        why: Message::new("reports-work-why"),
        deed: Message::new(deed),
        href: format!("/status-reports/{}", report.id),
        due: None,
        minutes: if verb == Verb::Write { 60 } else { 10 },
    })
}

/// The reports of a unit, for whoever takes over there.
pub(crate) fn holdings<'a>(db: &'a Db, viewer: &'a Viewer, unit: &'a Id) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let reports = StatusReport::list(db, viewer).await?.into_iter();
        Ok(reports.filter(|report| report.owner == *unit).take(25).map(hit).collect())
    })
}

fn hit(report: StatusReport) -> Hit {
    Hit {
        kind: "reports-hit",
        text: format!("{}, {}", report.owner_name, report.year),
        href: format!("/status-reports/{}", report.id),
        title: report.title,
    }
}

/// What somebody may call a series from outside who does not know its name.
const SERIES_WORDS: &str = "serie serier statistik siffror utifrån"; // tidy: words that are searched for

/// Reports and series from outside whose words match.
pub(crate) fn search<'a>(db: &'a Db, viewer: &'a Viewer, text: &'a str) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let words: Vec<String> = swedish::fold(text).split_whitespace().map(str::to_owned).collect();
        let matches = |said: String| {
            let said = swedish::fold(&said);
            words.iter().all(|word| said.contains(word.as_str()))
        };
        let reports = StatusReport::list(db, viewer).await?.into_iter();
        let found = reports.filter(|report| matches(format!("{} {}", report.title, report.year))).take(8);
        let series = OutsideSeries::list(db, viewer).await?.into_iter();
        let series =
            series.filter(|series| matches(format!("{} {} {SERIES_WORDS}", series.title, series.origin))).take(8);
        Ok(found.map(hit).chain(series.map(series_hit)).collect())
    })
}

fn series_hit(series: OutsideSeries) -> Hit {
    Hit {
        kind: "reports-series-hit",
        text: format!("{}, {}", series.origin, series.owner_name),
        href: format!("/series/{}", series.id),
        title: series.title,
    }
}

/// The title of a report or of a series from outside.
pub(crate) fn name<'a>(db: &'a Db, viewer: &'a Viewer, kind: &'a str, id: &'a Id) -> Answer<'a, Option<Named>> {
    Box::pin(async move {
        if kind == "outside_series" {
            let series = OutsideSeries::find(db, viewer, id).await?;
            return Ok(series.map(|series| Named { href: Some(format!("/series/{}", series.id)), text: series.title }));
        }
        if kind != "status_report" {
            return Ok(None);
        }
        let named = |report: StatusReport| Named {
            text: format!("{} {}", report.title, report.year),
            href: Some(format!("/status-reports/{}", report.id)),
        };
        Ok(StatusReport::find(db, viewer, id).await?.map(named))
    })
}

/// What the indicators of a plan take from elsewhere, so that bodies need not be asked.
pub(crate) fn known<'a>(db: &'a Db, viewer: &'a Viewer, kind: &'a str, id: &'a Id) -> Answer<'a, Vec<Known>> {
    Box::pin(async move {
        if kind != PLAN {
            return Ok(Vec::new());
        }
        match Plan::find(db, viewer, id).await? {
            Some(plan) => source::known(db, &plan).await,
            None => Ok(Vec::new()),
        }
    })
}

/// The reports on a plan, each year's latest edition.
pub(crate) fn related<'a>(db: &'a Db, viewer: &'a Viewer, about: About<'a>) -> Answer<'a, Option<Related>> {
    Box::pin(async move {
        if about.kind != PLAN {
            return Ok(None);
        }
        let mut reports = StatusReport::about(db, viewer, about.id).await?;
        reports.dedup_by_key(|report| (report.year, report.state == State::Published));
        let may_begin = viewer.may(Verb::Write, about.owner_path);
        Ok(Some(Related {
            title: "reports-related",
            things: reports.into_iter().map(linked).collect(),
            none: "reports-related-none",
            deed: may_begin.then(|| ("reports-new", format!("/status-reports/new?plan={}", about.id))),
        }))
    })
}

fn linked(report: StatusReport) -> Linked {
    let (state, at) = match report.state {
        State::Writing => ("reports-related-writing", None),
        State::Frozen => ("reports-related-frozen", report.frozen_at),
        State::Published => ("reports-related-published", report.published_at),
    };
    Linked {
        state,
        day: at.map(|at| base::in_stockholm(at).date()),
        done: None,
        href: format!("/status-reports/{}", report.id),
        title: report.year.to_string(),
    }
}
