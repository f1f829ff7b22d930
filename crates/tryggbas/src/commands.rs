//! The commands.

mod audit;
mod backup;
mod check;
mod demo;
mod file;
mod key;
mod mail;
mod organisation;
mod plan;
pub(crate) mod read_file;
mod report;
mod round;
mod routes;
mod scim;
mod serve;
mod user;

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;

use crate::cli::{Cli, Command, MailCommand};
use crate::settings::Settings;
use crate::{server, store};

/// Does what the command line says.
pub(crate) fn run(cli: Cli) -> Result<()> {
    let settings = Settings::read(&cli.settings)?;
    log(&cli.command);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start")?;
    runtime.block_on(async {
        match cli.command {
            Command::Demo => demo::run(&settings).await,
            Command::Serve => serve::run(&settings).await,
            Command::Worker => {
                let (db, public) = (store::open(&settings).await?, store::usual_address(&settings, None)?);
                let is_example = ::demo::is_example(&db).await?;
                // Nothing leaves the example, whoever works on it.
                let mail = settings.mail.clone().filter(|_| !is_example);
                let settings = Settings { mail, ..settings.clone() };
                let app = store::app(db, &settings, public, is_example)?;
                server::work(app, &settings).await
            }
            Command::Migrate => migrate(&settings).await,
            Command::Plan(command) => plan::run(&settings, command).await,
            Command::Round(command) => round::run(&settings, command).await,
            Command::Report(command) => report::run(&settings, &command).await,
            Command::Organisation(command) => organisation::run(&settings, command).await,
            Command::User(command) => user::run(&settings, command).await,
            Command::Scim(command) => scim::run(&settings, command).await,
            Command::Backup { file } => backup::backup(&settings, &file).await,
            Command::Restore { file, verify } => backup::restore(&settings, &file, verify).await,
            Command::Check => check::run(&settings).await,
            Command::Audit(command) => audit::run(&settings, command).await,
            Command::Key(command) => key::run(&settings, &command).await,
            Command::Mail(MailCommand::Test { to }) => mail::test(&settings, &to).await,
            Command::NewKey => {
                println!("{}", keys::Keys::new_line(&base::Randomness::System));
                Ok(())
            }
            Command::Routes => routes::run(&settings),
        }
    })
}

/// Log lines are JSON on standard error; long-running commands say more.
fn log(command: &Command) {
    let usual = match command {
        Command::Serve | Command::Worker => "info",
        _ => "warn",
    };
    let filter = EnvFilter::try_from_env("TRYGGBAS_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let builder = tracing_subscriber::fmt().json().flatten_event(true).with_current_span(false).with_span_list(false);
    // A second start of logging in one process would be refused; there is only this one.
    let _only_one = builder.with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

async fn migrate(settings: &Settings) -> Result<()> {
    let db = store::open_as_is(settings, base::Clock::System, base::Randomness::System).await?;
    let taken = db::migrate(&db).await?;
    if settings.json {
        println!("{}", serde_json::json!({ "steps": taken }));
    } else if taken.is_empty() {
        println!("The schema is up to date.");
    } else {
        println!("Done: {}", taken.join(", "));
    }
    Ok(db.close().await?)
}
