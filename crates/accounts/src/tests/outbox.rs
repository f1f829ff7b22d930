//! Mail on its way: taken, refused, interrupted, and by two at once.

use base::Id;
use db::testing::engines;
use db::{Event, Queries, values};
use jiff::ToSpan;
use mail::testing::{Mood, Sink};
use mail::{Mailbox, Server, ServerAddress};
use web::outbox::{Mail, deliver_next, give_up_late};
use web::testing::posted;

use super::stage::{COMMAND, Stage, keep, stage};

fn server(sink: &Sink) -> Server {
    let address = ServerAddress::parse(&sink.address()).unwrap();
    Server::new(&address, Mailbox::parse("Tryggbas <svara-inte@exempel.se>").unwrap(), None).unwrap()
}

/// Writes so many mails to the reporter, each in a change of its own.
async fn write(stage: &Stage, count: usize) {
    for number in 0..count {
        let change = stage.db.change(COMMAND).await.unwrap();
        let person = Id::parse("reporter").unwrap();
        Mail::to_person(&person, "passkey-added", &number.to_string()).put(&stage.db, &change).await.unwrap();
        change.commit(Event::new("passkey.added", "person", &person)).await.unwrap();
    }
}

async fn states(stage: &Stage) -> Vec<String> {
    let sql = "SELECT state || ' ' || COALESCE(failure, '') FROM outgoing_mail ORDER BY made_at, id";
    stage.db.texts(sql, values![]).await.unwrap()
}

async fn sealed(stage: &Stage) -> i64 {
    stage.db.number("SELECT COUNT(*) FROM outgoing_mail WHERE content IS NOT NULL", values![]).await.unwrap()
}

#[tokio::test]
async fn whose_address_is_changed_is_told_at_the_old_one() {
    let stage = stage(db::Engine::Sqlite, false).await;
    let mut admin = stage.browser("city-admin").await;
    let fields = [("name", "Rut Rapportörsdotter"), ("email", "ny@exempel.se"), ("revision", "1")];
    let page = admin.post("/organisation/people/reporter", &fields).await;
    assert!(page.status.is_success(), "{}", page.words());
    let mail = posted(&stage.app).await.remove(0);
    assert_eq!((mail.kind.as_str(), mail.to.as_str()), ("address-changed", "reporter@exempel.se"));
}

#[tokio::test]
async fn a_mail_is_there_exactly_if_its_deed_is_and_once_for_each() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let person = Id::parse("reporter").unwrap();
        let mail = Mail::to_person(&person, "passkey-added", "same");
        let dropped = stage.db.change(COMMAND).await.unwrap();
        mail.put(&stage.db, &dropped).await.unwrap();
        drop(dropped);
        assert!(posted(&stage.app).await.is_empty());
        for _ in 0..2 {
            let change = stage.db.change(COMMAND).await.unwrap();
            mail.put(&stage.db, &change).await.unwrap();
            change.commit(Event::new("passkey.added", "person", &person)).await.unwrap();
        }
        let there = posted(&stage.app).await;
        assert_eq!(there.len(), 1);
        assert!(there[0].text.starts_with("Hej Rut Rapportörsdotter!"), "{}", there[0].text);
    }
}

#[tokio::test]
async fn two_who_deliver_at_once_hand_each_mail_over_once() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let sink = Sink::open().await.unwrap();
        write(&stage, 12).await;
        let server = server(&sink);
        let all = || async { while deliver_next(&stage.app, &server).await.unwrap() {} };
        tokio::join!(all(), all(), all());
        assert_eq!((sink.tries(), sink.letters().len()), (12, 12), "{engine:?}");
        assert_eq!(states(&stage).await, vec!["sent "; 12]);
        assert_eq!(sealed(&stage).await, 0, "what was sent says nothing any more");
        assert_eq!(stage.events("mail.sent").await, 12);
        assert_eq!(db::audit::verify(&stage.db, &[]).await.unwrap().faults, []);
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_asked_again_and_one_that_refuses_is_not() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let sink = Sink::open().await.unwrap();
        let server = server(&sink);
        write(&stage, 1).await;
        for (mood, why) in [(Mood::Refuses(451), "waiting 451"), (Mood::HangsUp, "waiting connection")] {
            sink.be(mood);
            assert!(deliver_next(&stage.app, &server).await.unwrap());
            assert_eq!(states(&stage).await, [why]);
            assert!(!deliver_next(&stage.app, &server).await.unwrap(), "not again at once");
            stage.clock.set(stage.clock.now() + 5.minutes());
        }
        sink.be(Mood::Takes);
        assert!(deliver_next(&stage.app, &server).await.unwrap());
        assert_eq!(states(&stage).await, ["sent "]);
        sink.be(Mood::Refuses(550));
        let change = stage.db.change(COMMAND).await.unwrap();
        let person = Id::parse("coordinator").unwrap();
        Mail::to_person(&person, "passkey-removed", "x").put(&stage.db, &change).await.unwrap();
        change.commit(Event::new("passkey.removed", "person", &person)).await.unwrap();
        assert!(deliver_next(&stage.app, &server).await.unwrap());
        assert_eq!(states(&stage).await, ["sent ", "given_up 550"]);
        assert_eq!((stage.events("mail.given_up").await, sealed(&stage).await), (1, 0));
        let page = stage.browser("city-admin").await.get("/outbox").await;
        keep("outbox", &page);
        assert!(page.words().contains("E-postservern svarade 550."), "{}", page.words());
    }
}

