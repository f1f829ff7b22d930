//! The overview says who owes what, and counts right.

use db::testing::engines;

use super::fixture::{COMPLETE, Fixture, POLICE, SCHOOLS, SOCIAL};
use crate::round::Round;
use crate::round::overview::Tally;

async fn tally(fixture: &Fixture, round: &str) -> Tally {
    let id = super::fixture::id(round.trim_start_matches("/rounds/"));
    let viewer = fixture.viewer("coordinator").await;
    let round = Round::find(fixture.db(), &viewer, &id).await.unwrap().unwrap();
    let overview = round.overview(fixture.db(), &viewer, fixture.db().clock().today()).await.unwrap();
    overview.tally(|_| true)
}

/// 1.1 comes on time and is approved, 1.2 late, 2.1 of the social board is returned, 2.1 of the police is excused, 1.1 of the
/// schools is a draft.
async fn everything(fixture: &Fixture, round: &str) {
    let of = async |item: &str, unit: &str| fixture.report(round, item, unit).await;
    let mut manager = fixture.browser("manager").await;
    let first = of("ett", SOCIAL).await;
    fixture.submit("reporter", &first, &COMPLETE).await;
    manager.post(&format!("{first}/approvals"), &[]).await;
    let third = of("tre", SOCIAL).await;
    fixture.submit("reporter", &third, &COMPLETE).await;
    manager.post(&format!("{third}/returns"), &[("note", "Mer.")]).await;
    let police = of("tre", POLICE).await;
    let excused = format!("{police}/exemptions");
    fixture.browser("coordinator").await.post(&excused, &[("reason", "Flytt.")]).await;
    let draft = of("ett", SCHOOLS).await;
    fixture.browser("schools").await.post(&draft, &[("text", "Börjat."), ("deed", "save")]).await;
    fixture.day("2025-04-02");
    let second = of("tva", SCHOOLS).await;
    fixture.submit("schools", &second, &COMPLETE).await;
}

#[tokio::test]
async fn the_counts_follow_from_states_and_days() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        everything(&fixture, &round).await;
        let expected = Tally {
            expected: 4,
            received: 2,
            on_time: 1,
            late: 1,
            missing: 1,
            returned: 1,
            drafts: 1,
            approved: 1,
            excused: 1,
        };
        assert_eq!(tally(&fixture, &round).await, expected);
        let page = fixture.browser("coordinator").await.get(&round).await;
        assert!(page.words().contains("2 av 4"), "{}", page.words());
        let goals = page.attributes(".matrix tbody a[aria-label]", "aria-label");
        let social = "Socialnämnden i Lindhamn, 2 Vuxna ser: 0 av 1 inlämnade, 0 saknas, 1 åter för komplettering";
        assert!(goals.contains(&social.to_owned()), "{goals:?}");
        assert!(goals.contains(&"Polisområde Lindhamn, 2 Vuxna ser: Undantag".to_owned()), "{goals:?}");
        assert_eq!(page.all(".matrix tbody .matrix__cell--missing"), ["1/2"], "{}", page.words());
        let sorted = fixture.browser("coordinator").await.get(&format!("{round}?order=missing")).await;
        assert_eq!(sorted.all(".matrix tbody th")[0], "Skolnämnden i Lindhamn");
        let page = fixture.browser("coordinator").await.get(&format!("{round}?section=*")).await;
        let names = page.attributes(".matrix tbody a[aria-label]", "aria-label");
        for name in [
            "Socialnämnden i Lindhamn, 1.1: Godkänd",
            "Socialnämnden i Lindhamn, 2.1: Åter för komplettering",
            "Skolnämnden i Lindhamn, 1.1: Saknas",
            "Skolnämnden i Lindhamn, 1.2: Inlämnad",
            "Polisområde Lindhamn, 2.1: Undantag",
        ] {
            assert!(names.contains(&name.to_owned()), "{name}: {names:?}");
        }
        let missing = fixture.browser("coordinator").await.get(&format!("{round}?state=missing")).await;
        assert_eq!(missing.all(".matrix tbody th"), ["Skolnämnden i Lindhamn"]);
        let section = fixture.browser("coordinator").await.get(&format!("{round}?section=mal-1")).await;
        assert_eq!(section.all(".matrix thead .matrix__column"), ["1.1", "1.2"]);
        let bodies = ["Skolnämnden i Lindhamn", "Socialnämnden i Lindhamn"];
        assert_eq!(section.all(".matrix tbody th"), bodies, "the police are not asked about that goal");
        let notes = fixture.browser("coordinator").await.get(&format!("{round}/changes")).await;
        assert!(notes.words().contains("Gav Polisområde Lindhamn undantag från"), "{}", notes.words());
    }
}

