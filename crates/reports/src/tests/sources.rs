//! An indicator takes its figures from a series from outside or from a form, and the status report shows it.

use axum::http::StatusCode;
use db::testing::engines;
use db::{Engine, Value as Stored};
use forms::{Field, Form, Kind, Part, Words};
use indicators::{Change, Shift, Value};
use serde_json::json;

use super::fixture::{Fixture, Given, OWNER, SCHOOL, SOCIAL, id, item_row, report_row, round_row};
use super::series::begun;
use crate::compiled::{Compiled, IndicatorStatus};

fn of<'a>(compiled: &'a Compiled, id: &str) -> Option<&'a IndicatorStatus> {
    compiled.goals.iter().flat_map(|goal| &goal.indicators).find(|one| one.id.as_str() == id)
}

/// The choice in the form that stands for something so called.
fn choice(page: &web::testing::Page, text: &str) -> String {
    let (values, texts) = (page.attributes("#source option", "value"), page.all("#source option"));
    let at = texts.iter().position(|option| option.contains(text)).unwrap_or_else(|| panic!("{text} in {texts:?}"));
    values[at].clone()
}

#[tokio::test]
async fn an_indicator_takes_its_years_from_outside_and_the_report_says_so() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let series = begun(&mut browser, "share", "2021;40,5\n2023;52\n2024;61\n2025;70").await;
        let counts = begun(&mut browser, "number", "2024;7").await;
        let address = format!("/indicators/{}/andel", fixture.plan);
        let page = browser.get(&address).await;
        assert!(page.words().contains("24 % (12 av 50)") && page.words().contains("75 %"), "{}", page.words());
        let offered = page.attributes("#source option", "value");
        let own = |series: &str| series.replace("/series/", "outside:");
        assert_eq!(offered, ["bodies".to_owned(), own(&series)], "only of its own kind");

        let wrong = browser.post(&format!("{address}/sources"), &[("source", &own(&counts))]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.all("#source-error").len(), 1, "{}", wrong.words());
        let page = browser.post(&format!("{address}/sources"), &[("source", &own(&series))]).await;
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, address.as_str()), "{}", page.words());
        assert!(page.words().contains("Skolenkäten, hämtad 3 februari 2025"), "{}", page.words());
        assert_eq!(page.attributes("#source option[selected]", "value"), [own(&series)]);

        let compiled = fixture.compiled(2024).await;
        let one = of(&compiled, "andel").unwrap();
        let found = one.series.as_ref().unwrap();
        let heights: Vec<_> = found.points.iter().map(|point| (point.year, point.height())).collect();
        assert_eq!(heights, [(2021, Some(40.5)), (2022, None), (2023, Some(52.0)), (2024, Some(61.0))]);
        assert!(found.target.is_some() && found.baseline.is_some() && found.breakdowns.is_empty());
        let report = fixture.begun().await;
        let goal = browser.get(&format!("{report}/goals/mal-1?indicator=andel")).await;
        assert!(goal.words().contains("61 %") && goal.words().contains("Skolenkäten, hämtad"), "{}", goal.words());
        for file in ["report.html", "report.pdf", "report.xlsx", "report.json"] {
            assert_eq!(browser.get(&format!("{report}/editions/{file}")).await.status, StatusCode::OK, "{file}");
        }

        let known = fixture.known("coordinator").await;
        assert_eq!(known.iter().map(|one| one.series.as_str()).collect::<Vec<_>>(), ["andel"]);
        assert_eq!(known[0].from.values["origin"], "Skolenkäten");
        assert!(fixture.known("other").await.is_empty(), "of a plan that is not theirs to see");

        let page = browser.post(&format!("{series}/removals"), &[]).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "it is taken: {}", page.words());
        browser.post(&format!("{address}/sources"), &[("source", "bodies")]).await;
        assert!(fixture.known("coordinator").await.is_empty());
        let compiled = fixture.compiled(2024).await;
        let found = of(&compiled, "andel").unwrap().series.clone().unwrap();
        assert_eq!(found.at(2024).unwrap().value, Some(Value::Share { part: 12, whole: 50 }));
    }
}

#[tokio::test]
async fn an_indicator_to_be_developed_becomes_what_it_takes() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    assert!(of(&fixture.compiled(2024).await, "framtida").is_none());
    begun(&mut browser, "mean", "2023;3,1\n2024;3,4").await;
    let address = format!("/indicators/{}/framtida", fixture.plan);
    let page = browser.get(&address).await;
    assert!(page.words().contains("Det finns inga siffror än"), "{}", page.words());
    let source = choice(&page, "Skolenkäten");
    browser.post(&format!("{address}/sources"), &[("source", &source)]).await;
    let compiled = fixture.compiled(2024).await;
    let series = of(&compiled, "framtida").unwrap().series.clone().unwrap();
    assert_eq!(series.at(2024).unwrap().height(), Some(3.4));
}

