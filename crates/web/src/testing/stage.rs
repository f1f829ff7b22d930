//! What the tests of domains begin with: an application on a fresh database, units, and people with contrasting rights.

use base::{Clock, Id, Randomness};
use db::{Actor, Db, Engine};
use identity::{NewPerson, NewUnit, Role, UnitKind};

use crate::{Address, App, AppSettings, Module};

/// A unit: its id, the one above it, what it is, its name.
pub type StageUnit = (&'static str, Option<&'static str>, UnitKind, &'static str);

/// A person: the id, the role and where it is held, the name.
pub type StagePerson = (&'static str, Role, &'static str, &'static str);

/// An application with these domains on a fresh database of the engine, and its clock; it is 1 March 2025, noon in Sweden.
#[expect(clippy::expect_used, reason = "a test without its application is to fail loudly")]
pub async fn application(engine: Engine, modules: Vec<Module>) -> (App, Clock) {
    let clock = Clock::fixed("2025-03-01T11:00:00Z".parse().expect("an instant"));
    let db = db::testing::database(engine, clock.clone(), Randomness::seeded(1)).await;
    let settings = AppSettings {
        address: Address::parse("http://localhost:3000").expect("an address"),
        trusted_proxies: Vec::new(),
        changes_per_minute: None,
        mail: true,
        hashing_mib: 138,
        demo: false,
        federation: Default::default(),
    };
    let app = App::new(db, settings, modules, sheets::child::Reader::here()).expect("the modules fit together");
    (app, clock)
}

/// Adds units, those above before those below, and people.
#[expect(clippy::expect_used, reason = "a test without its people is to fail loudly")]
pub async fn populate(db: &Db, units: &[StageUnit], people: &[StagePerson]) {
    let id = |text: &str| Id::stored(text.to_owned());
    let actor = || Actor::Command("test");
    for (unit, parent, kind, name) in units {
        let (parent, kind) = (parent.map(id), Some(*kind));
        let new = NewUnit { id: Some(id(unit)), parent, kind, name: (*name).to_owned(), ..NewUnit::default() };
        new.add(db, actor()).await.expect("a unit");
    }
    for (person, role, unit, name) in people {
        let (email, unit) = (format!("{person}@exempel.se"), id(unit));
        let new =
            NewPerson { id: Some(id(person)), name: (*name).to_owned(), email, role: *role, unit, function: None };
        new.add(db, actor()).await.expect("a person");
    }
}
