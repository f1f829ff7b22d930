//! Reading, the same inside and outside a change.

use jiff::Timestamp;
use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult, Statement, Value};

use crate::{DbError, Result};

/// Rows that one statement inserts: beyond that nothing is gained, and engines have a limit on values.
const ROWS_AT_ONCE: usize = 100;

/// A row as it came from the database.
pub type Row = QueryResult;

/// The instant that a column of microseconds UTC holds.
#[must_use]
pub fn instant(microseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(microseconds).unwrap_or_default()
}

/// Questions to the database. Implemented by [`Db`](crate::Db) and by a running [`Change`](crate::Change).
pub trait Queries: Sync {
    /// The rows a statement answers with, untyped.
    fn rows(&self, sql: &str, values: Vec<Value>) -> impl Future<Output = Result<Vec<Row>>> + Send;

    /// All rows as values.
    fn all<T: FromQueryResult + Send>(
        &self,
        sql: &str,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<T>>> + Send {
        async move {
            let rows = self.rows(sql, values).await?;
            rows.iter().map(|row| T::from_query_result(row, "").map_err(DbError::from)).collect()
        }
    }

    /// The first row, if there is one.
    fn optional<T: FromQueryResult + Send>(
        &self,
        sql: &str,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Option<T>>> + Send {
        async move {
            let rows = self.rows(sql, values).await?;
            rows.first().map(|row| T::from_query_result(row, "").map_err(DbError::from)).transpose()
        }
    }

    /// The one number that a `SELECT COUNT(*)` and its like answer with.
    fn number(&self, sql: &str, values: Vec<Value>) -> impl Future<Output = Result<i64>> + Send {
        async move {
            let rows = self.rows(sql, values).await?;
            let row = rows.first().ok_or(DbError::NoRow)?;
            Ok(row.try_get_by_index::<Option<i64>>(0)?.unwrap_or_default())
        }
    }

    /// The first column of every row as text.
    fn texts(&self, sql: &str, values: Vec<Value>) -> impl Future<Output = Result<Vec<String>>> + Send {
        async move {
            let rows = self.rows(sql, values).await?;
            rows.iter().map(|row| row.try_get_by_index::<String>(0).map_err(DbError::from)).collect()
        }
    }
}

/// Asks on any connection.
pub(crate) async fn ask(connection: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.query_all_raw(statement).await?)
}

/// Executes on any connection; answers with the number of rows it touched.
pub(crate) async fn tell(connection: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<u64> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.execute_raw(statement).await?.rows_affected())
}

/// Inserts rows that all name the same columns in the same order, many with each statement.
pub(crate) async fn insert_all(
    connection: &impl ConnectionTrait,
    table: &str,
    rows: Vec<Vec<(&str, Value)>>,
) -> Result<()> {
    for (sql, values) in insertions(table, rows) {
        tell(connection, &sql, values).await?;
    }
    Ok(())
}

/// Statements that insert rows, and their values.
fn insertions(table: &str, rows: Vec<Vec<(&str, Value)>>) -> Vec<(String, Vec<Value>)> {
    let columns: Vec<String> = rows.first().into_iter().flatten().map(|(column, _)| (*column).to_owned()).collect();
    let places = |row: usize| {
        let places = (1..=columns.len()).map(|place| format!("${}", row * columns.len() + place));
        format!("({})", places.collect::<Vec<_>>().join(", "))
    };
    let mut values = rows.into_iter().map(|row| row.into_iter().map(|(_, value)| value)).peekable();
    let mut insertions = Vec::new();
    while values.peek().is_some() {
        let part: Vec<_> = values.by_ref().take(ROWS_AT_ONCE).collect();
        let rows = (0..part.len()).map(places).collect::<Vec<_>>().join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES {rows}", columns.join(", "));
        insertions.push((sql, part.into_iter().flatten().collect()));
    }
    insertions
}
