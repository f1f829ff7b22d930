//! A round of comments in words.

use base::Id;
use serde::Serialize;
use web::{Here, Result};

use super::Seen;
use crate::pages::show::Head;
use crate::plan::consultation::{Asked, Comment};
use crate::words::key;

/// A round as its page shows it.
#[derive(Debug, Serialize)]
pub(super) struct RoundView {
    href: String,
    message: String,
    opened: String,
    closes: String,
    closed: String,
    is_open: bool,
    /// The last day has passed and the round is still open.
    overdue: bool,
    owner: bool,
    asked: Vec<AskedView>,
    answered: usize,
    comments: Vec<CommentView>,
    unanswered: usize,
}

/// A body that was asked.
#[derive(Debug, Serialize)]
struct AskedView {
    unit: String,
    name: String,
    answered: String,
    comments: i64,
    /// The viewer may answer for it.
    mine: bool,
}

/// A comment with its answer.
#[derive(Debug, Serialize)]
struct CommentView {
    id: String,
    unit: String,
    subject: String,
    subject_href: String,
    text: String,
    outcome: String,
    outcome_text: String,
    answer: String,
}

impl RoundView {
    pub(super) async fn of(here: &Here, seen: &Seen, head: &Head) -> Result<Self> {
        let round = &seen.round;
        let comments = round.comments(here.db(), here.viewer(), &seen.plan).await?;
        let own = round.answerable(here.viewer(), &seen.asked);
        let mine = |body: &Asked| own.iter().any(|other| other.unit_id == body.unit_id);
        let asked = seen.asked.iter().filter(|body| seen.owner || round.closed_on.is_some() || mine(body));
        Ok(Self {
            href: seen.href(),
            message: round.message.clone(),
            opened: here.date(&round.opened_on),
            closes: here.date(&round.closes_on),
            closed: round.closed_on.as_deref().map(|day| here.date(day)).unwrap_or_default(),
            is_open: round.closed_on.is_none(),
            overdue: round.closed_on.is_none() && round.closes_on < here.db().clock().today().to_string(),
            owner: seen.owner,
            answered: seen.asked.iter().filter(|body| body.answered_on.is_some()).count(),
            asked: asked.map(|body| asked_view(here, body, mine(body))).collect(),
            unanswered: comments.iter().filter(|comment| comment.outcome.is_none()).count(),
            comments: comments.into_iter().map(|comment| comment_view(here, seen, head, comment)).collect(),
        })
    }

    /// An invented round, still open or ended.
    pub(super) fn sample(is_open: bool) -> Self {
        let comment = |id: &str, outcome: &str| CommentView {
            id: id.to_owned(),
            unit: "Socialförvaltningen".to_owned(),
            subject: "Åtgärd 1.1".to_owned(),
            subject_href: "/plans/p/consultations/r#action-a".to_owned(),
            text: "Säg vilken personal som menas.".to_owned(),
            outcome: outcome.to_owned(),
            outcome_text: "Infört i planen".to_owned(),
            answer: "Vi har lagt till vilka yrken som menas.".to_owned(),
        };
        let asked = |name: &str, answered: &str| AskedView {
            unit: "u".to_owned(),
            name: name.to_owned(),
            answered: answered.to_owned(),
            comments: 1,
            mine: true,
        };
        Self {
            href: "/plans/p/consultations/r".to_owned(),
            message: "Läs särskilt mål 2.".to_owned(),
            opened: "1 mars 2025".to_owned(),
            closes: "31 mars 2025".to_owned(),
            closed: if is_open { String::new() } else { "2 april 2025".to_owned() },
            is_open,
            overdue: is_open,
            owner: is_open,
            asked: vec![asked("Socialförvaltningen", ""), asked("Fritidsförvaltningen", "20 mars 2025")],
            answered: 1,
            comments: vec![comment("c", ""), comment("d", "adopted")],
            unanswered: 1,
        }
    }
}

fn asked_view(here: &Here, body: &Asked, mine: bool) -> AskedView {
    AskedView {
        unit: body.unit_id.clone(),
        name: body.name.clone(),
        answered: body.answered_on.as_deref().map(|day| here.date(day)).unwrap_or_default(),
        comments: body.comments,
        mine,
    }
}

fn comment_view(here: &Here, seen: &Seen, head: &Head, comment: Comment) -> CommentView {
    let (subject, anchor) = subject(here, seen, head, &comment.subject);
    let outcome = comment.outcome.unwrap_or_default();
    CommentView {
        outcome_text: if outcome.is_empty() { String::new() } else { here.text(&key("plan-outcome", &outcome)) },
        subject_href: format!("{}{anchor}", seen.href()),
        id: comment.id,
        unit: comment.unit_name,
        subject,
        text: comment.text,
        outcome,
        answer: comment.answer,
    }
}

/// What a comment is about, and where that stands in the plan as it was sent out.
pub(super) fn subject(here: &Here, seen: &Seen, head: &Head, id: &str) -> (String, String) {
    let content = &seen.round.content;
    let name = |level: &str, number: &str| format!("{level} {number}").trim().to_owned();
    let subject = Id::stored(id.to_owned());
    if let Some(goal) = content.goal(&subject) {
        return (name(&head.levels.goal.one, &goal.number), format!("#goal-{id}"));
    }
    match content.action(&subject) {
        Some((_, action)) => (name(&head.levels.action.one, &action.number), format!("#action-{id}")),
        None => (here.text("plan-consultation-whole"), String::new()),
    }
}
