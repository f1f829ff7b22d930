//! The workbook through its pages: who may, what is shown before anything is saved, and what happens when two save at once.

use ::sheets::write::{Sheet, Workbook};
use i18n::Language;
use web::testing::{Browser, Page};

use super::super::editions::catalogue;
use super::super::fixture::{Fixture, content};
use super::{ACTIONS, MEASURES, add, set};
use crate::editions::Words;
use crate::workbook::{Basis, sheets};

/// A file made from the fixture's plan and edited.
fn file(edit: impl FnOnce(&mut Vec<Sheet>)) -> Vec<u8> {
    let catalogue = catalogue();
    let basis = Basis { version: 1, revision: 1 };
    let mut written = sheets(&content(), &basis, &[], Words::new(&catalogue, Language::Sv));
    edit(&mut written);
    let created = "2025-03-01".parse::<jiff::civil::Date>().unwrap().at(0, 0, 0, 0);
    let workbook = Workbook { title: "Plan".to_owned(), author: None, created, sheets: written };
    ::sheets::write::xlsx(&workbook).unwrap()
}

async fn upload(fixture: &Fixture, browser: &mut Browser, bytes: &[u8]) -> Page {
    browser.upload(&fixture.at("/workbooks"), &[], ("file", "plan.xlsx", bytes)).await
}

/// Confirms what a page shows.
async fn confirm(browser: &mut Browser, page: &Page) -> Page {
    let action = page.attributes("main form.form", "action").remove(0);
    let revision = page.attributes("input[name=revision]", "value").remove(0);
    browser.post(&action, &[("revision", &revision)]).await
}

#[tokio::test]
async fn only_those_who_write_the_plan_may_read_a_workbook_back() {
    for engine in db::testing::engines() {
        let fixture = Fixture::new(engine).await;
        for (who, status) in [("coordinator", 200), ("member", 403), ("reporter", 403), ("other", 404)] {
            let mut browser = fixture.browser(who).await;
            for path in ["/workbook.xlsx", "/workbooks/new"] {
                assert_eq!(browser.get(&fixture.at(path)).await.status, status, "{who} {path}");
            }
            let page = upload(&fixture, &mut browser, &file(|_| {})).await;
            assert_eq!(page.status, status, "{who}");
        }
        let mut anybody = fixture.browser("anybody").await;
        assert_ne!(anybody.get(&fixture.at("/workbook.xlsx")).await.status, 200);
        assert_ne!(upload(&fixture, &mut anybody, &file(|_| {})).await.status, 200);
    }
}

#[tokio::test]
async fn what_is_fetched_is_read_back_without_a_change() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    for path in ["/workbook.xlsx", "/editions/full.xlsx", "/editions/list.xlsx"] {
        let fetched = browser.get(&fixture.at(path)).await;
        let page = upload(&fixture, &mut browser, &fetched.bytes).await;
        assert!(page.words().contains("Filen ändrar ingenting i planen."), "{path}: {}", page.words());
        assert!(page.all("input[name=revision]").is_empty());
    }
}

#[tokio::test]
async fn changes_are_shown_first_and_saved_when_confirmed() {
    for engine in db::testing::engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let bytes = file(|sheets| {
            set(sheets, ACTIONS, "atgard-1-1", "Åtgärd", "Utbilda all ny personal i tidiga tecken på våld.");
            set(sheets, ACTIONS, "atgard-1-3", "Ansvarig", "Polisområde Lindhamn");
            set(sheets, ACTIONS, "atgard-2-1", "Hur ofta", "Ibland");
            set(sheets, ACTIONS, "atgard-2-2", "Ta bort", "Ja");
            sheets[ACTIONS].rows.remove(1);
        });
        let before = fixture.stored(1).await;
        let page = upload(&fixture, &mut browser, &bytes).await;
        assert_eq!(page.all("ins").iter().filter(|text| text.contains("ny")).count(), 1, "{}", page.words());
        let words = page.words();
        for told in [
            "Åtgärder, rad 4, kolumn G",
            "Ibland",
            "Det är inget av valen i listan.",
            "Ta fram en gemensam rutin för oro.",
        ] {
            assert!(words.contains(told), "{told} in {words}");
        }
        assert_eq!(fixture.stored(1).await, before);

        let saved = confirm(&mut browser, &page).await;
        assert!(saved.path.starts_with(&fixture.at("")), "{}", saved.words());
        let after: crate::content::Content = serde_json::from_str(&fixture.stored(1).await).unwrap();
        assert_eq!(after.action_count(), 4);
        let text = |action: &str| after.action(&super::id(action)).unwrap().1.clone();
        assert_eq!(text("atgard-1-1").text, "Utbilda all ny personal i tidiga tecken på våld.");
        assert_eq!(text("atgard-1-3").lead.unwrap().unit(), Some(&super::id("polisen-lindhamn")));
        let again = confirm(&mut browser, &page).await;
        assert_eq!(again.status, 409, "{}", again.words());
    }
}

