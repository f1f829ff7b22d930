//! The browser.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base::Id;
use db::{Actor, Event};
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use tower::ServiceExt;

use super::invariants;
use crate::{App, NewSession, Session, Way, router};

/// A browser of one person.
#[derive(Clone)]
pub struct Browser {
    app: App,
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What was fetched.
#[derive(Debug)]
pub struct Page {
    /// The status.
    pub status: StatusCode,
    /// The path it was found at, after redirects.
    pub path: String,
    /// The kind of content.
    pub kind: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

#[expect(clippy::expect_used, reason = "a test that cannot talk to its application is to fail loudly")]
impl Browser {
    /// A browser of somebody who is not signed in.
    #[must_use]
    pub fn new(app: &App) -> Self {
        Self { app: app.clone(), router: router(app.clone()), cookies: BTreeMap::new() }
    }

    /// A browser of a person, signed in without the sign-in page.
    ///
    /// # Panics
    /// When the session cannot be made.
    pub async fn signed_in(app: &App, person: &Id) -> Self {
        let change = app.db().change(Actor::User(person.clone())).await.expect("a change begins");
        let new = NewSession { person, way: Way::Example, device: "", ready: true };
        let token = Session::start(app.db(), &change, &new).await.expect("a session starts");
        change.commit(Event::new("session.started", "person", person)).await.expect("a change ends");
        let mut browser = Self::new(app);
        browser.cookies.insert(Session::cookie_name(app), token);
        browser
    }

    /// Fetches a page and follows redirects.
    pub async fn get(&mut self, path: &str) -> Page {
        let request = Request::builder().uri(path).header(header::ACCEPT, "text/html");
        self.send(request, Body::empty()).await
    }

    /// Posts a form and follows redirects.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.own(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(body)).await
    }

    /// Posts a form with a file and follows redirects.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        let (name, file_name, bytes) = file;
        let head =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\r\n");
        body.extend(head.bytes().chain(bytes.iter().copied()).chain(*b"\r\n--edge--\r\n"));
        let request = self.own(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.send(request, Body::from(body)).await
    }

    /// Sends a request as it is, without following redirects.
    pub async fn raw(&mut self, request: Request<Body>) -> axum::response::Response {
        self.router.clone().oneshot(request).await.expect("the router always answers")
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie_value(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Forgets or sets a cookie.
    pub fn cookie(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.cookies.insert(name.to_owned(), value.to_owned()),
            None => self.cookies.remove(name),
        };
    }

    /// The cookies it would send, for requests of one's own making.
    #[must_use]
    pub fn cookies(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn own(&self, path: &str) -> axum::http::request::Builder {
        let origin = self.app.settings().address.origin();
        Request::builder().method("POST").uri(path).header(header::ORIGIN, origin).header(header::ACCEPT, "text/html")
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let mut request = request.body(body).expect("a request of ours is well formed");
        for _ in 0..5 {
            let path = request.uri().to_string();
            let cookies = self.cookies();
            if !cookies.is_empty() {
                request.headers_mut().insert(header::COOKIE, cookies.parse().expect("cookies are plain"));
            }
            let response = self.raw(request).await;
            self.keep_cookies(&response);
            if response.status().is_redirection() {
                let to = response.headers()[header::LOCATION].to_str().expect("a location is text").to_owned();
                request = Request::builder()
                    .uri(to)
                    .header(header::ACCEPT, "text/html")
                    .body(Body::empty())
                    .expect("a location is a path");
                continue;
            }
            return page(path, response).await;
        }
        panic!("redirects go round in circles");
    }

    fn keep_cookies(&mut self, response: &axum::response::Response) {
        for line in response.headers().get_all(header::SET_COOKIE) {
            let pair = line.to_str().expect("cookies are plain").split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            self.cookie(name, (!value.is_empty()).then_some(value));
        }
    }
}

#[expect(clippy::expect_used, reason = "a test that cannot read its answer is to fail loudly")]
async fn page(path: String, response: axum::response::Response) -> Page {
    let (parts, body) = response.into_parts();
    let kind =
        parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = body.collect().await.expect("a body of ours ends").to_bytes().to_vec();
    let page = Page { status: parts.status, path, kind, bytes };
    if page.kind.starts_with("text/html") {
        invariants::check(&page.path, &page.text(), &parts.headers);
    }
    page
}

impl Page {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// What a reader sees: the text of the page with white space folded.
    #[must_use]
    pub fn words(&self) -> String {
        let html = Html::parse_document(&self.text());
        let body = Selector::parse("main").ok().and_then(|main| html.select(&main).next());
        let text: Vec<&str> = body.map(|main| main.text().collect()).unwrap_or_default();
        text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The texts of all elements that a selector finds.
    ///
    /// # Panics
    /// When the selector is none.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test with a wrong selector is to fail loudly")]
    pub fn all(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let html = Html::parse_document(&self.text());
        let text = |element: scraper::ElementRef<'_>| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        html.select(&selector).map(text).collect()
    }

    /// The values of an attribute of all elements that a selector finds.
    ///
    /// # Panics
    /// When the selector is none.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test with a wrong selector is to fail loudly")]
    pub fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let html = Html::parse_document(&self.text());
        html.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
    }
}
