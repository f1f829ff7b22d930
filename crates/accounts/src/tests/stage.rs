//! A small organisation with people of contrasting rights.

use base::{Clock, Id, Randomness};
use db::testing::database;
use db::{Actor, Db, Engine};
use federation::{Federation, Outbound, Provider};
use identity::{NewPerson, NewUnit, Person, Role, Unit, UnitKind, Viewer};
use sheets::child::Reader;
use web::testing::{Browser, Page};
use web::{Address, App, AppSettings, Module};

use crate::MODULE;

pub(super) const COMMAND: Actor = Actor::Command("test");

/// The application with its people: `city-admin` administers the city, `other-admin` the other city, `coordinator` and
/// `reporter` belong to the city.
pub(super) struct Stage {
    pub app: App,
    pub db: Db,
    pub clock: Clock,
}

/// A stage on the engine; in a demonstration when `demo`.
pub(super) async fn stage(engine: Engine, demo: bool) -> Stage {
    peopled(empty(engine, demo, vec![MODULE]).await).await
}

/// A stage on the engine whose people may come by way of providers.
pub(super) async fn stage_with_providers(engine: Engine, providers: Vec<Provider>) -> Stage {
    peopled(furnished(engine, false, vec![MODULE], providers).await).await
}

async fn peopled(stage: Stage) -> Stage {
    stage.unit("city", None, UnitKind::Municipality, "Exempelstad").await;
    stage.unit("board", Some("city"), UnitKind::Board, "Utbildningsnämnden").await;
    stage.unit("district", Some("board"), UnitKind::District, "Norra stadsdelen").await;
    stage.unit("school", Some("district"), UnitKind::SchoolUnit, "Ängsskolan").await;
    stage.unit("other", None, UnitKind::Municipality, "Annanstad").await;
    stage.person("city-admin", "Ada Administratörsson", Role::Administrator, "city").await;
    stage.person("other-admin", "Olle Annanstadsson", Role::Administrator, "other").await;
    stage.person("coordinator", "Sam Ordnarsson", Role::Coordinator, "city").await;
    stage.person("reporter", "Rut Rapportörsdotter", Role::Reporter, "board").await;
    stage
}

/// An application without any organisation.
pub(super) async fn empty(engine: Engine, demo: bool, modules: Vec<Module>) -> Stage {
    furnished(engine, demo, modules, Vec::new()).await
}

async fn furnished(engine: Engine, demo: bool, modules: Vec<Module>, providers: Vec<Provider>) -> Stage {
    let clock = Clock::fixed("2025-03-01T12:00:00Z".parse().unwrap());
    let db = database(engine, clock.clone(), Randomness::seeded(7)).await;
    let federation = match providers.is_empty() {
        true => Federation::default(),
        false => Federation::new(providers, &Outbound::new().unwrap(), &clock),
    };
    let settings = AppSettings {
        address: Address::parse("http://localhost:3000").unwrap(),
        trusted_proxies: Vec::new(),
        changes_per_minute: None,
        mail: true,
        hashing_mib: 138,
        demo,
        federation,
    };
    let app = App::new(db.clone(), settings, modules, Reader::here()).unwrap();
    Stage { app, db, clock }
}

impl Stage {
    pub async fn unit(&self, id: &str, parent: Option<&str>, kind: UnitKind, name: &str) {
        let (id, parent) = (Id::parse(id), parent.and_then(Id::parse));
        let new = NewUnit { id, parent, kind: Some(kind), name: name.to_owned(), ..NewUnit::default() };
        new.add(&self.db, COMMAND).await.unwrap();
    }

    pub async fn person(&self, id: &str, name: &str, role: Role, unit: &str) {
        let email = format!("{id}@exempel.se");
        let (id, unit) = (Id::parse(id), Id::parse(unit).unwrap());
        let new = NewPerson { id, name: name.to_owned(), email, role, unit, function: None };
        new.add(&self.db, COMMAND).await.unwrap();
    }

    /// A browser of somebody who is not signed in.
    pub fn anybody(&self) -> Browser {
        Browser::new(&self.app)
    }

    /// A browser of a person.
    pub async fn browser(&self, person: &str) -> Browser {
        Browser::signed_in(&self.app, &Id::parse(person).unwrap()).await
    }

    /// A person as the one who looks.
    pub async fn viewer(&self, person: &str) -> Viewer {
        Person::viewer(&self.db, &Id::parse(person).unwrap()).await.unwrap()
    }

    pub async fn find(&self, id: &str) -> Unit {
        Unit::find(&self.db, &Id::parse(id).unwrap()).await.unwrap().unwrap()
    }

    /// How many events of the kind the log holds.
    pub async fn events(&self, kind: &str) -> i64 {
        use db::Queries;
        self.db.number("SELECT COUNT(*) FROM audit_event WHERE kind = $1", db::values![kind]).await.unwrap()
    }
}

/// Keeps a page for looking at, in the folder that `TRYGGBAS_TEST_PAGES` names.
#[expect(clippy::disallowed_methods, reason = "tests learn from the environment where pages are to be kept")]
pub(super) fn keep(name: &str, page: &Page) {
    if let Ok(folder) = std::env::var("TRYGGBAS_TEST_PAGES") {
        std::fs::write(format!("{folder}/{name}.html"), &page.bytes).unwrap();
    }
}

/// A school with a code, not yet added.
pub(super) fn school(name: &str, parent: &str, code: &str) -> NewUnit {
    NewUnit {
        parent: Id::parse(parent),
        kind: Some(UnitKind::SchoolUnit),
        name: name.to_owned(),
        school_unit_code: Some(code.to_owned()),
        ..NewUnit::default()
    }
}
