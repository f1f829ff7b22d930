//! Writing a plan through its pages: who may, what is kept when two write at once, and what an adopted version refuses.

use axum::http::StatusCode;
use base::Id;
use db::testing::engines;
use web::testing::{Browser, Page};

use super::fixture::{Fixture, id};
use crate::content::{Action, Content, Frequency, Party};

/// Every page where something of a plan is written.
const FORMS: [&str; 13] = [
    "/goals/new",
    "/goals/mal-1/edit",
    "/goals/mal-1/removals/new",
    "/goals/mal-1/measures/new",
    "/goals/mal-1/measures/matt-1/edit",
    "/indicators/new?goal=mal-1",
    "/indicators/indikator-1/edit",
    "/settings",
    "/sections",
    "/sections/bakgrund/edit",
    "/roles",
    "/actions/atgard-1-1/expectations/new",
    "/matchings",
];

impl Fixture {
    /// What the version with this number says now.
    async fn content(&self, number: i64) -> Content {
        serde_json::from_str(&self.stored(number).await).unwrap()
    }

    /// Sends what a form shows with some fields written anew, as a browser does.
    async fn fill(&self, browser: &mut Browser, form: &Page, action: &str, written: &[(&str, &str)]) -> Page {
        let shown = shown(form);
        let mut fields: Vec<(&str, &str)> = written.to_vec();
        for (name, value) in &shown {
            if *name == "body" || !written.iter().any(|(other, _)| other == name) {
                fields.push((name, value));
            }
        }
        browser.post(&self.at(action), &fields).await
    }

    async fn adopt(&self) {
        let fields = [
            ("body", "Kommunfullmäktige"),
            ("date", "2025-03-01"),
            ("paragraph", "§ 12"),
            ("diary_number", "KS 2025/1"),
            ("in_force_from", "2025-03-01"),
        ];
        let page = self.browser("coordinator").await.post(&self.at("/adoptions"), &fields).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    }
}

/// The fields of the form in a page's main part, as a browser would send them.
fn shown(page: &Page) -> Vec<(String, String)> {
    let text = page.text();
    let html = scraper::Html::parse_document(&text);
    let select = |selector: &str| scraper::Selector::parse(selector).unwrap();
    let form = html.select(&select("main form.form")).next().expect("a form");
    let mut fields = Vec::new();
    for element in form.select(&select("input, select, textarea")) {
        let name = element.attr("name").unwrap_or_default().to_owned();
        let kind = element.attr("type").unwrap_or_default();
        let value = match element.value().name() {
            "textarea" => Some(element.text().collect::<String>()),
            "select" => {
                let chosen = element.select(&select("option[selected]")).last();
                let first = || element.select(&select("option")).next();
                chosen.or_else(first).and_then(|option| option.attr("value")).map(str::to_owned)
            }
            _ if ["checkbox", "radio"].contains(&kind) && element.attr("checked").is_none() => None,
            _ => element.attr("value").map(str::to_owned),
        };
        // A browser sends line breaks as two characters.
        fields.extend(value.map(|value| (name, value.replace('\n', "\r\n"))));
    }
    fields
}

fn ids<'a>(list: impl IntoIterator<Item = &'a Id>) -> Vec<&'a str> {
    list.into_iter().map(Id::as_str).collect()
}

#[tokio::test]
async fn only_who_writes_for_the_owner_finds_the_forms() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        for who in ["anybody", "member", "reporter", "principal", "other"] {
            let mut browser = fixture.browser(who).await;
            for form in FORMS {
                let status = browser.get(&fixture.at(form)).await.status;
                let refused = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::UNAUTHORIZED];
                assert!(refused.contains(&status), "{who} {form}: {status}");
            }
            let before = fixture.stored(1).await;
            for (address, field) in [
                ("/goals", ("title", "Nytt")),
                ("/goals/mal-1/moves", ("to", "down")),
                ("/goals/mal-1/removals", ("fate", "remove")),
                ("/indicators/indikator-1/removals", ("", "")),
                ("/settings", ("title", "Nytt")),
                ("/sections/bakgrund/removals", ("", "")),
                ("/matchings", ("name", "Föreningarna")),
            ] {
                let status = browser.post(&fixture.at(address), &[field]).await.status;
                assert!(!status.is_success(), "{who} {address}: {status}");
            }
            assert_eq!(fixture.stored(1).await, before, "{who}");
        }
        let mut coordinator = fixture.browser("coordinator").await;
        for form in FORMS {
            let page = coordinator.get(&fixture.at(form)).await;
            assert_eq!(page.status, StatusCode::OK, "{form}: {}", page.words());
        }
    }
}