#[tokio::test]
async fn a_measure_without_indicators_goes_out_and_comes_in() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let bytes = file(|sheets| {
        set(sheets, MEASURES, "matt-1", "Mått", "Fler känner igen och frågar om tidiga tecken");
        add(sheets, MEASURES, &[("Hör till mål", "2"), ("Mått", "Fler platser känns trygga")]);
    });
    let page = upload(&fixture, &mut browser, &bytes).await;
    let words = page.words();
    for told in ["Mått: Fler känner igen och frågar om tidiga tecken", "Mått: Fler platser känns trygga"] {
        assert!(words.contains(told), "{told}: {words}");
    }
    assert_eq!(confirm(&mut browser, &page).await.status, 200);
    let fetched = browser.get(&fixture.at("/workbook.xlsx")).await;
    let again = upload(&fixture, &mut browser, &fetched.bytes).await;
    assert!(again.words().contains("Filen ändrar ingenting i planen."), "{}", again.words());
    let after: crate::content::Content = serde_json::from_str(&fixture.stored(1).await).unwrap();
    assert_eq!(after.goals[1].measures[0].text, "Fler platser känns trygga");
    assert_eq!(after.goals[0].measures[0].indicators.len(), 1);
}

#[tokio::test]
async fn nothing_of_what_another_saved_meanwhile_is_overwritten() {
    for engine in db::testing::engines() {
        let fixture = Fixture::new(engine).await;
        let (mut first, mut second) = (fixture.browser("coordinator").await, fixture.browser("coordinator").await);
        let mine = upload(
            &fixture,
            &mut first,
            &file(|sheets| {
                set(sheets, ACTIONS, "atgard-1-1", "Åtgärd", "Min lydelse.");
                set(sheets, ACTIONS, "atgard-1-2", "Målgrupp", "Alla som arbetar med barn");
            }),
        )
        .await;
        let theirs = upload(
            &fixture,
            &mut second,
            &file(|sheets| {
                set(sheets, ACTIONS, "atgard-1-1", "Åtgärd", "Deras lydelse.");
                set(sheets, ACTIONS, "atgard-1-2", "Utbildning", "En halvdag");
            }),
        )
        .await;
        assert_eq!(confirm(&mut second, &theirs).await.status, 200);
        let told = confirm(&mut first, &mine).await;
        assert_eq!(told.status, 409);
        let words = told.words();
        assert!(words.contains("Någon hann spara i planen medan du läste."), "{words}");
        assert!(words.contains("Det de skrev står kvar.") && words.contains("Min lydelse."), "{words}");
        assert_eq!(confirm(&mut first, &told).await.status, 200);
        let after: crate::content::Content = serde_json::from_str(&fixture.stored(1).await).unwrap();
        let action = |id: &str| after.action(&super::id(id)).unwrap().1.clone();
        assert_eq!(action("atgard-1-1").text, "Deras lydelse.");
        assert_eq!(action("atgard-1-2").training, "En halvdag");
        assert_eq!(action("atgard-1-2").target_group, "Alla som arbetar med barn");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_refused_with_what_to_do() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let foreign = file(|sheets| sheets.truncate(1));
    for bytes in [b"%PDF-1.7".as_slice(), b"PK\x03\x04 not really", b"text", &foreign] {
        let page = upload(&fixture, &mut browser, bytes).await;
        assert_eq!(page.status, 422);
        assert!(!page.all(".field__error").is_empty(), "{}", page.words());
    }
    let empty = browser.upload(&fixture.at("/workbooks"), &[], ("file", "", b"")).await;
    assert!(empty.words().contains("Välj en fil."), "{}", empty.words());
}
