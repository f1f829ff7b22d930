//! The figures of a report, reckoned by hand beside it.

use base::Period;
use db::Engine;
use indicators::{Change, Course, Value};
use plans::PlanKind;
use plans::content::{Action, Content, Goal};
use serde_json::json;

use super::fixture::{EKVIK, Fixture, Given, LEISURE, OWNER, SOCIAL, action_form, content, id};
use crate::compiled::Standing;

#[tokio::test]
async fn figures_are_those_of_approved_reports_on_sqlite() {
    figures_are_those_of_approved_reports(Engine::Sqlite).await;
}

#[tokio::test]
async fn figures_are_those_of_approved_reports_on_postgres() {
    figures_are_those_of_approved_reports(Engine::Postgres).await;
}

async fn figures_are_those_of_approved_reports(engine: Engine) {
    let fixture = Fixture::new(engine).await;
    let compiled = fixture.compiled(2024).await;
    let goal = &compiled.goals[0];
    let indicator = |name: &str| goal.indicators.iter().find(|one| one.id.as_str() == name).unwrap();

    // 9 of 20 and 3 of 30 are 12 of 50; the 50 of 50 that nobody has approved do not count.
    let series = indicator("andel").series.clone().unwrap();
    let at = |year: i16| series.at(year).copied().unwrap();
    assert_eq!(at(2024).value, Some(Value::Share { part: 12, whole: 50 }));
    assert_eq!((at(2024).from, at(2024).expected), (2, 3));
    // In 2023 one of three was excused.
    assert_eq!(at(2023).value, Some(Value::Share { part: 5, whole: 50 }));
    assert_eq!((at(2023).from, at(2023).expected), (2, 2));
    assert_eq!(series.target.as_ref().unwrap().height, 75.0);
    assert_eq!(series.baseline.as_ref().unwrap().height, 5.0);
    // The two that answered in both years: 5 of 50 and 12 of 50.
    let Some(Change::Went(shift)) = series.change(2024) else { panic!("{:?}", series.change(2024)) };
    assert_eq!((shift.since, shift.by(), shift.course, shift.bodies), (2023, 14.0, Course::Right, Some(2)));
    let girls = &series.breakdowns[0].categories[0];
    assert_eq!((girls.name.as_str(), girls.points[0].value), ("Flickor", Some(Value::Share { part: 5, whole: 9 })));

    // Asked of the owner alone: one of one.
    let rate = indicator("anmalda").series.clone().unwrap();
    let point = rate.at(2024).unwrap();
    assert_eq!(point.value, Some(Value::Rate { count: 61, population: 48_000, per: 100_000 }));
    assert_eq!((point.from, point.expected), (1, 1));
    assert_eq!(indicator("anmalda").under, "Färre utsätts");

    let developing: Vec<&str> = compiled.goals[1].developing.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(developing, ["Upplevd trygghet", "Antal trygghetsvandringar"]);
    assert!(compiled.goals[1].indicators.is_empty());
}

#[tokio::test]
async fn few_people_are_not_shown_and_their_breakdown_stays_with_the_owner() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let compiled = fixture.compiled(2024).await;
    let people = compiled.goals[0].indicators.iter().find(|one| one.id.as_str() == "utsatta").unwrap();
    assert!(people.about_people);
    let series = people.series.as_ref().unwrap();
    assert_eq!(series.at(2023).unwrap().value, Some(Value::Number { value: 8.0 }));
    let now = series.at(2024).unwrap();
    assert!(now.few && now.value.is_none() && series.breakdowns.is_empty());
    let text = serde_json::to_string(&compiled).unwrap();
    assert!(!text.contains("4.0") && !text.contains("3.0"), "neither the total nor its parts: {text}");
}

#[tokio::test]
async fn statuses_and_assessments_are_counted() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let compiled = fixture.compiled(2024).await;
    let action = &compiled.goals[0].actions[0];
    assert_eq!(action.answers(), [("ongoing", 1), ("done", 1)]);
    assert_eq!(action.standing(), Standing::Is("done"), "as whoever leads it says");
    assert_eq!(action.moved(), Some((Standing::Is("not_started"), Standing::Is("done"))));
    assert_eq!(action.bodies.len(), 3, "all who were asked");

    let assessments = &compiled.goals[0].assessments;
    assert_eq!(assessments.counts, [("reached".to_owned(), 2)].into());
    assert_eq!((assessments.answered(), assessments.expected, assessments.text("reached")), (2, 2, "Helt"));
    let usual: Vec<&str> = compiled.goals[1].assessments.scale.iter().map(|step| step.text.as_str()).collect();
    assert_eq!(usual, ["Uppnått", "Kommer att uppnås", "Osäkert", "Kommer inte att uppnås", "Inte uppnått"]);

    let came = &compiled.completeness;
    assert_eq!((came.expected, came.approved, came.waiting), (6, 5, 1));
    let social = came.bodies.iter().find(|body| body.name.starts_with("Social")).unwrap();
    assert_eq!((social.approved, social.expected), (2, 2));
    assert_eq!(compiled.before, Some(2023));
}

