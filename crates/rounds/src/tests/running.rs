//! Running a round: days, additions, what the subject expects now, bodies that are no more, the end. Each with its reason.

use base::Id;
use db::Actor;
use db::testing::engines;
use identity::Unit;

use super::fixture::{COMPLETE, Fixture, SCHOOLS, SOCIAL, id};

#[tokio::test]
async fn days_are_changed_with_a_reason() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let mut coordinator = fixture.browser("coordinator").await;
        let days = [("opens", "2025-03-01"), ("due", "2025-04-10"), ("closes", "2025-04-20"), ("locks", "2025-05-01")];
        let path = format!("{round}/deadlines");
        let page = coordinator.post(&path, &[&days[..], &[("reason", "")]].concat()).await;
        assert_eq!((page.status.as_u16(), page.all("#reason-error").len()), (422, 1), "{}", page.words());
        assert_eq!(page.attributes("input[name=due]", "value"), ["2025-04-10"], "what was typed is there");
        let page = coordinator.post(&path, &[&days[..], &[("reason", "Lov.")]].concat()).await;
        assert!(page.words().contains("Lov.") && page.text().contains("10 april 2025"), "{}", page.words());
        assert_eq!(fixture.browser("reporter").await.post(&path, &days).await.status, 403);
    }
}

#[tokio::test]
async fn approved_reports_lock_by_themselves_on_their_day() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        fixture.submit("reporter", &report, &COMPLETE).await;
        fixture.browser("manager").await.post(&format!("{report}/approvals"), &[]).await;
        let days = [
            ("opens", "2025-03-01"),
            ("due", "2025-03-31"),
            ("closes", "2025-04-15"),
            ("locks", "2025-04-20"),
            ("reason", "Bokslut."),
        ];
        fixture.browser("coordinator").await.post(&format!("{round}/deadlines"), &days).await;
        let words = async || fixture.browser("reporter").await.get(&report).await.all(".status").join(" ");
        assert!(words().await.contains("Godkänd"));
        fixture.day("2025-04-20");
        assert!(words().await.contains("Låst"), "{}", words().await);
    }
}

#[tokio::test]
async fn one_more_body_is_asked_with_a_reason() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let item = fixture.text("SELECT id FROM round_item WHERE item_key = 'tva'").await;
        let mut coordinator = fixture.browser("coordinator").await;
        let add = |unit: &'static str| {
            [("item", item.clone()), ("unit", unit.to_owned()), ("reason", "Ny samverkan.".to_owned())]
        };
        let fields = add(SOCIAL);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = coordinator.post(&format!("{round}/additions"), &fields).await;
        assert!(page.words().contains("Ny samverkan."), "{}", page.words());
        let again = coordinator.post(&format!("{round}/additions"), &fields).await;
        assert_eq!(again.status, 409);
        let report = fixture.report(&round, "tva", SOCIAL).await;
        assert_eq!(fixture.submit("reporter", &report, &COMPLETE).await.status, 200);
    }
}

#[tokio::test]
async fn a_subject_that_changes_in_mid_round_changes_nothing_by_itself() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let round = fixture.open(2025).await;
        // The year decides what is expected here: the round is moved to one where the school board is not asked any more.
        let draft = fixture.report(&round, "tva", SCHOOLS).await;
        fixture.browser("schools").await.post(&draft, &[("text", "Halvt."), ("deed", "save")]).await;
        let change = fixture.db().change(Actor::Command("test")).await.unwrap();
        change.execute("UPDATE round SET year = 2026", db::values![]).await.unwrap();
        change.commit(db::Event::new("round.rescheduled", "round", &id("r"))).await.unwrap();
        let mut coordinator = fixture.browser("coordinator").await;
        let page = coordinator.get(&format!("{round}/changes")).await;
        assert!(page.words().contains("Tekniska nämnden i Lindhamn: 1.2 Åtgärd 1.2"), "{}", page.words());
        assert!(page.words().contains("Skolnämnden i Lindhamn: 1.2 Åtgärd 1.2"));
        assert_eq!(fixture.number("SELECT COUNT(*) FROM report WHERE state <> 'removed'").await, 5);
        let page = coordinator.post(&format!("{round}/reconciliations"), &[("reason", "Planen reviderad.")]).await;
        assert!(
            page.words().contains("Planen reviderad.") && !page.words().contains("Planen har ändrats"),
            "{}",
            page.words()
        );
        let left = "SELECT typed FROM report WHERE state = 'removed'";
        assert!(fixture.text(left).await.contains("Halvt."), "what was written is kept");
        assert_eq!(fixture.browser("schools").await.get(&draft).await.status, 404);
    }
}

