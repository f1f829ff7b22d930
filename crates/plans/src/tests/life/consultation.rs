//! Consultation: who is asked, who sees what, how comments are answered.

use db::testing::engines;
use web::testing::Browser;

use super::super::fixture::{Fixture, LEISURE, SOCIAL};
use super::{adopt, newest_round, publish};

const SEND: [(&str, &str); 4] =
    [("bodies", SOCIAL), ("bodies", LEISURE), ("closes_on", "2025-03-31"), ("message", "Läs särskilt mål 2.")];

async fn send_out(fixture: &Fixture, browser: &mut Browser) {
    let page = browser.post(&fixture.at("/consultations"), &SEND).await;
    assert_eq!(page.path, fixture.at("/consultations"), "{}", page.words());
}

#[tokio::test]
async fn the_form_offers_those_the_plan_names_and_finds_others() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut browser = fixture.browser("coordinator").await;
        let page = browser.get(&fixture.at("/consultations/new")).await;
        let bodies = page.attributes("input[name=bodies][checked]", "value");
        assert_eq!(bodies, [LEISURE, "polisen-lindhamn", SOCIAL], "the owner does not ask itself");
        let typed = [("bodies", SOCIAL), ("find", "björkdal"), ("search", "1"), ("message", "Hej")];
        let page = browser.post(&fixture.at("/consultations"), &typed).await;
        assert_eq!(page.status, 200);
        assert!(page.attributes("input[name=bodies]", "value").contains(&"bjorkdalsskolan".to_owned()));
        assert_eq!(page.attributes("input[name=bodies][checked]", "value"), [SOCIAL]);
        assert_eq!(page.all("textarea[name=message]"), ["Hej"]);
    }
}

#[tokio::test]
async fn a_consultation_needs_somebody_to_ask_and_a_day_to_come() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut browser = fixture.browser("coordinator").await;
    let page = browser.post(&fixture.at("/consultations"), &[("closes_on", "2025-02-28")]).await;
    assert_eq!(page.status, 422);
    assert_eq!((page.all("#bodies-error").len(), page.all("#closes_on-error").len()), (1, 1), "{}", page.words());
    let unknown = [("bodies", "ingen-alls"), ("closes_on", "2025-03-31")];
    assert_eq!(browser.post(&fixture.at("/consultations"), &unknown).await.status, 404);
}

#[tokio::test]
async fn only_those_asked_read_what_was_sent_out() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        send_out(&fixture, &mut fixture.browser("coordinator").await).await;
        let text = newest_round(&fixture, "").await;
        for (who, status) in [
            ("coordinator", 200),
            ("member", 200),
            ("reporter", 200),
            ("approver", 200),
            ("principal", 404),
            ("other", 404),
        ] {
            let mut browser = fixture.browser(who).await;
            assert_eq!(browser.get(&text).await.status, status, "{who} reads");
            assert_eq!(browser.get(&fixture.at("/consultations")).await.status, status, "{who} takes part");
            assert_eq!(browser.get(&format!("{text}/comments.xlsx")).await.status, status, "{who} exports");
        }
        let anybody = fixture.browser("anybody").await.get(&text).await;
        assert!(anybody.path.starts_with("/sign-in"));
    }
}

#[tokio::test]
async fn what_was_sent_out_stays_while_the_draft_goes_on() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        send_out(&fixture, &mut coordinator).await;
        coordinator.post(&fixture.at("/actions/atgard-1-1/removals"), &[]).await;
        let page = fixture.browser("reporter").await.get(&newest_round(&fixture, "").await).await;
        assert!(page.words().contains("Utbilda all personal i tidiga tecken på våld."), "{}", page.words());
    }
}

#[tokio::test]
async fn bodies_see_their_own_comments_until_it_has_ended() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        let (mut reporter, mut approver) = (fixture.browser("reporter").await, fixture.browser("approver").await);
        send_out(&fixture, &mut coordinator).await;
        let comments = newest_round(&fixture, "/comments").await;
        let said = [("unit", SOCIAL), ("subject", "atgard-1-1"), ("text", "Säg vilken personal som menas.")];
        let page = reporter.post(&comments, &said).await;
        assert!(page.words().contains("Åtgärd 1.1"), "{}", page.words());
        approver.post(&comments, &[("unit", LEISURE), ("text", "Bra att mötesplatserna är med.")]).await;
        let own = reporter.get(&fixture.at("/consultations")).await.words();
        assert!(own.contains("Säg vilken personal") && !own.contains("Bra att mötesplatserna"), "{own}");
        let all = coordinator.get(&fixture.at("/consultations")).await.words();
        assert!(all.contains("Säg vilken personal") && all.contains("Bra att mötesplatserna"), "{all}");
        coordinator.post(&newest_round(&fixture, "/closings").await, &[]).await;
        let after = reporter.get(&fixture.at("/consultations")).await.words();
        assert!(after.contains("Bra att mötesplatserna"), "{after}");
    }
}

