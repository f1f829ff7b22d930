//! Opening a round: what about and for which year, then who owes what and by when.

use std::collections::BTreeMap;

use axum::response::Response;
use base::{FieldError, FormErrors, Id, Problem};
use exchange::{Expected, RoundSubject};
use jiff::civil::Date;
use serde::Serialize;
use web::{Error, Fields, Here, Result, Route, Sample};

use super::{Choice, RUN, place};
use crate::round::expectation::names;
use crate::round::opening::NewRound;
use crate::round::{Deadlines, Round};
use crate::subject;

const NEW: &str = "pages/rounds/openings/new.html";

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/rounds/new", RUN, new), Route::post("/rounds", RUN, create)]
}

#[derive(Debug, Serialize)]
struct New {
    /// What rounds can be opened about, by kind.
    groups: Vec<Group>,
    years: Vec<Choice>,
    /// What is expected, once it is known of what and for which year.
    preview: Option<Preview>,
    /// The round that there is about the year already.
    taken: Option<Choice>,
    form: Form,
}

#[derive(Debug, Serialize)]
struct Group {
    text: String,
    options: Vec<Choice>,
}

/// What a round would expect.
#[derive(Debug, Serialize)]
struct Preview {
    items: usize,
    /// Who is asked, in Swedish order.
    bodies: Vec<Asked>,
    reports: usize,
    kinds: Vec<String>,
    unknown: Vec<String>,
    not_asked: Vec<NotAsked>,
}

/// A body with how many reports are expected of it.
#[derive(Debug, Serialize)]
struct Asked {
    name: String,
    reports: usize,
}

/// A question that nobody is asked, and where the answer comes from.
#[derive(Debug, Serialize)]
struct NotAsked {
    what: String,
    from: String,
}

#[derive(Debug, Default, Serialize)]
struct Form {
    subject: String,
    year: String,
    title: String,
    message: String,
    opens: String,
    due: String,
    closes: String,
    locks: String,
    errors: BTreeMap<&'static str, String>,
}

/// All that rounds can be opened about by the viewer, each with its kind.
async fn subjects(here: &Here) -> Result<Vec<(&'static str, RoundSubject)>> {
    let mut all = Vec::new();
    for source in subject::sources(here.app().modules()) {
        let found = (source.subjects)(here.db(), here.viewer()).await?;
        all.extend(found.into_iter().map(|subject| (source.kind, subject)));
    }
    Ok(all)
}

async fn new(here: Here, fields: Fields) -> Result<Response> {
    let subjects = subjects(&here).await?;
    let chosen = subjects.iter().find(|(kind, subject)| format!("{kind}:{}", subject.id) == fields.get("subject"));
    let today = here.db().clock().today();
    let asked = match chosen {
        Some((kind, subject)) => Round::about(here.db(), here.viewer(), kind, &subject.id).await?,
        None => Vec::new(),
    };
    let year = fields.number::<i16>("year").or_else(|| chosen.map(|(_, subject)| usual_year(subject, today, &asked)));
    let mut form = Form {
        subject: fields.get("subject").to_owned(),
        year: year.map(|year| year.to_string()).unwrap_or_default(),
        ..Form::default()
    };
    let mut expected = None;
    if let (Some((kind, subject)), Some(year)) = (chosen, year) {
        expected = expectations(&here, kind, &subject.id, year).await?;
        let title = here.text_with("round-usual-title", &[("subject", &subject.title), ("year", &year.to_string())]);
        form.title = title.chars().take(200).collect();
        let days = usual_deadlines(year, today);
        form.opens = days.opens.to_string();
        form.due = days.due.to_string();
        form.closes = days.closes.to_string();
    }
    let chosen = chosen.map(|(_, subject)| subject);
    page(&here, &subjects, chosen, expected.as_ref(), &asked, form).await
}

/// The last year that has ended, within the years the thing is about; where that was asked about, the first after it that was not.
fn usual_year(subject: &RoundSubject, today: Date, asked: &[Round]) -> i16 {
    let last = subject.years.1.max(subject.years.0);
    let usual = (today.year() - 1).clamp(subject.years.0, last);
    (usual..=last).find(|year| !asked.iter().any(|round| round.year == *year)).unwrap_or(usual)
}

