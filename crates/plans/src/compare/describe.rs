//! Everything in a plan that is compared, in reading order.

use base::Id;

use super::{SubjectKind, Thing};
use crate::content::{Action, Content, Expectation, Figure, Goal, Indicator, Party};
use crate::words::{about_people, asked_of, frequency, indicator_kind};

/// The id under which the plan itself is compared.
const PLAN: &str = "plan";

pub(super) fn content(content: &Content, things: &mut Vec<(Id, Thing)>) {
    let fields = vec![
        ("title", content.title.clone()),
        ("period", content.period.to_string()),
        ("summary", content.summary.clone()),
        ("review-every", years(content.rules.review_every.map(i64::from))),
        ("evaluate-every", years(content.rules.evaluate_every.map(i64::from))),
        ("first-revision", years(content.rules.first_revision.map(i64::from))),
        ("report-every", content.rules.report_every.map(frequency).unwrap_or_default().to_owned()),
        ("assessment-scale", content.rules.assessment_scale.join("\n")),
    ];
    put(things, SubjectKind::Plan, Id::stored(PLAN.to_owned()), ("", &content.title), None, fields);
    for section in &content.introduction {
        let fields = vec![("heading", section.heading.clone()), ("text", section.text.clone())];
        put(things, SubjectKind::Section, section.id.clone(), ("", &section.heading), None, fields);
    }
    for body in &content.bodies {
        let id = body.unit.clone().unwrap_or_else(|| Id::stored(format!("body {}", body.name)));
        put(
            things,
            SubjectKind::Body,
            Id::stored(format!("body {id}")),
            ("", &body.name),
            None,
            vec![("role", body.role.clone())],
        );
    }
    for each in &content.goals {
        goal(each, things);
    }
    for each in &content.actions {
        action(None, each, things);
    }
}

fn goal(goal: &Goal, things: &mut Vec<(Id, Thing)>) {
    let fields = vec![
        ("number", goal.number.clone()),
        ("title", goal.title.clone()),
        ("text", goal.text.clone()),
        ("supports", goal.supports.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    put(things, SubjectKind::Goal, goal.id.clone(), (&goal.number, &goal.title), None, fields);
    let under = Some(&goal.id);
    for (subject, items) in
        [(SubjectKind::Precondition, &goal.preconditions), (SubjectKind::DevelopmentArea, &goal.development_areas)]
    {
        for item in items {
            put(things, subject, item.id.clone(), ("", &item.text), under, vec![("text", item.text.clone())]);
        }
    }
    for measure in &goal.measures {
        put(
            things,
            SubjectKind::Measure,
            measure.id.clone(),
            ("", &measure.text),
            under,
            vec![("text", measure.text.clone())],
        );
        indicators(&measure.id, &measure.indicators, things);
    }
    indicators(&goal.id, &goal.indicators, things);
    for each in &goal.actions {
        action(under, each, things);
    }
}

fn action(goal: Option<&Id>, action: &Action, things: &mut Vec<(Id, Thing)>) {
    let names = |parties: &[Party]| parties.iter().map(Party::name).collect::<Vec<_>>().join(", ");
    let fields = vec![
        ("number", action.number.clone()),
        ("text", action.text.clone()),
        ("section", action.section.clone()),
        ("lead", action.lead.iter().map(Party::name).collect()),
        ("co-responsible", names(&action.co_responsible)),
        ("frequency", action.frequency.map(frequency).unwrap_or_default().to_owned()),
        ("frequency-text", action.frequency_text.clone()),
        ("time-plan", action.time_plan.text.clone()),
        ("followed-up-in", action.followed_up_in.join(", ")),
        ("level", action.level.map(crate::content::PreventionLevel::as_str).unwrap_or_default().to_owned()),
        ("kinds-of-violence", action.kinds_of_violence.join(", ")),
        ("target-group", action.target_group.clone()),
        ("training", action.training.clone()),
        ("expectations", action.expectations.iter().map(expectation).collect::<Vec<_>>().join("\n")),
    ];
    put(things, SubjectKind::Action, action.id.clone(), (&action.number, &action.text), goal, fields);
    indicators(&action.id, &action.indicators, things);
}

fn indicators(under: &Id, indicators: &[Indicator], things: &mut Vec<(Id, Thing)>) {
    for indicator in indicators {
        let sheet = &indicator.fact_sheet;
        let fields = vec![
            ("kind", indicator_kind(indicator.kind).to_owned()),
            ("text", indicator.text.clone()),
            ("direction", indicator.direction.map(crate::content::Direction::as_str).unwrap_or_default().to_owned()),
            ("baseline", indicator.baseline.as_ref().map(figure).unwrap_or_default()),
            ("target", indicator.target.as_ref().map(figure).unwrap_or_default()),
            ("breakdowns", indicator.breakdowns.join(", ")),
            ("asked-of", asked_of(indicator.of_lead).to_owned()),
            ("about-people", about_people(indicator.about_people).to_owned()),
            ("source", indicator.source.clone()),
            ("definition", sheet.definition.clone()),
            ("purpose", sheet.purpose.clone()),
            ("method", sheet.method.clone()),
            ("limits", sheet.limits.clone()),
        ];
        put(things, SubjectKind::Indicator, indicator.id.clone(), ("", &indicator.text), Some(under), fields);
    }
}

fn put(
    things: &mut Vec<(Id, Thing)>,
    subject: SubjectKind,
    id: Id,
    (number, text): (&str, &str),
    under: Option<&Id>,
    fields: Vec<(&'static str, String)>,
) {
    let (number, text) = (number.to_owned(), text.to_owned());
    things.push((id, Thing { subject, number, text, place: under.cloned(), fields }));
}

fn years(years: Option<i64>) -> String {
    years.map(|years| years.to_string()).unwrap_or_default()
}

/// A figure as one line.
pub(crate) fn figure(figure: &Figure) -> String {
    let value = match (figure.of, figure.value) {
        (Some((numerator, denominator)), _) => format!("{numerator}/{denominator}"),
        (None, Some(value)) => swedish::decimal(value, 3),
        (None, None) => figure.text.clone(),
    };
    if figure.when.is_empty() { value } else { format!("{value} ({})", figure.when) }
}

fn expectation(expectation: &Expectation) -> String {
    let who = [expectation.audience.function.as_str(), expectation.audience.unit_kind.as_str()];
    let who = who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let minutes = expectation.minutes.map(|minutes| format!("{minutes} min")).unwrap_or_default();
    let parts = [&expectation.what, &expectation.by, &minutes, &expectation.help];
    let parts = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    format!("{who}: {}", parts.join(" · "))
}
