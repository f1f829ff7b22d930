//! Backups: every row as a line of JSON, compressed, with a count and a hash at the end. The same file restores into either engine.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sea_orm::{ConnectionTrait, QueryResult, Value};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use crate::open::moment;
use crate::queries::{ask, tell};
use crate::{Db, DbError, Engine, MIGRATIONS, Result, audit, master, migrations, values};

/// Every table, in an order in which a row's references are there before it.
pub(crate) const TABLES: &[&str] = &[
    "unit",
    "unit_name",
    "unit_member",
    "job_function",
    "person",
    "person_role",
    "session",
    "sign_in_link",
    "password",
    "second_factor",
    "recovery_code",
    "passkey",
    "ceremony",
    "attempt",
    "audit_event",
    "plan",
    "plan_version",
    "version_action",
    "version_action_body",
    "version_body",
    "version_goal",
    "own_activity",
    "consultation",
    "consultation_body",
    "consultation_comment",
    "plan_task",
    "plan_import",
    "organisation_import",
    "audit_end",
    "audit_checkpoint",
    "master_key",
    "retention_rule",
    "delegation",
    "invitation",
    "handover_note",
    "handover_receipt",
    "outside_identity",
    "mapped_role",
    "scim_token",
    "scim_user",
    "outgoing_mail",
    "password_reset_request",
    "password_reset",
    "access_link",
    "access_session",
    "form",
    "form_version",
    "round",
    "round_item",
    "report",
    "report_step",
    "report_figure",
    "report_evidence",
    "file_piece",
    "round_extension",
    "occasion",
    "occasion_completion",
    "calendar_feed",
    "round_note",
    "status_report",
    "status_report_section",
    "round_reminder",
    "outside_series",
    "outside_value",
    "indicator_source",
];

/// Tables whose rows are secrets of the moment and are not carried along: whoever restores signs in anew.
const PASSING: [&str; 10] = [
    "session",
    "sign_in_link",
    "invitation",
    "ceremony",
    "attempt",
    "outgoing_mail",
    "round_reminder",
    "password_reset_request",
    "password_reset",
    "access_session",
];

/// Tables that hold rows in a database from its beginning: a backup's take their place.
const BORN: [&str; 2] = ["audit_end", "master_key"];

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Rows in all.
    pub rows: u64,
    /// The SHA-256 of all lines but the last, as hexadecimal.
    pub sha256: String,
}

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    steps: Vec<String>,
    at: String,
}

/// Writes a backup of one moment, also while the program runs. The file appears whole or not at all.
///
/// # Errors
/// When the database or the disk refuses.
pub async fn backup(db: &Db, path: &Path, progress: &(dyn Fn(u64) + Sync)) -> Result<Summary> {
    let moment = moment(db).await?;
    let unfinished = path.with_extension("unfinished");
    let mut lines = Lines::create(&unfinished)?;
    let steps = MIGRATIONS.iter().map(|step| step.name.to_owned()).collect();
    lines.put(&Head { format: FORMAT.to_owned(), steps, at: db.clock().now().to_string() })?;
    let mut rows = 0;
    for table in TABLES.iter().filter(|table| !PASSING.contains(table)) {
        let mut after = 0;
        loop {
            let page =
                ask(&moment, &format!("SELECT * FROM {table} ORDER BY 1, 2 LIMIT 500 OFFSET {after}"), values![])
                    .await?;
            for row in &page {
                lines.put(&(table, line(table, row)?))?;
            }
            rows += page.len() as u64;
            progress(rows);
            if page.len() < 500 {
                break;
            }
            after += page.len();
        }
    }
    moment.rollback().await?;
    let summary = Summary { rows, sha256: lines.hash() };
    lines.put(&summary)?;
    lines.finish()?;
    std::fs::rename(&unfinished, path).map_err(disk)?;
    Ok(summary)
}

const FORMAT: &str = "tryggbas-backup-1";

/// Reads a backup through without touching any database.
///
/// # Errors
/// [`DbError::Stored`] with what is wrong: no backup, cut short, or changed.
pub fn verify(path: &Path) -> Result<Summary> {
    let mut hash = Sha256::new();
    let mut lines = open(path)?;
    let head: Head = next(&mut lines, &mut hash)?;
    check_head(&head)?;
    let mut rows = 0;
    loop {
        let text = next_text(&mut lines)?;
        if text.starts_with('[') {
            hash.update(text.as_bytes());
            rows += 1;
            continue;
        }
        let summary: Summary = serde_json::from_str(&text).map_err(|_| damaged("a line is neither row nor end"))?;
        let expected = Summary { rows, sha256: hex(hash) };
        return if summary == expected { Ok(summary) } else { Err(damaged("rows were changed, added or removed")) };
    }
}

