//! What the domain offers the others: work that waits, things to find, and the plans of a unit.

use base::Id;
use db::Db;
use exchange::{Answer, Dated, Hit, Message, Named, Work};
use identity::{Errand, Unit, Verb, Viewer};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::expectation::{Addressed, Expectations};
use crate::plan::Plan;
use crate::plan::consultation::{Consultation, Waiting};
use crate::plan::task::Task;
use crate::promise::{Promise, PromiseFilter};

/// How long before its day a plan's task is shown.
const AHEAD_DAYS: i64 = 60;

/// How long before its day what a plan expects of a unit is shown.
const SOON_DAYS: i64 = 30;

/// Most expectations of one unit that are put among somebody's work; the others stand on their own page.
const MOST_EXPECTED: usize = 5;

/// Tasks that the rules of the viewer's plans lead to, plans that wait for comments from the viewer's bodies, and what plans in force
/// expect of these bodies before long.
pub(crate) fn work<'a>(db: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<Work>> {
    Box::pin(async move {
        if !viewer.is_signed_in() {
            return Ok(Vec::new());
        }
        let today = db.clock().today();
        let until = today.checked_add(AHEAD_DAYS.days()).unwrap_or(today);
        let mut work = tasks(Task::open(db, viewer, until).await?);
        work.extend(Waiting::list(db, viewer).await?.into_iter().map(comment));
        for unit in viewer.units(Verb::Submit) {
            work.extend(expected(db, viewer, unit).await?);
        }
        Ok(work)
    })
}

/// What is to be done with each plan, once: where a day was let pass, the first of them with how many there are.
fn tasks(open: Vec<Task>) -> Vec<Work> {
    let mut kinds: Vec<(Task, usize)> = Vec::new();
    for task in open {
        match kinds.iter_mut().find(|(first, _)| first.plan_id == task.plan_id && first.kind == task.kind) {
            Some((_, times)) => *times += 1,
            None => kinds.push((task, 1)),
        }
    }
    let work = |(first, times): (Task, usize)| {
        let once = task(first);
        match times {
            1 => once,
            _ => Work { why: Message::new("plan-work-times").with("times", times.to_string()), ..once },
        }
    };
    kinds.into_iter().map(work).collect()
}

/// What plans in force expect of a unit before long.
async fn expected(db: &Db, viewer: &Viewer, unit: &Id) -> db::Result<Vec<Work>> {
    let Some(unit) = Unit::find(db, unit).await? else { return Ok(Vec::new()) };
    let today = db.clock().today();
    let until = today.saturating_add(SOON_DAYS.days());
    let found = Expectations::of(db, viewer, &unit).await?.addressed.into_iter();
    let soon = found.filter(|one| one.next.is_some_and(|day| (today..=until).contains(&day))).take(MOST_EXPECTED);
    let work = |one: Addressed| Work {
        what: Message::new("plan-work-expected").with("what", one.expectation.what),
        why: Message::new("plan-work-expected-why").with("plan", one.plan_title).with("unit", unit.name.as_str()),
        deed: Message::new("plan-work-expected-deed"),
        href: format!("/expectations?unit={}", unit.id),
        due: one.next,
        minutes: one.expectation.minutes.and_then(|minutes| u16::try_from(minutes).ok()).unwrap_or_default(),
    };
    Ok(soon.map(work).collect())
}

fn task(task: Task) -> Work {
    let (what, why, minutes) = match task.kind.as_str() {
        "review" => ("plan-work-review", "plan-work-review-why", 60),
        "evaluate" => ("plan-work-evaluate", "plan-work-evaluate-why", 240),
        "revise" => ("plan-work-revise", "plan-work-revise-why", 60),
        _ => ("plan-work-replace", "plan-work-replace-why", 240),
    };
    Work {
        what: Message::new(what).with("plan", &task.title),
        why: Message::new(why),
        deed: Message::new("plan-work-deed"),
        href: format!("/plans/{}/tasks", task.plan_id),
        due: task.due.parse().ok(),
        minutes,
    }
}