#[tokio::test]
async fn an_adopted_version_refuses_every_edit() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        fixture.adopt().await;
        let before = fixture.stored(1).await;
        let mut coordinator = fixture.browser("coordinator").await;
        for form in FORMS {
            assert_eq!(coordinator.get(&fixture.at(form)).await.status, StatusCode::CONFLICT, "{form}");
        }
        for (address, field) in [
            ("/goals", ("title", "Nytt")),
            ("/goals/mal-1", ("title", "Nytt")),
            ("/goals/mal-1/moves", ("to", "down")),
            ("/indicators/indikator-1/removals", ("", "")),
            ("/settings", ("title", "Nytt")),
            ("/sections", ("heading", "Nytt")),
        ] {
            let status = coordinator.post(&fixture.at(address), &[field]).await.status;
            assert_eq!(status, StatusCode::CONFLICT, "{address}");
        }
        assert_eq!(fixture.stored(1).await, before);
        let sheet = coordinator.get(&fixture.at("/indicators/indikator-1")).await;
        assert_eq!(sheet.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_goal_is_added_changed_moved_and_keeps_the_ids_of_its_lines() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let form = browser.get(&fixture.at("/goals/new")).await;
        let page = fixture.fill(&mut browser, &form, "/goals", &[("title", "")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = fixture.fill(&mut browser, &form, "/goals", &[("title", "Stöd i tid")]).await;
        assert!(page.words().contains("Målet är tillagt."), "{}", page.words());

        let form = browser.get(&fixture.at("/goals/mal-1/edit")).await;
        let lines = "Det finns tid.\r\nVarje verksamhet har en kontaktperson i ledningen.";
        let page = fixture.fill(&mut browser, &form, "/goals/mal-1", &[("preconditions", lines)]).await;
        assert_eq!(page.status, StatusCode::OK);
        let page = browser.post(&fixture.at("/goals/mal-1/moves"), &[("to", "3")]).await;
        assert!(page.words().contains("Målet är flyttat."));

        let content = fixture.content(1).await;
        let numbers: Vec<&str> = content.goals.iter().map(|goal| goal.number.as_str()).collect();
        assert_eq!(numbers, ["2", "3", "1"]);
        let goal = content.goal(&id("mal-1")).unwrap();
        assert_eq!(goal.preconditions[1].id, id("forutsattning-1"), "reworded and moved, still the same");
        assert_ne!(goal.preconditions[0].id, id("forutsattning-1"));
        assert_eq!(
            (goal.actions.len(), goal.measures.len(), goal.revision),
            (3, 1, 2),
            "what the form does not show stays"
        );
    }
}

#[tokio::test]
async fn a_goal_goes_only_once_it_is_said_what_happens_to_its_actions() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let page = browser.post(&fixture.at("/goals/mal-1/removals"), &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.words().contains("3 åtgärder står under målet."), "{}", page.words());
        assert_eq!(fixture.content(1).await.goals.len(), 2);

        browser.post(&fixture.at("/goals/mal-1/removals"), &[("fate", "move:mal-2")]).await;
        let content = fixture.content(1).await;
        let moved = ids(content.goals[0].actions.iter().map(|action| &action.id));
        assert_eq!(moved, ["atgard-2-1", "atgard-2-2", "atgard-1-1", "atgard-1-2", "atgard-1-3"]);

        browser.post(&fixture.at("/goals/mal-2/removals"), &[("fate", "remove")]).await;
        let content = fixture.content(1).await;
        assert_eq!((content.goals.len(), content.action_count(), content.removed.len()), (0, 0, 5));
        browser.post(&fixture.at("/actions/atgard-1-1/restorations"), &[]).await;
        assert_eq!(ids(fixture.content(1).await.actions.iter().map(|action| &action.id)), ["atgard-1-1"]);
    }
}

