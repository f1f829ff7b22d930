//! Two organisations in one installation, with somebody of every role at three places, and a browser for each.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base::{Clock, Id, Randomness};
use db::{Actor, Db, Engine, Queries};
use federation::{Federation, Outbound, Provider};
use http_body_util::BodyExt;
use identity::{NewPerson, NewUnit, Person, Role, UnitKind, Viewer};
use web::access_link::{self, AccessLink};
use web::testing::Browser;
use web::{Address, App, AppSettings};

use crate::store::MODULES;

pub(super) const TEST: Actor = Actor::Command("test");

/// Where somebody stands, seen from the things that are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the unit that owns them.
    Own,
    /// At another unit of the same organisation.
    OtherUnit,
    /// In another organisation, at its root.
    OtherOrganisation,
}

impl Place {
    pub(super) const ALL: [Self; 3] = [Self::Own, Self::OtherUnit, Self::OtherOrganisation];

    fn unit(self) -> &'static str {
        match self {
            Self::Own => "a-board",
            Self::OtherUnit => "a-side",
            Self::OtherOrganisation => "b",
        }
    }
}

/// Units: what the things belong to is `a-board`; `a-lead` below it answers for what they promise.
const UNITS: [(&str, Option<&str>, UnitKind); 7] = [
    ("a", None, UnitKind::Municipality),
    ("a-board", Some("a"), UnitKind::Administration),
    ("a-lead", Some("a-board"), UnitKind::Administration),
    ("a-side", Some("a"), UnitKind::Administration),
    ("b", None, UnitKind::Municipality),
    ("b-board", Some("b"), UnitKind::Administration),
    ("b-lead", Some("b-board"), UnitKind::Administration),
];

/// The installation.
pub(super) struct World {
    pub(super) app: App,
    pub(super) clock: Clock,
}

/// Somebody, or nobody, with their own browser.
pub(super) struct Visitor {
    pub(super) who: Option<(Role, Place)>,
    pub(super) browser: Browser,
    cookie: Option<String>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) to: String,
    pub(super) bytes: Vec<u8>,
}

impl World {
    /// A fresh installation on the engine; it is 1 March 2025.
    pub(super) async fn new(engine: Engine) -> Self {
        Self::with(engine, |_| ()).await
    }

    /// The same, run in another way.
    pub(super) async fn with(engine: Engine, otherwise: impl FnOnce(&mut AppSettings)) -> Self {
        let clock = Clock::fixed("2025-03-01T11:00:00Z".parse().unwrap());
        let db = db::testing::database(engine, clock.clone(), Randomness::seeded(11)).await;
        let federation = Federation::new(vec![silent_provider()], &Outbound::new().unwrap(), &clock);
        let mut settings = AppSettings {
            address: Address::parse("http://localhost:3000").unwrap(),
            trusted_proxies: Vec::new(),
            changes_per_minute: None,
            mail: true,
            hashing_mib: 138,
            demo: false,
            federation,
        };
        otherwise(&mut settings);
        let app = App::new(db, settings, MODULES.to_vec(), sheets::child::Reader::here()).unwrap();
        let world = Self { app, clock };
        for (unit, parent, kind) in UNITS {
            let (id, parent) = (Id::parse(unit), parent.and_then(Id::parse));
            let new = NewUnit { id, parent, kind: Some(kind), name: format!("Enhet {unit}"), ..NewUnit::default() };
            new.add(world.db(), TEST).await.unwrap();
        }
        for place in Place::ALL {
            for role in Role::ALL {
                world.person(&person(role, place), role, place.unit()).await;
            }
        }
        world
    }

    pub(super) fn db(&self) -> &Db {
        self.app.db()
    }

    /// Adds somebody.
    pub(super) async fn person(&self, id: &str, role: Role, unit: &str) {
        let new = NewPerson {
            id: Id::parse(id),
            name: format!("Person {id}"),
            email: format!("{id}@exempel.se"),
            role,
            unit: Id::parse(unit).unwrap(),
            function: None,
        };
        new.add(self.db(), TEST).await.unwrap();
    }

