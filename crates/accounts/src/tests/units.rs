//! The organisation's pages, by people with contrasting rights.

use axum::http::StatusCode;
use base::Id;
use db::testing::engines;
use identity::UnitKind;

use super::stage::{COMMAND, keep, school, stage};

const NEW: [(&str, &str); 4] =
    [("name", "Kulturnämnden"), ("kind", "board"), ("parent", "city"), ("organisation_number", "299900-1072")];

#[tokio::test]
async fn only_the_administrator_of_the_unit_changes_the_organisation() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        stage.unit("group", Some("city"), UnitKind::Group, "Skolnätverket").await;
        let pages = ["units/new", "units/board/edit", "units/group/members", "units/board/closure"];
        let posts = ["units", "units/board", "units/group/members", "units/board/closure"];
        for person in ["coordinator", "reporter"] {
            let mut browser = stage.browser(person).await;
            for page in pages {
                let page = browser.get(&format!("/organisation/{page}")).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{person} {}", page.path);
            }
            for post in posts {
                let page = browser.post(&format!("/organisation/{post}"), &NEW).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{person} {}", page.path);
            }
        }
        // Somebody else's administrator passes the gate, but not the unit.
        let mut other = stage.browser("other-admin").await;
        for post in posts {
            let page = other.post(&format!("/organisation/{post}"), &NEW).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.path);
        }
        let mut anybody = stage.anybody();
        for post in posts {
            assert!(anybody.post(&format!("/organisation/{post}"), &NEW).await.path.starts_with("/sign-in"), "{post}");
        }
        assert_eq!(stage.find("board").await.name, "Utbildningsnämnden");
        assert_eq!(stage.events("unit.changed").await, 0);
    }
}

#[tokio::test]
async fn anybody_reads_the_tree_a_unit_and_the_list_but_not_who_has_which_role() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.anybody();
        let page = browser.get("/organisation?open=board").await;
        keep("organisation-open", &page);
        let names = page.all(".tree a span:first-child");
        assert_eq!(names, ["Annanstad", "Exempelstad", "Utbildningsnämnden", "Norra stadsdelen"]);
        assert_eq!(page.attributes(".tree a[aria-current]", "href"), ["/organisation?open=board"]);
        let page = browser.get("/organisation/units/board").await;
        assert!(!page.words().contains("Rut Rapportörsdotter"), "{}", page.words());
        assert!(page.attributes("main a", "href").contains(&"/bodies/board".to_owned()));
        let page = stage.browser("city-admin").await.get("/organisation/units/board").await;
        keep("unit", &page);
        assert!(page.words().contains("Rut Rapportörsdotter"), "{}", page.words());
        let page = stage.browser("other-admin").await.get("/organisation/units/board").await;
        assert!(!page.words().contains("Rut Rapportörsdotter"), "{}", page.words());
        for path in ["/organisation/units/nothing", "/organisation?open=nothing", "/organisation/units/NO%00"] {
            assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn a_unit_is_added_with_its_codes_and_a_wrong_form_keeps_what_was_typed() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.browser("city-admin").await;
        keep("unit-new", &browser.get("/organisation/units/new?parent=board").await);
        let wrong =
            [("name", ""), ("kind", "group"), ("school_unit_code", "123"), ("role_text", "Kvar"), ("valid_from", "x")];
        let page = browser.post("/organisation/units", &wrong).await;
        keep("unit-new-wrong", &page);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = page.attributes("main [aria-invalid]", "name");
        assert_eq!(fields, ["name", "parent", "school_unit_code", "valid_from"]);
        assert_eq!(page.all("main textarea[name=role_text]"), ["Kvar"]);
        let page = browser.post("/organisation/units", &NEW).await;
        assert_eq!(page.all("h1"), ["Kulturnämnden"]);
        assert!(page.words().contains("299900-1072") || page.text().contains("299900-1072"), "{}", page.text());
        school("Backens skola", "district", "10000001").add(&stage.db, COMMAND).await.unwrap();
        let twice = [("name", "X"), ("kind", "school_unit"), ("parent", "district"), ("school_unit_code", "10000001")];
        let page = browser.post("/organisation/units", &twice).await;
        assert_eq!(page.attributes("main [aria-invalid]", "name"), ["school_unit_code"]);
        let foreign = [("name", "X"), ("kind", "board"), ("parent", "other")];
        assert_eq!(browser.post("/organisation/units", &foreign).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn two_who_edit_at_once_see_both_and_lose_nothing() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let mut browser = stage.browser("city-admin").await;
        let page = browser.get("/organisation/units/board/edit").await;
        keep("unit-edit", &page);
        assert_eq!(page.attributes("main input[name=revision]", "value"), ["1"]);
        stage.clock.set("2025-03-01T12:05:00Z".parse().unwrap());
        let base = |name, role| {
            [("name", name), ("kind", "board"), ("parent", "city"), ("role_text", role), ("revision", "1")]
        };
        browser.post("/organisation/units/board", &base("Barnnämnden", "Skolor.")).await;
        let page = browser.post("/organisation/units/board", &base("Skolnämnden", "Förskolor.")).await;
        keep("unit-conflict", &page);
        assert_eq!(page.status, StatusCode::CONFLICT);
        for kept in ["Barnnämnden", "Skolnämnden", "Skolor.", "Förskolor.", "Ada Administratörsson"] {
            assert!(page.words().contains(kept), "{kept}\n{}", page.words());
        }
        let mut fields = page.attributes("main form.form input[type=hidden]", "name");
        let values = page.attributes("main form.form input[type=hidden]", "value");
        let mut chosen: Vec<(&str, &str)> =
            fields.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
        chosen.extend([("keep-name", "theirs"), ("keep-role_text", "mine")]);
        let done = browser.post("/organisation/units/board", &chosen).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.words());
        fields.clear();
        let board = stage.find("board").await;
        assert_eq!((board.name.as_str(), board.role_text.as_str()), ("Barnnämnden", "Förskolor."));
        assert_eq!(board.former_names(&stage.db).await.unwrap()[0].0, "Utbildningsnämnden");
    }
}