#[tokio::test]
async fn two_who_change_different_fields_of_a_goal_both_get_their_way() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let (mut one, mut other) = (fixture.browser("coordinator").await, fixture.browser("coordinator").await);
        let (first, second) =
            (one.get(&fixture.at("/goals/mal-1/edit")).await, other.get(&fixture.at("/goals/mal-1/edit")).await);
        fixture.fill(&mut one, &first, "/goals/mal-1", &[("title", "Alla vuxna ser och agerar")]).await;
        let page =
            fixture.fill(&mut other, &second, "/goals/mal-1", &[("text", "Barn ska slippa fråga två gånger.")]).await;
        assert_eq!(page.status, StatusCode::OK);
        let content = fixture.content(1).await;
        assert_eq!(content.goals[0].title, "Alla vuxna ser och agerar");
        assert_eq!(content.goals[0].text, "Barn ska slippa fråga två gånger.");
    }
}

/// Two have the form open, both rewrite the field: the second sees both texts and chooses.
async fn both_texts_are_shown(form: &str, send: &str, field: &str, read: impl Fn(&Content) -> String) {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let (mut one, mut other) = (fixture.browser("coordinator").await, fixture.browser("coordinator").await);
        let (first, second) = (one.get(&fixture.at(form)).await, other.get(&fixture.at(form)).await);
        fixture.fill(&mut one, &first, send, &[(field, "Den enas text"), ("change", "Tydligare.")]).await;
        let page = fixture.fill(&mut other, &second, send, &[(field, "Den andras text"), ("change", "Kortare.")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{send}");
        let words = page.words();
        assert!(words.contains("Den enas text") && words.contains("Den andras text"), "{send}: {words}");
        assert_eq!(read(&fixture.content(1).await), "Den enas text", "{send}: nothing is overwritten");

        let keep = format!("keep-{field}");
        let page2 = fixture.fill(&mut other.clone(), &page, send, &[(&keep, "theirs"), ("change", "Kortare.")]).await;
        assert_eq!(page2.status, StatusCode::OK, "{send}: {}", page2.words());
        assert_eq!(read(&fixture.content(1).await), "Den enas text", "{send}");
        let page = fixture.fill(&mut other, &page, send, &[("change", "Kortare.")]).await;
        assert_eq!(page.status, StatusCode::OK, "{send}: {}", page.words());
        assert_eq!(read(&fixture.content(1).await), "Den andras text", "{send}");
    }
}

#[tokio::test]
async fn two_who_rewrite_the_same_field_see_both_texts() {
    both_texts_are_shown("/goals/mal-1/edit", "/goals/mal-1", "title", |content| content.goals[0].title.clone()).await;
    let measure = |content: &Content| content.goals[0].measures[0].text.clone();
    both_texts_are_shown("/goals/mal-1/measures/matt-1/edit", "/goals/mal-1/measures/matt-1", "text", measure).await;
    let source = |content: &Content| content.indicator(&id("indikator-1")).unwrap().1.source.clone();
    both_texts_are_shown("/indicators/indikator-1/edit", "/indicators/indikator-1", "source", source).await;
    let section = |content: &Content| content.introduction[0].text.clone();
    both_texts_are_shown("/sections/bakgrund/edit", "/sections/bakgrund", "text", section).await;
    both_texts_are_shown("/settings", "/settings", "summary", |content| content.summary.clone()).await;
    let role = |content: &Content| content.bodies[0].role.clone();
    both_texts_are_shown("/roles", "/roles", "role-1", role).await;
}

#[tokio::test]
async fn a_choice_that_two_made_is_asked_again() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let (mut one, mut other) = (fixture.browser("coordinator").await, fixture.browser("coordinator").await);
        let (first, second) = (one.get(&fixture.at("/settings")).await, other.get(&fixture.at("/settings")).await);
        fixture.fill(&mut one, &first, "/settings", &[("kind", "regional")]).await;
        let page = fixture.fill(&mut other, &second, "/settings", &[("kind", "local")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let error = "Ronja Exempelsson valde ”Länsplan” medan du skrev.";
        assert!(page.words().contains(error), "{}", page.words());
        assert_eq!(page.attributes("#kind option[selected]", "value"), ["local"]);
        let page = fixture.fill(&mut other, &page, "/settings", &[]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    }
}

#[tokio::test]
async fn a_new_meaning_of_an_indicator_needs_a_sentence_and_is_kept_in_its_history() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let (form, send) = (fixture.at("/indicators/indikator-1/edit"), "/indicators/indikator-1");
        let sheet = [
            ("source", "Personalsystemet"),
            ("baseline", "9 av 20"),
            ("baseline_when", "2024"),
            ("target", "90 %"),
            ("definition", "Tillsvidareanställda räknas."),
            ("breakdowns", "Kön\r\nOmråde"),
            ("asked_of", "lead"),
            ("about_people", "yes"),
        ];
        let page = browser.get(&form).await;
        let page = fixture.fill(&mut browser, &page, send, &sheet).await;
        let words = page.words();
        for part in [
            "45 % (9 av 20), 2024",
            "90 %",
            "Kön, Område",
            "Tillsvidareanställda räknas.",
            "Ja, små tal visas inte",
            "Bara den som leder",
        ] {
            assert!(words.contains(part), "{part}: {words}");
        }
        let page = browser.get(&form).await;
        let redefined = [("definition", "Alla anställda räknas.")];
        let page = fixture.fill(&mut browser, &page, send, &redefined).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.words().contains("Skriv vad som ändras och varför."), "{}", page.words());
        let change =
            [("definition", "Alla anställda räknas."), ("change", "Vikarier räknas med, för de möter också barnen.")];
        let page = fixture.fill(&mut browser, &page, send, &change).await;
        assert!(
            page.words().contains("1 mars 2025 Vikarier räknas med, för de möter också barnen."),
            "{}",
            page.words()
        );
        let content = fixture.content(1).await;
        let indicator = content.indicator(&id("indikator-1")).unwrap().1;
        assert_eq!(indicator.fact_sheet.history[0].on, "2025-03-01");
        assert_eq!((indicator.fact_sheet.history.len(), indicator.revision), (1, 3));

        let list = browser.get(&fixture.at("/indicators")).await;
        assert_eq!(list.all("#indicators-ready tbody a:first-child").len(), 2, "an indicator and what it belongs to");
        assert!(list.all("#indicators-to-be-developed th[scope=row]").contains(&"Antal samtal om stöd".to_owned()));
    }
}

