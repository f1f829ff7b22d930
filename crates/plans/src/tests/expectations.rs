//! What is expected of us: from which plans, of which units, in which order; and who finds it.

use db::testing::engines;
use identity::{Answers, UnitKind};
use web::testing::Page;

use super::fixture::{Fixture, LEISURE, OWNER, SOCIAL, id};
use crate::content::{Audience, Content, Expectation, Party};

fn expectation(number: usize, (function, unit_kind, area): (&str, &str, Option<&str>), by: &str) -> Expectation {
    Expectation {
        id: id(&format!("vantan-{number}")),
        audience: Audience { function: function.to_owned(), unit_kind: unit_kind.to_owned(), area: area.map(id) },
        what: format!("Väntan nummer {number}."),
        by: by.to_owned(),
        minutes: Some(90),
        help: "Samordnaren kommer gärna.".to_owned(),
    }
}

fn with_expectations(content: &mut Content) {
    content.goals[0].actions[0].expectations = vec![
        expectation(0, ("Rektor", "school_unit", None), "10-15"),
        expectation(1, ("", "school_unit", Some(OWNER)), "2025-04-01"),
        expectation(2, ("Kurator", "school_unit", None), ""),
        expectation(3, ("Rektor", "school_unit", Some("ekvik")), "10-15"),
        expectation(4, ("", "administration", None), "01-31"),
        expectation(5, ("Rektor", "school_unit", None), "2024-04-01"),
    ];
}

/// The numbers of the expectations on the page, in order.
fn numbers(page: &Page) -> Vec<String> {
    let words = page.words();
    let after = words.split("Väntan nummer ").skip(1);
    after.map(|rest| rest.split('.').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_school_finds_what_plans_in_force_expect_of_it_and_of_whom_by_when() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.adopt_with(with_expectations).await;
        let mut principal = fixture.browser("principal").await;
        let page = principal.get("/expectations").await;
        assert_eq!(page.all("h1"), ["Det här väntas av Björkdalsskolan"]);
        assert_eq!(
            numbers(&page),
            Vec::<String>::new(),
            "the plan is not published, and the school answers for nothing"
        );
        fixture.browser("coordinator").await.post(&fixture.at("/publications"), &[]).await;
        let page = principal.get("/expectations").await;
        assert_eq!(numbers(&page), ["1", "0", "2"], "the soonest first; not Ekvik's, not last year's");
        for words in
            ["15 oktober 2025 varje år", "Samordnaren kommer gärna.", "1.1 Utbilda all personal", "Ungefär 5 timmar"]
        {
            assert!(page.words().contains(words), "{words}: {}", page.words());
        }
        let page = principal.get("/expectations?unit=bjorkdalsskolan&function=Rektor").await;
        assert_eq!(numbers(&page), ["0"]);
        let anybody = fixture.browser("anybody").await.get(&format!("/expectations?unit={SOCIAL}")).await;
        assert_eq!(numbers(&anybody), ["4"]);
        fixture.clock.set("2029-01-01T11:00:00Z".parse().unwrap());
        assert_eq!(numbers(&principal.get("/expectations").await), Vec::<String>::new(), "the plan's time is out");
    }
}

#[tokio::test]
async fn a_body_finds_the_actions_it_answers_for_itself_in_groups_and_by_function() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.group("namnderna", Answers::Each, &[LEISURE, SOCIAL]).await;
        fixture.group("plattformen", Answers::One, &[LEISURE, SOCIAL]).await;
        let function = fixture.function("kurator", UnitKind::SchoolUnit.as_str()).await;
        fixture
            .adopt_with(|content| {
                content.goals[0].actions[2].co_responsible = vec![super::expected::party("namnderna")];
                content.goals[1].actions[0].co_responsible = vec![super::expected::party("plattformen")];
                content.goals[1].actions[1].lead = Some(Party::Function { function, name: "Kurator".to_owned() });
            })
            .await;
        fixture.browser("coordinator").await.post(&fixture.at("/publications"), &[]).await;
        let rows = async |unit: &str| {
            let page = fixture.browser("anybody").await.get(&format!("/expectations?unit={unit}")).await;
            page.all("tbody th")
        };
        assert_eq!(rows(SOCIAL).await, ["1.1", "1.2", "1.3"]);
        assert_eq!(rows(LEISURE).await, ["1.2", "1.3"]);
        assert_eq!(rows("plattformen").await, ["2.1"]);
        assert_eq!(rows("bjorkdalsskolan").await, ["2.2"]);
        assert_eq!(rows("ekvik").await, Vec::<String>::new());
        let body = fixture.browser("anybody").await.get(&format!("/bodies/{SOCIAL}")).await;
        let link = format!("/expectations?unit={SOCIAL}");
        assert_eq!(body.attributes(&format!("a[href='{link}']"), "href"), [link]);
    }
}

#[tokio::test]
async fn another_unit_is_found_by_its_name() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("anybody").await;
    let page = browser.get("/expectations?q=bj%C3%B6rkdal").await;
    assert_eq!(page.attributes("main li a", "href"), ["/expectations?unit=bjorkdalsskolan"]);
    assert!(browser.get("/expectations?q=xyz").await.words().contains("Ingen enhet heter ”xyz”"));
    assert!(browser.get("/expectations").await.words().contains("Välj en enhet"));
    assert_eq!(browser.get("/expectations?unit=finns-inte").await.status, 404);
}

#[tokio::test]
async fn what_is_expected_before_long_waits_among_ones_work() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.adopt_with(with_expectations).await;
        fixture.browser("coordinator").await.post(&fixture.at("/publications"), &[]).await;
        fixture.clock.set("2025-03-05T10:00:00Z".parse().unwrap());
        let work =
            async |who: &str| crate::MODULE.work.unwrap()(fixture.db(), &fixture.viewer(who).await).await.unwrap();
        let found = work("principal").await;
        let [one] = found.as_slice() else { panic!("only what is near: {found:?}") };
        assert_eq!(one.what.values["what"], "Väntan nummer 1.");
        assert_eq!((one.due, one.minutes), (Some(jiff::civil::date(2025, 4, 1)), 90));
        assert_eq!(one.href, "/expectations?unit=bjorkdalsskolan");
        fixture.clock.set("2025-04-02T10:00:00Z".parse().unwrap());
        assert!(work("principal").await.is_empty(), "its day has passed, and the next is far");
        assert!(work("member").await.is_empty());
    }
}
