//! What the domain offers the others: reports that wait to be written or published, and published ones to find.

use base::Id;
use db::Db;
use exchange::{Answer, Hit, Message, Named, Work};
use identity::{Verb, Viewer};

use crate::outside::OutsideSeries;
use crate::status_report::{State, StatusReport};

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

/// Reports whose words match.
pub(crate) fn search<'a>(db: &'a Db, viewer: &'a Viewer, text: &'a str) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let words: Vec<String> = swedish::fold(text).split_whitespace().map(str::to_owned).collect();
        let matches = |report: &StatusReport| {
            let title = swedish::fold(&format!("{} {}", report.title, report.year));
            words.iter().all(|word| title.contains(word.as_str()))
        };
        let found = StatusReport::list(db, viewer).await?.into_iter().filter(matches).take(8);
        Ok(found.map(hit).collect())
    })
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