#[tokio::test]
async fn a_unit_moves_within_reach_and_never_below_itself() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        stage.unit("second", Some("city"), UnitKind::Board, "Andra nämnden").await;
        let mut browser = stage.browser("city-admin").await;
        let to = |parent| [("name", "Norra stadsdelen"), ("kind", "district"), ("parent", parent), ("revision", "1")];
        let page = browser.post("/organisation/units/district", &to("second")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(stage.find("school").await.path, "/city/second/district/school/");
        let below = [("name", "Andra nämnden"), ("kind", "board"), ("parent", "district"), ("revision", "1")];
        let page = browser.post("/organisation/units/second", &below).await;
        assert_eq!(page.attributes("main [aria-invalid]", "name"), ["parent"]);
        let away = [("name", "Andra nämnden"), ("kind", "board"), ("parent", "other"), ("revision", "1")];
        assert_eq!(browser.post("/organisation/units/second", &away).await.status, StatusCode::FORBIDDEN);
        let gone = [("name", "Andra nämnden"), ("kind", "board"), ("parent", "gone"), ("revision", "1")];
        assert_eq!(
            browser.post("/organisation/units/second", &gone).await.attributes("main [aria-invalid]", "name"),
            ["parent"]
        );
        let top = [("name", "Exempelstads kommun"), ("kind", "municipality"), ("revision", "1")];
        assert_eq!(browser.post("/organisation/units/city", &top).await.all("h1"), ["Exempelstads kommun"]);
    }
}

#[tokio::test]
async fn members_are_changed_by_what_was_ticked_and_nothing_else() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        stage.unit("group", Some("city"), UnitKind::Group, "Skolnätverket").await;
        for (id, name) in [("a", "Askskolan"), ("b", "Björkskolan"), ("c", "Cedersskolan")] {
            stage.unit(id, Some("district"), UnitKind::SchoolUnit, name).await;
        }
        let mut browser = stage.browser("city-admin").await;
        let path = "/organisation/units/group/members";
        let page = browser.get(&format!("{path}?kind=school_unit&q=skolan")).await;
        keep("members", &page);
        assert_eq!(page.attributes("main input[name=member]", "value"), ["a", "b", "c", "school"]);
        browser.post(path, &[("member", "a"), ("member", "b")]).await;
        // Two at once: one takes a out, the other, whose page is older, puts c in.
        browser.post(path, &[("was", "a"), ("was", "b"), ("member", "b")]).await;
        let page =
            browser.post(path, &[("was", "a"), ("was", "b"), ("member", "a"), ("member", "b"), ("member", "c")]).await;
        keep("group", &page);
        let members = stage.find("group").await.members(&stage.db).await.unwrap();
        assert_eq!(members.iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>(), ["b", "c"]);
        assert_eq!(browser.post(path, &[("member", "group")]).await.status, StatusCode::CONFLICT);
        assert_eq!(browser.get("/organisation/units/board/members").await.status, StatusCode::CONFLICT);
        assert_eq!(browser.post(path, &[("member", "nobody")]).await.status, StatusCode::NOT_FOUND);
        let page = browser.get("/organisation").await;
        keep("organisation", &page);
        assert!(page.words().contains("Skolnätverket"), "{}", page.words());
    }
}

