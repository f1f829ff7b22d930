//! A plan's settings: title, years, kind, what it calls its levels, when it is looked at again, which plan it carries out.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use base::{FieldError, FormErrors, Id, Period, Problem};
use serde::Serialize;
use web::{Fields, Here, Result, Route, Sample};

use super::choices::{self, Choice};
use super::form::{Form, Refusal, Texts, lines, refusal, settle};
use super::plans::read_period;
use super::show::{Head, head};
use super::{WRITE, draft, draft_path, place};
use crate::content::{Content, Frequency, LevelName, Levels, Rules};
use crate::expected::key_of;
use crate::plan::settings::Standing;
use crate::plan::{Plan, PlanKind};
use crate::words::{FREQUENCIES, frequency};

/// Most steps of a scale, and most characters of a step.
const MOST_STEPS: usize = 10;
const LONGEST_STEP: usize = 60;

const TEMPLATE: &str = "pages/plans/settings/edit.html";
const NAMES: [&str; 20] = [
    "title",
    "period",
    "kind",
    "strategy",
    "summary",
    "review_every",
    "evaluate_every",
    "first_revision",
    "report_every",
    "assessment_scale",
    "goal_one",
    "goal_many",
    "precondition_one",
    "precondition_many",
    "development_area_one",
    "development_area_many",
    "measure_one",
    "measure_many",
    "action_one",
    "action_many",
];

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/settings", WRITE, edit), Route::post("/plans/{id}/settings", WRITE, update)]
}

/// The form's page.
#[derive(Debug, Serialize)]
struct Edit {
    plan: Head,
    form: Form,
    kinds: Vec<Choice>,
    strategies: Vec<Choice>,
    frequencies: Vec<Choice>,
    levels: Vec<Level>,
}

/// A level with the interface's words for it, which stand where the plan has none of its own.
#[derive(Debug, Serialize)]
struct Level {
    name: &'static str,
    one: String,
    many: String,
}

