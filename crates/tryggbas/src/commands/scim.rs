//! Tokens for systems that keep accounts, on the command line.

use accounts::scim::Token;
use anyhow::{Context, Result};
use base::Id;
use db::{Actor, Db};
use identity::Unit;

use crate::cli::{ScimCommand, TokenCommand};
use crate::output::line;
use crate::settings::Settings;
use crate::store;

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: ScimCommand) -> Result<()> {
    let ScimCommand::Token(command) = command;
    let db = store::open(settings).await?;
    match command {
        TokenCommand::Add { organisation, name, days } => add(settings, &db, &organisation, &name, days).await?,
        TokenCommand::List { organisation } => list(settings, &db, organisation.as_deref()).await?,
        TokenCommand::Revoke { id } => {
            let id = Id::parse(&id).context("this is no id: see scim token list")?;
            Token::revoke(&db, Actor::Command("scim token revoke"), &id).await?;
            if settings.json {
                line(serde_json::json!({ "id": id }));
            } else {
                line("The token lets nobody in any more.");
            }
        }
    }
    Ok(db.close().await?)
}

async fn find(db: &Db, code: &str) -> Result<Unit> {
    Unit::find_by_code(db, code).await?.with_context(|| format!("no unit has the code or id {code}"))
}

async fn add(settings: &Settings, db: &Db, organisation: &str, name: &str, days: i64) -> Result<()> {
    let unit = find(db, organisation).await?;
    let made = Token::make(db, Actor::Command("scim token add"), &unit.id, name, days).await?;
    if settings.json {
        line(serde_json::json!({ "id": made.id, "token": made.token }));
    } else {
        line(format!("Shown once, for {} and all below, good for {days} days:\n  {}", unit.name, made.token));
    }
    Ok(())
}

async fn list(settings: &Settings, db: &Db, organisation: Option<&str>) -> Result<()> {
    let only = match organisation {
        Some(code) => Some(find(db, code).await?.id),
        None => None,
    };
    let mut tokens = Token::list_all(db).await?;
    tokens.retain(|token| only.as_ref().is_none_or(|only| only.as_str() == token.organisation_id));
    let now = db.clock().now().as_microsecond();
    if settings.json {
        let json = |token: &Token| {
            serde_json::json!({
                "id": token.id, "name": token.name, "organisation": token.organisation_id, "made_at": token.made_at,
                "expires_at": token.expires_at, "used_at": token.used_at, "revoked_at": token.revoked_at,
            })
        };
        line(serde_json::Value::from_iter(tokens.iter().map(json)));
        return Ok(());
    }
    for token in tokens {
        let state = if token.is_over(now) { "over" } else { "good" };
        let used = token.used_at.map_or("never used".to_owned(), |at| format!("used {}", db::instant(at)));
        line(format!("{}  {state}  {:30} {:30} {used}", token.id, token.name, token.organisation));
    }
    Ok(())
}