#[tokio::test]
async fn only_whoever_writes_the_plan_chooses_and_only_those_inside_see() {
    let fixture = Fixture::new(Engine::Sqlite).await;
    let address = format!("/indicators/{}/andel", fixture.plan);
    let mut member = fixture.browser("member").await;
    let page = member.get(&address).await;
    assert!(page.words().contains("24 % (12 av 50)") && page.all("#source").is_empty(), "{}", page.words());
    let sources = format!("{address}/sources");
    assert_eq!(member.post(&sources, &[("source", "bodies")]).await.status, StatusCode::FORBIDDEN);
    let mut other = fixture.browser("other").await;
    assert_eq!(other.get(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&sources, &[("source", "bodies")]).await.status, StatusCode::NOT_FOUND);
    let mut own = fixture.browser("coordinator").await;
    assert_eq!(own.get(&format!("/indicators/{}/finns-inte", fixture.plan)).await.status, StatusCode::NOT_FOUND);
    let few = own.get(&format!("/indicators/{}/utsatta", fixture.plan)).await;
    assert!(few.words().contains("visas inte (för få)"), "{}", few.words());
}

impl Fixture {
    /// What rounds about the plan need not ask for.
    async fn known(&self, who: &str) -> Vec<exchange::Known> {
        (crate::MODULE.known.unwrap())(self.db(), &self.viewer(who).await, "plan", &self.plan).await.unwrap()
    }
}

#[tokio::test]
async fn a_round_does_not_ask_for_what_an_indicator_takes_from_elsewhere() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let series = begun(&mut browser, "share", "2024;61").await.replace("/series/", "outside:");
        let coordinator = fixture.viewer("coordinator").await;
        let modules = [plans::MODULE, crate::MODULE];
        let ask = async || {
            let found = rounds::subject::expected(&modules, fixture.db(), &coordinator, "plan", &fixture.plan, 2025);
            let expected = found.await.unwrap().unwrap();
            let fields = expected.items.iter().flat_map(|item| item.form.fields());
            let asked = fields.filter(|field| field.series.as_deref() == Some("andel")).count();
            (asked, expected.not_asked.len())
        };
        assert_eq!(ask().await, (1, 0));
        let sources = format!("/indicators/{}/andel/sources", fixture.plan);
        browser.post(&sources, &[("source", &series)]).await;
        assert_eq!(ask().await, (0, 1));
        browser.post(&sources, &[("source", "bodies")]).await;
        assert_eq!(ask().await, (1, 0));
    }
}

#[tokio::test]
async fn small_numbers_of_an_indicator_about_people_are_not_shown_wherever_they_come_from() {
    let mut content = super::fixture::content();
    for indicator in content.goals[0].actions[0].indicators.iter_mut().filter(|one| one.id.as_str() == "andel") {
        indicator.about_people = true;
    }
    let fixture = Fixture::without_reports(Engine::Sqlite, content, plans::PlanKind::Municipal).await;
    fixture.reported().await;
    fixture.execute("UPDATE report_figure SET part = 2 WHERE round_id = 'round-2023' AND series = 'andel'").await;
    let compiled = fixture.compiled(2023).await;
    let one = of(&compiled, "andel").unwrap();
    let shown = one.series.as_ref().unwrap();
    assert!(one.about_people && shown.breakdowns.is_empty());
    assert!(shown.at(2023).unwrap().few, "4 of 50: {shown:?}");
    let mut browser = fixture.browser("coordinator").await;
    let series = begun(&mut browser, "share", "2023;61").await.replace("/series/", "outside:");
    browser.post(&format!("/indicators/{}/andel/sources", fixture.plan), &[("source", &series)]).await;
    assert!(of(&fixture.compiled(2023).await, "andel").unwrap().about_people);
}

/// A form of the municipality's that asks its administrations for two counts every year.
fn yearly() -> Form {
    let count = Kind::Number { least: None, most: None, whole: true };
    let field = |key: &str, about_people| Field {
        series: Some(format!("stat-{key}")),
        about_people,
        ..Field::new(key, Words::own(format!("Antal {key}")), count.clone())
    };
    let fields = vec![field("samtal", false), field("barn", true)];
    Form { parts: vec![Part { title: Words::own(""), when: None, fields }], rules: Vec::new() }
}

