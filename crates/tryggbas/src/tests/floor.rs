//! What every route stands on: where a change comes from, the headers of every answer, how much one may send.

use std::net::SocketAddr;
use std::num::NonZeroU32;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use db::Queries;
use db::testing::engines;
use identity::Role;
use web::testing::Browser;
use web::{App, Permission, Route};

use super::declared::address;
use super::things::{self, Owner};
use super::world::{Place, World};
use crate::store::MODULES;

const A: Owner = Owner("a");
const OWN: &str = "http://localhost:3000";

/// What a browser sends along when another page, or none, is behind the request.
const FOREIGN: [&[(&str, &str)]; 9] = [
    &[],
    &[("origin", "https://other.se")],
    &[("origin", "null")],
    &[("origin", "http://localhost:3000.other.se")],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("origin", OWN), ("sec-fetch-site", "cross-site")],
    &[("origin", "https://other.se"), ("sec-fetch-site", "same-origin")],
];

fn is_change(route: &Route) -> bool {
    route.method != "GET"
}

async fn send(browser: &mut Browser, request: axum::http::request::Builder, cookie: Option<&str>) -> Response {
    let request = match cookie {
        Some(cookie) => request.header(header::COOKIE, cookie),
        None => request,
    };
    browser.raw(request.body(Body::empty()).unwrap()).await
}

/// Everything that is stored, as one number.
async fn stored(world: &World) -> String {
    let folder = tempfile::tempdir().unwrap();
    db::backup::backup(world.db(), &folder.path().join("all"), &|_| ()).await.unwrap().sha256
}

#[tokio::test]
async fn w3_no_change_without_evidence_that_it_comes_from_our_own_pages() {
    for engine in engines() {
        let world = World::new(engine).await;
        things::people(&world, A).await;
        let mut visitors = [
            world.visitor(Role::Administrator, Place::Own).await,
            world.visitor(Role::Coordinator, Place::Own).await,
            world.nobody(),
        ];
        // Other systems send no cookie, and none of theirs counts: there is nothing another site could borrow.
        let by_cookie = |route: &Route| is_change(route) && !matches!(route.permission, Permission::Bearer(_));
        let routes: Vec<Route> = web::routes(&MODULES).into_iter().filter(by_cookie).collect();
        let mut addresses = Vec::new();
        for route in &routes {
            addresses.push(address(&world, A, route.path).await);
        }
        let before = stored(&world).await;
        let mut asked = 0;
        for path in &addresses {
            for visitor in &mut visitors {
                let cookie = visitor.who.map(|_| visitor.browser.cookies());
                for headers in FOREIGN {
                    let request =
                        Request::builder().method("POST").uri(path).header(header::ACCEPT, "application/json");
                    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
                    let answer = send(&mut visitor.browser, request, cookie.as_deref()).await;
                    assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path} {headers:?}");
                    asked += 1;
                }
            }
        }
        println!("W3 {engine:?}: {} routes, {asked} requests refused", routes.len());
        assert_eq!(stored(&world).await, before, "and nothing is changed by any of them");
    }
}

#[tokio::test]
async fn w3_nothing_that_shows_something_changes_anything() {
    let world = World::new(db::Engine::Sqlite).await;
    things::people(&world, A).await;
    // That the log was read or taken out, or a link shown, is in the log itself.
    let sql =
        "SELECT COUNT(*) FROM audit_event WHERE kind NOT IN ('audit.read', 'audit.exported', 'access_link.shown')";
    // To a provider and back one is sent by redirects; state, nonce and cookie stand guard there.
    let shows = |route: &&Route| !is_change(route) && !route.path.starts_with("/sign-in/with/");
    for route in web::routes(&MODULES).iter().filter(shows) {
        let path = address(&world, A, route.path).await;
        let mut visitor = world.visitor(Role::Administrator, Place::Own).await;
        let before = world.db().number(sql, db::values![]).await.unwrap();
        visitor.get(&path).await;
        assert_eq!(world.db().number(sql, db::values![]).await.unwrap(), before, "{path}");
    }
}

#[tokio::test]
async fn no_other_method_is_a_way_around() {
    let world = World::new(db::Engine::Sqlite).await;
    let mut visitor = world.visitor(Role::Administrator, Place::Own).await;
    let cookie = visitor.browser.cookies();
    for method in ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "CONNECT", "PROPFIND"] {
        for path in ["/organisation/units", "/account", "/"] {
            let request = Request::builder().method(method).uri(path).header(header::ORIGIN, OWN);
            let answer = send(&mut visitor.browser, request, Some(&cookie)).await;
            assert!(answer.status().is_client_error(), "{method} {path} {}", answer.status());
            let request = Request::builder().method("GET").uri(path).header("x-http-method-override", method);
            let answer = send(&mut visitor.browser, request, Some(&cookie)).await;
            assert!(!answer.status().is_server_error(), "{method} {path}");
        }
    }
}

