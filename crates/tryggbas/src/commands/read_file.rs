//! The child process that parses a file from outside.

use std::process::ExitCode;

/// Limits itself, reads one file from standard input and answers on standard output.
pub(crate) fn run() -> ExitCode {
    let done = sheets::child::apply_limits()
        .and_then(|()| sheets::child::serve(std::io::stdin().lock(), std::io::stdout().lock()));
    if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
