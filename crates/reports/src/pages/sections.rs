//! Writing a text of a report, with the figures it is about beside it.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::view::Goal;
use super::{Head, WRITE, head, in_state, place, report_for, samples, snapshot, words};
use crate::compiled::Step;
use crate::excerpts::{Excerpt, excerpts};
use crate::snapshot::Snapshot;
use crate::status_report::{Section, State, StatusReport};
use crate::template::SectionKey;

const TEMPLATE: &str = "pages/reports/sections/edit.html";
const MOST: usize = 50_000;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/status-reports/{id}/sections/{section}", WRITE, edit),
        Route::post("/status-reports/{id}/sections/{section}", WRITE, save),
    ]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    report: Head,
    /// The end of the keys of its words: `analysis`.
    part: &'static str,
    name: String,
    action: String,
    form: Form,
    /// Whether it was marked as done.
    done: bool,
    /// The steps to choose from; none where nothing is chosen.
    scale: Vec<Choice>,
    goal: Option<Goal>,
    excerpts: Vec<Excerpt>,
    /// The section after this one.
    next: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

/// What the form shows. Beside each text it carries the one that was saved when it was opened, as hidden `was-…`.
#[derive(Debug, Clone, Default, Serialize)]
struct Form {
    text: String,
    choice: String,
    was: BTreeMap<&'static str, String>,
    errors: BTreeMap<&'static str, String>,
    conflicts: BTreeMap<&'static str, Conflict>,
}

/// A text that two people wrote differently.
#[derive(Debug, Clone, Serialize)]
struct Conflict {
    label: String,
    mine: String,
    theirs: String,
    by: String,
}

/// What a field is to say once what was sent meets what is saved.
enum Settled {
    Text(String),
    /// Both changed it; this is what was sent.
    Conflict(String),
}

impl Settled {
    fn of(fields: &Fields, name: &str, theirs: &str) -> Self {
        let sent = |name: &str| fields.get(name).replace("\r\n", "\n").trim().to_owned();
        let (mine, was) = (sent(name), sent(&format!("was-{name}")));
        if !fields.has(name) || fields.get(&format!("keep-{name}")) == "theirs" || mine == was {
            return Self::Text(theirs.to_owned());
        }
        if was == theirs.trim() || mine == theirs.trim() { Self::Text(mine) } else { Self::Conflict(mine) }
    }

    fn text(self) -> std::result::Result<String, Problem> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Conflict(_) => Err(Problem::Conflict),
        }
    }
}

impl Form {
    fn of(saved: &Section) -> Self {
        let was = BTreeMap::from([("text", saved.text.clone()), ("choice", saved.choice.clone())]);
        Self { text: saved.text.clone(), choice: saved.choice.clone(), was, ..Self::default() }
    }

    /// What was sent, with what is wrong with it.
    fn kept(fields: &Fields, errors: BTreeMap<&'static str, String>) -> Self {
        let sent = |name: &str| fields.get(name).replace("\r\n", "\n");
        let was = BTreeMap::from([("text", sent("was-text")), ("choice", sent("was-choice"))]);
        Self { text: sent("text"), choice: sent("choice"), was, errors, ..Self::default() }
    }

    /// What was sent, beside what somebody else saved meanwhile. A choice is offered again, with a word about the other's.
    fn conflicting(here: &Here, fields: &Fields, saved: &Section, scale: &[Choice]) -> Self {
        let mut form = Self::of(saved);
        match Settled::of(fields, "text", &saved.text) {
            Settled::Text(text) => form.text = text,
            Settled::Conflict(mine) => {
                let (theirs, by) = (saved.text.clone(), saved.by.clone());
                form.text.clone_from(&mine);
                let label = here.text("reports-section-text");
                form.conflicts.insert("text", Conflict { label, mine, theirs, by });
            }
        }
        match Settled::of(fields, "choice", &saved.choice) {
            Settled::Text(choice) => form.choice = choice,
            Settled::Conflict(mine) => {
                let theirs = scale.iter().find(|step| step.value == saved.choice).map_or("–", |step| &step.text);
                let values = [("who", saved.by.as_str()), ("choice", theirs)];
                form.errors.insert("choice", here.text_with("plans-conflict-choice", &values));
                form.choice = mine;
            }
        }
        form
    }
}

async fn edit(here: Here, Path((id, section)): Path<(String, String)>) -> Result<Response> {
    let (report, key, snapshot) = find(&here, &id, &section).await?;
    let saved = report.sections(here.db()).await?.remove(&section).unwrap_or_default();
    page(&here, &report, &key, &snapshot, &saved, Form::of(&saved)).await
}