/// Holds an answer to what every one of ours carries.
fn check_headers(name: &str, answer: &Response, signed_in: bool) {
    let text = |header: &str| answer.headers().get(header).map_or("", |value| value.to_str().unwrap());
    let policy = text("content-security-policy");
    for part in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'"]
    {
        assert!(policy.contains(part), "{name}: {policy}");
    }
    assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{name}: {policy}");
    assert_eq!(text("x-content-type-options"), "nosniff", "{name}");
    assert_eq!(text("referrer-policy"), "same-origin", "{name}");
    assert_eq!(text("cross-origin-opener-policy"), "same-origin", "{name}");
    assert_eq!(text("cross-origin-resource-policy"), "same-origin", "{name}");
    assert!(!text("permissions-policy").is_empty(), "{name}");
    assert!(answer.headers().get(header::SERVER).is_none(), "{name}: what it is built with is nobody's business");
    if signed_in {
        assert_eq!(text("cache-control"), "no-store", "{name}");
    }
    let body = answer.status() != StatusCode::SEE_OTHER && text("content-length") != "0";
    assert!(!body || !text("content-type").is_empty(), "{name}: content without a kind");
    for cookie in answer.headers().get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{name}: {cookie}");
        assert!(cookie.contains("Path=/") && !cookie.contains("Domain"), "{name}: {cookie}");
    }
}

#[tokio::test]
async fn w6_every_answer_carries_the_headers_errors_too() {
    let world = World::new(db::Engine::Sqlite).await;
    things::people(&world, A).await;
    for route in web::routes(&MODULES) {
        let path = address(&world, A, route.path).await;
        // New ones for each: some routes end the session they are asked in.
        for visitor in [&mut world.visitor(Role::Administrator, Place::Own).await, &mut world.nobody()] {
            let cookie = visitor.who.map(|_| visitor.browser.cookies());
            let request = Request::builder().method(route.method).uri(&path).header(header::ORIGIN, OWN);
            if route.path == "/sign-out" {
                continue;
            }
            let answer = send(&mut visitor.browser, request, cookie.as_deref()).await;
            check_headers(&format!("{} {path} {:?}", route.method, visitor.who), &answer, cookie.is_some());
        }
    }
    let errors = [
        ("GET", "/nothing/here", StatusCode::NOT_FOUND),
        ("GET", "/assets/none/none.css", StatusCode::NOT_FOUND),
        ("POST", "/accessibility", StatusCode::METHOD_NOT_ALLOWED),
        ("GET", "/plans?page=%ff%00", StatusCode::OK),
        ("GET", "/healthz", StatusCode::OK),
        ("GET", "/readyz", StatusCode::OK),
    ];
    for (method, path, status) in errors {
        let request = Request::builder().method(method).uri(path).header(header::ORIGIN, OWN);
        let answer = send(&mut world.nobody().browser, request, None).await;
        assert_eq!(answer.status(), status, "{path}");
        check_headers(path, &answer, false);
    }
}

#[tokio::test]
async fn over_tls_every_cookie_is_held_to_this_host() {
    let world = World::with(db::Engine::Sqlite, |settings| {
        settings.address = web::Address::parse("https://tryggbas.exempel.se").unwrap();
    })
    .await;
    for (path, fields) in [("/language", "lang=en&back=/"), ("/appearance", "theme=dark&back=/")] {
        let request = Request::builder().method("POST").uri(path).header(header::ORIGIN, "https://tryggbas.exempel.se");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = Browser::new(&world.app).raw(request.body(Body::from(fields)).unwrap()).await;
        let cookie = answer.headers()[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.starts_with("__Host-") && cookie.ends_with("; Secure"), "{cookie}");
        assert!(answer.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}

/// A change sent from an address, as a proxy in front passes it on.
async fn change(app: &App, from: &str, path: &str) -> StatusCode {
    let mut request = Request::builder().method("POST").uri(path).header(header::ORIGIN, OWN);
    request = request.header("x-forwarded-for", from).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let proxy: SocketAddr = "10.1.2.3:9".parse().unwrap();
    let request = request.extension(ConnectInfo(proxy)).body(Body::from("lang=sv&back=/")).unwrap();
    let answer = Browser::new(app).raw(request).await;
    if answer.status() == StatusCode::TOO_MANY_REQUESTS {
        let seconds: u64 = answer.headers()[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
        assert!((1..=60).contains(&seconds), "{seconds}");
    }
    answer.status()
}

#[tokio::test]
async fn w13_a_school_behind_one_address_passes_and_a_flood_waits() {
    let world = World::with(db::Engine::Sqlite, |settings| {
        settings.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
        settings.changes_per_minute = NonZeroU32::new(600);
    })
    .await;
    for pupil in 0..30 {
        for _ in 0..10 {
            let status = change(&world.app, "192.0.2.1", "/language").await;
            assert_eq!(status, StatusCode::SEE_OTHER, "pupil {pupil}");
        }
    }
    let mut refused = 0;
    for _ in 0..1500 {
        refused += usize::from(change(&world.app, "198.51.100.9", "/language").await == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(refused > 300, "of 1500 at once {refused} were refused");
    assert_eq!(change(&world.app, "192.0.2.1", "/language").await, StatusCode::SEE_OTHER, "others notice nothing");
}

#[tokio::test]
async fn w13_tries_to_sign_in_weigh_more_and_write_nothing_once_it_is_too_much() {
    let world = World::with(db::Engine::Sqlite, |settings| settings.changes_per_minute = NonZeroU32::new(10)).await;
    let mut counts = (0, 0);
    for _ in 0..20 {
        match change(&world.app, "198.51.100.9", "/sign-in/passkeys/questions").await {
            StatusCode::TOO_MANY_REQUESTS => counts.1 += 1,
            _ => counts.0 += 1,
        }
    }
    assert!(counts.0 <= 7 && counts.1 >= 13, "{counts:?}");
    assert!(world.events().await <= 60 + 7, "what is refused leaves no event");
}
