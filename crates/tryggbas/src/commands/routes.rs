//! Every route with its permission.

use anyhow::Result;
use serde::Serialize;

use crate::output;
use crate::settings::Settings;
use crate::store::MODULES;

#[derive(Serialize)]
struct Line {
    method: &'static str,
    path: &'static str,
    #[serde(flatten)]
    permission: web::Permission,
    /// Purposes of links whose holders may call it too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<&'static str>,
}

/// Prints them, one a line or as JSON.
pub(crate) fn run(settings: &Settings) -> Result<()> {
    let routes = web::routes(&MODULES);
    let links = |route: &web::Route| route.purposes.iter().map(|purpose| purpose.0).collect::<Vec<_>>();
    let line = |route: &web::Route| Line {
        method: route.method,
        path: route.path,
        permission: route.permission,
        links: links(route),
    };
    if settings.json {
        output::line(serde_json::to_string_pretty(&routes.iter().map(line).collect::<Vec<_>>())?);
        return Ok(());
    }
    for route in &routes {
        let permission = match route.permission {
            web::Permission::Public(because) => format!("public: {because}"),
            web::Permission::Bearer(because) => format!("bearer: {because}"),
            web::Permission::SignedIn => "signed in".to_owned(),
            web::Permission::Somewhere(verb) => format!("{verb:?} at some unit"),
        };
        let also = links(route).iter().map(|purpose| format!(", or a link to {purpose}")).collect::<String>();
        output::line(format_args!("{:5} {:60} {permission}{also}", route.method, route.path));
    }
    Ok(())
}