/// Unless somebody says otherwise: open from the middle of November, due at the end of January after the year, closed a month later.
fn usual_deadlines(year: i16, today: Date) -> Deadlines {
    let day = |month, day| Date::new(year + 1, month, day).unwrap_or(today);
    let opens = Date::new(year, 11, 15).map_or(today, |day| day.max(today));
    let due = day(1, 31).max(today.saturating_add(jiff::Span::new().days(30)));
    Deadlines { opens, due, closes: due.saturating_add(jiff::Span::new().days(28)), locks: None }
}

/// What a thing of a kind expects in a year.
pub(super) async fn expectations(here: &Here, kind: &str, id: &Id, year: i16) -> Result<Option<Expected>> {
    Ok(subject::expected(here.app().modules(), here.db(), here.viewer(), kind, id, year).await?)
}

async fn page(
    here: &Here,
    subjects: &[(&'static str, RoundSubject)],
    chosen: Option<&RoundSubject>,
    expected: Option<&Expected>,
    asked: &[Round],
    form: Form,
) -> Result<Response> {
    let refused = !form.errors.is_empty();
    let context = New {
        groups: groups(here, subjects),
        years: chosen.map(years).unwrap_or_default(),
        preview: match expected {
            Some(expected) => Some(preview(here, expected).await?),
            None => None,
        },
        taken: asked.iter().find(|round| round.ended.is_none() && round.year.to_string() == form.year).map(taken),
        form,
    };
    let place = place(here, None);
    if refused { here.again(NEW, &place, &context) } else { here.page(NEW, &place, &context) }
}

fn groups(here: &Here, subjects: &[(&'static str, RoundSubject)]) -> Vec<Group> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for (kind, subject) in subjects {
        let text = format!("{} ({})", subject.title, subject.owner_name);
        let choice = Choice::new(format!("{kind}:{}", subject.id), text);
        match groups.iter_mut().find(|(other, _)| other == kind) {
            Some((_, group)) => group.options.push(choice),
            None => {
                let text = here.text(&format!("round-subject-{kind}"));
                groups.push((kind, Group { text, options: vec![choice] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn years(subject: &RoundSubject) -> Vec<Choice> {
    let (first, last) = subject.years;
    (first..=last.max(first)).rev().map(|year| Choice::new(year.to_string(), year.to_string())).collect()
}

fn taken(round: &Round) -> Choice {
    Choice::new(format!("/rounds/{}", round.id), round.title.clone())
}

async fn preview(here: &Here, expected: &Expected) -> Result<Preview> {
    let mut bodies: BTreeMap<&str, usize> = BTreeMap::new();
    for (unit, _) in expected.items.iter().flat_map(|item| &item.from) {
        *bodies.entry(unit.as_str()).or_default() += 1;
    }
    let reports = bodies.values().sum();
    let names = names(here.db(), bodies.keys().copied()).await?;
    let name = |unit: &str| names.get(unit).cloned().unwrap_or_else(|| unit.to_owned());
    let mut asked: Vec<Asked> =
        bodies.iter().map(|(unit, reports)| Asked { name: name(unit), reports: *reports }).collect();
    asked.sort_by_cached_key(|body| swedish::sort_key(&body.name));
    let not_asked =
        |question: &exchange::NotAsked| NotAsked { what: question.what.clone(), from: here.message(&question.from) };
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for item in &expected.items {
        match kinds.iter_mut().find(|(kind, _)| *kind == item.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((item.kind, 1)),
        }
    }
    Ok(Preview {
        items: expected.items.len(),
        bodies: asked,
        reports,
        kinds: kinds.into_iter().map(|(kind, count)| here.count_text(&format!("round-count-{kind}"), count)).collect(),
        unknown: expected.unknown.clone(),
        not_asked: expected.not_asked.iter().map(not_asked).collect(),
    })
}

async fn create(here: Here, fields: Fields) -> Result<Response> {
    let subjects = subjects(&here).await?;
    let chosen = subjects.iter().find(|(kind, subject)| format!("{kind}:{}", subject.id) == fields.get("subject"));
    let (kind, subject) = chosen.ok_or(Problem::NotFound)?;
    let year = fields.number::<i16>("year").ok_or(Problem::Malformed)?;
    let expected = expectations(&here, kind, &subject.id, year).await?.ok_or(Problem::NotFound)?;
    let mut errors = FormErrors::default();
    let deadlines = read_deadlines(&mut errors, &fields);
    if let Some(deadlines) = deadlines {
        let new = NewRound {
            title: fields.get("title").to_owned(),
            subject_kind: (*kind).to_owned(),
            subject: subject.id.clone(),
            year,
            message: fields.get("message").to_owned(),
            deadlines,
        };
        match new.open(here.db(), here.viewer(), &expected).await.map_err(Error::from) {
            Ok(id) => return Ok(here.go_saying(&format!("/rounds/{id}"), "said-round-opened", Some(new.title.trim()))),
            Err(Error::Problem(Problem::Invalid(found))) => errors = found,
            // Somebody else was first; the page leads to theirs.
            Err(Error::Problem(Problem::Refused("round-exists"))) => errors.add("year", FieldError::Taken),
            Err(error) => return Err(error),
        }
    }
    let text = |name: &str| fields.get(name).to_owned();
    let form = Form {
        subject: text("subject"),
        year: text("year"),
        title: text("title"),
        message: text("message"),
        opens: text("opens"),
        due: text("due"),
        closes: text("closes"),
        locks: text("locks"),
        errors: here.errors(&errors),
    };
    let asked = Round::about(here.db(), here.viewer(), kind, &subject.id).await?;
    page(&here, &subjects, Some(subject), Some(&expected), &asked, form).await
}

/// The days in a form's fields; what is wrong with them is noted.
pub(super) fn read_deadlines(errors: &mut FormErrors, fields: &Fields) -> Option<Deadlines> {
    let opens = required_day(errors, "opens", fields.get("opens"));
    let due = required_day(errors, "due", fields.get("due"));
    let closes = required_day(errors, "closes", fields.get("closes"));
    let locks = fields.get("locks").trim();
    let locks = if locks.is_empty() { None } else { Some(required_day(errors, "locks", locks)?) };
    Some(Deadlines { opens: opens?, due: due?, closes: closes?, locks })
}

/// The day in a field; what is wrong with it is noted.
pub(super) fn required_day(errors: &mut FormErrors, field: &'static str, text: &str) -> Option<Date> {
    let day = text.trim().parse().ok();
    if day.is_none() {
        errors.add(field, if text.trim().is_empty() { FieldError::Missing } else { FieldError::NotADate });
    }
    day
}

pub(super) fn samples() -> Vec<Sample> {
    let groups = || vec![Group { text: "Planer".to_owned(), options: vec![Choice::new("plan:p", "Trygg i Eknäs")] }];
    let preview = |items| Preview {
        items,
        bodies: vec![Asked { name: "Socialnämnden".to_owned(), reports: 7 }],
        reports: 80,
        kinds: vec!["39 åtgärder".to_owned(), "8 mål".to_owned()],
        unknown: vec!["Nätverket Trygga kvällar".to_owned()],
        not_asked: vec![NotAsked {
            what: "Andel elever som känner sig trygga".to_owned(),
            from: "Trygghet i skolan (Skolenkäten)".to_owned(),
        }],
    };
    let new = |preview, groups| New {
        groups,
        years: vec![Choice::new("2024", "2024")],
        preview,
        taken: Some(Choice::new("/rounds/r", "Uppföljning 2024")),
        form: Form::default(),
    };
    vec![
        Sample::new(NEW, &new(Some(preview(47)), groups())),
        Sample::new(NEW, &new(Some(preview(0)), groups())),
        Sample::new(NEW, &new(None, groups())),
        Sample::new(NEW, &new(None, Vec::new())),
    ]
}
