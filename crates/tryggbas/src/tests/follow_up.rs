//! Rounds and reports: what their routes are about, and the things behind their addresses.

use std::sync::atomic::{AtomicI16, Ordering};

use base::Id;
use db::{Event, Queries};
use exchange::{Expected, ExpectedItem};
use forms::{Field, Form, Kind, Part, Typed, Words};
use identity::Verb::{Approve, See, Submit, Unlock, Write};
use rounds::Deadlines;
use rounds::Seen;
use rounds::report::draft::Sent;
use rounds::report::errand::REPORTS;
use rounds::round::opening::NewRound;
use web::access_link::{AccessLink, NewAccessLink};

use super::declared::About::{self, Nothing, Thing};
use super::things::Owner;
use super::world::World;

/// Of a thing and a year there is one round: each is opened about another year.
static YEAR: AtomicI16 = AtomicI16::new(1);

/// What the route is about; none for other routes.
pub(super) fn about(method: &str, path: &str) -> Option<About> {
    if let Some(rest) = path.strip_prefix("/rounds/{id}") {
        return Some(of_round(method, rest));
    }
    Some(match (method, path) {
        ("GET", "/rounds" | "/rounds/new") => Nothing,
        // What a round is opened about is found only by who writes for its owner.
        ("POST", "/rounds") => Thing(Write),
        _ => return None,
    })
}

fn of_round(method: &str, rest: &str) -> About {
    match (method, rest.trim_start_matches("/reports/{report}")) {
        ("GET", "/bodies/{unit}/approvals/new") => Thing(Approve),
        ("POST", "/bodies/{unit}/approvals" | "/returns" | "/approvals" | "/locks") => Thing(Approve),
        ("POST", "/unlockings") => Thing(Unlock),
        ("POST", "/exemptions" | "/expectations") => Thing(Write),
        ("POST", _) if rest.starts_with("/reports/") => Thing(Submit),
        ("GET", "/changes" | "/reminders" | "/answer-links" | "/answer-links/{link}") | ("POST", _) => Thing(Write),
        _ => Thing(See),
    }
}

/// The address of a route about rounds; none for other routes.
pub(super) async fn address(world: &World, owner: Owner, path: &str) -> Option<String> {
    if path == "/rounds" {
        super::things::followed(world, owner).await;
        return Some(path.to_owned());
    }
    if path.starts_with("/rounds/{id}") {
        let (round, report) = round(world, owner).await;
        if path.contains("{link}") {
            let link = link(world, owner, &round, "lead").await;
            return Some(path.replace("{id}", &round).replace("{link}", &link.id));
        }
        let unit = owner.unit("lead");
        let evidence = one(world, "SELECT id FROM report_evidence WHERE report_id = $1", &report).await;
        let item = one(world, "SELECT item_id FROM report WHERE id = $1", &report).await;
        let filled = path.replace("{id}", &round).replace("{report}", &report).replace("{unit}", unit.as_str());
        return Some(filled.replace("{evidence}", &evidence).replace("{item}", &item));
    }
    None
}

async fn one(world: &World, sql: &str, id: &str) -> String {
    world.db().texts(sql, db::values![id]).await.unwrap().remove(0)
}

fn asked(owner: Owner) -> Form {
    let own = |place: &str| Words::own(owner.canary(place));
    let question = Field::new("question", own("question"), Kind::Text { most: 500, long: true });
    Form { parts: vec![Part { title: own("part"), when: None, fields: vec![question] }], rules: Vec::new() }
}

/// A round of the owner's in which these bodies are asked about one thing.
pub(super) async fn opened(world: &World, owner: Owner, bodies: &[&str]) -> String {
    super::things::followed(world, owner).await;
    let (db, writer) = (world.db(), world.viewer(&owner.writer()).await);
    let today = db.clock().today();
    let new = NewRound {
        title: owner.canary("round"),
        subject_kind: "plan".to_owned(),
        subject: owner.unit("followed"),
        year: YEAR.fetch_add(1, Ordering::Relaxed),
        message: owner.canary("round-message"),
        deadlines: Deadlines { opens: today, due: today, closes: today, locks: None },
    };
    let item = ExpectedItem {
        key: owner.unit("item"),
        kind: "action",
        number: "1".to_owned(),
        title: owner.canary("round-item"),
        section: Some((owner.unit("section"), owner.canary("round-section"))),
        form: asked(owner),
        minutes: 5,
        href: None,
        from: bodies.iter().map(|body| (owner.unit(body), *body == "lead")).collect(),
    };
    let expected = Expected { owner: owner.unit("board"), items: vec![item], ..Expected::default() };
    new.open(db, &writer, &expected).await.unwrap().to_string()
}

/// The report of a body in a round.
pub(super) async fn report(world: &World, owner: Owner, round: &str, body: &str) -> String {
    let sql = format!("SELECT id FROM report WHERE round_id = $1 AND unit_id = '{}'", owner.unit(body));
    one(world, &sql, round).await
}

/// A link by which somebody without an account answers for a body in a round.
pub(super) async fn link(world: &World, owner: Owner, round: &str, body: &str) -> AccessLink {
    let (db, viewer) = (world.db(), world.viewer(&owner.writer()).await);
    let new = NewAccessLink {
        unit: Some(owner.unit(body)),
        name: owner.canary("holder"),
        email: "petra@exempel.se".to_owned(),
        language: "sv".to_owned(),
        days: "14".to_owned(),
        by_mail: false,
    };
    let change = db.change(viewer.actor().unwrap()).await.unwrap();
    let (subject, giver) = (Id::parse(round).unwrap(), (&owner.unit("board"), "", ""));
    let link = new.write(db, &change, &viewer, REPORTS, &subject, giver).await.unwrap();
    change.commit(Event::new("access_link.made", "access_link", &Id::stored(link.id.clone()))).await.unwrap();
    link
}

/// A round of the owner's, and the report that the body below it has handed in, with a file.
pub(super) async fn round(world: &World, owner: Owner) -> (String, String) {
    let round = Id::parse(&opened(world, owner, &["lead"]).await).unwrap();
    let report = Id::parse(&report(world, owner, round.as_str(), "lead").await).unwrap();
    let db = world.db();
    let answers = world.viewer(&format!("{}-answers", owner.0)).await;
    let (title, name) = (owner.canary("evidence"), "bevis.pdf");
    Seen::add_file(db, &answers, &round, &report, &title, name, b"%PDF-1.7").await.unwrap();
    let typed = Typed([("question".to_owned(), owner.canary("answer"))].into());
    Seen::submit(db, &answers, &round, &report, &Sent::new(typed)).await.unwrap();
    Seen::comment(db, &answers, &round, &report, &owner.canary("report-comment")).await.unwrap();
    (round.to_string(), report.to_string())
}
