//! All routes of all domains behind the layers that every request passes.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::gate::{Gate, gate};
use crate::{App, Module, Permission, Route, assets, health, preferences, request};

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

/// The application as a service.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for route in routes(app.modules()) {
        let asked = Gate { permission: route.permission, purposes: route.purposes };
        let handler: MethodRouter<App> = route.handler.layer(from_fn_with_state(asked, gate));
        router = router.route(route.path, handler.layer(DefaultBodyLimit::max(route.body_limit)));
    }
    router
        .route("/assets/{version}/{*name}", get(assets::serve))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), request::around))
        .layer(CompressionLayer::new())
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .with_state(app)
}
