//! What a domain hands to the program: its routes with their permission, its chapter, what it offers the others.

use axum::handler::Handler;
use axum::routing::{MethodRouter, delete, get, patch, post, put};
use exchange::{
    DateSource, ExpectedSource, HoldingSource, KnownSource, LinkPurpose, NameSource, RelatedSource, SearchSource,
    WorkSource,
};
use identity::{Errand, Purpose, Verb};
use serde::Serialize;

use crate::App;

/// A domain as the program sees it.
#[derive(Clone)]
pub struct Module {
    /// Its name, as its crate is called.
    pub name: &'static str,
    /// Its routes.
    pub routes: fn() -> Vec<Route>,
    /// Its places in the menu.
    pub chapters: &'static [Chapter],
    /// What waits for the viewer in this domain.
    pub work: Option<WorkSource>,
    /// What a search finds in this domain.
    pub search: Option<SearchSource>,
    /// What its things are called.
    pub names: Option<NameSource>,
    /// What it keeps for a number of days only.
    pub retention: &'static [db::Retention],
    /// What a unit has in this domain, for whoever takes over there.
    pub holdings: Option<HoldingSource>,
    /// What links for people without an account can be for.
    pub purposes: &'static [LinkPurpose],
    /// What collection rounds can be opened about in this domain.
    pub expected: Option<ExpectedSource>,
    /// What this domain knows that rounds need not ask for.
    pub known: Option<KnownSource>,
    /// The days of this domain that concern the viewer.
    pub dates: Option<DateSource>,
    /// What it has about things of other domains.
    pub related: Option<RelatedSource>,
    /// A filled-in context for each of its templates, for the test that renders them all.
    pub samples: fn() -> Vec<Sample>,
}

impl Module {
    /// A domain that offers nothing, to begin from.
    pub const EMPTY: Self = Self {
        name: "",
        routes: Vec::new,
        chapters: &[],
        work: None,
        search: None,
        names: None,
        retention: &[],
        holdings: None,
        purposes: &[],
        expected: None,
        known: None,
        dates: None,
        related: None,
        samples: Vec::new,
    };
}

/// A place in the menu.
#[derive(Debug, Clone, Copy)]
pub struct Chapter {
    /// Its key; the text is the translation `chapter-` and the key.
    pub key: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Its order among the chapters.
    pub order: u8,
    /// Whether it is shown: to everybody, or to those whose role allows the verb somewhere.
    pub shown: Permission,
}

/// Who may call a route at all. What exactly they see or change there is decided by looking it up through the viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "permission", content = "because")]
pub enum Permission {
    /// Anybody, and why.
    Public(&'static str),
    /// Whoever is signed in.
    SignedIn,
    /// Whoever holds a role that allows the verb at some unit.
    Somewhere(Verb),
    /// Another system, with a token of its own, and what for. No cookie counts here.
    Bearer(&'static str),
}

/// A route: method, path, who may call it, and what happens.
#[derive(Clone)]
pub struct Route {
    /// `GET` or `POST`; for bearers also `PUT`, `PATCH` and `DELETE`.
    pub method: &'static str,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// Who may call it.
    pub permission: Permission,
    /// The purposes of links whose holders may call it too.
    pub purposes: &'static [Purpose],
    /// Most bytes of a request's body.
    pub body_limit: usize,
    /// How much of what one may send in a minute it takes: nothing for what only shows.
    pub weight: u32,
    pub(crate) handler: MethodRouter<App>,
}

/// What a request of another system does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds.
    Post,
    /// Writes anew.
    Put,
    /// Changes a part.
    Patch,
    /// Takes away.
    Delete,
}

/// Most bytes that a form may hold unless its route says otherwise.
const FORM_LIMIT: usize = 512 * 1024;

impl Route {
    /// A route that shows something.
    pub fn get<H: Handler<T, App>, T: 'static>(path: &'static str, permission: Permission, handler: H) -> Self {
        Self { method: "GET", path, permission, purposes: &[], body_limit: 0, weight: 0, handler: get(handler) }
    }

    /// A route that changes something.
    pub fn post<H: Handler<T, App>, T: 'static>(path: &'static str, permission: Permission, handler: H) -> Self {
        Self {
            method: "POST",
            path,
            permission,
            purposes: &[],
            body_limit: FORM_LIMIT,
            weight: 1,
            handler: post(handler),
        }
    }

    /// A route for another system with a token; the handler finds out whose it is.
    pub fn bearer<H: Handler<T, App>, T: 'static>(
        method: Method,
        path: &'static str,
        because: &'static str,
        handler: H,
    ) -> Self {
        let (method, handler) = match method {
            Method::Get => ("GET", get(handler)),
            Method::Post => ("POST", post(handler)),
            Method::Put => ("PUT", put(handler)),
            Method::Patch => ("PATCH", patch(handler)),
            Method::Delete => ("DELETE", delete(handler)),
        };
        Self {
            method,
            path,
            permission: Permission::Bearer(because),
            purposes: &[],
            body_limit: FORM_LIMIT,
            weight: 1,
            handler,
        }
    }

    /// The same route, open also to holders of links with these purposes. What of it is theirs is looked up through the viewer.
    #[must_use]
    pub fn also_for(mut self, purposes: &'static [Purpose]) -> Self {
        self.purposes = purposes;
        self
    }

    /// Whether a link opens it.
    #[must_use]
    pub fn is_opened_by(&self, errand: &Errand) -> bool {
        self.purposes.iter().any(|purpose| errand.is_for(*purpose))
    }

    /// The same route for larger bodies, such as uploads.
    #[must_use]
    pub fn taking(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The same route taking more of what one may send in a minute: it is much work, or tries something out.
    #[must_use]
    pub fn weighing(mut self, weight: u32) -> Self {
        self.weight = weight;
        self
    }
}

impl Permission {
    /// Whether the viewer passes.
    #[must_use]
    pub fn admits(self, viewer: &identity::Viewer) -> bool {
        match self {
            Self::Public(_) => true,
            Self::SignedIn => viewer.is_signed_in(),
            Self::Somewhere(verb) => viewer.may_somewhere(verb),
            Self::Bearer(_) => false,
        }
    }
}

/// A template with a filled-in context.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The template's path below `ui/`.
    pub template: &'static str,
    /// The context.
    pub context: minijinja::Value,
}

impl Sample {
    /// A sample.
    #[must_use]
    pub fn new(template: &'static str, context: &impl Serialize) -> Self {
        Self { template, context: minijinja::Value::from(minijinja::value::Serde(context)) }
    }
}