#[tokio::test]
async fn nobody_comments_for_others_or_answers_who_does_not_own_the_plan() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        send_out(&fixture, &mut fixture.browser("coordinator").await).await;
        let comments = newest_round(&fixture, "/comments").await;
        let said = [("unit", SOCIAL), ("text", "Åt någon annan.")];
        assert_eq!(fixture.browser("approver").await.post(&comments, &said).await.status, 403);
        assert_eq!(fixture.browser("other").await.post(&comments, &said).await.status, 404);
        let mut reporter = fixture.browser("reporter").await;
        let empty = reporter.post(&comments, &[("unit", SOCIAL), ("text", " ")]).await;
        assert_eq!((empty.status.as_u16(), empty.all("#text-error").len()), (422, 1));
        reporter.post(&comments, &said).await;
        let comment = first_comment(&fixture).await;
        let answer = [("outcome", "adopted"), ("answer", "Ja.")];
        assert_eq!(reporter.post(&format!("{comments}/{comment}/answers"), &answer).await.status, 403);
        assert_eq!(reporter.post(&newest_round(&fixture, "/closings").await, &[]).await.status, 403);
    }
}

#[tokio::test]
async fn an_answer_says_what_became_of_it_and_why() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let mut coordinator = fixture.browser("coordinator").await;
    send_out(&fixture, &mut coordinator).await;
    let comments = newest_round(&fixture, "/comments").await;
    fixture.browser("reporter").await.post(&comments, &[("unit", SOCIAL), ("text", "Mål 2 är otydligt.")]).await;
    let comment = first_comment(&fixture).await;
    let answers = format!("{comments}/{comment}/answers");
    let page = coordinator.post(&answers, &[("answer", "")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.all(&format!("#answer-{comment}-error")).len(), 1);
    assert_eq!(page.all(&format!("#outcome-{comment}-error")).len(), 1);
    let page =
        coordinator.post(&answers, &[("outcome", "partly"), ("answer", "Vi har skrivit om första meningen.")]).await;
    assert!(page.words().contains("Delvis infört"), "{}", page.words());
    let book = coordinator.get(&newest_round(&fixture, "/comments.xlsx").await).await;
    let read = sheets::read::xlsx(&book.bytes).unwrap();
    let text = format!("{read:?}");
    for part in ["Socialförvaltningen i Lindhamn", "Planen som helhet", "Mål 2 är otydligt.", "Delvis infört"] {
        assert!(text.contains(part), "{part}");
    }
}

#[tokio::test]
async fn a_public_plan_keeps_its_consultation_and_its_draft_to_itself() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        adopt(&fixture, &mut coordinator).await;
        publish(&fixture, &mut coordinator).await;
        coordinator.post(&fixture.at("/revisions"), &[]).await;
        send_out(&fixture, &mut coordinator).await;
        for who in ["other", "anybody"] {
            let mut browser = fixture.browser(who).await;
            for rest in ["?version=draft", "?version=2", "/comparisons?from=1&to=2", "/comparisons?from=1&to=draft"] {
                assert_eq!(browser.get(&fixture.at(rest)).await.status, 404, "{who} {rest}");
            }
            assert_eq!(browser.get(&fixture.at("")).await.status, 200, "{who}");
        }
        let mut reporter = fixture.browser("reporter").await;
        assert_eq!(reporter.get(&newest_round(&fixture, "").await).await.status, 200);
        coordinator.post(&newest_round(&fixture, "/closings").await, &[]).await;
        assert_eq!(fixture.browser("other").await.get(&fixture.at("/consultations")).await.status, 404);
    }
}

async fn first_comment(fixture: &Fixture) -> String {
    let round = crate::plan::consultation::Consultation::of_plan(fixture.db(), &fixture.plan).await.unwrap().remove(0);
    let viewer = fixture.viewer("coordinator").await;
    let plan = crate::Plan::find(fixture.db(), &viewer, &fixture.plan).await.unwrap().unwrap();
    round.comments(fixture.db(), &viewer, &plan).await.unwrap().remove(0).id
}
