//! Actions through HTTP: two who write at once lose nothing, and what is taken away can be put back.

use db::testing::engines;
use web::testing::{Browser, Page};

use super::fixture::Fixture;

/// The fields of a form as a browser would send them, with some filled in otherwise.
fn filled(page: &Page, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let html = scraper::Html::parse_document(&page.text());
    let select = |css: &str| scraper::Selector::parse(css).unwrap();
    let mut fields = Vec::new();
    for field in html
        .select(&select("main form input[name]:not([type=radio]), main form select[name], main form textarea[name]"))
    {
        let name = field.attr("name").unwrap_or_default().to_owned();
        let value = match field.value().name() {
            "textarea" => field.text().collect(),
            "select" => {
                let chosen = field.select(&select("option[selected]")).next();
                chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
            }
            _ => field.attr("value").unwrap_or_default().to_owned(),
        };
        fields.push((name, value));
    }
    for (name, value) in changes {
        match fields.iter_mut().rev().find(|(other, _)| other == name) {
            Some(field) => field.1 = (*value).to_owned(),
            None => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    fields
}

async fn send(browser: &mut Browser, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

/// The path of the first action of the fixture's plan.
async fn first_action(fixture: &Fixture, browser: &mut Browser) -> String {
    let page = browser.get(&fixture.at("")).await;
    let href = page.attributes("main table a[href*='/actions/']", "href").into_iter().next().unwrap();
    href.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn two_who_change_different_fields_both_keep_what_they_wrote() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let (mut mine, mut hers) = (fixture.browser("coordinator").await, fixture.browser("coordinator").await);
        let action = first_action(&fixture, &mut mine).await;
        let my_form = mine.get(&format!("{action}/edit")).await;
        let her_form = hers.get(&format!("{action}/edit")).await;
        let saved =
            send(&mut hers, &action, &filled(&her_form, &[("time_plan", "2027"), ("others", "Räddningstjänsten")]))
                .await;
        assert_eq!(saved.status, 200, "{}", saved.words());
        let saved = send(&mut mine, &action, &filled(&my_form, &[("text", "Ny lydelse av åtgärden.")])).await;
        assert_eq!(saved.status, 200, "{}", saved.words());
        let words = saved.words();
        for kept in ["Ny lydelse av åtgärden.", "2027", "Räddningstjänsten"] {
            assert!(words.contains(kept), "{kept} is lost: {words}");
        }
    }
}

#[tokio::test]
async fn two_who_change_the_same_text_are_shown_both_and_choose() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let (mut mine, mut hers) = (fixture.browser("coordinator").await, fixture.browser("coordinator").await);
    let action = first_action(&fixture, &mut mine).await;
    let my_form = mine.get(&format!("{action}/edit")).await;
    let her_form = hers.get(&format!("{action}/edit")).await;
    send(&mut hers, &action, &filled(&her_form, &[("text", "Hennes lydelse.")])).await;
    let torn = send(&mut mine, &action, &filled(&my_form, &[("text", "Min lydelse."), ("training", "En dag.")])).await;
    assert_eq!(torn.status, 422);
    let text = torn.text();
    assert!(text.contains("Hennes lydelse.") && text.contains("Min lydelse.") && text.contains("En dag."));
    let saved = send(&mut mine, &action, &filled(&torn, &[("keep-text", "theirs")])).await;
    assert_eq!(saved.status, 200, "{}", saved.words());
    assert!(saved.words().contains("Hennes lydelse.") && saved.words().contains("En dag."), "{}", saved.words());
}

#[tokio::test]
async fn a_removed_action_is_put_back_where_it_stood() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let action = first_action(&fixture, &mut browser).await;
        let before = browser.get(&fixture.at("")).await.attributes("main table a[href*='/actions/']", "href");
        let gone = browser.post(&format!("{action}/removals"), &[]).await;
        assert!(!gone.attributes("main table a[href*='/actions/']", "href").contains(&before[0]));
        let undo = gone.attributes("form[action$='/restorations']", "action").remove(0);
        assert_eq!(browser.post(&undo, &[]).await.status, 200);
        let after = browser.get(&fixture.at("")).await.attributes("main table a[href*='/actions/']", "href");
        assert_eq!(before, after);
    }
}

#[tokio::test]
async fn w1_those_who_may_not_write_change_no_action() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let action = first_action(&fixture, &mut fixture.browser("coordinator").await).await;
    for who in ["reporter", "other", "anybody"] {
        let mut browser = fixture.browser(who).await;
        for deed in ["/edit", "", "/moves", "/removals", "/restorations"] {
            let path = format!("{action}{deed}");
            let page =
                if deed == "/edit" { browser.get(&path).await } else { browser.post(&path, &[("text", "x")]).await };
            let refused = [401, 403, 404].contains(&page.status.as_u16()) || page.path.starts_with("/sign-in");
            assert!(refused, "{who} {path}: {}", page.status);
        }
    }
}