#[tokio::test]
async fn a_body_with_longer_time_is_late_after_that() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        let extensions = format!("{round}/extensions");
        let longer = |until| [("unit", POLICE), ("until", until), ("reason", "Ny handläggare.")];
        let page = coordinator.post(&extensions, &longer("2025-03-31")).await;
        assert_eq!(page.all("#until-error"), ["Fel: Välj en dag efter 31 mars 2025."], "{}", page.words());
        let page = coordinator.post(&extensions, &longer("2025-04-10")).await;
        assert_eq!(page.status, 200, "between the last day and the closing: {}", page.words());
        fixture.day("2025-04-05");
        assert_eq!(tally(&fixture, &round).await.missing, 4, "all but the police");
        let own = format!("{round}/bodies/{POLICE}");
        let page = fixture.browser("police").await.get(&own).await;
        assert!(page.words().contains("10 april 2025") && !page.words().contains("Saknas"), "{}", page.words());
        assert!(page.text().contains("Ni har längre tid, till 10 april 2025"), "{}", page.text());
        let work = crate::MODULE.work.unwrap()(fixture.db(), &fixture.viewer("police").await).await.unwrap();
        assert_eq!(work[0].due, Some(jiff::civil::date(2025, 4, 10)));
        fixture.day("2025-04-11");
        assert_eq!(tally(&fixture, &round).await.missing, 5);
    }
}

#[tokio::test]
async fn a_body_sees_its_own_row_alone() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let page = fixture.browser("schools").await.get(&round).await;
        assert_eq!(page.all(".matrix tbody th"), ["Skolnämnden i Lindhamn"]);
        assert!(!page.text().contains("Polisområde"));
        assert_eq!(page.all(".matrix thead .matrix__column"), ["1.1", "1.2"], "what is asked of others is left out");
        let all = fixture.browser("member").await.get(&round).await;
        assert_eq!(all.all(".matrix tbody th").len(), 3, "who sees the municipality sees all");
        assert_eq!(fixture.browser("other").await.get(&round).await.status, 404);
        let list = fixture.browser("schools").await.get("/rounds").await;
        assert!(list.words().contains("0 av 2"), "its own are counted: {}", list.words());
    }
}

#[tokio::test]
async fn the_overview_can_be_taken_along() {
    let (fixture, round) = Fixture::with_round(db::Engine::Sqlite).await;
    everything(&fixture, &round).await;
    let page = fixture.browser("coordinator").await.get(&format!("{round}/overview.xlsx")).await;
    assert_eq!(page.status, 200);
    let read = sheets::read::file(Some("overview.xlsx"), &page.bytes).unwrap();
    let text = format!("{read:?}");
    for word in ["Socialnämnden i Lindhamn", "Godkänd", "2025-03-01", "Saknas", "Andel utbildade", "Två kurser."] {
        assert!(text.contains(word), "{word}");
    }
    assert!(!text.contains("Börjat."), "a draft is its writer's own");
    let own = fixture.browser("schools").await.get(&format!("{round}/overview.xlsx")).await;
    let own = format!("{:?}", sheets::read::file(Some("overview.xlsx"), &own.bytes).unwrap());
    assert!(
        own.contains("Två kurser.") && !own.contains("Socialnämnden"),
        "who answers for one body takes its own along"
    );
}
