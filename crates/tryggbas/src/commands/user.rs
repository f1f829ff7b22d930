//! Accounts on the command line: for the operator, who can reach the server and needs nobody's leave.

use accounts::credentials;
use anyhow::{Context, Result, bail};
use base::{Id, Problem};
use db::{Actor, Db, DbError};
use identity::{NewPerson, Role, Unit};

use crate::cli::UserCommand;
use crate::output::line;
use crate::settings::Settings;
use crate::store;

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: UserCommand) -> Result<()> {
    let db = store::open(settings).await?;
    match command {
        UserCommand::Add { email, name, role, unit } => {
            let person = add(&db, &email, name, &role, &unit).await?;
            print_link(settings, &db, &person, Actor::Command("user add")).await?;
        }
        UserCommand::List => list(settings, &db).await?,
        UserCommand::Reset { email } => {
            let person = find(&db, &email).await?;
            credentials::reset(&db, Actor::Command("user reset"), &person).await?;
            print_link(settings, &db, &person, Actor::Command("user reset")).await?;
        }
        UserCommand::Disable { email } => {
            let person = find(&db, &email).await?;
            credentials::set_active(&db, Actor::Command("user disable"), &person, false).await?;
            print_done(settings, &person, "The account is closed and its sessions are ended.");
        }
        UserCommand::Enable { email } => {
            let person = find(&db, &email).await?;
            credentials::set_active(&db, Actor::Command("user enable"), &person, true).await?;
            print_done(settings, &person, "The account is open.");
        }
    }
    Ok(db.close().await?)
}

async fn add(db: &Db, email: &str, name: String, role: &str, unit: &str) -> Result<Id> {
    let role = Role::parse(role).with_context(|| format!("there is no role {role}: see user add --help"))?;
    let found = Unit::find_by_code(db, unit).await?;
    let unit = found.with_context(|| format!("no unit has the code or id {unit}"))?.id;
    let email = email.trim().to_lowercase();
    if !email.contains('@') || email.contains(char::is_whitespace) {
        bail!("{email} is no address of e-mail");
    }
    let new = NewPerson { id: None, name, email, role, unit, function: None };
    match new.add(db, Actor::Command("user add")).await {
        Err(DbError::Taken(_)) => bail!("{} has an account already", new.email),
        added => Ok(added?),
    }
}

async fn find(db: &Db, email: &str) -> Result<Id> {
    match credentials::find_person(db, email).await {
        Err(DbError::Problem(Problem::NotFound)) => bail!("nobody has the address {email}"),
        found => Ok(found?),
    }
}

async fn list(settings: &Settings, db: &Db) -> Result<()> {
    let accounts = credentials::list(db).await?;
    if settings.json {
        line(serde_json::to_string(&accounts)?);
        return Ok(());
    }
    for account in accounts {
        let state = if account.active { "open" } else { "closed" };
        let mut ways = Vec::new();
        ways.extend(account.password.then_some("password".to_owned()));
        ways.extend(account.second_factor.then_some("app".to_owned()));
        ways.extend((account.passkeys > 0).then(|| format!("{} passkeys", account.passkeys)));
        line(format!("{:40} {:8} {:30} {}", account.email, state, account.name, ways.join(", ")));
    }
    Ok(())
}

async fn print_link(settings: &Settings, db: &Db, person: &Id, actor: Actor) -> Result<()> {
    let token = accounts::sign_in_link(db, person, actor).await?;
    let public = store::usual_address(settings, None)?;
    let link = format!("{}/sign-in/{token}", public.origin());
    if settings.json {
        line(serde_json::json!({ "id": person, "link": link }));
    } else {
        line(format!("Signs in once, within {} minutes:\n  {link}", accounts::LINK_MINUTES));
    }
    Ok(())
}

fn print_done(settings: &Settings, person: &Id, text: &str) {
    if settings.json { line(serde_json::json!({ "id": person })) } else { line(text) }
}
