//! A filled example site on this machine.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use base::{Clock, Randomness};
use web::Address;

use crate::settings::Settings;
use crate::{output, server, store};

/// The seed of the example: the same people, plans and ids every time.
const SEED: u64 = 2024;

/// Roles that are worth trying first, in this order.
const FIRST: [&str; 6] = ["coordinator", "reporter", "approver", "principal", "district_manager", "administrator"];

/// Fills an empty folder, prints where it is and whom to sign in as, and serves.
pub(crate) async fn run(settings: &Settings) -> Result<()> {
    let address = settings.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
    if !address.ip().is_loopback() {
        bail!(
            "the example is for this machine alone, since anybody may take any role: listen on 127.0.0.1, or use serve"
        );
    }
    // Nothing leaves the example: what would go out can be read at /outbox.
    let mut settings = Settings { mail: None, ..settings.clone() };
    if settings.data.as_os_str() == "data" {
        settings.data = "data/demo".into();
    }
    fill(&settings).await?;
    let db = store::open(&settings).await?;
    let listener = match (server::bind(address).await, settings.listen) {
        (Ok(listener), _) => listener,
        (Err(_), None) => server::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?,
        (Err(error), Some(_)) => return Err(error),
    };
    let here = format!("http://localhost:{}", listener.local_addr()?.port());
    let accounts = demo::accounts(&db).await?;
    if settings.json {
        println!("{}", serde_json::json!({ "address": here, "accounts": accounts, "data": settings.data }));
    } else {
        println!("\n  Tryggbas, example site: {here}\n");
        for role in FIRST {
            if let Some(account) = accounts.iter().find(|account| account.role == role) {
                println!("  {:20} {} ({})", role.replace('_', " "), account.name, account.unit);
            }
        }
        println!("\n  Choose whom to be at {here}/sign-in ({} people, all invented).", accounts.len());
        println!("  The other commands work on it with --data {}. Ctrl-C ends.\n", settings.data.display());
    }
    let address = Address::parse(&here).context("no address")?;
    server::serve(store::app(db, &settings, address, true)?, listener, &settings).await
}

/// Fills the database when it is empty; a filled example is served as it was left.
async fn fill(settings: &Settings) -> Result<()> {
    let clock = Clock::fixed(Clock::System.now());
    let db = store::open_as_is(settings, clock, Randomness::seeded(SEED)).await?;
    db::migrate(&db).await?;
    if demo::is_empty(&db).await? {
        let bar = output::spinner("Writing the example", settings.json);
        demo::fill(&db).await?;
        bar.finish_and_clear();
    }
    Ok(db.close().await?)
}
