//! Editions through their pages: who gets which, and what the files are.

use super::super::fixture::{Fixture, LEISURE};

#[tokio::test]
async fn a_draft_is_for_those_who_see_it_and_a_published_plan_for_everybody() {
    for engine in db::testing::engines() {
        let fixture = Fixture::new(engine).await;
        for (who, status) in [("coordinator", 200), ("member", 200), ("other", 404), ("anybody", 404)] {
            let mut browser = fixture.browser(who).await;
            for path in ["/editions", "/editions/list.pdf", "/editions/full.html", "/editions/full.xlsx"] {
                assert_eq!(browser.get(&fixture.at(path)).await.status, status, "{who} {path}");
            }
        }
        let mut coordinator = fixture.browser("coordinator").await;
        let decision = [
            ("body", "Kommunfullmäktige"),
            ("date", "2025-02-24"),
            ("paragraph", "§ 12"),
            ("diary_number", "KS 2025/14"),
        ];
        coordinator.post(&fixture.at("/adoptions"), &decision).await;
        coordinator.post(&fixture.at("/publications"), &[]).await;
        let mut anybody = fixture.browser("anybody").await;
        let page = anybody.get(&fixture.at("/editions/full.html")).await;
        assert_eq!(page.status, 200);
        let words = page.words();
        for told in ["Trygg i Lindhamn", "Kommunfullmäktige", "24 februari 2025", "KS 2025/14", "Utbilda all personal"]
        {
            assert!(words.contains(told), "{told}");
        }
        assert!(!words.contains("utkast"), "{words}");
    }
}

#[tokio::test]
async fn each_file_is_what_its_name_says() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    for (file, begins) in [
        ("full.pdf", b"%PDF".as_slice()),
        ("short.pdf", b"%PDF"),
        ("list.docx", b"PK"),
        ("actors.docx", b"PK"),
        ("full.xlsx", b"PK"),
        ("actors.xlsx", b"PK"),
        ("actors.html", b"<!doctype html>"),
    ] {
        let page = browser.get(&fixture.at(&format!("/editions/{file}"))).await;
        assert_eq!(page.status, 200, "{file}");
        assert!(page.bytes.starts_with(begins), "{file}");
    }
    for wrong in
        ["short.xlsx", "full.json", "list", "list.pdf.exe", "whole.pdf", "list.pdf?version=9", "actors.pdf?body=nobody"]
    {
        assert_eq!(browser.get(&fixture.at(&format!("/editions/{wrong}"))).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn one_actor_and_one_version_are_kept_through_the_links() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let page = browser.get(&fixture.at(&format!("/editions/actors.html?body={LEISURE}"))).await;
    let words = page.words();
    assert!(
        words.contains("Ta fram en gemensam rutin för oro.") && !words.contains("Kartlägg otrygga platser"),
        "{words}"
    );
    let links = page.attributes("main ~ aside a.button, aside a.button", "href");
    assert!(links.contains(&fixture.at(&format!("/editions/actors.pdf?body={LEISURE}"))), "{links:?}");
    let list = browser.get(&fixture.at("/editions")).await;
    let offered = list.attributes("select[name=body] option", "value");
    assert!(offered.contains(&LEISURE.to_owned()), "{offered:?}");
    let downloads = list.attributes("main a", "href");
    for file in ["full.html", "full.pdf", "full.docx", "full.xlsx", "short.pdf", "list.xlsx", "actors.docx"] {
        assert!(downloads.iter().any(|href| href.ends_with(file)), "{file} in {downloads:?}");
    }
}
