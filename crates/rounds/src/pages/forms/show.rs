//! A form: what it asks, part by part, and what is to be done with it.

use axum::extract::Path;
use axum::response::Response;
use base::Problem;
use forms::{Check, Field, Flaw, Kind, Need, Rule};
use serde::Serialize;
use web::{Here, Result, Route, Sample};

use super::question::kind_of;
use super::{Head, SEE, found, head, place, sample};
use crate::form::OwnForm;
use crate::pages::question::words;

const TEMPLATE: &str = "pages/rounds/forms/show.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/forms/{id}", SEE, show)]
}

/// The page.
#[derive(Debug, Serialize)]
struct Show {
    head: Head,
    parts: Vec<Part>,
    rules: Vec<Line>,
    flaws: Vec<Line>,
    /// How many units fill it in today.
    units: String,
    /// Whether there is none.
    no_units: bool,
    questions: String,
}

/// A part with its questions.
#[derive(Debug, Serialize)]
struct Part {
    title: String,
    href: String,
    questions: Vec<Row>,
}

/// A question in the list.
#[derive(Debug, Serialize)]
struct Row {
    label: String,
    /// Its kind and whether it has to be answered.
    about: Vec<String>,
    href: String,
    first: bool,
    last: bool,
}

/// A line with where it leads.
#[derive(Debug, Serialize)]
struct Line {
    text: String,
    href: String,
}

async fn show(here: Here, Path(id): Path<String>) -> Result<Response> {
    let form = found(&here, &id).await?;
    let version = form.latest(here.db()).await?.ok_or(Problem::NotFound)?;
    let definition = &version.definition;
    let head = head(&here, &form, &version);
    let rule = |(number, rule): (usize, &Rule)| Line {
        text: words(&here, &rule.words),
        href: format!("{}/rules/{}", head.href, number + 1),
    };
    let flaws = if head.editable { definition.check() } else { Vec::new() };
    let units = form.units(here.db()).await?.len();
    let context = Show {
        parts: parts(&here, &form, definition),
        rules: definition.rules.iter().enumerate().map(rule).collect(),
        flaws: flaws.iter().map(|flaw| flaw_line(&here, &form, definition, flaw)).collect(),
        units: here.count_text("rounds-form-units", units),
        no_units: units == 0,
        questions: here.count_text("rounds-form-questions", definition.fields().count()),
        head,
    };
    here.page(TEMPLATE, &place(&here, None), &context)
}

fn parts(here: &Here, form: &OwnForm, definition: &forms::Form) -> Vec<Part> {
    let all: Vec<&Field> = definition.fields().collect();
    let is = |field: &Field, other: Option<&&Field>| other.is_some_and(|other| other.key == field.key);
    let row = |field: &Field| Row {
        label: words(here, &field.label),
        about: about(here, definition, field),
        href: format!("{}/questions/{}", super::href(form), field.key),
        first: is(field, all.first()),
        last: is(field, all.last()),
    };
    let part = |(number, part): (usize, &forms::Part)| Part {
        title: words(here, &part.title),
        href: format!("{}/parts/{}", super::href(form), number + 1),
        questions: part.fields.iter().map(row).collect(),
    };
    definition.parts.iter().enumerate().map(part).collect()
}

/// What a question is, in short.
fn about(here: &Here, definition: &forms::Form, field: &Field) -> Vec<String> {
    let mut about = vec![here.text(&format!("rounds-question-kind-{}", kind_of(&field.kind)))];
    match &field.kind {
        Kind::Choice { options, .. } => about.push(here.count_text("rounds-question-options-count", options.len())),
        Kind::Table { rows, columns } => {
            let size = [("rows", rows.len().to_string()), ("columns", columns.len().to_string())];
            let size = size.each_ref().map(|(name, value)| (*name, value.as_str()));
            about.push(here.text_with("rounds-question-size", &size));
        }
        _ => {}
    }
    for breakdown in &field.breakdowns {
        about.push(here.text_with("forms-grid-breakdown", &[("name", &words(here, &breakdown.words))]));
    }
    match field.need {
        Need::Optional => about.push(here.text("rounds-question-about-optional")),
        Need::Required => {}
        Need::OrReason => about.push(here.text("rounds-question-about-or-reason")),
    }
    let when = field.when.as_ref().and_then(|when| definition.field(&when.field));
    about
        .extend(when.map(|other| here.text_with("rounds-question-after", &[("question", &words(here, &other.label))])));
    about
}

/// What is to be put right before the form can be published, and where.
pub(super) fn flaw_text(here: &Here, definition: &forms::Form, flaw: &Flaw) -> String {
    let text = here.text(&format!("rounds-form-flaw-{}", flaw.kind.as_str()));
    let field = flaw.field.as_deref().and_then(|key| definition.field(key));
    match field {
        Some(field) => here.text_with("forms-fault-of", &[("field", &words(here, &field.label)), ("error", &text)]),
        None => text,
    }
}

fn flaw_line(here: &Here, form: &OwnForm, definition: &forms::Form, flaw: &Flaw) -> Line {
    let field = flaw.field.as_ref().filter(|key| definition.field(key).is_some());
    let href = field.map(|key| format!("{}/questions/{key}", super::href(form))).unwrap_or_default();
    Line { text: flaw_text(here, definition, flaw), href }
}

/// The names on both sides of a rule.
pub(super) fn sides(check: &Check) -> (&[String], &[String]) {
    match check {
        Check::AtMost { lesser, greater } => (lesser, greater),
        Check::Equal { one, other } => (one, other),
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let row = |label: &str, first, last| Row {
        label: label.to_owned(),
        about: vec!["Antal".to_owned(), "Uppdelat på kön".to_owned()],
        href: "/forms/exempel/questions/cases".to_owned(),
        first,
        last,
    };
    let part =
        |title: &str, questions| Part { title: title.to_owned(), href: "/forms/exempel/parts/1".to_owned(), questions };
    let line = |text: &str, href: &str| Line { text: text.to_owned(), href: href.to_owned() };
    let show = |head: Head, flaws| Show {
        head,
        parts: vec![
            part("Ärenden", vec![row("Hur många?", true, false), row("Vilka slag?", false, true)]),
            part("", Vec::new()),
        ],
        rules: vec![line("Uppdelningen blir mer än totalen.", "/forms/exempel/rules/1")],
        flaws,
        units: "12 enheter".to_owned(),
        no_units: true,
        questions: "2 frågor".to_owned(),
    };
    let flaws =
        vec![line("Hur många?: Skriv frågan.", "/forms/exempel/questions/cases"), line("Skriv minst en fråga.", "")];
    let heads = ["draft", "published", "closed"].map(|state| Head {
        state,
        editable: state == "draft",
        published: (state != "draft").then_some(1),
        ..sample()
    });
    let mut samples = vec![Sample::new(TEMPLATE, &show(sample(), flaws))];
    samples.extend(heads.map(|head| Sample::new(TEMPLATE, &show(head, Vec::new()))));
    samples
}