fn texts(standing: &Standing, content: &Content) -> Texts {
    let number = |number: Option<String>| number.unwrap_or_default();
    let rules = &content.rules;
    let mut texts = Texts::from([
        ("title", content.title.clone()),
        ("period", content.period.to_string()),
        ("kind", standing.kind.as_str().to_owned()),
        ("strategy", standing.strategy.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("summary", content.summary.clone()),
        ("review_every", number(rules.review_every.map(|years| years.to_string()))),
        ("evaluate_every", number(rules.evaluate_every.map(|years| years.to_string()))),
        ("first_revision", number(rules.first_revision.map(|year| year.to_string()))),
        ("report_every", rules.report_every.map(frequency).unwrap_or_default().to_owned()),
        ("assessment_scale", rules.assessment_scale.join("\n")),
    ]);
    for ((_, one, many), name) in LEVELS.into_iter().zip(names(&content.levels)) {
        let own = name.clone().unwrap_or(LevelName { one: String::new(), many: String::new() });
        texts.extend([(one, own.one), (many, own.many)]);
    }
    texts
}

/// Each level's name in translation keys and its two fields.
const LEVELS: [(&str, &str, &str); 5] = [
    ("goal", "goal_one", "goal_many"),
    ("precondition", "precondition_one", "precondition_many"),
    ("development-area", "development_area_one", "development_area_many"),
    ("measure", "measure_one", "measure_many"),
    ("action", "action_one", "action_many"),
];

fn names(levels: &Levels) -> [&Option<LevelName>; 5] {
    [&levels.goal, &levels.precondition, &levels.development_area, &levels.measure, &levels.action]
}

/// What the form sent, checked.
struct Sent {
    title: String,
    period: Period,
    summary: String,
    levels: Levels,
    rules: Rules,
    standing: Standing,
}

impl Sent {
    fn read(fields: &Fields) -> std::result::Result<Self, FormErrors> {
        let mut errors = FormErrors::default();
        let title = errors.required("title", fields.get("title"), 300);
        let summary = errors.optional("summary", fields.get("summary"), 5000);
        let period = read_period(&mut errors, fields.get("period"));
        let kind = PlanKind::parse(fields.get("kind"));
        if kind.is_none() {
            errors.add("kind", FieldError::NotAChoice);
        }
        let mut own = LEVELS.map(|(_, one, many)| level(&mut errors, fields, one, many)).into_iter();
        let mut next = || own.next().flatten();
        let levels =
            Levels { goal: next(), precondition: next(), development_area: next(), measure: next(), action: next() };
        let rules = Rules {
            review_every: years(&mut errors, fields, "review_every", 1..=20),
            evaluate_every: years(&mut errors, fields, "evaluate_every", 1..=20),
            first_revision: years(&mut errors, fields, "first_revision", 1900..=2200),
            report_every: report_every(&mut errors, fields),
            assessment_scale: assessment_scale(&mut errors, fields),
        };
        if let (Some(period), Some(year)) = (period, rules.first_revision)
            && year < period.from
        {
            errors.add("first_revision", FieldError::TooEarly);
        }
        let standing = Standing { kind: kind.unwrap_or(PlanKind::Local), strategy: Id::parse(fields.get("strategy")) };
        match period {
            Some(period) if errors.is_empty() => Ok(Self { title, period, summary, levels, rules, standing }),
            _ => Err(errors),
        }
    }

    fn apply(self, content: &mut Content) -> Standing {
        content.title = self.title;
        content.period = self.period;
        content.summary = self.summary;
        content.levels = self.levels;
        content.rules = self.rules;
        self.standing
    }
}

/// A level's own name: both words or none.
fn level(errors: &mut FormErrors, fields: &Fields, one: &'static str, many: &'static str) -> Option<LevelName> {
    let name =
        LevelName { one: errors.optional(one, fields.get(one), 60), many: errors.optional(many, fields.get(many), 60) };
    match (name.one.is_empty(), name.many.is_empty()) {
        (true, true) => return None,
        (true, false) => errors.add(one, FieldError::Missing),
        (false, true) => errors.add(many, FieldError::Missing),
        (false, false) => {}
    }
    Some(name)
}

/// A number of years or a year; an error when it is none or out of reach.
fn years<T>(
    errors: &mut FormErrors,
    fields: &Fields,
    name: &'static str,
    reach: std::ops::RangeInclusive<T>,
) -> Option<T>
where
    T: std::str::FromStr + PartialOrd,
{
    if fields.get(name).trim().is_empty() {
        return None;
    }
    let number = fields.number(name).filter(|number| reach.contains(number));
    if number.is_none() {
        errors.add(name, FieldError::NotANumber);
    }
    number
}

/// How often what does not say it itself is reported; none for every year.
fn report_every(errors: &mut FormErrors, fields: &Fields) -> Option<Frequency> {
    let chosen = fields.get("report_every");
    let found = FREQUENCIES.into_iter().find(|one| frequency(*one) == chosen);
    if found.is_none() && !chosen.is_empty() {
        errors.add("report_every", FieldError::NotAChoice);
    }
    found
}

/// The steps of the plan's own scale: none, or at least two that are unlike.
fn assessment_scale(errors: &mut FormErrors, fields: &Fields) -> Vec<String> {
    let steps = lines(fields.get("assessment_scale"));
    let keys: BTreeSet<String> = steps.iter().map(|step| key_of(step)).collect();
    let is_scale = steps.is_empty() || (2..=MOST_STEPS).contains(&steps.len());
    let is_short = steps.iter().all(|step| step.chars().count() <= LONGEST_STEP);
    if !is_scale || !is_short || keys.len() < steps.len() || keys.contains("") {
        errors.add("assessment_scale", FieldError::NotAChoice);
    }
    steps
}

async fn edit(here: Here, Path(id): Path<String>) -> Result<Response> {
    let (plan, version) = draft(&here, &id).await?;
    page(&here, &id, Form::of(texts(&plan.standing(), &version.content))).await
}

async fn update(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let (plan, _) = draft(&here, &id).await?;
    let known = strategies(&here, &plan).await?;
    let saved = Plan::set(here.db(), here.viewer(), &plan.id, |standing, content| {
        let sent = Sent::read(&settle(&fields, &texts(&standing, content))?)?;
        let strategy = &sent.standing.strategy;
        if *strategy != standing.strategy
            && strategy.as_ref().is_some_and(|id| !known.iter().any(|one| one.value == id.as_str()))
        {
            let mut errors = FormErrors::default();
            errors.add("strategy", FieldError::NotAChoice);
            return Err(Problem::Invalid(errors));
        }
        Ok(sent.apply(content))
    })
    .await;
    let Err(error) = saved else { return Ok(here.go_saying(&draft_path(&plan, "", ""), "said-settings-saved", None)) };
    let form = match refusal(error)? {
        Refusal::Errors(errors) => Form::kept(&NAMES, &fields, wrong(&here, &errors)),
        Refusal::Conflict => {
            let (plan, version) = draft(&here, &id).await?;
            let say = |name: &str, value: &str| say(&here, &known, name, value);
            let saved = texts(&plan.standing(), &version.content);
            Form::conflicting(&here, &plan, |name| format!("plans-settings-{name}"), &fields, &saved, say).await?
        }
    };
    page(&here, &id, form).await
}

/// What is wrong, in words; a scale has its own.
fn wrong(here: &Here, errors: &FormErrors) -> Texts {
    let mut texts = here.errors(errors);
    if let Some(text) = texts.get_mut("assessment_scale") {
        *text = here.text("plans-settings-assessment-scale-error");
    }
    texts
}

/// What somebody else chose, in words.
fn say(here: &Here, strategies: &[Choice], name: &str, value: &str) -> Option<String> {
    let among = |choices: &[Choice], none: &str| {
        let chosen = choices.iter().find(|choice| choice.value == value).map(|choice| choice.text.clone());
        chosen.unwrap_or_else(|| here.text(none))
    };
    match name {
        "kind" => Some(among(&choices::kinds(here), "ui-not-given")),
        "report_every" => Some(among(&choices::frequencies(here), "plan-frequency-yearly")),
        "strategy" => Some(among(strategies, "plans-settings-no-strategy")),
        _ => None,
    }
}

/// Plans that a plan can carry out: strategies and regional plans.
async fn strategies(here: &Here, plan: &Plan) -> Result<Vec<Choice>> {
    let plans = Plan::all(here.db(), here.viewer()).await?;
    let above = |other: &&Plan| {
        let chosen = plan.strategy.as_ref() == Some(&other.id);
        chosen || (other.id != plan.id && matches!(other.kind, PlanKind::Strategy | PlanKind::Regional))
    };
    let choice = |other: &Plan| Choice::new(other.id.as_str(), format!("{} ({})", other.title, other.owner_name));
    Ok(plans.iter().filter(above).map(choice).collect())
}

async fn page(here: &Here, id: &str, form: Form) -> Result<Response> {
    let (plan, version) = draft(here, id).await?;
    let refused = !form.errors.is_empty() || !form.conflicts.is_empty();
    let context = Edit {
        plan: head(here, &plan, &version).await?,
        form,
        kinds: choices::kinds(here),
        strategies: strategies(here, &plan).await?,
        frequencies: choices::frequencies(here),
        levels: levels(&|key| here.text(key)),
    };
    let place = place(here, Some(&plan));
    if refused { here.again(TEMPLATE, &place, &context) } else { here.page(TEMPLATE, &place, &context) }
}

fn levels(text: &dyn Fn(&str) -> String) -> Vec<Level> {
    let level = |(key, one, _): (&'static str, &'static str, &str)| Level {
        name: one.trim_end_matches("_one"),
        one: text(&format!("plan-level-name-{key}")),
        many: text(&format!("plan-level-names-{key}")),
    };
    LEVELS.into_iter().map(level).collect()
}

pub(super) fn samples() -> Vec<Sample> {
    let content = Content::new("Trygg i Lindhamn", Period { from: 2025, to: 2028 });
    let standing = Standing { kind: PlanKind::Municipal, strategy: None };
    let edit = Edit {
        plan: super::samples::draft(),
        form: Form::of(texts(&standing, &content)),
        kinds: vec![Choice::new("municipal", "Kommunens plan")],
        strategies: Vec::new(),
        frequencies: vec![Choice::new("yearly", "Varje år")],
        levels: levels(&|key| key.to_owned()),
    };
    vec![Sample::new(TEMPLATE, &edit)]
}