#[tokio::test]
async fn figures_that_are_none_are_refused_in_words() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        for (kind, figure, words) in [
            ("share", "21 av 20", "Skriv en andel: 45 % eller 9 av 20."),
            ("number", "många", "Skriv ett tal"),
            ("state", "kanske", "Skriv ja eller nej."),
        ] {
            let form = browser.get(&fixture.at("/indicators/new?action=atgard-1-1")).await;
            let fields = [("text", "Ny"), ("kind", kind), ("target", figure)];
            let page = fixture.fill(&mut browser, &form, "/indicators", &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
            assert!(page.words().contains(words), "{kind}: {}", page.words());
            assert_eq!(page.attributes("#target", "value"), [figure], "what was typed stays");
        }
        let form = browser.get(&fixture.at("/indicators/new?action=atgard-1-1")).await;
        let fields = [("text", "Snitt"), ("kind", "mean"), ("scale_from", "1"), ("scale_to", "5"), ("target", "4,5")];
        let page = fixture.fill(&mut browser, &form, "/indicators", &fields).await;
        assert!(page.words().contains("skala 1–5"), "{}", page.words());
        let content = fixture.content(1).await;
        let (_, action) = content.action(&id("atgard-1-1")).unwrap();
        assert_eq!(action.indicators[0].target.as_ref().unwrap().value, Some(4.5));

        browser.post(&fixture.at(&format!("/indicators/{}/removals", action.indicators[0].id)), &[]).await;
        assert_eq!(fixture.content(1).await.indicators().count(), 2);
    }
}

#[tokio::test]
async fn an_indicator_is_read_by_those_who_read_the_plan() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        for (who, status) in
            [("member", StatusCode::OK), ("other", StatusCode::NOT_FOUND), ("anybody", StatusCode::NOT_FOUND)]
        {
            let mut browser = fixture.browser(who).await;
            for page in ["/indicators", "/indicators/indikator-1"] {
                let page = browser.get(&fixture.at(page)).await;
                assert_eq!(page.status, status, "{who}");
                assert!(page.attributes("main a[href$='/edit']", "href").is_empty(), "{who} is offered no form");
            }
        }
    }
}

