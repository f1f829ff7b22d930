//! A municipality with its administrations, people with contrasting rights, and a form that is being written.
//!
//! | persona | role | at |
//! |---|---|---|
//! | `coordinator` | coordinator | the municipality, which owns the form |
//! | `reporter` | reporter | the social services, who will fill it in |
//! | `member` | board member | the municipality |
//! | `other` | coordinator | another municipality |
//! | `anybody` | not signed in | |

use base::Id;
use db::{Actor, Db, Engine};
use forms::Form;
use identity::{Person, Role, UnitKind, Viewer};
use web::App;
use web::testing::{Browser, Page, StagePerson, StageUnit, application, populate};

use crate::form::Reach;
use crate::form::creation::{NewForm, Settings};
use crate::form::library::library;
use crate::{MODULE, OwnForm};

pub(super) const OWNER: &str = "lindhamn";

const UNITS: [StageUnit; 6] = [
    (OWNER, None, UnitKind::Municipality, "Lindhamns kommun"),
    ("socialforvaltningen", Some(OWNER), UnitKind::Administration, "Socialförvaltningen i Lindhamn"),
    ("fritidsforvaltningen", Some(OWNER), UnitKind::Administration, "Fritidsförvaltningen i Lindhamn"),
    ("bjorkdalsskolan", Some(OWNER), UnitKind::SchoolUnit, "Björkdalsskolan"),
    ("ekvik", None, UnitKind::Municipality, "Ekviks kommun"),
    ("ekviks-forvaltning", Some("ekvik"), UnitKind::Administration, "Ekviks socialförvaltning"),
];

const PEOPLE: [StagePerson; 4] = [
    ("coordinator", Role::Coordinator, OWNER, "Ronja Exempelsson"),
    ("reporter", Role::Reporter, "socialforvaltningen", "Petter Påhittsson"),
    ("member", Role::BoardMember, OWNER, "Sanna Skissberg"),
    ("other", Role::Coordinator, "ekvik", "Nils Låtsasmark"),
];

/// An application with a form in it.
pub(super) struct Fixture {
    pub(super) app: App,
    /// The form: a draft of the ready form of yearly statistics.
    pub(super) form: Id,
}

impl Fixture {
    /// A fresh database on the engine; it is 1 March 2025, noon in Sweden.
    pub(super) async fn new(engine: Engine) -> Self {
        let (app, _) = application(engine, vec![MODULE]).await;
        populate(app.db(), &UNITS, &PEOPLE).await;
        let ready = library().unwrap().remove(0);
        let settings = Settings {
            title: "Statistik om våld".to_owned(),
            unit_kind: Some(ready.unit_kind),
            reach: Reach::Below,
            minutes: Some(45),
        };
        let new = NewForm { id: Some(id("statistik")), owner: id(OWNER), settings, definition: ready.form };
        let form = new.begin_as(app.db(), Actor::Command("test")).await.unwrap();
        Self { app, form }
    }

    pub(super) fn db(&self) -> &Db {
        self.app.db()
    }

    pub(super) async fn browser(&self, who: &str) -> Browser {
        if who == "anybody" { Browser::new(&self.app) } else { Browser::signed_in(&self.app, &id(who)).await }
    }

    pub(super) async fn viewer(&self, who: &str) -> Viewer {
        if who == "anybody" { Viewer::anybody() } else { Person::viewer(self.db(), &id(who)).await.unwrap() }
    }

    /// The address of the form and what follows it.
    pub(super) fn at(&self, rest: &str) -> String {
        format!("/forms/{}{rest}", self.form)
    }

    /// The form as the coordinator finds it.
    pub(super) async fn own(&self) -> OwnForm {
        OwnForm::find(self.db(), &self.viewer("coordinator").await, &self.form).await.unwrap().expect("the form")
    }

    /// What the version with this number asks.
    pub(super) async fn definition(&self, number: i64) -> Form {
        self.own().await.version(self.db(), number).await.unwrap().expect("the version").definition
    }

    /// Publishes what is being written.
    pub(super) async fn publish(&self) -> Page {
        let mut coordinator = self.browser("coordinator").await;
        let asked = coordinator.get(&self.at("/publications/new")).await;
        let revision = asked.attributes("input[name=revision]", "value").remove(0);
        coordinator.post(&self.at("/publications"), &[("revision", &revision)]).await
    }
}

/// The fields of the form in a page's main part, as a browser would send them, with some written anew.
pub(super) fn filled<'a>(page: &Page, written: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let text = page.text();
    let html = scraper::Html::parse_document(&text);
    let select = |selector: &str| scraper::Selector::parse(selector).unwrap();
    let form = html.select(&select("main form.form")).next().expect("a form");
    let mut fields: Vec<(String, String)> =
        written.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    for element in form.select(&select("input, select, textarea")) {
        let name = element.attr("name").unwrap_or_default();
        if written.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let kind = element.attr("type").unwrap_or_default();
        let value = match element.value().name() {
            "textarea" => Some(element.text().collect::<String>()),
            "select" => element
                .select(&select("option[selected]"))
                .last()
                .or_else(|| element.select(&select("option")).next())
                .and_then(|option| option.attr("value"))
                .map(str::to_owned),
            _ if ["checkbox", "radio"].contains(&kind) && element.attr("checked").is_none() => None,
            _ => element.attr("value").map(str::to_owned),
        };
        fields.extend(value.map(|value| (name.to_owned(), value.replace('\n', "\r\n"))));
    }
    fields
}

/// Sends a form with some fields written anew.
pub(super) async fn send(browser: &mut Browser, page: &Page, to: &str, written: &[(&str, &str)]) -> Page {
    let fields = filled(page, written);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(to, &fields).await
}

/// An id that is readable.
pub(super) fn id(text: &str) -> Id {
    Id::stored(text.to_owned())
}
