//! Writing a text of a report, with the figures it is about beside it.

mod own;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Problem};
use identity::Verb;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::form::{Conflict, Form, Texts, settle};
use super::view::Goal;
use super::{Head, WRITE, head, in_state, place, report_for, samples, snapshot, words};
use crate::addresses::Addresses;
use crate::compiled::Step;
use crate::excerpts::{Excerpt, excerpts};
use crate::own_assessment::OwnAssessment;
use crate::snapshot::Snapshot;
use crate::status_report::{Section, State, StatusReport};
use crate::template::SectionKey;
use own::{Offer, Own};

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
    /// Whether it is saved as done.
    is_done: bool,
    /// Whether the box that says so is ticked.
    done: bool,
    /// The steps to choose from; none where nothing is chosen.
    scale: Vec<Choice>,
    /// What the plan's owner answered in the round, where a step is chosen.
    own: Option<Own>,
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

/// What the form is about, as it is saved.
fn texts(saved: &Section) -> Texts {
    Texts::from([("text", saved.text.clone()), ("choice", saved.choice.clone())])
}

async fn edit(here: Here, Path((id, section)): Path<(String, String)>) -> Result<Response> {
    let (report, key, snapshot) = find(&here, &id, &section).await?;
    let found = report.sections(here.db()).await?.remove(&section);
    // Where somebody has saved, what they saved stands: also that nothing is chosen yet.
    let offer = if found.is_some() { Offer::Show } else { Offer::Choose };
    let saved = found.unwrap_or_default();
    page(&here, &report, (&key, &snapshot), (&saved, saved.done), Form::of(texts(&saved)), offer).await
}

async fn save(here: Here, Path((id, section)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (report, key, snapshot) = find(&here, &id, &section).await?;
    if fields.get("take") == "reason" {
        let saved = report.sections(here.db()).await?.remove(&section).unwrap_or_default();
        let form = Form::kept(&["text", "choice"], &fields, Texts::new());
        return page(&here, &report, (&key, &snapshot), (&saved, fields.get("done") == "yes"), form, Offer::Take).await;
    }
    let scale = scale(&snapshot, &key);
    let done = fields.get("done") == "yes";
    let read = |saved: &Section| {
        let text = settle(&fields, "text", &saved.text)?;
        let choice = settle(&fields, "choice", &saved.choice)?;
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
            let on = if fields.get("then") == "next" { undone(&here, &report, (&key, &snapshot)).await? } else { None };
            let on = on.map(|next| format!("/sections/{}", next.written())).unwrap_or_default();
            return Ok(here.go_saying(&format!("/status-reports/{}{on}", report.id), said, None));
        }
        Err(Error::Problem(Problem::Invalid(errors))) => Form::kept(&["text", "choice"], &fields, here.errors(&errors)),
        Err(Error::Problem(Problem::Conflict)) => {
            let saved = report.sections(here.db()).await?.remove(&section).unwrap_or_default();
            conflicting(&here, &fields, &saved, &scale)
        }
        Err(error) => return Err(error),
    };
    let saved = report.sections(here.db()).await?.remove(&section).unwrap_or_default();
    page(&here, &report, (&key, &snapshot), (&saved, done), form, Offer::Show).await
}

/// The next section in order that is not done, from the beginning again after the last; none where all the others are.
async fn undone(
    here: &Here,
    report: &StatusReport,
    (key, snapshot): (&SectionKey, &Snapshot),
) -> Result<Option<SectionKey>> {
    let saved = report.sections(here.db()).await?;
    let is_open = |section: &&SectionKey| saved.get(&section.written()).is_none_or(|saved| !saved.done);
    let all = snapshot.sections();
    let at = all.iter().position(|section| section == key).unwrap_or_default();
    let on = all.iter().skip(at + 1).chain(all.iter().take(at));
    Ok(on.into_iter().find(is_open).cloned())
}

/// What was sent, beside what somebody else saved meanwhile.
fn conflicting(here: &Here, fields: &Fields, saved: &Section, scale: &[Choice]) -> Form {
    let label = |_: &str| here.text("reports-section-text");
    let say = |field: &str, theirs: &str| {
        let step = scale.iter().find(|step| step.value == theirs).map_or("–", |step| &step.text);
        (field == "choice").then(|| step.to_owned())
    };
    Form::conflicting(here, fields, texts(saved), &saved.by, label, say)
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
    (key, snapshot): (&SectionKey, &Snapshot),
    (saved, done): (&Section, bool),
    mut form: Form,
    offer: Offer,
) -> Result<Response> {
    let goal = key.goal().and_then(|goal| snapshot.compiled.goal(goal.as_str()));
    let head = head(here, report);
    let all = snapshot.sections();
    let next = all.iter().skip_while(|other| *other != key).nth(1);
    let scale = scale(snapshot, key);
    let answered = match goal.filter(|_| key.has_choice()) {
        Some(goal) => OwnAssessment::find(here.db(), report, goal).await?,
        None => None,
    };
    let addresses = Addresses::find(here.db(), here.viewer(), &report.plan).await?;
    let own = answered.and_then(|answered| Own::offered(answered, offer, &scale, &mut form));
    let context = Edit {
        part: key.name(),
        name: here.text(&format!("reports-part-{}", key.name())),
        action: format!("{}/sections/{}", head.href, key.written()),
        is_done: saved.done,
        done,
        scale,
        own,
        goal: goal.map(|goal| Goal::of(snapshot, goal, words(here)).leading(&addresses, true)),
        excerpts: match goal {
            Some(goal) => excerpts(here.db(), report, goal).await?,
            None => Vec::new(),
        },
        next: next.map(|next| format!("{}/sections/{}", head.href, next.written())),
        report: head,
        form,
    };
    let place = place(here, Some(report));
    if context.form.is_refused() {
        here.again(TEMPLATE, &place, &context)
    } else {
        here.page(TEMPLATE, &place, &context)
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let edit = |part, form, goal, own| Edit {
        report: samples::head("writing"),
        part,
        name: "Analys".to_owned(),
        action: "/status-reports/exempel/sections/goal:mal-1:analysis".to_owned(),
        form,
        is_done: part == "analysis",
        done: part == "analysis",
        scale: if part == "assessment" {
            vec![Choice { value: "reached".to_owned(), text: "Nått".to_owned() }]
        } else {
            Vec::new()
        },
        own,
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
    let mut conflicting = Form::of(texts(&saved));
    conflicting.conflicts.insert("text", theirs);
    vec![
        Sample::new(TEMPLATE, &edit("assessment", Form::of(texts(&saved)), Some(samples::goal()), None)),
        Sample::new(TEMPLATE, &edit("assessment", Form::default(), Some(samples::goal()), Some(own::sample(true)))),
        Sample::new(TEMPLATE, &edit("assessment", Form::default(), Some(samples::goal()), Some(own::sample(false)))),
        Sample::new(TEMPLATE, &edit("analysis", conflicting, Some(samples::goal()), None)),
        Sample::new(TEMPLATE, &edit("summary", Form::default(), None, None)),
    ]
}