async fn save(here: Here, Path((id, section)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (report, key, snapshot) = find(&here, &id, &section).await?;
    let scale = scale(&snapshot, &key);
    let done = fields.get("done") == "yes";
    let read = |saved: &Section| {
        let text = Settled::of(&fields, "text", &saved.text).text()?;
        let choice = Settled::of(&fields, "choice", &saved.choice).text()?;
        let mut errors = FormErrors::default();
        let text = errors.optional("text", &text, MOST);
        if !choice.is_empty() && !scale.iter().any(|step| step.value == choice) {
            errors.add("choice", FieldError::NotAChoice);
        }
        if done && key.has_choice() && choice.is_empty() {
            errors.add("choice", FieldError::Missing);
        }
        errors.check()?;
        Ok(Section { text, choice, done, by: String::new() })
    };
    let written = StatusReport::write(here.db(), here.viewer(), &report.id, &key, read).await;
    let form = match written.map_err(Error::from) {
        Ok(()) => {
            let said = if done { "said-status-report-section-done" } else { "said-status-report-section-saved" };
            return Ok(here.go_saying(&format!("/status-reports/{}", report.id), said, None));
        }
        Err(Error::Problem(Problem::Invalid(errors))) => Form::kept(&fields, here.errors(&errors)),
        Err(Error::Problem(Problem::Conflict)) => {
            let saved = report.sections(here.db()).await?.remove(&section).unwrap_or_default();
            Form::conflicting(&here, &fields, &saved, &scale)
        }
        Err(error) => return Err(error),
    };
    let saved = report.sections(here.db()).await?.remove(&section).unwrap_or_default();
    page(&here, &report, &key, &snapshot, &saved, form).await
}

/// The report that is being written, the section in the address, and the figures of the moment.
async fn find(here: &Here, id: &str, section: &str) -> Result<(StatusReport, SectionKey, Snapshot)> {
    let report = report_for(here, Verb::Write, id).await?;
    let key = SectionKey::parse(section).ok_or(Problem::NotFound)?;
    in_state(&report, State::Writing, "status-report-not-writing")?;
    let snapshot = snapshot(here, &report).await?;
    snapshot.sections().contains(&key).then_some(()).ok_or(Problem::NotFound)?;
    Ok((report, key, snapshot))
}

/// The steps that can be chosen in a section.
fn scale(snapshot: &Snapshot, key: &SectionKey) -> Vec<Choice> {
    let goal = key.goal().filter(|_| key.has_choice()).and_then(|goal| snapshot.compiled.goal(goal.as_str()));
    let choice = |step: &Step| Choice { value: step.key.clone(), text: step.text.clone() };
    goal.map(|goal| goal.assessments.scale.iter().map(choice).collect()).unwrap_or_default()
}

async fn page(
    here: &Here,
    report: &StatusReport,
    key: &SectionKey,
    snapshot: &Snapshot,
    saved: &Section,
    form: Form,
) -> Result<Response> {
    let goal = key.goal().and_then(|goal| snapshot.compiled.goal(goal.as_str()));
    let head = head(here, report);
    let all = snapshot.sections();
    let next = all.iter().skip_while(|other| *other != key).nth(1);
    let context = Edit {
        part: key.name(),
        name: here.text(&format!("reports-part-{}", key.name())),
        action: format!("{}/sections/{}", head.href, key.written()),
        done: saved.done,
        scale: scale(snapshot, key),
        goal: goal.map(|goal| Goal::of(snapshot, goal, words(here))),
        excerpts: match goal {
            Some(goal) => excerpts(here.db(), report, goal).await?,
            None => Vec::new(),
        },
        next: next.map(|next| format!("{}/sections/{}", head.href, next.written())),
        report: head,
        form,
    };
    let place = place(here, Some(report));
    let refused = !context.form.errors.is_empty() || !context.form.conflicts.is_empty();
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |part, form, goal| Edit {
        report: samples::head("writing"),
        part,
        name: "Analys".to_owned(),
        action: "/status-reports/exempel/sections/goal:mal-1:analysis".to_owned(),
        form,
        done: false,
        scale: if part == "assessment" {
            vec![Choice { value: "reached".to_owned(), text: "Nått".to_owned() }]
        } else {
            Vec::new()
        },
        goal,
        excerpts: vec![Excerpt {
            body: "Socialnämnden".to_owned(),
            number: "1.1".to_owned(),
            texts: vec!["Vi utbildade alla.".to_owned()],
        }],
        next: Some("/status-reports/exempel/sections/goal:mal-1:needs".to_owned()),
    };
    let saved = Section { text: "Det går framåt.".to_owned(), ..Section::default() };
    let theirs = Conflict {
        label: "Text".to_owned(),
        mine: "Det går bra.".to_owned(),
        theirs: "Det går dåligt.".to_owned(),
        by: "Kim Påhittsdotter".to_owned(),
    };
    let conflicting = Form { conflicts: BTreeMap::from([("text", theirs)]), ..Form::of(&saved) };
    vec![
        Sample::new(TEMPLATE, &edit("assessment", Form::of(&saved), Some(samples::goal()))),
        Sample::new(TEMPLATE, &edit("analysis", conflicting, Some(samples::goal()))),
        Sample::new(TEMPLATE, &edit("summary", Form::default(), None)),
    ]
}