#[tokio::test]
async fn settings_hold_title_levels_and_rules() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let form = browser.get(&fixture.at("/settings")).await;
        let wrong =
            [("period", "snart"), ("goal_one", "Målbild"), ("review_every", "ofta"), ("strategy", "finns-inte")];
        let page = fixture.fill(&mut browser, &form, "/settings", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            page.attributes("[aria-invalid]", "name").len(),
            3,
            "{:?}",
            page.attributes("[aria-invalid]", "name")
        );
        let right = [
            ("title", "Tryggare Lindhamn"),
            ("goal_one", "Målbild"),
            ("goal_many", "Målbilder"),
            ("review_every", "2"),
        ];
        let page = fixture.fill(&mut browser, &form, "/settings", &right).await;
        assert!(page.words().contains("Målbild 1: Vuxna ser och agerar"), "{}", page.words());
        assert_eq!(page.all("h1"), ["Tryggare Lindhamn"]);
        assert_eq!(fixture.content(1).await.rules.review_every, Some(2));
    }
}

#[tokio::test]
async fn settings_hold_how_the_plan_is_followed_up() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let form = browser.get(&fixture.at("/settings")).await;
        for scale in ["Helt", "Helt\nhelt", "Helt\n!!", &format!("Helt\n{}", "x".repeat(61))] {
            let wrong = [("assessment_scale", scale), ("report_every", "ibland")];
            let page = fixture.fill(&mut browser, &form, "/settings", &wrong).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{scale}");
            assert_eq!(page.attributes("[aria-invalid]", "name"), ["report_every", "assessment_scale"], "{scale}");
        }
        let right = [("assessment_scale", "Helt\r\n\r\n Delvis \r\nInte alls"), ("report_every", "at_end")];
        let page = fixture.fill(&mut browser, &form, "/settings", &right).await;
        assert!(page.words().contains("Inställningarna är sparade."), "{}", page.words());
        let rules = fixture.content(1).await.rules;
        assert_eq!(rules.assessment_scale, ["Helt", "Delvis", "Inte alls"]);
        assert_eq!(rules.report_every, Some(Frequency::AtEnd));
        let edition = browser.get(&fixture.at("/editions/full.html?version=1")).await;
        assert!(edition.words().contains("bedöms med orden: Helt, Delvis, Inte alls."), "{}", edition.words());
        assert!(edition.words().contains("Åtgärderna följs upp när planen är slut"));
        fixture.adopt().await;
        browser.post(&fixture.at("/revisions"), &[]).await;
        let form = browser.get(&fixture.at("/settings")).await;
        fixture.fill(&mut browser, &form, "/settings", &[("assessment_scale", ""), ("report_every", "tertial")]).await;
        let words = browser.get(&fixture.at("/comparisons?from=1&to=2")).await.words();
        assert!(words.contains("Ord för hur långt ett mål är nått"), "{words}");
        assert!(words.contains("Varje tertial"), "{words}");
    }
}

#[tokio::test]
async fn sections_are_added_moved_and_removed() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let form = browser.get(&fixture.at("/sections/new")).await;
        let fields = [("heading", "Så följs planen upp"), ("text", "Varje år.\r\n\r\nOch på slutet.")];
        let page = fixture.fill(&mut browser, &form, "/sections", &fields).await;
        assert!(page.words().contains("Avsnittet är tillagt."), "{}", page.words());
        browser.post(&fixture.at("/sections/bakgrund/moves"), &[("to", "down")]).await;
        let content = fixture.content(1).await;
        assert_eq!(content.introduction[1].id, id("bakgrund"));
        assert_eq!(content.introduction[0].text, "Varje år.\n\nOch på slutet.");
        let page = browser.post(&fixture.at("/sections/bakgrund/removals"), &[]).await;
        assert!(page.words().contains("”Bakgrund” är borttaget."), "{}", page.words());
        assert_eq!(fixture.content(1).await.introduction.len(), 1);
    }
}