#[tokio::test]
async fn a_unit_ends_or_is_merged_and_stays_in_history() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        stage.unit("new", Some("district"), UnitKind::SchoolUnit, "Nya skolan").await;
        let mut browser = stage.browser("city-admin").await;
        let page = browser.get("/organisation/units/board/closure").await;
        assert!(page.words().contains("En enhet ligger under den här."), "{}", page.words());
        let refused = browser.post("/organisation/units/board/closure", &[("last_day", "2025-02-28")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let path = "/organisation/units/school/closure";
        keep("closure", &browser.get(path).await);
        for (day, successor, field) in
            [("2025-03-02", "", "last_day"), ("", "", "last_day"), ("2025-03-01", "school", "successor")]
        {
            let page = browser.post(path, &[("last_day", day), ("successor", successor)]).await;
            assert_eq!(page.attributes("main [aria-invalid]", "name"), [field], "{day}");
        }
        let page = browser.post(path, &[("last_day", "2025-02-28"), ("successor", "new")]).await;
        keep("unit-ended", &page);
        assert!(page.words().contains("Upphörde 28 februari 2025"), "{}", page.words());
        assert!(
            page.attributes("main .notice a", "href").contains(&"/organisation/units/new".to_owned())
                || page.text().contains("Nya skolan")
        );
        assert_eq!(stage.find("school").await.successor, Id::parse("new"));
        assert_eq!(browser.get("/organisation/units/school/edit").await.status, StatusCode::CONFLICT);
        let page = browser.get("/organisation/units?q=%C3%A4ngsskolan").await;
        assert!(page.words().contains("Ingen enhet stämmer"), "{}", page.words());
        let page = browser.get("/organisation/units?q=%C3%A4ngsskolan&ended=true").await;
        assert_eq!(page.all("tbody th"), ["Ängsskolan"]);
    }
}

#[tokio::test]
async fn thousands_of_units_are_filtered_sorted_and_paged() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        let change = stage.db.change(COMMAND).await.unwrap();
        for number in 0..2_000 {
            school(&format!("Skola {number}"), "district", &format!("{}", 30_000_000 + number))
                .write(&change)
                .await
                .unwrap();
        }
        change.commit(db::Event::new("unit.added", "unit", &Id::stored("many".into()))).await.unwrap();
        let mut browser = stage.anybody();
        let page = browser
            .get("/organisation/units?kind=school_unit&below=board&sort=code&order=descending&page=2&size=25")
            .await;
        keep("units", &page);
        assert_eq!(page.all("tbody th")[0], "Skola 1974");
        assert_eq!(page.all("tbody th").len(), 25);
        assert_eq!(page.attributes("th[aria-sort]", "aria-sort"), ["descending"]);
        assert_eq!(page.all(".toolbar__chips a").len(), 3);
        let page = browser.get("/organisation/units?q=30001234").await;
        assert_eq!(page.all("tbody th"), ["Skola 1234"]);
        let page = browser.get("/organisation?open=district").await;
        keep("organisation-many", &page);
        assert!(page.words().contains("Visa alla enheter under Norra stadsdelen"), "{}", page.words());
        assert!(page.bytes.len() < 60_000, "{}", page.bytes.len());
        for odd in ["?page=99999999", "?size=0&page=0", "?sort=nothing", "?below=nothing", "?kind=%27--", "?q=%25%5F"] {
            assert_eq!(browser.get(&format!("/organisation/units{odd}")).await.status, StatusCode::OK, "{odd}");
        }
    }
}

#[tokio::test]
async fn functions_are_listed_by_the_kind_of_unit_they_sit_at() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        assert!(stage.anybody().get("/organisation/functions").await.words().contains("inga funktioner än"));
        let change = stage.db.change(COMMAND).await.unwrap();
        for (id, name) in [("rektor", "Rektor"), ("kurator", "Kurator")] {
            let function =
                identity::Function { id: Id::parse(id).unwrap(), name: name.into(), unit_kind: "school_unit".into() };
            function.write(&change).await.unwrap();
        }
        change.commit(db::Event::new("function.added", "function", &Id::parse("rektor").unwrap())).await.unwrap();
        let page = stage.anybody().get("/organisation/functions").await;
        keep("functions", &page);
        assert_eq!(page.all("tbody td"), ["Kurator, Rektor"]);
    }
}
