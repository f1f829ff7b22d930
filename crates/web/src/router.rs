//! All routes of all domains behind the layers that every request passes.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::{from_fn_with_state, map_response_with_state};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::gate::{Terms, gate};
use crate::{App, Module, Permission, Route, assets, bearer, health, preferences, request, security};

const PREFERENCE: Permission =
    Permission::Public("a choice of language or appearance is the reader's own and names nobody");

/// The floor's own routes and those of all domains, in the order of their paths.
#[must_use]
pub fn routes(modules: &[Module]) -> Vec<Route> {
    let own = [
        Route::post("/language", PREFERENCE, preferences::language),
        Route::post("/appearance", PREFERENCE, preferences::appearance),
    ];
    let mut routes: Vec<Route> = own.into_iter().chain(modules.iter().flat_map(|module| (module.routes)())).collect();
    routes.sort_by_key(|route| (route.path, route.method));
    routes
}

/// What machines ask, without anything that a person needs.
fn for_machines(app: &App, handler: MethodRouter<App>) -> MethodRouter<App> {
    let protect = |State(app): State<App>, mut response: Response| async move {
        security::protect(response.headers_mut(), &app, false);
        response
    };
    handler.layer(map_response_with_state(app.clone(), protect))
}

/// The application as a service.
pub fn router(app: App) -> Router {
    let (mut router, mut bearers) = (Router::new(), Router::new());
    for route in routes(app.modules()) {
        let limit = DefaultBodyLimit::max(route.body_limit);
        if matches!(route.permission, Permission::Bearer(_)) {
            bearers = bearers.route(route.path, route.handler.layer(limit));
            continue;
        }
        let terms = Terms { permission: route.permission, purposes: route.purposes, weight: route.weight };
        let handler: MethodRouter<App> = route.handler.layer(from_fn_with_state(terms, gate));
        router = router.route(route.path, handler.layer(limit));
    }
    let bearers = bearers.layer(CatchPanicLayer::new()).layer(from_fn_with_state(app.clone(), bearer::around));
    router
        .route("/assets/{version}/{*name}", get(assets::serve))
        // One of its own, so that what is nowhere is answered with a page whatever is merged in below.
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), request::around))
        .merge(bearers)
        .layer(CompressionLayer::new())
        .route("/healthz", for_machines(&app, get(health::healthz)))
        .route("/readyz", for_machines(&app, get(health::readyz)))
        .with_state(app)
}
