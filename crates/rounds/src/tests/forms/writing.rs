//! Writing a form through its pages: who may, what a question becomes, and what is kept when two write at once.

use axum::http::StatusCode;
use db::testing::engines;
use forms::{Check, Kind, Need};

use super::fixture::{Fixture, send};

const PAGES: [&str; 9] = [
    "/settings",
    "/parts/new",
    "/parts/1",
    "/questions/new",
    "/questions/cases",
    "/questions/cases/removals/new",
    "/rules/new",
    "/rules/1",
    "/publications/new",
];

#[tokio::test]
async fn only_who_writes_for_the_owner_finds_the_pages_where_a_form_is_written() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        for who in ["anybody", "member", "reporter", "other"] {
            let mut browser = fixture.browser(who).await;
            for page in PAGES {
                let status = browser.get(&fixture.at(page)).await.status;
                assert!(status.is_client_error(), "{who} {page}: {status}");
            }
            let before = fixture.definition(1).await;
            for page in [
                "/settings",
                "/parts",
                "/questions",
                "/questions/cases/removals",
                "/questions/cases/moves",
                "/publications",
            ] {
                let fields = [("title", "Nytt"), ("to", "down"), ("revision", "1")];
                let status = browser.post(&fixture.at(page), &fields).await.status;
                assert!(status.is_client_error(), "{who} {page}: {status}");
            }
            assert_eq!(fixture.definition(1).await, before, "{who}");
            // Who belongs to the owner reads it; nobody else finds it.
            let status = browser.get(&fixture.at("")).await.status;
            assert_eq!(status == StatusCode::OK, who == "member", "{who}: {status}");
        }
        let mut coordinator = fixture.browser("coordinator").await;
        for page in PAGES {
            assert_eq!(coordinator.get(&fixture.at(page)).await.status, StatusCode::OK, "{page}");
        }
    }
}

#[tokio::test]
async fn a_question_of_each_kind_is_added_changed_and_kept() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let cases: [(&[(&str, &str)], &str); 9] = [
            (&[("kind", "number"), ("least", "0"), ("most", "1 000")], "number"),
            (&[("kind", "decimal"), ("least", ""), ("most", "12,5")], "decimal"),
            (&[("kind", "share")], "share"),
            (&[("kind", "rate"), ("per", "100 000")], "rate"),
            (&[("kind", "mean"), ("from", "1"), ("to", "4")], "mean"),
            (&[("kind", "choice"), ("options", "Alla\nNågra\n\nInga"), ("options_en", "All\nSome\n\nNone")], "choice"),
            (&[("kind", "table"), ("rows", "Åk 7\nÅk 8"), ("columns", "Flickor\nPojkar")], "table"),
            (&[("kind", "long"), ("characters", "500")], "long"),
            (&[("kind", "date"), ("need", "optional"), ("when", "routine=yes")], "date"),
        ];
        for (written, name) in cases {
            let new = browser.get(&fixture.at("/questions/new?part=1")).await;
            let label = format!("Fråga {name}");
            let written: Vec<(&str, &str)> =
                [("label", label.as_str())].into_iter().chain(written.iter().copied()).collect();
            let added = send(&mut browser, &new, &fixture.at("/questions"), &written).await;
            assert_eq!(added.status, StatusCode::OK, "{name}: {}", added.words());
            // Saved once more as it is shown it stays the same.
            let key = format!("fraga-{name}");
            let before = fixture.definition(1).await.field(&key).cloned().expect("the question");
            let edit = browser.get(&fixture.at(&format!("/questions/{key}"))).await;
            let saved = send(&mut browser, &edit, &fixture.at(&format!("/questions/{key}")), &[]).await;
            assert_eq!(saved.status, StatusCode::OK, "{name}: {}", saved.words());
            assert_eq!(fixture.definition(1).await.field(&key), Some(&before), "{name}");
        }
        let form = fixture.definition(1).await;
        let kind = |name: &str| form.field(&format!("fraga-{name}")).map(|field| field.kind.clone()).unwrap();
        assert_eq!(kind("number"), Kind::Number { least: Some(0.0), most: Some(1000.0), whole: true });
        assert_eq!(kind("decimal"), Kind::Number { least: None, most: Some(12.5), whole: false });
        assert_eq!(kind("rate"), Kind::Rate { per: 100_000 });
        let Kind::Choice { options, many: false } = kind("choice") else { panic!("a choice") };
        assert_eq!(options.iter().map(|option| option.key.as_str()).collect::<Vec<_>>(), ["alla", "nagra", "inga"]);
        assert_eq!(options[2].words, forms::Words::Own { sv: "Inga".to_owned(), en: "None".to_owned() });
        let date = form.field("fraga-date").unwrap();
        assert_eq!((date.need, date.when.as_ref().map(|when| when.field.as_str())), (Need::Optional, Some("routine")));
        // It stands before the question that it depends on: that is told, and nothing is published so.
        let shown = browser.get(&fixture.at("")).await.words();
        assert!(shown.contains("Fråga date – Villkoret gäller en fråga som inte kommer före."), "{shown}");
        assert_eq!(fixture.publish_anyway().await, StatusCode::CONFLICT);
    }
}