#[tokio::test]
async fn a_year_nobody_reported_on_compiles_to_gaps() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let compiled = fixture.compiled(2026).await;
    assert_eq!((compiled.completeness.expected, compiled.before), (0, Some(2024)));
    let action = &compiled.goals[0].actions[0];
    assert_eq!((action.standing(), action.bodies.len()), (Standing::Unknown, 0));
    // The years before stay where they were.
    assert!(compiled.goals[0].indicators[1].series.as_ref().unwrap().at(2023).is_some());
}

#[tokio::test]
async fn what_left_the_plan_in_the_middle_of_a_round_is_told_apart() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    fixture.round(2024, "borttagen", "action", &action_form()).await;
    fixture.report(2024, "borttagen", SOCIAL, true, "approved", json!({ "status": "cancelled" })).await;
    let compiled = fixture.compiled(2024).await;
    let gone = &compiled.others[0];
    assert_eq!(
        (gone.gone, gone.text.as_str(), gone.standing()),
        (true, "Som den hette i rundan", Standing::Is("cancelled"))
    );
}

#[tokio::test]
async fn of_two_rounds_in_a_year_the_last_answer_counts_once() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let plan = fixture.plan.clone();
    let mut round = super::fixture::round_row("second", plan.as_str(), 2024);
    round.retain(|(name, _)| *name != "opens_on");
    round.push(("opens_on", "2025-02-01".into()));
    fixture.rows("round", vec![round]).await;
    fixture.rows("round_item", vec![super::fixture::item_row("second", "atgard-1-1", "action", &action_form())]).await;
    let typed = json!({ "status": "delayed" });
    let row = super::fixture::report_row("second", "atgard-1-1", SOCIAL, true, "approved", &typed);
    fixture.rows("report", vec![row]).await;
    let figure = super::fixture::figure_row(
        "second",
        &format!("second-atgard-1-1-{SOCIAL}"),
        ("andel", "", ""),
        Given::of(10, 20),
    );
    fixture.rows("report_figure", vec![figure]).await;
    let waiting = super::fixture::report_row("second", "atgard-1-1", LEISURE, false, "draft", &json!({}));
    fixture.rows("report", vec![waiting]).await;

    let compiled = fixture.compiled(2024).await;
    let series = compiled.goals[0].indicators.iter().find(|one| one.id.as_str() == "andel").unwrap();
    let value = series.series.as_ref().unwrap().at(2024).unwrap().value;
    assert_eq!(value, Some(Value::Share { part: 13, whole: 50 }), "10 of 20 in place of 9 of 20, and 3 of 30");
    assert_eq!(compiled.goals[0].actions[0].standing(), Standing::Is("delayed"));
}

#[tokio::test]
async fn a_strategy_gathers_the_plans_that_carry_it_out() {
    let mut strategy = Content::new("Länets strategi", Period { from: 2022, to: 2030 });
    strategy.goals = vec![Goal::new(id("strategi-1"), "A", "Ingen utsätts")];
    let fixture = Fixture::without_reports(Engine::Sqlite, strategy, PlanKind::Strategy).await;
    let carrying = |name: &str| {
        let mut carrying = content();
        carrying.title = format!("Plan i {name}");
        carrying.goals.truncate(1);
        carrying.goals[0].supports = Some(id("strategi-1"));
        for goal in &mut carrying.goals {
            goal.id = id(&format!("{name}-{}", goal.id));
            goal.actions = vec![Action::new(id(&format!("{name}-atgard")), "1", "Göra något")];
        }
        carrying
    };
    let above = Some(fixture.plan.clone());
    let own = fixture.adopted("plan-lindhamn", OWNER, PlanKind::Municipal, carrying("lindhamn"), above.clone()).await;
    fixture.adopted("plan-ekvik", EKVIK, PlanKind::Municipal, carrying("ekvik"), above).await;
    let mut round = super::fixture::round_row("round-2024", own.as_str(), 2024);
    round.retain(|(name, _)| *name != "title");
    round.push(("title", "Uppföljning".into()));
    fixture.rows("round", vec![round]).await;
    fixture.round(2024, "lindhamn-atgard", "action", &action_form()).await;
    fixture.report(2024, "lindhamn-atgard", SOCIAL, true, "approved", json!({ "status": "done" })).await;

    let compiled = fixture.compiled(2024).await;
    let actions = &compiled.goals[0].actions;
    assert_eq!(actions.len(), 1, "the other municipality's plan is not for the coordinator to see: {actions:?}");
    assert_eq!((actions[0].plan.as_str(), actions[0].standing()), ("Plan i lindhamn", Standing::Is("done")));
    assert_eq!(compiled.plan.carried_out_by, ["Plan i lindhamn"]);
}
