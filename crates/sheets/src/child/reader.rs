//! The server's side: starts a child for each file and waits for its answer.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{ChildStdin, ChildStdout, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::Task;
use super::wire::{self, request_head};
use crate::read::{Limits, ReadError};

/// The longest a file may take: a page that says so then still comes within two seconds. A program that is not optimised is
/// slower many times over.
const SLOWEST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 30_000 } else { 1_500 });

/// The longest a file waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many files are read at once.
const AT_ONCE: usize = 2;

/// Reads files, here or in a child. Clones share their turns.
#[derive(Debug, Clone)]
pub struct Reader {
    way: Way,
    turns: Arc<Semaphore>,
    slowest: Duration,
}

#[derive(Debug, Clone)]
enum Way {
    Here,
    Child { program: PathBuf, arguments: Vec<OsString> },
}

impl Reader {
    /// Reads in this process: for tests.
    #[must_use]
    pub fn here() -> Self {
        Self::new(Way::Here)
    }

    /// Reads in a child: `program` started with `arguments` and the word of a task must call
    /// [`apply_limits`](super::apply_limits) and then [`serve`](super::serve) on its standard input and output.
    #[must_use]
    pub fn child<A: Into<OsString>>(program: impl Into<PathBuf>, arguments: impl IntoIterator<Item = A>) -> Self {
        let arguments = arguments.into_iter().map(Into::into).collect();
        Self::new(Way::Child { program: program.into(), arguments })
    }

    fn new(way: Way) -> Self {
        Self { way, turns: Arc::new(Semaphore::new(AT_ONCE)), slowest: SLOWEST }
    }

    /// The same reader with another limit of time.
    #[must_use]
    pub fn within(self, slowest: Duration) -> Self {
        Self { slowest, ..self }
    }

    /// Has something made of a file.
    ///
    /// # Errors
    /// Says why the file was not read; also when the child took too long or gave up, or what it made is too much.
    pub async fn read<T>(&self, task: &Task<T>, name: Option<String>, bytes: Vec<u8>) -> Result<T, ReadError>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        Limits::default().admit(&bytes)?;
        let turn = timeout(PATIENCE, self.turns.acquire()).await.map_err(|_| ReadError::Busy)?;
        // The semaphore is never closed, so a turn always comes.
        let _turn = turn.map_err(|_| ReadError::Busy)?;
        let reading = async {
            match &self.way {
                Way::Here => here(*task, name, bytes).await,
                Way::Child { program, arguments } => {
                    let mut command = Command::new(program);
                    command.args(arguments).arg(task.word());
                    ask(command, task, name, bytes).await
                }
            }
        };
        let slow = ReadError::TooSlow { limit_ms: self.slowest.as_millis() as u64 };
        timeout(self.slowest, reading).await.unwrap_or(Err(slow))
    }
}

/// The answer takes the same way as from a child, so that it has the same bounds.
async fn here<T>(task: Task<T>, name: Option<String>, bytes: Vec<u8>) -> Result<T, ReadError>
where
    T: Serialize + DeserializeOwned + Send + 'static,
{
    let work = move || {
        let answer = task.answer(name.as_deref(), &bytes).map_err(|_| ReadError::GaveUp)?;
        wire::decode(&answer)
    };
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(ReadError::GaveUp))
}

/// Starts a child, hands it the file and takes its answer. The child ends with this future, however that ends.
async fn ask<T>(mut command: Command, task: &Task<T>, name: Option<String>, bytes: Vec<u8>) -> Result<T, ReadError>
where
    T: DeserializeOwned + Send + 'static,
{
    let mut child = command
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|_| ReadError::GaveUp)?;
    let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(ReadError::GaveUp);
    };
    // An answer that is no good ends the handing over too.
    let answer = tokio::try_join!(hand_over(input, name, bytes), take(task, output)).map(|((), answer)| answer);
    // It has nothing more to say. Failing to end it means that it has ended.
    let _ = child.kill().await;
    let answer = answer?;
    tokio::task::spawn_blocking(move || wire::decode(&answer)).await.unwrap_or(Err(ReadError::GaveUp))
}

/// Writes the request and lets go of the file. A child that stops listening has its say in the answer.
async fn hand_over(mut input: ChildStdin, name: Option<String>, bytes: Vec<u8>) -> Result<(), ReadError> {
    let head = request_head(name.as_deref(), bytes.len());
    if input.write_all(&head).await.is_ok() && input.write_all(&bytes).await.is_ok() {
        // An error here means that the child is gone, and then no answer comes either.
        let _ = input.shutdown().await;
    }
    Ok(())
}

/// Takes the answer, no more of it than is allowed.
async fn take<T>(task: &Task<T>, output: ChildStdout) -> Result<Vec<u8>, ReadError> {
    let mut answer = Vec::new();
    let taken = output.take(task.most() + 1).read_to_end(&mut answer).await;
    match taken.map_err(|_| ReadError::GaveUp)? as u64 {
        count if count > task.most() => Err(task.too_much()),
        _ => Ok(answer),
    }
}