#[tokio::test]
async fn roles_of_many_bodies_are_saved_at_once_and_emptied_again() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let form = browser.get(&fixture.at("/roles")).await;
        let bodies = form.attributes("input[name=body]", "value");
        let at = bodies.iter().position(|body| body == "unit:socialforvaltningen").unwrap() + 1;
        let field = format!("role-{at}");
        let page = fixture.fill(&mut browser, &form, "/roles", &[(&field, "Utreder och ger stöd.")]).await;
        assert!(page.words().contains("Utreder och ger stöd."), "{}", page.words());
        let form = browser.get(&fixture.at("/roles")).await;
        fixture.fill(&mut browser, &form, "/roles", &[(&field, "")]).await;
        assert!(fixture.content(1).await.bodies.is_empty());
    }
}

#[tokio::test]
async fn an_expectation_says_who_what_when_and_how_long() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let (form, send) = (fixture.at("/actions/atgard-1-1/expectations/new"), "/actions/atgard-1-1/expectations");
        let page = browser.get(&form).await;
        let wrong = [("what", "Gå igenom rutinen."), ("by", "i höst"), ("minutes", "0")];
        let page = fixture.fill(&mut browser, &page, send, &wrong).await;
        assert_eq!(page.attributes("[aria-invalid]", "name"), ["function", "by", "minutes"]);
        let right = [("unit_kind", "school_unit"), ("by", "2025-10-15"), ("yearly", "true"), ("minutes", "30")];
        let page = fixture.fill(&mut browser, &page, send, &right).await;
        assert!(page.words().contains("Gå igenom rutinen."), "{}", page.words());
        let content = fixture.content(1).await;
        let expectation = &content.action(&id("atgard-1-1")).unwrap().1.expectations[0];
        assert_eq!((expectation.by.as_str(), expectation.minutes), ("10-15", Some(30)));

        let one = format!("{send}/{}", expectation.id);
        let page = browser.get(&fixture.at(&format!("{one}/edit"))).await;
        let page = fixture.fill(&mut browser, &page, &one, &[("yearly", "false")]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        let content = fixture.content(1).await;
        let changed = &content.action(&id("atgard-1-1")).unwrap().1.expectations[0];
        assert_eq!((changed.by.as_str(), &changed.id), ("2025-10-15", &expectation.id));
        browser.post(&fixture.at(&format!("{one}/removals")), &[]).await;
        assert!(fixture.content(1).await.action(&id("atgard-1-1")).unwrap().1.expectations.is_empty());
    }
}

#[tokio::test]
async fn a_name_is_matched_wherever_it_stands() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let page = browser.get(&fixture.at("/matchings")).await;
        assert_eq!(page.attributes("input[name=name]", "value"), ["Föreningarna"]);
        let fields = [("party-1", "unit:fritidsforvaltningen")];
        let page = fixture.fill(&mut browser, &page, "/matchings", &fields).await;
        assert!(page.words().contains("Kopplade till registret: 1 namn."), "{}", page.words());
        let content = fixture.content(1).await;
        let action: &Action = content.action(&id("atgard-1-3")).unwrap().1;
        assert_eq!(action.lead.as_ref().and_then(Party::unit), Some(&id("fritidsforvaltningen")));
        assert!(browser.get(&fixture.at("/matchings")).await.words().contains("Alla namn finns i registret"));
    }
}

#[tokio::test]
async fn a_measure_is_added_and_removed_with_its_indicators() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let form = browser.get(&fixture.at("/goals/mal-2/measures/new")).await;
        let page =
            fixture.fill(&mut browser, &form, "/goals/mal-2/measures", &[("text", "Fler känner sig trygga")]).await;
        assert!(page.words().contains("Måttet är tillagt."), "{}", page.words());
        let page = browser.get(&fixture.at("/goals/mal-1/measures/matt-1/removals/new")).await;
        assert!(page.words().contains("1 indikator försvinner, med sitt faktablad."), "{}", page.words());
        browser.post(&fixture.at("/goals/mal-1/measures/matt-1/removals"), &[]).await;
        let content = fixture.content(1).await;
        assert!(content.goals[0].measures.is_empty() && content.goals[1].measures.len() == 1);
        assert!(content.indicator(&id("indikator-1")).is_none());
    }
}
