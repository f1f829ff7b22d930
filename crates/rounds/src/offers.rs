//! What the domain offers the others: work that waits, things to find, and what a unit owes.

use base::Id;
use db::{Db, FromQueryResult, Queries, sea_orm, values};
use exchange::{About, Answer, Dated, Hit, Linked, Message, Named, Related, Work};
use identity::{Errand, Verb, Viewer};
use jiff::civil::Date;

use crate::form::OwnForm;
use crate::own_work;

use crate::round::{Phase, Round, RoundRow};

/// Reports of one unit in one round that wait for somebody.
#[derive(Debug, FromQueryResult)]
struct Waiting {
    round_id: String,
    title: String,
    due_on: String,
    unit_id: String,
    unit: String,
    until: Option<String>,
    reports: i64,
    returned: i64,
    minutes: i64,
}

/// Most rows of one kind that are put among somebody's work.
const MOST: usize = 40;

/// Minutes to look through one report that was handed in.
const REVIEW_MINUTES: i64 = 5;

/// What is to be answered for the viewer's units, and what was handed in to be reviewed.
pub(crate) fn work<'a>(db: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<Work>> {
    Box::pin(async move {
        if !viewer.is_signed_in() {
            return Ok(Vec::new());
        }
        let mut work: Vec<Work> = waiting(db, viewer, Verb::Submit, "('expected', 'draft', 'returned')")
            .await?
            .into_iter()
            .map(answer)
            .collect();
        work.extend(waiting(db, viewer, Verb::Approve, "('submitted')").await?.into_iter().map(review));
        Ok(work)
    })
}

async fn waiting(db: &Db, viewer: &Viewer, verb: Verb, states: &str) -> db::Result<Vec<Waiting>> {
    let mut values = values![db.clock().today().to_string()];
    let own = own_work::condition(viewer, verb, &mut values);
    // One engine sums whole numbers into decimal ones.
    let sql = format!(
        "SELECT x.round_id, r.title, r.due_on, x.unit_id, u.name AS unit, e.until, COUNT(*) AS reports, \
         CAST(SUM(CASE WHEN x.state = 'returned' THEN 1 ELSE 0 END) AS BIGINT) AS returned, \
         CAST(SUM(i.minutes) AS BIGINT) AS minutes FROM report x JOIN round r ON r.id = x.round_id \
         JOIN round_item i ON i.id = x.item_id JOIN unit u ON u.id = x.unit_id \
         LEFT JOIN round_extension e ON e.round_id = x.round_id AND e.unit_id = x.unit_id WHERE r.ended_on IS NULL AND r.opens_on <= $1 AND x.state IN {states} AND {own} \
         GROUP BY x.round_id, r.title, r.due_on, x.unit_id, u.name, u.sort_key, e.until ORDER BY r.due_on, u.sort_key LIMIT {MOST}"
    );
    db.all(&sql, values).await
}

fn answer(waiting: Waiting) -> Work {
    let key = if waiting.returned > 0 { "round-work-returned" } else { "round-work-answer" };
    let why = match waiting.returned {
        0 => "round-work-answer-why",
        returned if returned == waiting.reports => "round-work-returned-why",
        _ => "round-work-both-why",
    };
    Work {
        what: Message::new(key).with("round", &waiting.title).with("unit", &waiting.unit),
        why: Message::new(why)
            .with("count", waiting.reports.to_string())
            .with("returned", waiting.returned.to_string()),
        deed: Message::new("round-work-answer-deed"),
        href: format!("/rounds/{}/bodies/{}", waiting.round_id, waiting.unit_id),
        // ISO days sort as text.
        due: waiting.until.unwrap_or_default().max(waiting.due_on).parse().ok(),
        minutes: u16::try_from(waiting.minutes).unwrap_or(u16::MAX),
    }
}

fn review(waiting: Waiting) -> Work {
    Work {
        what: Message::new("round-work-review").with("round", &waiting.title).with("unit", &waiting.unit),
        why: Message::new("round-work-review-why").with("count", waiting.reports.to_string()),
        deed: Message::new("round-work-review-deed"),
        href: format!("/rounds/{}/bodies/{}", waiting.round_id, waiting.unit_id),
        due: None,
        minutes: u16::try_from(waiting.reports * REVIEW_MINUTES).unwrap_or(u16::MAX),
    }
}

/// Days of the rounds that the viewer sees: when they are due, and until when somebody can still hand in.
pub(crate) fn dates<'a>(db: &'a Db, viewer: &'a Viewer, from: Date, to: Date) -> Answer<'a, Vec<Dated>> {
    Box::pin(async move {
        let rounds = Round::list(db, viewer, db::PageRequest::new(1, 500)).await?.rows;
        let mut dates = Vec::new();
        for round in rounds.into_iter().map(|row| row.round).filter(|round| round.ended.is_none()) {
            let days = round.deadlines;
            let href = format!("/rounds/{}", round.id);
            let on = |day, key| Dated::on(day, Message::new(key).with("round", &round.title), href.clone());
            dates.push(on(days.due, "round-date-due"));
            if days.closes > days.due {
                dates.push(on(days.closes, "round-date-closes"));
            }
        }
        dates.retain(|date| date.is_within(from, to));
        Ok(dates)
    })
}