impl Fixture {
    /// Publishes without asking the page first.
    async fn publish_anyway(&self) -> StatusCode {
        let own = self.own().await;
        let version = own.latest(self.db()).await.unwrap().unwrap();
        let mut browser = self.browser("coordinator").await;
        browser.post(&self.at("/publications"), &[("revision", &version.revision.to_string())]).await.status
    }
}

#[tokio::test]
async fn what_is_missing_in_a_question_is_told_and_what_was_typed_is_kept() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let new = browser.get(&fixture.at("/questions/new")).await;
        let cases: [(&[(&str, &str)], &str); 6] = [
            (&[("label", " ")], "label"),
            (&[("label", "Vad?"), ("kind", "choice"), ("options", "")], "options"),
            (&[("label", "Vad?"), ("kind", "number"), ("most", "många")], "most"),
            (&[("label", "Vad?"), ("kind", "mean"), ("from", "5"), ("to", "1")], "to"),
            (&[("label", "Vad?"), ("categories", "Flickor\nPojkar")], "breakdown"),
            (&[("label", "Vad?"), ("when", "routine=yes"), ("when", "abroad=no")], "when"),
        ];
        for (written, field) in cases {
            let page = send(&mut browser, &new, &fixture.at("/questions"), written).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert_eq!(page.attributes("[data-error-summary] a", "href"), [format!("#{field}")], "{field}");
        }
        let page = send(&mut browser, &new, &fixture.at("/questions"), &[("label", ""), ("help", "Räkna alla.")]).await;
        assert_eq!(page.all("textarea[name=help]"), ["Räkna alla."]);
    }
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let (mut one, mut other) = (fixture.browser("coordinator").await, fixture.browser("coordinator").await);
        let cases = fixture.at("/questions/cases");
        let trainings = fixture.at("/questions/trainings");
        let (first, second, elsewhere) = (one.get(&cases).await, other.get(&cases).await, other.get(&trainings).await);
        assert_eq!(send(&mut one, &first, &cases, &[("label", "Hur många fall?")]).await.status, StatusCode::OK);
        // Another question is nobody's conflict.
        let saved = send(&mut other, &elsewhere, &trainings, &[("label", "Hur många tillfällen?")]).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.words());
        let refused = send(&mut other, &second, &cases, &[("label", "Antal fall?")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.all("textarea[name=label]"), ["Antal fall?"]);
        assert!(refused.words().contains("Hur många fall?"), "{}", refused.words());
        let label = |form: &forms::Form, key: &str| serde_json::to_string(&form.field(key).unwrap().label).unwrap();
        let form = fixture.definition(1).await;
        assert!(label(&form, "cases").contains("Hur många fall?") && label(&form, "trainings").contains("tillfällen"));
        // Who has seen the other's text may decide.
        assert_eq!(send(&mut other, &refused, &cases, &[]).await.status, StatusCode::OK);
        assert!(label(&fixture.definition(1).await, "cases").contains("Antal fall?"));

        let (first, second) = (one.get(&fixture.at("/settings")).await, other.get(&fixture.at("/settings")).await);
        assert_eq!(send(&mut one, &first, &fixture.at("/settings"), &[("minutes", "30")]).await.status, StatusCode::OK);
        let refused = send(&mut other, &second, &fixture.at("/settings"), &[("title", "Siffror")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(fixture.own().await.title, "Statistik om våld");
    }
}

#[tokio::test]
async fn questions_and_parts_move_and_go_with_what_hangs_on_them() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        browser.post(&fixture.at("/questions/abroad/moves"), &[("to", "up")]).await;
        let form = fixture.definition(1).await;
        assert_eq!(form.position("abroad"), Some((0, 3)), "over the edge into the part above");
        browser.post(&fixture.at("/questions/abroad/moves"), &[("to", "down")]).await;
        assert_eq!(fixture.definition(1).await.position("abroad"), Some((1, 0)));
        let unknown = browser.post(&fixture.at("/questions/abroad/moves"), &[("to", "left")]).await;
        assert_eq!(unknown.status, StatusCode::BAD_REQUEST);

        let asked = browser.get(&fixture.at("/questions/abroad-children/removals/new")).await;
        assert!(asked.words().contains("Kontrollen ”Fler barn är tillbaka"), "{}", asked.words());
        browser.post(&fixture.at("/questions/abroad-children/removals"), &[]).await;
        let asked = browser.get(&fixture.at("/questions/abroad/removals/new")).await;
        assert!(asked.words().contains("”Hur många av barnen är tillbaka i Sverige?” ställs alltid."));
        browser.post(&fixture.at("/questions/abroad/removals"), &[]).await;
        let form = fixture.definition(1).await;
        assert_eq!(form.check(), []);
        assert!(form.field("abroad-back").unwrap().when.is_none());
        let still_there =
            browser.post(&fixture.at("/parts/2/removals"), &[("revision", &fixture.revision().await)]).await;
        assert_eq!(still_there.status, StatusCode::CONFLICT);
        browser.post(&fixture.at("/questions/abroad-back/removals"), &[]).await;
        let gone = browser.post(&fixture.at("/parts/2/removals"), &[("revision", &fixture.revision().await)]).await;
        assert_eq!(gone.status, StatusCode::OK);
        assert_eq!(fixture.definition(1).await.parts.len(), 3);
        assert_eq!(fixture.own().await.latest(fixture.db()).await.unwrap().unwrap().definition.check(), []);
    }
}

