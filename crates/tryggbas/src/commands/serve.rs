//! Serving the site for real.

use std::net::SocketAddr;

use anyhow::{Result, bail};
use db::{Actor, Db};
use web::Address;

use crate::settings::Settings;
use crate::{server, store};

/// Serves, and prints a one-time link for an operator who has nothing else to sign in with.
pub(crate) async fn run(settings: &Settings) -> Result<()> {
    let db = store::open(settings).await?;
    let address = settings.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
    let listener = server::bind(address).await?;
    let port = listener.local_addr()?.port();
    let public = store::usual_address(settings, Some(port))?;
    if demo::is_example(&db).await? {
        bail!("this is the example, whose passwords are known to all: name another folder with --data, or use demo");
    }
    let link = operator_link(&db, &public).await?;
    if settings.json {
        println!("{}", serde_json::json!({ "address": public.origin(), "operator_link": link }));
    } else {
        println!("Serving {}", public.origin());
        if let Some(link) = link {
            println!("Sign in as the operator, once, within {} minutes:", accounts::LINK_MINUTES);
            println!("  {link}");
        }
    }
    let app = store::app(db, settings, public, false)?;
    server::serve(app, listener, settings).await
}

/// The link of an operator without credentials. Whoever has them needs no link, and then none lies in the journal.
async fn operator_link(db: &Db, public: &Address) -> Result<Option<String>> {
    let operator = accounts::operator(db, Actor::Command("serve")).await?;
    if accounts::credentials::has_any(db, &operator).await? {
        return Ok(None);
    }
    let token = accounts::sign_in_link(db, &operator, Actor::Command("serve")).await?;
    Ok(Some(format!("{}/sign-in/{token}", public.origin())))
}