/// Rounds whose title matches.
pub(crate) fn search<'a>(db: &'a Db, viewer: &'a Viewer, text: &'a str) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let folded = swedish::fold(text);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let rounds = Round::list(db, viewer, db::PageRequest::new(1, 200)).await?;
        let fits = |round: &Round| {
            let title = swedish::fold(&round.title);
            words.iter().all(|word| title.contains(word))
        };
        let found = rounds.rows.into_iter().map(|row| row.round).filter(fits).take(5);
        Ok(found.map(hit).collect())
    })
}

fn hit(round: Round) -> Hit {
    Hit {
        kind: "round-hit",
        text: format!("{}, {}", round.owner_name, round.year),
        href: format!("/rounds/{}", round.id),
        title: round.title,
    }
}

/// The rounds in which something is open for a unit.
pub(crate) fn holdings<'a>(db: &'a Db, viewer: &'a Viewer, unit: &'a Id) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        #[derive(FromQueryResult)]
        struct Row {
            id: String,
        }
        let mut values = values![unit.as_str()];
        let visible = Round::visible(viewer, &mut values);
        let sql = format!(
            "SELECT r.id FROM round r JOIN unit o ON o.id = r.owner_id WHERE r.ended_on IS NULL AND {visible} \
             AND EXISTS (SELECT 1 FROM report y WHERE y.round_id = r.id AND y.unit_id = $1 AND y.state <> 'removed') \
             ORDER BY r.due_on LIMIT 10"
        );
        let mut hits = Vec::new();
        for row in db.all::<Row>(&sql, values).await? {
            if let Some(round) = Round::find(db, viewer, &Id::stored(row.id)).await? {
                let href = format!("/rounds/{}/bodies/{unit}", round.id);
                hits.push(Hit { href, ..hit(round) });
            }
        }
        Ok(hits)
    })
}

/// What a link for reports is about: the round, and the page of the unit that answers there.
pub(crate) fn errand<'a>(db: &'a Db, errand: &'a Errand) -> Answer<'a, Option<Named>> {
    Box::pin(async move {
        let href = format!("/rounds/{}/bodies/{}", errand.subject, errand.unit);
        Ok(Round::of_errand(db, errand).await?.map(|text| Named { text, href: Some(href) }))
    })
}

/// The title of a round or a form.
pub(crate) fn name<'a>(db: &'a Db, viewer: &'a Viewer, kind: &'a str, id: &'a Id) -> Answer<'a, Option<Named>> {
    Box::pin(async move {
        if kind == "form" {
            let named = |form: OwnForm| Named { href: Some(format!("/forms/{}", form.id)), text: form.title };
            return Ok(OwnForm::find(db, viewer, id).await?.map(named));
        }
        if kind != "round" {
            return Ok(None);
        }
        let named = |round: Round| Named { href: Some(format!("/rounds/{}", round.id)), text: round.title };
        Ok(Round::find(db, viewer, id).await?.map(named))
    })
}

/// The rounds about a thing, with how far they have come.
pub(crate) fn related<'a>(db: &'a Db, viewer: &'a Viewer, about: About<'a>) -> Answer<'a, Option<Related>> {
    Box::pin(async move {
        let rounds = Round::about(db, viewer, about.kind, about.id).await?;
        let things = Round::counted(db, viewer, rounds).await?.into_iter();
        let today = db.clock().today();
        let may_open = viewer.may(Verb::Write, about.owner_path);
        // That there is none cannot be said to whoever sees only some.
        let says = may_open || things.len() > 0;
        Ok(says.then(|| Related {
            title: "round-related",
            things: things.map(|row| linked(row, today)).collect(),
            none: "round-related-none",
            deed: may_open.then(|| ("round-new", format!("/rounds/new?subject={}:{}", about.kind, about.id))),
        }))
    })
}

fn linked(row: RoundRow, today: Date) -> Linked {
    let days = &row.round.deadlines;
    let (state, day) = match row.round.phase(today) {
        Phase::Planned => ("round-related-planned", days.opens),
        Phase::Open => ("round-related-open", days.due),
        Phase::Overdue => ("round-related-overdue", days.due),
        Phase::Closed => ("round-related-closed", days.closes),
        Phase::Ended => ("round-related-ended", row.round.ended.unwrap_or(days.closes)),
    };
    Linked {
        state,
        day: Some(day),
        done: u64::try_from(row.received).ok().zip(u64::try_from(row.expected).ok()),
        href: format!("/rounds/{}", row.round.id),
        title: row.round.title,
    }
}
