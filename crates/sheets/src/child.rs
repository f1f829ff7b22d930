//! Reading in a process of its own, with bounded memory and time.
//!
//! The program starts itself again with an argument of its choice; that process calls [`apply_limits`] and then [`serve`].
//! Whatever a file does to it, the server only sees an answer, or none.

mod reader;
pub(crate) mod wire;

use std::io::{self, BufWriter, Read, Write};

use rlimit::Resource;

use crate::read::{self, Limits, ReadError};

pub use reader::Reader;

/// Memory a child may map, in MiB.
const MEMORY_MIB: u64 = 512;

/// Processor time a child may use, in seconds.
const PROCESSOR_SECONDS: u64 = 10;

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

/// Answers one request: reads a name and a file, writes what the file holds or why it was not read.
///
/// # Errors
/// When the request is cut off or the answer cannot be written.
pub fn serve(mut input: impl Read, output: impl Write) -> io::Result<()> {
    let limits = Limits::default();
    let answer = match wire::read_request(&mut input, &limits)? {
        Ok((name, bytes)) => read::file_within(&limits, name.as_deref(), &bytes),
        Err(error) => Err(error),
    };
    let mut output = BufWriter::new(output);
    wire::write_answer(&answer, &mut output)?;
    output.flush()
}

/// The error of an answer that grew past what the server takes.
fn too_much() -> ReadError {
    ReadError::TooMuchText { limit_mib: Limits::default().text_mib }
}