async fn abolish(fixture: &Fixture, unit: &str, successor: Option<&str>) {
    let unit = Unit::find(fixture.db(), &id(unit)).await.unwrap().unwrap();
    let successor: Option<Id> = successor.map(id);
    unit.end(fixture.db(), Actor::Command("test"), "2025-03-10".parse().unwrap(), successor.as_ref()).await.unwrap();
}

#[tokio::test]
async fn what_an_abolished_body_owes_goes_over_to_another_with_its_drafts() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let draft = fixture.report(&round, "tva", SCHOOLS).await;
        fixture.browser("schools").await.post(&draft, &[("text", "Halvt."), ("deed", "save")]).await;
        abolish(&fixture, SCHOOLS, Some(SOCIAL)).await;
        fixture.day("2025-03-12");
        let mut coordinator = fixture.browser("coordinator").await;
        let page = coordinator.get(&round).await;
        assert!(page.words().contains("En aktör som ska svara finns inte längre"), "{}", page.words());
        let page = coordinator.get(&format!("{round}/changes")).await;
        assert_eq!(
            page.attributes("select[name=to] option[selected]", "value"),
            [SOCIAL],
            "the register's successor is proposed"
        );
        let fields = [("unit", SCHOOLS), ("to", SOCIAL), ("reason", "Nämnderna slogs ihop.")];
        coordinator.post(&format!("{round}/transfers"), &fields).await;
        let page = fixture.browser("reporter").await.get(&draft).await;
        assert_eq!(page.all("textarea#text"), ["Halvt."]);
        assert_eq!(
            fixture.number("SELECT COUNT(*) FROM report WHERE state = 'removed'").await,
            1,
            "the same was owed already"
        );
    }
}

#[tokio::test]
async fn the_end_locks_and_takes_nothing_more() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        fixture.submit("reporter", &report, &COMPLETE).await;
        fixture.browser("manager").await.post(&format!("{report}/approvals"), &[]).await;
        let mut coordinator = fixture.browser("coordinator").await;
        assert_eq!(fixture.browser("manager").await.post(&format!("{round}/endings"), &[]).await.status, 403);
        coordinator.post(&format!("{round}/endings"), &[]).await;
        assert_eq!(fixture.text("SELECT state FROM report WHERE first_submitted_on IS NOT NULL").await, "locked");
        let other = fixture.report(&round, "tre", SOCIAL).await;
        let page = fixture.submit("reporter", &other, &COMPLETE).await;
        assert_eq!(page.status, 409, "{}", page.words());
        for deed in ["deadlines", "extensions", "additions", "reconciliations", "endings"] {
            let fields = [
                ("opens", "2025-03-01"),
                ("due", "2025-03-02"),
                ("closes", "2025-03-03"),
                ("until", "2025-05-01"),
                ("unit", SOCIAL),
                ("item", "x"),
                ("reason", "Sent."),
            ];
            let status = coordinator.post(&format!("{round}/{deed}"), &fields).await.status;
            assert_eq!(status, 409, "{deed}");
        }
        let work = crate::MODULE.work.unwrap()(fixture.db(), &fixture.viewer("reporter").await).await.unwrap();
        assert!(work.is_empty());
    }
}
