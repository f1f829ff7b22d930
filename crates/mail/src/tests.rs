//! Letters on their way to a server that takes them, refuses them or hangs up.

use std::time::SystemTime;

use crate::testing::{Mood, Sink};
use crate::{Encryption, Letter, Mailbox, Server, ServerAddress, Undelivered};

fn letter(name: &str, subject: &str) -> Letter {
    Letter {
        id: "l1".to_owned(),
        at: SystemTime::UNIX_EPOCH,
        to: Mailbox::new(name, "nora@exempel.se").unwrap(),
        subject: subject.to_owned(),
        text: "Hej på dig\n.\nQUIT\n".to_owned(),
        html: "<p>Hej</p>".to_owned(),
    }
}

fn server(sink: &Sink) -> Server {
    let address = ServerAddress::parse(&sink.address()).unwrap();
    Server::new(&address, Mailbox::parse("Tryggbas <svara-inte@exempel.se>").unwrap(), None).unwrap()
}

#[tokio::test]
async fn a_letter_arrives_with_its_two_forms_and_says_that_a_machine_wrote_it() {
    let sink = Sink::open().await.unwrap();
    server(&sink).send(&letter("Nora Nyström", "Byt lösenord")).await.unwrap();
    let taken = sink.letters();
    assert_eq!(taken.len(), 1, "a line with a dot alone ends no letter");
    for part in
        ["Auto-Submitted: auto-generated", "Message-ID: <l1@exempel.se>", "text/plain", "text/html", "multipart/altern"]
    {
        assert!(taken[0].contains(part), "{part}: {}", taken[0]);
    }
}

#[tokio::test]
async fn no_name_and_no_subject_begins_another_header() {
    let sink = Sink::open().await.unwrap();
    let evil = "x\r\nBcc: alla@exempel.se\r\n\r\n<script>";
    server(&sink).send(&letter(evil, evil)).await.unwrap();
    let taken = sink.letters().remove(0);
    let head = taken.split("\n\n").next().unwrap();
    assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    assert!(!taken.lines().any(|line| line == "<script>"), "{taken}");
    for address in ["a@exempel.se\r\nRCPT TO:<b@exempel.se>", "a@exempel.se, b@exempel.se", "nobody", "", "a b@c.se"] {
        assert_eq!(Mailbox::new("", address), None, "{address:?}");
    }
    assert_eq!(Mailbox::parse("\"Trygg, bas\" <a@exempel.se>"), Mailbox::new("Trygg, bas", "a@exempel.se"));
}

#[tokio::test]
async fn refusals_tell_whether_another_try_is_worth_it() {
    let sink = Sink::open().await.unwrap();
    let later = |why: &str| Err(Undelivered::Later(why.to_owned()));
    let never = |why: &str| Err(Undelivered::Never(why.to_owned()));
    let cases = [
        (Mood::Refuses(451), later("451")),
        (Mood::Refuses(421), later("421")),
        (Mood::Refuses(535), later("535")),
        (Mood::Refuses(550), never("550")),
        (Mood::Refuses(554), never("554")),
        (Mood::HangsUp, later("connection")),
        (Mood::Takes, Ok(())),
    ];
    for (mood, outcome) in cases {
        sink.be(mood);
        assert_eq!(server(&sink).send(&letter("", "x")).await, outcome, "{mood:?}");
    }
    assert_eq!(sink.letters().len(), 1);
    let nowhere = ServerAddress::parse("smtp://127.0.0.1:1").unwrap();
    let nowhere = Server::new(&nowhere, Mailbox::parse("a@exempel.se").unwrap(), None).unwrap();
    assert_eq!(nowhere.send(&letter("", "x")).await, later("connection"));
}

#[tokio::test]
async fn what_is_said_is_encrypted_or_not_said() {
    let address = |text: &str| ServerAddress::parse(text).map(|address| (address.encryption(), address.port()));
    assert_eq!(address("smtps://mail.exempel.se"), Some((Encryption::Tls, 465)));
    assert_eq!(address("smtp://mail.exempel.se"), Some((Encryption::StartTls, 587)));
    assert_eq!(address("smtp://mail.exempel.se:25/"), Some((Encryption::StartTls, 25)));
    assert_eq!(address("smtp://[::1]:2525"), Some((Encryption::None, 2525)));
    for bad in ["mail.exempel.se", "http://mail.exempel.se", "smtp://", "smtp://a b", "smtp://user:secret@host:x"] {
        assert_eq!(address(bad), None, "{bad}");
    }
    // A server that does not know STARTTLS gets nothing.
    let sink = Sink::open().await.unwrap();
    let port = ServerAddress::parse(&sink.address()).unwrap().port();
    let address = ServerAddress { host: "localhost".to_owned(), port, encryption: Encryption::StartTls };
    let server = Server::new(&address, Mailbox::parse("a@exempel.se").unwrap(), None).unwrap();
    assert!(matches!(server.send(&letter("", "x")).await, Err(Undelivered::Later(_))));
    assert_eq!(sink.tries(), 0);
}
