//! A municipality with boards and schools, people with contrasting rights, and one occasion in its year.
//!
//! | persona | role | at |
//! |---|---|---|
//! | `coordinator` | coordinator | the municipality |
//! | `reporter` | reporter | the social board |
//! | `member` | board member | the social board |
//! | `principal` | principal, with the function Rektor | a school |
//! | `teacher` | staff | the same school |
//! | `other` | coordinator | another municipality |
//! | `anybody` | not signed in | |

use base::{Clock, Id};
use db::{Actor, Db, Engine, Event};
use exchange::{Answer, Dated, Message};
use identity::{Function, NewPerson, Person, Role, UnitKind, Viewer};
use jiff::civil::{Date, date};
use web::testing::{Browser, StageUnit, application, populate};
use web::{App, Module};

use crate::MODULE;
use crate::occasion::NewOccasion;

pub(super) const OWNER: &str = "lindhamn";
pub(super) const BOARD: &str = "socialnamnden";
pub(super) const SCHOOL: &str = "bjorkdalsskolan";
const ACTOR: Actor = Actor::Command("test");

const UNITS: [StageUnit; 5] = [
    (OWNER, None, UnitKind::Municipality, "Lindhamns kommun"),
    (BOARD, Some(OWNER), UnitKind::Board, "Socialnämnden"),
    ("kulturnamnden", Some(OWNER), UnitKind::Board, "Kulturnämnden"),
    (SCHOOL, Some(OWNER), UnitKind::SchoolUnit, "Björkdalsskolan"),
    ("ekvik", None, UnitKind::Municipality, "Ekviks kommun"),
];

const PEOPLE: [(&str, Role, &str, &str); 6] = [
    ("coordinator", Role::Coordinator, OWNER, "Ronja Exempelsson"),
    ("reporter", Role::Reporter, BOARD, "Petter Påhittsson"),
    ("member", Role::BoardMember, BOARD, "Sanna Skissberg"),
    ("principal", Role::Principal, SCHOOL, "Mira Provdal"),
    ("teacher", Role::Staff, SCHOOL, "Alva Låtsas"),
    ("other", Role::Coordinator, "ekvik", "Nils Låtsasmark"),
];

/// Another domain, with a day of its own for everybody.
const OTHER: Module = Module { name: "other", dates: Some(dates), ..Module::EMPTY };

fn dates<'a>(_: &'a Db, _: &'a Viewer, from: Date, to: Date) -> Answer<'a, Vec<Dated>> {
    Box::pin(async move {
        let what = Message::new("calendar-work-why").with("owner", "Länet; Norr, Syd");
        let day = Dated::on(date(2025, 11, 30), what, "/plans/p");
        // The same, for two of somebody's units.
        Ok([day.clone(), day].into_iter().filter(|day| day.is_within(from, to)).collect())
    })
}

/// An application whose municipality reports T1 in May, each board for itself.
pub(super) struct Fixture {
    pub(super) app: App,
    pub(super) clock: Clock,
    /// T1, each board by itself.
    pub(super) occasion: Id,
}

impl Fixture {
    /// A fresh database on the engine; it is 1 March 2025, noon in Sweden.
    pub(super) async fn new(engine: Engine) -> Self {
        let (app, clock) = application(engine, vec![MODULE, OTHER]).await;
        organisation(app.db()).await;
        let mut fixture = Self { app, clock, occasion: id("none") };
        fixture.occasion = fixture.occasion(&tertial()).await;
        fixture
    }

    pub(super) fn db(&self) -> &Db {
        self.app.db()
    }

    /// Adds an occasion as the coordinator.
    pub(super) async fn occasion(&self, new: &NewOccasion) -> Id {
        new.create(self.db(), &self.viewer("coordinator").await).await.unwrap()
    }

    pub(super) async fn browser(&self, who: &str) -> Browser {
        if who == "anybody" { Browser::new(&self.app) } else { Browser::signed_in(&self.app, &id(who)).await }
    }

    pub(super) async fn viewer(&self, who: &str) -> Viewer {
        if who == "anybody" { Viewer::anybody() } else { Person::viewer(self.db(), &id(who)).await.unwrap() }
    }

    /// The address of the occasion and what follows it.
    pub(super) fn at(&self, rest: &str) -> String {
        format!("/calendar/occasions/{}{rest}", self.occasion)
    }

    /// What waits for a persona, as `what unit year`.
    pub(super) async fn work(&self, who: &str) -> Vec<String> {
        let work = (MODULE.work.unwrap())(self.db(), &self.viewer(who).await).await.unwrap();
        let line = |work: exchange::Work| {
            let year = work.href.rsplit('=').next().unwrap_or_default().to_owned();
            format!("{} {} {year}", work.what.values["name"], work.what.values["unit"])
        };
        work.into_iter().map(line).collect()
    }
}

/// T1 of the municipality: 1–20 May, each board, announced 30 days ahead.
pub(super) fn tertial() -> NewOccasion {
    let text = str::to_owned;
    NewOccasion {
        owner: text(OWNER),
        name: text("T1"),
        what: text("Följ upp januari till april."),
        unit_kind: text("board"),
        function: String::new(),
        from: text("2025-05-01"),
        to: text("2025-05-20"),
        every: text("1"),
        days_ahead: text("30"),
        minutes: text("60"),
    }
}

/// An id that is readable.
pub(super) fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}

async fn organisation(db: &Db) {
    populate(db, &UNITS, &[]).await;
    let change = db.change(ACTOR).await.unwrap();
    let rektor = Function { id: id("rektor"), name: "Rektor".to_owned(), unit_kind: "school_unit".to_owned() };
    rektor.write(&change).await.unwrap();
    change.commit(Event::new("function.added", "function", &rektor.id)).await.unwrap();
    for (person, role, unit, name) in PEOPLE {
        let function = (person == "principal").then(|| id("rektor"));
        let (email, unit) = (format!("{person}@exempel.se"), id(unit));
        let new = NewPerson { id: Some(id(person)), name: name.to_owned(), email, role, unit, function };
        new.add(db, ACTOR).await.unwrap();
    }
}