#[tokio::test]
async fn a_mail_that_never_goes_is_given_up_and_one_that_is_too_late_is_not_sent() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let sink = Sink::open().await.unwrap();
        let server = server(&sink);
        sink.be(Mood::Refuses(421));
        write(&stage, 1).await;
        for _ in 0..10 {
            assert!(deliver_next(&stage.app, &server).await.unwrap());
            stage.clock.set(stage.clock.now() + 5.hours());
        }
        assert_eq!(states(&stage).await, ["given_up 421"]);
        // Nobody delivers for a week.
        let change = stage.db.change(COMMAND).await.unwrap();
        let person = Id::parse("coordinator").unwrap();
        Mail::to_person(&person, "passkey-removed", "x").put(&stage.db, &change).await.unwrap();
        change.commit(Event::new("passkey.removed", "person", &person)).await.unwrap();
        give_up_late(&stage.db).await.unwrap();
        assert_eq!(sealed(&stage).await, 1, "it can go still");
        stage.clock.set(stage.clock.now() + (7 * 24).hours());
        sink.be(Mood::Takes);
        assert!(!deliver_next(&stage.app, &server).await.unwrap());
        give_up_late(&stage.db).await.unwrap();
        assert_eq!(states(&stage).await, ["given_up 421", "given_up late"]);
        assert_eq!((sink.letters().len(), sealed(&stage).await), (0, 0));
    }
}

#[tokio::test]
async fn a_claim_that_nobody_ended_is_taken_over() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let sink = Sink::open().await.unwrap();
        write(&stage, 1).await;
        // As one leaves it whose process ended between claiming and sending.
        let change = stage.db.change(COMMAND).await.unwrap();
        let due = (stage.clock.now() + 5.minutes()).as_microsecond();
        let sql = "UPDATE outgoing_mail SET claim = 'gone', attempts = 1, due_at = $1";
        change.execute(sql, values![due]).await.unwrap();
        change.commit_all(Vec::new()).await.unwrap();
        assert!(!deliver_next(&stage.app, &server(&sink)).await.unwrap());
        stage.clock.set(stage.clock.now() + 6.minutes());
        assert!(deliver_next(&stage.app, &server(&sink)).await.unwrap());
        assert_eq!((sink.letters().len(), states(&stage).await), (1, vec!["sent ".to_owned()]));
    }
}

#[tokio::test]
async fn an_administrator_sees_who_got_what_and_never_what_it_said_nor_others_mail() {
    for engine in engines() {
        let stage = stage(engine, false).await;
        let mut admin = stage.browser("city-admin").await;
        let fields = [("name", "Nora Nyström"), ("email", "nora@exempel.se"), ("unit", "school"), ("role", "staff")];
        let person = admin.post("/organisation/people", &[&fields[..], &[("reach", "own")]].concat()).await.path;
        let page = admin.post(&format!("{person}/invitations"), &[("by", "mail")]).await;
        assert!(page.text().contains("nora@exempel.se"), "{}", page.words());
        let mail = posted(&stage.app).await.remove(0);
        assert_eq!((mail.kind.as_str(), mail.to.as_str()), ("invitation", "nora@exempel.se"));
        assert!(mail.text.contains("Ada Administratörsson bjuder in dig"), "{}", mail.text);
        let (link, id) = (mail.path(&stage.app), one(&stage, "SELECT id FROM outgoing_mail").await);
        let stored = one(&stage, "SELECT content FROM outgoing_mail").await;
        assert!(!stored.contains(link.rsplit('/').next().unwrap()), "it is sealed");
        let page = admin.get(&format!("/outbox/{id}")).await;
        assert!(page.words().contains("nora@exempel.se") && !page.text().contains(&link), "{}", page.words());
        let mut other = stage.browser("other-admin").await;
        assert!(!other.get("/outbox").await.text().contains("nora@exempel.se"));
        assert_eq!(other.get(&format!("/outbox/{id}")).await.status, 404);
        assert_eq!(stage.browser("reporter").await.get("/outbox").await.status, 403);
        let mut nora = stage.anybody();
        assert!(nora.get(&link).await.words().contains("Ängsskolan"));
        assert_eq!(nora.post(&link, &[]).await.path, "/account/set-up");
    }
}

#[tokio::test]
async fn in_the_demonstration_an_administrator_reads_what_would_have_gone_out() {
    for engine in engines() {
        let stage = stage(engine, true).await;
        write(&stage, 1).await;
        let mut admin = stage.browser("city-admin").await;
        let list = admin.get("/outbox").await;
        let href = list.attributes("tbody th a", "href").remove(0);
        let page = admin.get(&href).await;
        keep("outbox-demo", &page);
        assert!(page.words().contains("En ny passnyckel är tillagd till ditt konto."), "{}", page.words());
    }
}

async fn one(stage: &Stage, sql: &str) -> String {
    stage.db.texts(sql, values![]).await.unwrap().remove(0)
}
