//! A municipality that asks its boards about three things, with people of contrasting rights. What it asks about is no plan: the
//! engine does not know what it asks about.
//!
//! | persona | role | at |
//! |---|---|---|
//! | `coordinator` | coordinator | the municipality, which asks |
//! | `member` | board member | the municipality |
//! | `reporter` | reporter | the social board, which leads the first thing |
//! | `manager` | approver | the social board |
//! | `schools` | reporter | the school board |
//! | `police` | reporter | an authority outside the municipality |
//! | `other` | coordinator | another municipality |
//! | `anybody` | not signed in | |

use base::{Clock, Id};
use db::{Db, Engine, Queries, values};
use exchange::{Answer, Expected, ExpectedItem, ExpectedSource, Known, Message, NotAsked, RoundSubject};
use forms::{Breakdown, Field, Form, Kind, Label, Need, Part, Words};
use identity::{Person, Role, UnitKind, Verb, Viewer};
use web::testing::{Browser, Page, StagePerson, StageUnit, application, populate};
use web::{App, Module};

use crate::MODULE;

/// Asks.
pub(super) const OWNER: &str = "lindhamn";
/// Leads the first thing.
pub(super) const SOCIAL: &str = "socialnamnden";
/// Takes part in the first thing and answers for the second.
pub(super) const SCHOOLS: &str = "skolnamnden";
/// Outside, takes part in the third.
pub(super) const POLICE: &str = "polisen-lindhamn";

const UNITS: [StageUnit; 6] = [
    (OWNER, None, UnitKind::Municipality, "Lindhamns kommun"),
    (SOCIAL, Some(OWNER), UnitKind::Board, "Socialnämnden i Lindhamn"),
    (SCHOOLS, Some(OWNER), UnitKind::Board, "Skolnämnden i Lindhamn"),
    ("tekniska-namnden", Some(OWNER), UnitKind::Board, "Tekniska nämnden i Lindhamn"),
    (POLICE, None, UnitKind::Authority, "Polisområde Lindhamn"),
    ("ekvik", None, UnitKind::Municipality, "Ekviks kommun"),
];

const PEOPLE: [StagePerson; 8] = [
    ("coordinator", Role::Coordinator, OWNER, "Ronja Exempelsson"),
    ("member", Role::BoardMember, OWNER, "Sanna Skissberg"),
    ("reporter", Role::Reporter, SOCIAL, "Petter Påhittsson"),
    ("second", Role::Reporter, SOCIAL, "Tove Testlund"),
    ("manager", Role::Approver, SOCIAL, "Ove Provdal"),
    ("schools", Role::Reporter, SCHOOLS, "Mira Modell"),
    ("police", Role::Reporter, POLICE, "Kim Kulisson"),
    ("other", Role::Coordinator, "ekvik", "Nils Låtsasmark"),
];

/// What rounds are opened about here.
const SOURCE: ExpectedSource = ExpectedSource { kind: "plan", subjects, expected };

const ASKING: Module = Module { name: "asking", expected: Some(SOURCE), known: Some(known), ..Module::EMPTY };

/// One figure is known, besides one of another thing.
fn known<'a>(_: &'a Db, _: &'a Viewer, kind: &'a str, id: &'a Id) -> Answer<'a, Vec<Known>> {
    let from = Message::new("round-unknown-help");
    let known = Known { series: format!("Andelen trygga i {kind} {id}"), from };
    Box::pin(async move { Ok(vec![known]) })
}

fn subjects<'a>(_: &'a Db, viewer: &'a Viewer) -> Answer<'a, Vec<RoundSubject>> {
    let subject = RoundSubject {
        id: id("amnet"),
        title: "Trygg i Lindhamn".to_owned(),
        owner: id(OWNER),
        owner_name: "Lindhamns kommun".to_owned(),
        years: (2023, 2026),
    };
    let found = if viewer.may(Verb::Write, "/lindhamn/") { vec![subject] } else { Vec::new() };
    Box::pin(async move { Ok(found) })
}

/// From 2026 on the school board is not asked about the second thing, and the technical board is.
fn expected<'a>(
    _: &'a Db,
    viewer: &'a Viewer,
    _: &'a Id,
    year: i16,
    known: &'a [Known],
) -> Answer<'a, Option<Expected>> {
    let not_asked = known.iter().map(|known| NotAsked { what: known.series.clone(), from: known.from.clone() });
    let expected = Expected { not_asked: not_asked.collect(), ..of_year(year) };
    let found = viewer.may(Verb::Write, "/lindhamn/").then_some(expected);
    Box::pin(async move { Ok(found) })
}

