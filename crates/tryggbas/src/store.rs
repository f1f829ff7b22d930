//! The database and the application that the settings describe.

use anyhow::{Context, Result};
use base::{Clock, Randomness};
use db::Db;
use federation::{Federation, Outbound};
use sheets::child::Reader;
use web::{Address, App, AppSettings, Module};

use crate::key_file;
use crate::settings::Settings;

/// The hidden first argument of the child process that reads files from outside; the second says what is to be made of them.
pub(crate) const READER: &str = "read-file-from-outside";

/// All domains, in the order of their chapters.
pub(crate) const MODULES: [Module; 5] =
    [accounts::MODULE, plans::MODULE, rounds::MODULE, reports::MODULE, calendar::MODULE];

/// Opens the database and brings its schema up to date.
pub(crate) async fn open(settings: &Settings) -> Result<Db> {
    let db = open_as_is(settings, Clock::System, Randomness::System).await?;
    db::migrate(&db).await.context("the database's schema cannot be brought up to date")?;
    Ok(db)
}

/// Opens the database and leaves its schema alone.
pub(crate) async fn open_as_is(settings: &Settings, clock: Clock, randomness: Randomness) -> Result<Db> {
    let place = match &settings.database {
        Some(url) => db::Settings::Server { url: url.clone(), schema: None },
        None => db::Settings::File(settings.data.join("tryggbas.db")),
    };
    let what = match &settings.database {
        Some(_) => "the PostgreSQL server does not answer: check --database".to_owned(),
        None => format!("the database in {} cannot be opened: check --data", settings.data.display()),
    };
    Db::open(&place, clock, randomness, key_file::read(settings)?).await.context(what)
}

/// Where people reach it: as the settings say, or else on this machine.
pub(crate) fn usual_address(settings: &Settings, port: Option<u16>) -> Result<Address> {
    let scheme = if settings.tls.is_some() { "https" } else { "http" };
    let port = port.or(settings.listen.map(|at| at.port())).unwrap_or(3000);
    let usual = || Address::parse(&format!("{scheme}://localhost:{port}"));
    settings.public_url.clone().or_else(usual).context("no public address")
}

/// Puts the application together.
pub(crate) fn app(db: Db, settings: &Settings, address: Address, demo: bool) -> Result<App> {
    let federation = federation(settings, db.clock())?;
    let settings = AppSettings {
        address,
        trusted_proxies: settings.trusted_proxy.clone(),
        changes_per_minute: settings.changes_per_minute,
        // In a demonstration all that would go out can be read on a page.
        mail: demo || settings.mail.is_some(),
        hashing_mib: settings.hashing_mib,
        demo,
        federation,
    };
    App::new(db, settings, MODULES.to_vec(), reader()?).map_err(|faults| anyhow::anyhow!(faults.join("\n")))
}

/// The providers of the settings. Where there are none, no other machine is ever asked.
fn federation(settings: &Settings, clock: &Clock) -> Result<Federation> {
    if settings.providers.is_empty() {
        return Ok(Federation::default());
    }
    let outbound =
        Outbound::new().context("providers cannot be asked: is the list of certificate authorities there?")?;
    Ok(Federation::new(settings.providers.clone(), &outbound, clock))
}

/// Reads files from outside: this program once more, as a child.
pub(crate) fn reader() -> Result<Reader> {
    let program = std::env::current_exe().context("cannot find this program's own file")?;
    Ok(Reader::child(program, [READER]))
}