/// Restores a backup into an empty database, of either engine. All of it or nothing.
///
/// # Errors
/// When the backup is damaged, the database is not empty, or the database refuses.
pub async fn restore(db: &Db, path: &Path, progress: &(dyn Fn(u64) + Sync)) -> Result<Summary> {
    let summary = verify(path)?;
    let mut lines = open(path)?;
    let head: Head = next(&mut lines, &mut Sha256::new())?;
    match db.begin().await? {
        crate::open::Begun::Postgres(transaction) => {
            replace(db, &transaction, &head, &mut lines, progress).await?;
            transaction.commit().await?;
        }
        crate::open::Begun::Sqlite(slot) => {
            replace(db, slot.connection()?, &head, &mut lines, progress).await?;
            slot.commit().await?;
        }
    }
    crate::migrate(db).await?;
    Ok(summary)
}

impl Head {
    /// Whether a table was there at the backup's steps: later ones are empty anyway.
    fn has(&self, table: &str) -> bool {
        MIGRATIONS.iter().any(|step| self.steps.iter().any(|name| name == step.name) && step.makes(table))
    }
}

/// Makes the backup's tables where they are missing, and puts its rows in the place of those that a database has from its
/// beginning.
async fn replace(
    db: &Db,
    connection: &impl ConnectionTrait,
    head: &Head,
    lines: &mut impl BufRead,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<()> {
    migrations::migrate_to(connection, db.engine(), &head.steps).await?;
    for table in TABLES.iter().filter(|table| head.has(table) && !BORN.contains(table)) {
        let any = ask(connection, &format!("SELECT 1 FROM {table} LIMIT 1"), values![]).await?;
        if !any.is_empty() {
            return Err(DbError::Stored("the database is not empty: restore into a new one".to_owned()));
        }
    }
    let defer = match db.engine() {
        Engine::Postgres => "SET CONSTRAINTS ALL DEFERRED",
        Engine::Sqlite => "PRAGMA defer_foreign_keys = ON",
    };
    connection.execute_unprepared(defer).await?;
    let taken = migrations::taken(connection).await?;
    let born = MIGRATIONS.iter().any(|step| step.makes("audit_end") && taken.iter().any(|name| name == step.name));
    if !born {
        return fill(connection, lines, progress).await;
    }
    for table in BORN {
        tell(connection, &format!("DELETE FROM {table}"), values![]).await?;
    }
    fill(connection, lines, progress).await?;
    if !head.has("audit_end") {
        audit::begin(connection, db.keys()).await?;
    }
    master::check(connection, db.keys()).await
}

async fn fill(
    connection: &impl ConnectionTrait,
    lines: &mut impl BufRead,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<()> {
    for count in 1.. {
        let text = next_text(lines)?;
        if !text.starts_with('[') {
            return Ok(());
        }
        let (table, mut row): (String, Map<String, Json>) = serde_json::from_str(&text)?;
        // What is nothing is left out: the columns that may be empty have no other default.
        row.retain(|_, value| !value.is_null());
        let known = TABLES.iter().find(|known| **known == table).ok_or_else(|| damaged("a row of an unknown table"))?;
        let columns: Vec<&str> = row.keys().map(String::as_str).collect();
        if columns.iter().any(|column| !column.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')) {
            return Err(damaged("a column with a strange name"));
        }
        let places: Vec<String> = (1..=columns.len()).map(|number| format!("${number}")).collect();
        let sql = format!("INSERT INTO {known} ({}) VALUES ({})", columns.join(", "), places.join(", "));
        tell(connection, &sql, row.values().map(value).collect()).await?;
        if count % 500 == 0 {
            progress(count);
        }
    }
    Ok(())
}

fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::String(None),
        Json::Bool(is) => (*is).into(),
        Json::Number(number) if number.is_f64() => number.as_f64().into(),
        Json::Number(number) => number.as_i64().into(),
        Json::String(text) => text.as_str().into(),
        other => other.to_string().into(),
    }
}