pub(super) fn of_year(year: i16) -> Expected {
    let second = if year < 2026 { SCHOOLS } else { "tekniska-namnden" };
    let goal = |number: &str| Some((id(&format!("mal-{number}")), format!("{number} Vuxna ser")));
    let item = |key: &str, number: &str, section, from: &[(&str, bool)]| ExpectedItem {
        key: id(key),
        kind: "action",
        number: number.to_owned(),
        title: format!("Åtgärd {number}"),
        section,
        form: form(),
        minutes: 10,
        href: None,
        from: from.iter().map(|(unit, leads)| (id(unit), *leads)).collect(),
    };
    Expected {
        title: "Trygg i Lindhamn".to_owned(),
        owner: id(OWNER),
        items: vec![
            item("ett", "1.1", goal("1"), &[(SOCIAL, true), (SCHOOLS, false)]),
            item("tva", "1.2", goal("1"), &[(second, true)]),
            item("tre", "2.1", goal("2"), &[(SOCIAL, true), (POLICE, false)]),
        ],
        unknown: vec!["Föreningen Natthäng".to_owned()],
        not_asked: Vec::new(),
    }
}

/// A status, a share by sex that may be missing with a reason, and a text.
pub(super) fn form() -> Form {
    let options = ["ongoing", "done"].map(|state| Label::new(state, Words::own(state)));
    let status = Kind::Choice { options: options.to_vec(), many: false };
    let mut share = Field::new("andel", Words::own("Andel utbildade"), Kind::Share).needed(Need::OrReason);
    share.series = Some("serie-andel".to_owned());
    let by = ["kvinnor", "man"].map(|key| Label::new(key, Words::own(key)));
    share.breakdowns = vec![Breakdown { key: "kon".to_owned(), words: Words::own("kön"), categories: by.to_vec() }];
    let mut count = Field::new("antal", Words::own("Antal kommuner"), Kind::State);
    count.lead_only = true;
    let fields = vec![
        count,
        Field::new("status", Words::own("Hur långt har ni kommit?"), status).needed(Need::Required),
        share,
        Field::new("text", Words::own("Vad har ni gjort?"), Kind::Text { most: 500, long: true }),
    ];
    Form { parts: vec![Part { title: Words::own(""), when: None, fields }], rules: Vec::new() }
}

/// An answer that can be handed in.
pub(super) const COMPLETE: [(&str, &str); 4] =
    [("status", "ongoing"), ("andel.part", "9"), ("andel.of", "20"), ("text", "Två kurser.")];

/// An application.
pub(super) struct Fixture {
    pub(super) app: App,
    pub(super) clock: Clock,
}

impl Fixture {
    /// A fresh database on the engine; it is 1 March 2025, noon in Sweden.
    pub(super) async fn new(engine: Engine) -> Self {
        let (app, clock) = application(engine, vec![MODULE, ASKING]).await;
        populate(app.db(), &UNITS, &PEOPLE).await;
        Self { app, clock }
    }

    /// With a round for 2024 that is open until the end of March.
    pub(super) async fn with_round(engine: Engine) -> (Self, String) {
        let fixture = Self::new(engine).await;
        let round = fixture.open(2024).await;
        (fixture, round)
    }

    pub(super) fn db(&self) -> &Db {
        self.app.db()
    }

    /// The browser of a persona.
    pub(super) async fn browser(&self, who: &str) -> Browser {
        if who == "anybody" { Browser::new(&self.app) } else { Browser::signed_in(&self.app, &id(who)).await }
    }

    /// A persona as the domain sees it.
    pub(super) async fn viewer(&self, who: &str) -> Viewer {
        Person::viewer(self.db(), &id(who)).await.unwrap()
    }

    /// Opens a round for a year on its page; answers with the round's address.
    pub(super) async fn open(&self, year: i16) -> String {
        let year = year.to_string();
        let fields = [
            ("subject", "plan:amnet"),
            ("year", year.as_str()),
            ("title", "Uppföljning"),
            ("opens", "2025-03-01"),
            ("due", "2025-03-31"),
            ("closes", "2025-04-15"),
            ("message", "Skriv kort."),
        ];
        let page = self.browser("coordinator").await.post("/rounds", &fields).await;
        assert_eq!(page.status, 200, "{}", page.words());
        page.path
    }

    /// It is another day, noon in Sweden.
    pub(super) fn day(&self, day: &str) {
        self.clock.set(format!("{day}T11:00:00Z").parse().unwrap());
    }

    /// The address of the report of a unit on an item in a round.
    pub(super) async fn report(&self, round: &str, item: &str, unit: &str) -> String {
        let id = round.trim_start_matches("/rounds/");
        let sql = "SELECT x.id FROM report x JOIN round_item i ON i.id = x.item_id \
            WHERE x.round_id = $1 AND i.item_key = $2 AND x.unit_id = $3";
        let found = self.db().texts(sql, values![id, item, unit]).await.unwrap();
        format!("{round}/reports/{}", found.first().unwrap())
    }

    /// Hands in as a persona.
    pub(super) async fn submit(&self, who: &str, report: &str, typed: &[(&str, &str)]) -> Page {
        let fields = [typed, &[("deed", "submit")]].concat();
        self.browser(who).await.post(report, &fields).await
    }

    /// The one text that a query answers with.
    pub(super) async fn text(&self, sql: &str) -> String {
        self.db().texts(sql, values![]).await.unwrap().into_iter().next().unwrap_or_default()
    }

    /// The one number that a query answers with.
    pub(super) async fn number(&self, sql: &str) -> i64 {
        self.db().number(sql, values![]).await.unwrap()
    }
}

/// An id that is readable.
pub(super) fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}
