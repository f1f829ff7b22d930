//! The one lane that all writes to an SQLite file share.
//!
//! Writes wait in line. Each is a savepoint in an open transaction; a write that finds others waiting leaves the
//! transaction open for them, and whoever comes last commits for all: one `fsync` for many writes. A write counts as
//! acknowledged only after that commit, so a crash takes nothing that anybody was told was saved.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sea_orm::{ConnectionTrait, DatabaseConnection};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::{DbError, Result};

/// Most writes that share a commit.
const MOST_TOGETHER: usize = 64;

/// The writing connection and those who wait for it.
#[derive(Debug)]
pub(crate) struct Lane {
    state: Arc<Mutex<State>>,
    waiting: AtomicUsize,
}

/// What only the one in the lane may touch.
#[derive(Debug)]
pub(crate) struct State {
    /// A pool of exactly one connection.
    pub(crate) connection: DatabaseConnection,
    open: bool,
    unconfirmed: Vec<oneshot::Sender<Option<String>>>,
}

/// A place in the lane: a savepoint in the open transaction. Dropped without `commit`, its writes are undone.
#[derive(Debug)]
pub(crate) struct Slot {
    lane: Arc<Lane>,
    state: Option<OwnedMutexGuard<State>>,
}

impl Lane {
    pub(crate) fn new(connection: DatabaseConnection) -> Arc<Self> {
        let state = State { connection, open: false, unconfirmed: Vec::new() };
        Arc::new(Self { state: Arc::new(Mutex::new(state)), waiting: AtomicUsize::new(0) })
    }

    /// Waits for the lane and opens a savepoint.
    pub(crate) async fn enter(self: &Arc<Self>) -> Result<Slot> {
        let waiting = Waiting::new(self);
        let mut state = Arc::clone(&self.state).lock_owned().await;
        drop(waiting);
        if !state.open {
            state.connection.execute_unprepared("BEGIN IMMEDIATE").await?;
            state.open = true;
        }
        state.connection.execute_unprepared("SAVEPOINT change").await?;
        Ok(Slot { lane: Arc::clone(self), state: Some(state) })
    }

    /// Waits for the last write and closes the connection.
    pub(crate) async fn close(&self) -> Result<()> {
        let mut state = Arc::clone(&self.state).lock_owned().await;
        if state.open {
            state.commit().await?;
        }
        Ok(state.connection.clone().close().await?)
    }

    /// Commits what is left open once the lane is free.
    async fn flush(self: Arc<Self>) {
        let mut state = Arc::clone(&self.state).lock_owned().await;
        if state.open && (self.waiting.load(Ordering::SeqCst) == 0 || state.unconfirmed.len() >= MOST_TOGETHER) {
            state.commit().await.unwrap_or_else(|error| tracing::error!(%error, "commit failed"));
        }
    }
}

impl State {
    /// Commits for everybody in the open transaction and tells them.
    async fn commit(&mut self) -> Result<()> {
        let outcome = self.connection.execute_unprepared("COMMIT").await;
        if outcome.is_err() {
            // A failed commit leaves the transaction open; nothing of it may linger.
            let _undone = self.connection.execute_unprepared("ROLLBACK").await;
        }
        self.open = false;
        let failure = outcome.as_ref().err().map(ToString::to_string);
        for waiting in self.unconfirmed.drain(..) {
            // Whoever no longer listens was cut off; the write itself stands.
            let _gone = waiting.send(failure.clone());
        }
        outcome.map(drop).map_err(DbError::from)
    }
}

impl Slot {
    /// The connection while the slot is held; `None` never happens before `commit`.
    pub(crate) fn connection(&self) -> Result<&DatabaseConnection> {
        self.state.as_ref().map(|state| &state.connection).ok_or(DbError::NoRow)
    }

    /// Keeps the writes and returns once they are on disk.
    pub(crate) async fn commit(mut self) -> Result<()> {
        let Some(mut state) = self.state.take() else { return Err(DbError::NoRow) };
        if let Err(error) = state.connection.execute_unprepared("RELEASE change").await {
            self.state = Some(state);
            return Err(error.into());
        }
        if self.lane.waiting.load(Ordering::SeqCst) == 0 || state.unconfirmed.len() + 1 >= MOST_TOGETHER {
            return state.commit().await;
        }
        let (tell, told) = oneshot::channel();
        state.unconfirmed.push(tell);
        drop(state);
        // The next in line may be cut off while it waits; the flush stands behind it in the queue.
        tokio::spawn(Arc::clone(&self.lane).flush());
        match told.await {
            Ok(None) => Ok(()),
            Ok(Some(message)) => Err(DbError::Engine(sea_orm::DbErr::Custom(message))),
            Err(_) => Err(DbError::Engine(sea_orm::DbErr::Custom("commit was not confirmed".to_owned()))),
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let Some(state) = self.state.take() else { return };
        let lane = Arc::clone(&self.lane);
        tokio::spawn(async move {
            for statement in ["ROLLBACK TO change", "RELEASE change"] {
                if let Err(error) = state.connection.execute_unprepared(statement).await {
                    tracing::error!(%error, statement, "undoing a change failed");
                }
            }
            drop(state);
            lane.flush().await;
        });
    }
}

/// Counts itself as waiting for as long as it lives, even when its task is cut off.
struct Waiting<'a>(&'a Lane);

impl<'a> Waiting<'a> {
    fn new(lane: &'a Lane) -> Self {
        lane.waiting.fetch_add(1, Ordering::SeqCst);
        Self(lane)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}