    /// Somebody as a viewer, for what the tests do through the domains.
    pub(super) async fn viewer(&self, id: &str) -> Viewer {
        Person::viewer(self.db(), &Id::parse(id).unwrap()).await.unwrap()
    }

    /// Somebody of the role at the place, newly signed in.
    pub(super) async fn visitor(&self, role: Role, place: Place) -> Visitor {
        let id = Id::parse(&person(role, place)).unwrap();
        let browser = Browser::signed_in(&self.app, &id).await;
        let cookie = Some(browser.cookies());
        Visitor { who: Some((role, place)), browser, cookie }
    }

    /// Somebody who is not signed in.
    pub(super) fn nobody(&self) -> Visitor {
        Visitor { who: None, browser: Browser::new(&self.app), cookie: None }
    }

    /// Somebody without an account who was let in by a link.
    pub(super) async fn holder(&self, link: &AccessLink) -> Visitor {
        let token = access_link::start(self.db(), link).await.unwrap();
        let mut browser = Browser::new(&self.app);
        browser.cookie(&access_link::COOKIE.name(&self.app), Some(&token));
        let cookie = Some(browser.cookies());
        Visitor { who: None, browser, cookie }
    }

    /// How much the log holds: what was refused has added nothing.
    pub(super) async fn events(&self) -> i64 {
        self.db().number("SELECT COUNT(*) FROM audit_event", db::values![]).await.unwrap()
    }
}

/// A provider where nobody answers.
fn silent_provider() -> Provider {
    let text = str::to_owned;
    Provider {
        id: text("silent"),
        label: text("Ingen"),
        issuer: text("http://127.0.0.1:9"),
        client_id: text("tryggbas"),
        secret: None,
        scopes: Vec::new(),
        organisation: text("a"),
        subject: vec![text("sub")],
        email: text("email"),
        name: text("name"),
        domains: Vec::new(),
        trust_email: false,
        create_users: false,
        mappings: Vec::new(),
    }
}

/// The id of the person of a role at a place.
pub(super) fn person(role: Role, place: Place) -> String {
    let place = match place {
        Place::Own => "own",
        Place::OtherUnit => "side",
        Place::OtherOrganisation => "b",
    };
    format!("{place}-{}", role.as_str().replace('_', "-"))
}

impl Visitor {
    /// Asks for a page or a file.
    pub(super) async fn get(&mut self, path: &str) -> Answer {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// Sends a form; `multipart` as one that may hold a file.
    pub(super) async fn post(&mut self, path: &str, fields: &[(&str, &str)], multipart: bool) -> Answer {
        let request = self.request("POST", path).header(header::ORIGIN, "http://localhost:3000");
        let (kind, body) = if multipart {
            let part = |(name, value): &(&str, &str)| {
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
            };
            let parts = fields.iter().map(part).collect::<String>();
            ("multipart/form-data; boundary=edge".to_owned(), format!("{parts}--edge--\r\n"))
        } else {
            let body = fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
            ("application/x-www-form-urlencoded".to_owned(), body)
        };
        self.send(request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
    }

    /// Asks as a browser would that was made to by another site: with its cookie and nothing else.
    pub(super) async fn with_cookie_only(&mut self, method: &str, path: &str) -> Answer {
        let request = self.request(method, path).header(header::CONTENT_TYPE, "application/scim+json");
        self.send(request.body(Body::from("{}")).unwrap()).await
    }

    fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::ACCEPT, "application/json");
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    async fn send(&mut self, request: Request<Body>) -> Answer {
        let (parts, body) = self.browser.raw(request).await.into_parts();
        let to = parts.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
        Answer { status: parts.status, to, bytes: body.collect().await.unwrap().to_bytes().to_vec() }
    }
}