/// Two years of answers to it; of the second, one is not approved.
async fn asked(fixture: &Fixture) {
    let text = |name: &'static str, text: &str| (name, Stored::from(text));
    let form = vec![
        text("id", "arsstatistik"),
        text("owner_id", OWNER),
        text("title", "Årsstatistiken"),
        text("sort_key", "arsstatistiken"),
        text("unit_kind", "administration"),
        ("minutes", 10_i64.into()),
        ("revision", 1_i64.into()),
        ("created_at", 0_i64.into()),
    ];
    let version = vec![
        text("id", "arsstatistik-1"),
        text("form_id", "arsstatistik"),
        ("number", 1_i64.into()),
        text("state", "published"),
        text("definition", &serde_json::to_string(&yearly()).unwrap()),
        ("revision", 1_i64.into()),
        ("changed_at", 0_i64.into()),
    ];
    fixture.rows("form", vec![form]).await;
    fixture.rows("form_version", vec![version]).await;
    for (year, states) in [(2023, ["approved", "locked"]), (2024, ["approved", "submitted"])] {
        let name = format!("stat-{year}");
        let mut round = round_row(&name, "arsstatistik", year);
        round.iter_mut().filter(|(column, _)| *column == "subject_kind").for_each(|(_, value)| *value = "form".into());
        fixture.rows("round", vec![round]).await;
        fixture.rows("round_item", vec![item_row(&name, "arsstatistik", "form", &yearly())]).await;
        for (unit, state) in [SOCIAL, SCHOOL].into_iter().zip(states) {
            fixture.rows("report", vec![report_row(&name, "arsstatistik", unit, true, state, &json!({}))]).await;
            let report = format!("{name}-arsstatistik-{unit}");
            for (series, value) in [("stat-samtal", 30.0), ("stat-barn", 3.0)] {
                let row = super::fixture::figure_row(&name, &report, (series, "", ""), Given::number(value));
                fixture.rows("report_figure", vec![row]).await;
            }
        }
    }
}

#[tokio::test]
async fn a_question_of_a_form_feeds_an_indicator_with_the_totals_of_approved_answers() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        asked(&fixture).await;
        let mut browser = fixture.browser("coordinator").await;
        let address = format!("/indicators/{}/utan-kalla", fixture.plan);
        let page = browser.get(&address).await;
        let source = choice(&page, "Årsstatistiken: Antal samtal");
        assert_eq!(source, "feed:stat-samtal");
        let page = browser.post(&format!("{address}/sources"), &[("source", &source)]).await;
        assert!(page.words().contains("Årsstatistiken: Antal samtal"), "{}", page.words());
        let known = fixture.known("coordinator").await;
        assert_eq!((known[0].series.as_str(), known[0].from.values["form"].as_str()), ("utan-kalla", "Årsstatistiken"));
        let compiled = fixture.compiled(2024).await;
        let one = of(&compiled, "utan-kalla").unwrap();
        let points = &one.series.as_ref().unwrap().points;
        let told: Vec<_> = points.iter().map(|at| (at.year, at.height(), at.from, at.expected)).collect();
        assert_eq!(told, [(2023, Some(60.0), 2, 2), (2024, Some(30.0), 1, 2)]);

        // Three children and three are six; three alone are too few to be told.
        let barn = [("source", "feed:stat-barn")];
        browser.post(&format!("{address}/sources"), &barn).await;
        let compiled = fixture.compiled(2024).await;
        let one = of(&compiled, "utan-kalla").unwrap();
        let points = &one.series.as_ref().unwrap().points;
        assert!(one.about_people && points[1].few && points[1].value.is_none());
        assert_eq!(points[0].height(), Some(6.0));
        let page = browser.get(&address).await;
        assert!(page.words().contains("visas inte (för få)"), "{}", page.words());
        fixture.execute("DELETE FROM form_version").await;
        assert!(fixture.known("coordinator").await.is_empty(), "its source is gone, so bodies are asked again");
        // Another municipality is not offered it, nor does it get it by asking.
        let viewer = fixture.viewer("other").await;
        assert!(rounds::feed::list(fixture.db(), &viewer, "").await.unwrap().is_empty());
        assert!(rounds::feed::find(fixture.db(), &format!("/{}/", id("ekvik")), "stat-barn").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_series_is_read_in_for_an_indicator_and_leads_back_to_it() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let address = format!("/indicators/{}/andel", fixture.plan);
        let page = browser.get(&address).await;
        let way = format!("/series/new?for={}/andel", fixture.plan);
        assert!(page.attributes("main a", "href").contains(&way), "also when no series fits yet: {}", page.text());
        let form = browser.get(&way).await;
        let value = |name: &str| form.attributes(&format!("input[name={name}]"), "value");
        assert_eq!(value("title"), ["Andel personal som gått utbildningen"]);
        assert_eq!(form.attributes("#kind option[selected]", "value"), ["share"]);
        assert!(form.attributes("main form a", "href").contains(&address), "whoever gives up goes back");

        let wanted = value("for").remove(0);
        let back = async |browser: &mut web::testing::Browser, kind: &str, text: &str| {
            let fields = [
                ("title", "Utbildade"),
                ("owner", OWNER),
                ("origin", "Registret"),
                ("kind", kind),
                ("fetched_on", "2025-02-03"),
                ("for", &wanted),
                ("text", text),
            ];
            let page = browser.upload("/series", &fields, ("file", "", b"")).await;
            super::series::confirm(browser, &page).await
        };
        let page = back(&mut browser, "share", "2023;40\n2024;61").await;
        assert_eq!(page.path.split('?').next(), Some(address.as_str()), "{}", page.words());
        assert!(page.words().contains("Serien Utbildade är sparad och vald nedan."), "{}", page.words());
        let chosen = page.attributes("#source option[selected]", "value").remove(0);
        assert!(chosen.starts_with("outside:"), "{chosen}");
        assert!(fixture.known("coordinator").await.is_empty(), "nothing is taken before it is saved");
        browser.post(&format!("{address}/sources"), &[("source", &chosen)]).await;
        assert_eq!(
            of(&fixture.compiled(2024).await, "andel").unwrap().series.as_ref().unwrap().at(2024).unwrap().height(),
            Some(61.0)
        );
        // What does not fit is kept all the same, and read on its own page.
        let page = back(&mut browser, "number", "2024;7").await;
        assert!(page.path.starts_with("/series/"), "{}", page.path);

        // A way to an indicator that is not one's own leads nowhere in particular.
        let other = fixture.browser("other").await.get(&way).await;
        assert_eq!(other.status, StatusCode::OK);
        assert!(other.attributes("input[name=for]", "value").is_empty() && !other.text().contains("Andel personal"));
        for strange in ["x", "x/y", "//evil.example", "https://evil.example/x"] {
            let page = browser.get(&format!("/series/new?for={strange}")).await;
            assert!(page.attributes("input[name=for]", "value").is_empty(), "{strange}");
        }
    }
}