/// A row as JSON: text, number, yes or no, or nothing. SQLite gives yes and no as numbers, so the schema tells what it is.
fn line(table: &str, row: &QueryResult) -> Result<Map<String, Json>> {
    let mut map = Map::new();
    for column in row.column_names() {
        let json = match declared(table, &column) {
            Some("BOOLEAN") => row.try_get::<Option<bool>>("", &column)?.map_or(Json::Null, Json::from),
            Some("DOUBLE") => row.try_get::<Option<f64>>("", &column)?.map_or(Json::Null, Json::from),
            Some("BIGINT") => row.try_get::<Option<i64>>("", &column)?.map_or(Json::Null, Json::from),
            _ => row.try_get::<Option<String>>("", &column)?.map_or(Json::Null, Json::from),
        };
        map.insert(column, json);
    }
    Ok(map)
}

/// The first word of the type that the schema declares for the column, with its table or added to it.
fn declared(table: &str, column: &str) -> Option<&'static str> {
    let (makes, adds) = (format!("CREATE TABLE {table} ("), format!("ALTER TABLE {table} ADD COLUMN "));
    let kind =
        |line: &'static str| line.trim().strip_prefix(column)?.strip_prefix(' ')?.split([' ', ',', ';', '\n']).next();
    MIGRATIONS.iter().find_map(|step| {
        let made = step.sql.split_once(&makes).and_then(|(_, rest)| rest.split_once(");"));
        let of_table = made.and_then(|(columns, _)| columns.lines().find_map(kind));
        of_table.or_else(|| step.sql.lines().find_map(|line| kind(line.strip_prefix(&adds)?)))
    })
}

/// The lines of a backup on their way to disk.
struct Lines {
    file: GzEncoder<BufWriter<File>>,
    hash: Sha256,
}

impl Lines {
    fn create(path: &Path) -> Result<Self> {
        let file = File::create(path).map_err(disk)?;
        Ok(Self { file: GzEncoder::new(BufWriter::new(file), Compression::default()), hash: Sha256::new() })
    }

    fn put(&mut self, line: &impl Serialize) -> Result<()> {
        let text = serde_json::to_string(line)?;
        self.hash.update(text.as_bytes());
        self.file.write_all(text.as_bytes()).and_then(|()| self.file.write_all(b"\n")).map_err(disk)
    }

    fn hash(&self) -> String {
        hex(self.hash.clone())
    }

    fn finish(self) -> Result<()> {
        let mut file = self.file.finish().map_err(disk)?;
        file.flush().and_then(|()| file.get_ref().sync_all()).map_err(disk)
    }
}

fn open(path: &Path) -> Result<BufReader<GzDecoder<File>>> {
    Ok(BufReader::new(GzDecoder::new(File::open(path).map_err(disk)?)))
}

/// Longest line that is taken: a plan of ten thousand actions fits many times over.
const LONGEST: u64 = 256 * 1024 * 1024;

fn next_text(lines: &mut impl BufRead) -> Result<String> {
    let mut text = String::new();
    lines
        .by_ref()
        .take(LONGEST)
        .read_line(&mut text)
        .map_err(|_| damaged("it is cut short or not compressed as it should be"))?;
    match text.strip_suffix('\n') {
        Some(line) => Ok(line.to_owned()),
        None => Err(damaged("it is cut short")),
    }
}

fn next<T: serde::de::DeserializeOwned>(lines: &mut impl BufRead, hash: &mut Sha256) -> Result<T> {
    let text = next_text(lines)?;
    hash.update(text.as_bytes());
    serde_json::from_str(&text).map_err(|_| damaged("it does not begin as a backup does"))
}

fn check_head(head: &Head) -> Result<()> {
    if head.format != FORMAT {
        return Err(damaged("it is of a format this program does not know"));
    }
    match head.steps.iter().find(|step| !MIGRATIONS.iter().any(|known| known.name == **step)) {
        Some(step) => Err(DbError::Schema(format!("{step} is unknown to this program: run a newer one"))),
        None => Ok(()),
    }
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn damaged(what: &str) -> DbError {
    DbError::Stored(format!("the backup cannot be used: {what}"))
}

#[expect(clippy::needless_pass_by_value, reason = "used as a function for map_err")]
fn disk(error: std::io::Error) -> DbError {
    DbError::Stored(format!("file: {error}"))
}
