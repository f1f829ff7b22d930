//! The program: one binary with a command for each thing an operator does. Wiring only.

mod checkpoints;
mod cli;
mod commands;
mod key_file;
mod output;
mod post;
mod providers;
mod round;
mod server;
mod settings;
mod store;
#[cfg(test)]
mod tests;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;

fn main() -> ExitCode {
    // The database, its backups and exports are nobody else's on this machine to read.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    // A file from outside is read in a process of its own, which must be limited before it has any threads.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == store::READER) {
        return commands::read_file::run(std::env::args_os().nth(2).as_deref());
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no error; wrong use is 2.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _closed_pipe = error.print();
            return ExitCode::from(code);
        }
    };
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::failure(&error);
            ExitCode::from(1)
        }
    }
}