impl Fixture {
    async fn revision(&self) -> String {
        self.own().await.latest(self.db()).await.unwrap().unwrap().revision.to_string()
    }
}

#[tokio::test]
async fn parts_and_checks_are_written_by_whoever_has_seen_the_latest() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let new = browser.get(&fixture.at("/parts/new")).await;
        let added = send(&mut browser, &new, &fixture.at("/parts"), &[("title", "Sist"), ("title_en", "Last")]).await;
        assert!(added.words().contains("Sist"));
        let old = browser.get(&fixture.at("/parts/5")).await;
        browser.post(&fixture.at("/questions/cases/moves"), &[("to", "down")]).await;
        let refused = send(&mut browser, &old, &fixture.at("/parts/5"), &[("title", "Allra sist")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.attributes("input[name=title]", "value"), ["Allra sist"]);
        let saved = send(&mut browser, &refused, &fixture.at("/parts/5"), &[]).await;
        assert!(saved.words().contains("Allra sist"));

        let rules = fixture.definition(1).await.rules.len();
        let new = browser.get(&fixture.at("/rules/new")).await;
        let words = "Flickor och pojkar ska tillsammans bli alla.";
        let written = [
            ("one", "cases@sex@girls"),
            ("one", "cases@sex@boys"),
            ("other", "cases"),
            ("check", "equal"),
            ("words", words),
        ];
        let none = send(&mut browser, &new, &fixture.at("/rules"), &[("one", "nonsense"), ("words", "")]).await;
        assert_eq!(none.attributes("[data-error-summary] a", "href"), ["#one", "#other", "#words"]);
        send(&mut browser, &new, &fixture.at("/rules"), &written).await;
        let form = fixture.definition(1).await;
        let rule = form.rules.last().unwrap();
        assert_eq!((form.rules.len(), rule.field.as_str()), (rules + 1, "cases"));
        let one = vec!["cases@sex@girls".to_owned(), "cases@sex@boys".to_owned()];
        assert_eq!(rule.check, Check::Equal { one, other: vec!["cases".to_owned()] });

        let at = fixture.at(&format!("/rules/{}", rules + 1));
        let edit = browser.get(&at).await;
        send(&mut browser, &edit, &at, &[("check", "at_most")]).await;
        assert!(matches!(fixture.definition(1).await.rules.last().unwrap().check, Check::AtMost { .. }));
        let stale = browser.post(&format!("{at}/removals"), &[("revision", "1")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        browser.post(&format!("{at}/removals"), &[("revision", &fixture.revision().await)]).await;
        assert_eq!(fixture.definition(1).await.rules.len(), rules);
    }
}
