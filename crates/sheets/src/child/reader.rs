//! The server's side: starts a child for each file and waits for its answer.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{ChildStdin, ChildStdout, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::too_much;
use super::wire::{Answer, request_head};
use crate::Source;
use crate::read::{self, Limits, ReadError};

/// The longest a file may take.
const SLOWEST: Duration = Duration::from_secs(10);

/// The longest a file waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// The most of an answer that is taken, in bytes.
const LONGEST_ANSWER: u64 = 32 * 1024 * 1024;

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
    /// Reads in this process: for the command line, which has nobody else to protect, and for tests.
    #[must_use]
    pub fn here() -> Self {
        Self::new(Way::Here)
    }

    /// Reads in a child: `program` started with `arguments` must call [`apply_limits`](super::apply_limits) and then
    /// [`serve`](super::serve) on its standard input and output.
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

    /// Reads a file.
    ///
    /// # Errors
    /// Says why the file was not read; also when the child took too long or gave up.
    pub async fn read(&self, name: Option<String>, bytes: Vec<u8>) -> Result<Source, ReadError> {
        Limits::default().admit(&bytes)?;
        let turn = timeout(PATIENCE, self.turns.acquire()).await.map_err(|_| ReadError::Busy)?;
        // The semaphore is never closed, so a turn always comes.
        let _turn = turn.map_err(|_| ReadError::Busy)?;
        let reading = async {
            match &self.way {
                Way::Here => here(name, bytes).await,
                Way::Child { program, arguments } => ask(program, arguments, name, bytes).await,
            }
        };
        let slow = ReadError::TooSlow { limit_seconds: self.slowest.as_secs() };
        timeout(self.slowest, reading).await.unwrap_or(Err(slow))
    }
}

async fn here(name: Option<String>, bytes: Vec<u8>) -> Result<Source, ReadError> {
    let reading = tokio::task::spawn_blocking(move || read::file(name.as_deref(), &bytes));
    reading.await.unwrap_or(Err(ReadError::GaveUp))
}

/// Starts a child, hands it the file and takes its answer. The child ends with this future, however that ends.
async fn ask(
    program: &PathBuf,
    arguments: &[OsString],
    name: Option<String>,
    bytes: Vec<u8>,
) -> Result<Source, ReadError> {
    let mut child = Command::new(program)
        .args(arguments)
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
    let answer = tokio::try_join!(hand_over(input, name, bytes), take(output)).map(|((), source)| source);
    // It has nothing more to say. Failing to end it means that it has ended.
    let _ = child.kill().await;
    answer
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

/// Takes the answer line by line, no more of it than is allowed.
async fn take(output: ChildStdout) -> Result<Source, ReadError> {
    let mut output = BufReader::new(output.take(LONGEST_ANSWER + 1));
    let mut answer = Answer::default();
    let mut line = Vec::new();
    let mut taken = 0;
    loop {
        line.clear();
        let count = output.read_until(b'\n', &mut line).await.map_err(|_| ReadError::GaveUp)?;
        taken += count as u64;
        if taken > LONGEST_ANSWER {
            return Err(too_much());
        }
        if count == 0 {
            return answer.finish();
        }
        answer.take(&line)?;
    }
}
