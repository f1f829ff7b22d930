//! The child process that reads a file from outside.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

use sheets::child::{self, Task};

/// Limits itself, reads one file from standard input and answers on standard output what the task makes of it.
pub(crate) fn run(task: Option<&OsStr>) -> ExitCode {
    let served = child::apply_limits().and_then(|()| match task.and_then(OsStr::to_str) {
        Some(word) if word == plans::import::TASK.word() => serve(&plans::import::TASK),
        Some(word) if word == plans::workbook::TASK.word() => serve(&plans::workbook::TASK),
        Some(word) if word == accounts::organisation_import::TASK.word() => serve(&accounts::organisation_import::TASK),
        Some(word) if word == reports::outside::file::TASK.word() => serve(&reports::outside::file::TASK),
        _ => Err(ErrorKind::InvalidInput.into()),
    });
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn serve<T: serde::Serialize>(task: &Task<T>) -> io::Result<()> {
    child::serve(task, io::stdin().lock(), io::stdout().lock())
}
