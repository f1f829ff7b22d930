//! Reading in a process of its own, with bounded memory and time.
//!
//! The program starts itself again with an argument of its choice and the word of a [`Task`]; that process calls
//! [`apply_limits`] and then [`serve`] with the same task. What a file means is found there too: whatever a file does to that
//! process, the server only sees an answer that is small enough, or none.

mod reader;
mod task;
pub(crate) mod wire;

use std::io::{self, Read, Write};

use rlimit::Resource;
use serde::Serialize;

use crate::read::Limits;

pub use reader::Reader;
pub use task::Task;

/// Memory a child may map, in MiB.
const MEMORY_MIB: u64 = 512;

/// Processor time a child may use, in seconds: what the server waits, should the server not be there to end it.
/// A program that is not optimised is slower many times over.
const PROCESSOR_SECONDS: u64 = if cfg!(debug_assertions) { 30 } else { 2 };

/// Files a child may have open.
const FILES: u64 = 16;

/// Bounds this process for good: memory, processor time, open files, no file written, no memory image left behind.
///
/// # Errors
/// When the system refuses. The process should then not read anything.
pub fn apply_limits() -> io::Result<()> {
    let memory = MEMORY_MIB * 1024 * 1024;
    Resource::AS.set(memory, memory)?;
    Resource::CPU.set(PROCESSOR_SECONDS, PROCESSOR_SECONDS)?;
    Resource::NOFILE.set(FILES, FILES)?;
    Resource::FSIZE.set(0, 0)?;
    Resource::CORE.set(0, 0)
}

/// Answers one request: reads a name and a file, writes what the task makes of it or why it was not read.
///
/// # Errors
/// When the request is cut off or the answer cannot be written.
pub fn serve<T: Serialize>(task: &Task<T>, mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    let answer = match wire::read_request(&mut input, &Limits::default())? {
        Ok((name, bytes)) => task.answer(name.as_deref(), &bytes)?,
        Err(error) => wire::encode::<T>(&Err(error))?,
    };
    output.write_all(&answer)?;
    output.flush()
}
