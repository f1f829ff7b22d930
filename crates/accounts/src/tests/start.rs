//! The start page, the search and the first start.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use db::Db;
use db::testing::engines;
use exchange::{Answer, Hit, Message, Work};
use identity::Viewer;
use jiff::civil::date;
use web::Module;

use super::stage::{COMMAND, empty, keep, stage};
use crate::{MODULE, operator, sign_in_link};

/// Another domain, with work and hits.
const OTHER: Module = Module { name: "other", work: Some(work), search: Some(search), ..Module::EMPTY };

fn work<'a>(_: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<Work>> {
    Box::pin(async move {
        let named = |key| Message { key, values: BTreeMap::new() };
        let one = |what, due| Work {
            what: named(what),
            why: named("accounts-picker-title"),
            deed: named("accounts-unit-save"),
            href: "/account".to_owned(),
            due,
            minutes: 20,
        };
        Ok(match viewer.is_signed_in() {
            true => vec![
                one("accounts-units-title", None),
                one("accounts-account-title", Some(date(2025, 3, 12))),
                one("accounts-functions-title", Some(date(2025, 2, 1))),
                one("accounts-search-title", Some(date(2025, 3, 1))),
            ],
            false => Vec::new(),
        })
    })
}

fn search<'a>(_: &'a Db, viewer: &'a Viewer, words: &'a str) -> Answer<'a, Vec<Hit>> {
    Box::pin(async move {
        let hit = Hit {
            kind: "accounts-functions-title",
            title: format!("<b>{words}</b>"),
            text: String::new(),
            href: "/organisation/functions".to_owned(),
        };
        Ok(if viewer.is_signed_in() { vec![hit] } else { Vec::new() })
    })
}

#[tokio::test]
async fn a_visitor_is_told_what_this_is_and_where_the_plans_are() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let page = stage.anybody().get("/").await;
        keep("welcome", &page);
        assert_eq!(page.status, StatusCode::OK);
        let links = page.attributes("main a", "href");
        for link in ["/plans", "/sign-in", "/search"] {
            assert!(links.iter().any(|other| other == link), "{link}");
        }
    }
}

#[tokio::test]
async fn my_work_gathers_all_domains_with_the_late_first_and_the_undated_last() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let app = web::App::new(
            stage.db.clone(),
            stage.app.settings().clone(),
            vec![MODULE, OTHER],
            sheets::child::Reader::here(),
        );
        let person = base::Id::parse("coordinator").unwrap();
        let mut browser = web::testing::Browser::signed_in(&app.unwrap(), &person).await;
        let page = browser.get("/").await;
        keep("work", &page);
        assert_eq!(page.all(".card__title"), ["Funktioner", "Sök", "Mitt konto", "Alla enheter"]);
        assert_eq!(page.all(".task--late .card__title"), ["Funktioner"]);
        assert!(page.words().contains("Försenat, skulle varit klart 1 februari 2025"), "{}", page.words());
        assert!(page.words().contains("4 saker väntar på dig"), "{}", page.words());
        let hits = browser.get("/search?q=%3Cb%3E+utbildning").await;
        assert_eq!(hits.all("main h3 a"), ["<b><b> utbildning</b>"], "what is found is text, never markup");
        let hits = browser.get("/search?q=Utbildningsn%C3%A4mnden").await;
        keep("search", &hits);
        assert_eq!(hits.all("main h2"), ["Organisation", "Funktioner"]);
        assert_eq!(hits.attributes("main h3 a", "href")[0], "/organisation/units/board");
        assert!(hits.words().contains("Exempelstad"), "{}", hits.words());
        let mut anybody = web::testing::Browser::new(&web_app(&stage));
        assert_eq!(anybody.get("/search?q=Utbildning").await.all("main h2"), ["Organisation"]);
    }
}

fn web_app(stage: &super::stage::Stage) -> web::App {
    let settings = stage.app.settings().clone();
    web::App::new(stage.db.clone(), settings, vec![MODULE, OTHER], sheets::child::Reader::here()).unwrap()
}

#[tokio::test]
async fn an_empty_list_and_an_empty_search_say_what_to_do_first() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let page = stage.browser("coordinator").await.get("/").await;
        keep("work-empty", &page);
        assert_eq!(page.attributes(".empty a", "href"), ["/plans/imports/new"]);
        let mut reporter = stage.browser("reporter").await;
        assert_eq!(reporter.get("/").await.attributes(".empty a", "href"), ["/plans"]);
        let page = reporter.get("/search?q=finns+inte").await;
        keep("search-none", &page);
        assert!(page.words().contains("Inget stämmer med ”finns inte”"), "{}", page.words());
        assert!(reporter.get("/search").await.all(".empty").is_empty());
    }
}