/// The days of the viewer's plans: tasks that their rules lead to, the last day for comments, the day a plan ends.
pub(crate) fn dates<'a>(db: &'a Db, viewer: &'a Viewer, from: Date, to: Date) -> Answer<'a, Vec<Dated>> {
    Box::pin(async move {
        if !viewer.is_signed_in() {
            return Ok(Vec::new());
        }
        let tasks = Task::open(db, viewer, to).await?.into_iter().map(task);
        let comments = Waiting::list(db, viewer).await?.into_iter().map(comment);
        let dated = |work: Work| Some(Dated::on(work.due?, work.what, work.href));
        let mut dates: Vec<Dated> = tasks.chain(comments).filter_map(dated).collect();
        for plan in Plan::to_be_followed(db, viewer).await? {
            let what = Message::new("plan-date-end").with("plan", &plan.title);
            dates.push(Dated::on(plan.last_day(), what, format!("/plans/{}", plan.id)));
        }
        dates.retain(|date| date.is_within(from, to));
        Ok(dates)
    })
}

fn comment(waiting: Waiting) -> Work {
    Work {
        what: Message::new("plan-work-comment").with("plan", &waiting.title),
        why: Message::new("plan-work-comment-why").with("unit", &waiting.unit),
        deed: Message::new("plan-work-comment-deed"),
        href: format!("/plans/{}/consultations", waiting.plan_id),
        due: waiting.closes_on.parse().ok(),
        minutes: 30,
    }
}

fn hit(plan: Plan) -> Hit {
    Hit {
        kind: "plan-hit-plan",
        text: format!("{}, {}", plan.owner_name, plan.period),
        href: format!("/plans/{}", plan.id),
        title: plan.title,
    }
}

/// The plans that a unit owns, the newest first.
pub(crate) fn holdings<'a>(db: &'a Db, viewer: &'a Viewer, unit: &'a Id) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let order = crate::plan::PlanOrder::Period;
        let filter = crate::plan::PlanFilter { owner: Some(unit.clone()), order, ..Default::default() };
        let plans = Plan::list(db, viewer, &filter, db.clock().today(), db::PageRequest::new(1, 25)).await?;
        Ok(plans.rows.into_iter().map(|row| hit(row.plan)).collect())
    })
}

/// Plans and actions whose words match.
pub(crate) fn search<'a>(db: &'a Db, viewer: &'a Viewer, text: &'a str) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let page = db::PageRequest::new(1, 8);
        let filter = crate::plan::PlanFilter { text: text.to_owned(), ..Default::default() };
        let plans = Plan::list(db, viewer, &filter, db.clock().today(), page).await?;
        let mut hits: Vec<Hit> = plans.rows.into_iter().map(|row| hit(row.plan)).collect();
        let filter = PromiseFilter { text: text.to_owned(), ..Default::default() };
        let action = |promise: Promise| Hit {
            kind: "plan-hit-action",
            title: format!("{} {}", promise.number, promise.text).trim().to_owned(),
            text: promise.plan_title,
            href: format!("/plans/{}/actions/{}", promise.plan_id, promise.action_id),
        };
        hits.extend(Promise::list(db, viewer, &filter, page).await?.paged.rows.into_iter().map(action));
        Ok(hits)
    })
}

/// What a link for comments is about: the plan, and where the round is talked about.
pub(crate) fn errand<'a>(db: &'a Db, errand: &'a Errand) -> Answer<'a, Option<Named>> {
    Box::pin(async move {
        let named = |(plan, text): (Id, String)| {
            let href = Some(format!("/plans/{plan}/consultations?round={}", errand.subject));
            Named { text, href }
        };
        Ok(Consultation::of_errand(db, errand).await?.map(named))
    })
}

/// The title of a plan.
pub(crate) fn name<'a>(db: &'a Db, viewer: &'a Viewer, kind: &'a str, id: &'a Id) -> Answer<'a, Option<Named>> {
    Box::pin(async move {
        if kind != "plan" {
            return Ok(None);
        }
        let named = |plan: Plan| Named { text: plan.title, href: Some(format!("/plans/{}", plan.id)) };
        Ok(Plan::find(db, viewer, id).await?.map(named))
    })
}
