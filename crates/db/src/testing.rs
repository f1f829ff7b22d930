//! An empty database for a test, on each engine.

use std::sync::atomic::{AtomicU64, Ordering};

use base::{Clock, Randomness};
use keys::Keys;
use sea_orm::ConnectionTrait;

use crate::{Db, Engine, Settings, migrate};

/// The environment variable that names a PostgreSQL server for tests.
pub const SERVER: &str = "TRYGGBAS_TEST_POSTGRES";

/// The engines that tests run on: always SQLite, PostgreSQL where a server is named.
#[must_use]
pub fn engines() -> Vec<Engine> {
    #[expect(clippy::disallowed_methods, reason = "tests learn from the environment where the server is")]
    let server = std::env::var(SERVER).is_ok();
    if server { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] }
}

/// An empty, migrated database on the engine. It goes away with the folder of temporary files, or with the server.
///
/// # Panics
/// When the database cannot be made: then no test can run.
#[expect(clippy::expect_used, clippy::disallowed_methods, reason = "a test without its database is to fail loudly")]
pub async fn database(engine: Engine, clock: Clock, randomness: Randomness) -> Db {
    let keys = Keys::parse(&Keys::new_line(&Randomness::seeded(0))).expect("a new line is a key");
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    let settings = match engine {
        Engine::Sqlite => {
            let folder = std::env::temp_dir().join("tryggbas-test").join(&name);
            let _none_before = std::fs::remove_dir_all(&folder);
            Settings::File(folder.join("tryggbas.db"))
        }
        Engine::Postgres => {
            let url = std::env::var(SERVER).expect("engines() offers PostgreSQL only with a server");
            let plain = Settings::Server { url: url.clone(), schema: None };
            let server =
                Db::open(&plain, clock.clone(), randomness.clone(), keys.clone()).await.expect("the server answers");
            let make = format!("DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}");
            server.connection().execute_unprepared(&make).await.expect("a schema can be made");
            server.close().await.expect("the connection closes");
            Settings::Server { url, schema: Some(name) }
        }
    };
    let db = Db::open(&settings, clock, randomness, keys).await.expect("the database opens");
    migrate(&db).await.expect("the schema can be made");
    db
}
