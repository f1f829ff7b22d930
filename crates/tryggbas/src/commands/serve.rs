//! Serving the site for real.

use std::net::SocketAddr;

use anyhow::{Context, Result};
use db::Actor;
use web::Address;

use crate::settings::Settings;
use crate::{server, store};

/// Serves, and prints a one-time link for the operator.
pub(crate) async fn run(settings: &Settings) -> Result<()> {
    let db = store::open(settings).await?;
    let address = settings.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
    let listener = server::bind(address).await?;
    let port = listener.local_addr()?.port();
    let scheme = if settings.tls.is_some() { "https" } else { "http" };
    let usual = || Address::parse(&format!("{scheme}://localhost:{port}"));
    let public = settings.public_url.clone().or_else(usual).context("no public address")?;
    let operator = accounts::operator(&db, Actor::Command("serve")).await?;
    let token = accounts::sign_in_link(&db, &operator, Actor::Command("serve")).await?;
    let link = format!("{}/sign-in/{token}", public.origin());
    if settings.json {
        println!("{}", serde_json::json!({ "address": public.origin(), "operator_link": link }));
    } else {
        println!("Serving {}", public.origin());
        println!("Sign in as the operator, once, within {} minutes:", accounts::LINK_MINUTES);
        println!("  {link}");
    }
    let app = store::app(db, settings, public, false)?;
    server::serve(app, listener, settings).await
}