#[tokio::test]
async fn the_statement_names_the_provider_the_faults_and_the_supervisor() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let mut browser = stage.anybody();
    let page = browser.get("/accessibility").await;
    keep("accessibility", &page);
    assert!(page.words().contains("delvis förenlig"), "{}", page.words());
    assert!(page.words().contains("http://localhost:3000"), "{}", page.words());
    assert!(page.attributes("main a", "href").contains(&"https://www.digg.se/tdosanmalan".to_owned()));
    let faults = crate::accessibility::Statement::read().unwrap().defects.len();
    assert_eq!(page.all("main li").len(), faults);
}

#[tokio::test]
async fn what_is_not_there_is_answered_with_a_page() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let mut browser = stage.anybody();
    let page = browser.get("/finns-inte").await;
    keep("not-found", &page);
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(page.all("h1"), ["Sidan finns inte"]);
}

#[tokio::test]
async fn an_empty_installation_leads_its_operator_to_organisation_self_and_plan() {
    for engine in engines() {
        let stage = empty(engine, false, vec![MODULE]).await;
        assert!(stage.anybody().get("/").await.words().contains("Här är det tomt än"));
        let founder = operator(&stage.db, COMMAND).await.unwrap();
        assert_eq!(operator(&stage.db, COMMAND).await.unwrap(), founder, "asking twice makes one founder");
        let token = sign_in_link(&stage.db, &founder, COMMAND).await.unwrap();
        let mut browser = stage.anybody();
        let page = browser.post(&format!("/sign-in/{token}"), &[]).await;
        assert_eq!(page.path, "/first-start/organisation");
        keep("first-organisation", &page);
        assert_eq!(browser.get("/first-start/plan").await.path, "/first-start/organisation");
        let wrong = [
            ("name", ""),
            ("kind", "school_unit"),
            ("municipality_code", "18"),
            ("organisation_number", "212000-0142"),
        ];
        let page = browser.post("/first-start/organisation", &wrong).await;
        keep("first-organisation-wrong", &page);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.attributes("[aria-invalid]", "name"), ["name", "municipality_code"]);
        assert_eq!(page.attributes("#organisation_number", "value"), ["212000-0142"], "what was typed is kept");
        let right = [("name", "Exempelstads kommun"), ("kind", "municipality"), ("municipality_code", "0180")];
        assert_eq!(browser.post("/first-start/organisation", &right).await.path, "/first-start/yourself");
        assert_eq!(browser.post("/first-start/organisation", &right).await.status, StatusCode::CONFLICT);
        let page = browser.post("/first-start/yourself", &[("name", "Ada Först"), ("email", "ada")]).await;
        assert_eq!(page.attributes("[aria-invalid]", "name"), ["email"]);
        keep("first-yourself", &page);
        let page = browser.post("/first-start/yourself", &[("name", "Ada Först"), ("email", "Ada@exempel.se")]).await;
        assert_eq!(page.path, "/account/set-up");
        super::credentials::set_up(&stage, &mut browser).await;
        let page = browser.post("/account/recovery-codes", &[]).await;
        assert_eq!(page.attributes("main .button--primary", "href"), ["/first-start/plan"]);
        let page = browser.get("/first-start/plan").await;
        keep("first-plan", &page);
        assert_eq!(
            page.attributes("main a", "href"),
            ["/plans/imports/new", "/plans/new", "/organisation/imports/new"]
        );
        assert!(browser.get("/").await.words().contains("Hej Ada"));
        let again = browser.post("/first-start/yourself", &[("name", "X"), ("email", "x@exempel.se")]).await;
        assert_eq!(again.status, StatusCode::FORBIDDEN, "only once");
        assert_eq!(stage.events("organisation.founded").await, 1);
    }
}

#[tokio::test]
async fn a_stranger_cannot_found_a_second_organisation() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let fields = [("name", "Min stad"), ("kind", "municipality")];
        let page = stage.browser("reporter").await.post("/first-start/organisation", &fields).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        let page = stage.anybody().post("/first-start/organisation", &fields).await;
        assert!(page.path.starts_with("/sign-in"), "{}", page.path);
    }
}
