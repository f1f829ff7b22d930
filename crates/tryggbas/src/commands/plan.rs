//! Plans on the command line.

pub(crate) mod export;
mod import;

use anyhow::{Context, Result};
use db::{PageRequest, Queries};
use identity::{HeldRole, Role, Viewer};
use plans::version::Decision;

use crate::cli::{AdoptArguments, PlanCommand};
use crate::output;
use crate::settings::Settings;
use crate::store;

/// Does what the command line says.
pub(crate) async fn run(settings: &Settings, command: PlanCommand) -> Result<()> {
    match command {
        PlanCommand::List => list(settings).await,
        PlanCommand::Import(arguments) => import::run(settings, &arguments).await,
        PlanCommand::Export(arguments) => export::run(settings, &arguments).await,
        PlanCommand::Adopt(arguments) => adopt(settings, &arguments).await,
    }
}

/// The operator of the machine reaches everything that is in its database.
pub(crate) async fn operator(db: &db::Db) -> Result<Viewer> {
    let person = accounts::operator(db, db::Actor::Command("plan")).await?;
    let mut viewer = identity::Person::viewer(db, &person).await?;
    for path in db.texts("SELECT path FROM unit WHERE parent_id IS NULL", db::values![]).await? {
        let unit = base::Id::stored(path.trim_matches('/').to_owned());
        viewer.roles.push(HeldRole::new(Role::Administrator, unit, "", path));
    }
    Ok(viewer)
}

async fn adopt(settings: &Settings, arguments: &AdoptArguments) -> Result<()> {
    let db = store::open(settings).await?;
    let viewer = operator(&db).await?;
    let id = base::Id::parse(&arguments.plan).with_context(|| format!("{} is no plan's id", arguments.plan))?;
    let decision = Decision {
        body: arguments.by.clone(),
        date: arguments.on,
        paragraph: arguments.paragraph.clone(),
        diary_number: arguments.diary_number.clone(),
        in_force_from: arguments.in_force.unwrap_or(arguments.on),
    };
    plans::Plan::adopt(&db, &viewer, &id, &decision).await?;
    if arguments.publish {
        plans::Plan::publish(&db, &viewer, &id, true).await?;
    }
    if settings.json {
        output::line(serde_json::json!({ "id": id, "adopted": decision.date, "published": arguments.publish }));
    } else {
        output::line(format_args!("Adopted {id} by {} on {}.", decision.body, decision.date));
    }
    Ok(db.close().await?)
}

async fn list(settings: &Settings) -> Result<()> {
    let db = store::open(settings).await?;
    let viewer = operator(&db).await?;
    let today = db.clock().today();
    let mut plans = Vec::new();
    for page in 1.. {
        let request = PageRequest::new(page, 500);
        let listed = plans::Plan::list(&db, &viewer, &Default::default(), today, request).await?;
        let last = i64::from(page) >= listed.pages();
        plans.extend(listed.rows);
        if last {
            break;
        }
    }
    let rows: Vec<serde_json::Value> = plans
        .iter()
        .map(|row| {
            serde_json::json!({
                "id": row.plan.id, "title": row.plan.title, "owner": row.plan.owner_name,
                "period": row.plan.period.to_string(), "state": row.plan.state(today).as_str(), "actions": row.actions,
            })
        })
        .collect();
    if settings.json {
        output::line(serde_json::to_string_pretty(&rows)?);
        return Ok(());
    }
    for row in &plans {
        let (plan, state) = (&row.plan, row.plan.state(today).as_str());
        output::line(format_args!("{:24} {:12} {:10} {:4} {}", plan.id, state, plan.period, row.actions, plan.title));
    }
    Ok(())
}