#[tokio::test]
async fn series_are_found_from_the_list_and_by_search() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let series = begun(&mut browser, "share", "2024;61").await;
        let list = browser.get("/status-reports").await;
        assert!(list.attributes("main a.button", "href").contains(&"/series".to_owned()), "{}", list.text());
        let list = fixture.browser("anybody").await.get("/status-reports").await;
        assert!(!list.text().contains("\"/series\""), "{}", list.text());
        let found = async |who: &str, text: &str| {
            let hits = (crate::MODULE.search.unwrap())(fixture.db(), &fixture.viewer(who).await, text).await.unwrap();
            hits.into_iter().map(|hit| hit.href).collect::<Vec<_>>()
        };
        for text in ["trygga", "skolenkäten", "serie", "statistik", "Serier utifrån skolenkäten"] {
            assert_eq!(found("coordinator", text).await.as_slice(), std::slice::from_ref(&series), "{text}");
            assert!(found("other", text).await.is_empty(), "{text}");
        }
        assert!(found("coordinator", "kolada").await.is_empty(), "only what comes from there");
    }
}

#[tokio::test]
async fn a_form_that_not_all_have_answered_is_not_compared() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        asked(&fixture).await;
        let mut browser = fixture.browser("coordinator").await;
        let source = [("source", "feed:stat-samtal")];
        browser.post(&format!("/indicators/{}/utan-kalla/sources", fixture.plan), &source).await;
        let change = async || {
            let compiled = fixture.compiled(2024).await;
            of(&compiled, "utan-kalla").unwrap().series.as_ref().unwrap().change(2024)
        };
        assert_eq!(change().await, Some(Change::Unanswered { answered: 1, expected: 2 }));
        fixture.execute("UPDATE report SET state = 'approved' WHERE id LIKE 'stat-2024%'").await;
        assert!(matches!(change().await, Some(Change::Went(Shift { bodies: None, .. }))), "{:?}", change().await);
        // All answered this year, but not the year before.
        fixture
            .execute("UPDATE report SET state = 'submitted' WHERE id = 'stat-2023-arsstatistik-skolforvaltningen'")
            .await;
        assert_eq!(change().await, Some(Change::Others { both: 1, expected: 2 }));
    }
}
