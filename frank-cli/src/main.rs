//! The program `frank`: arguments, files, terminal.
//!
//! What a cluster is and what is wrong with one is known by `cluster-model`; nothing here decides it.

mod args;
mod commands;
mod diff;
mod failure;
mod file;
mod format;
mod history;
mod jsonpath;
mod outcome;
mod repository;
mod subject;
mod table;
mod target;
mod terminal;
mod tree;
mod watch;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    match args::Args::parse().command.run() {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            terminal::tell(&failure.to_string());
            ExitCode::from(failure::EXIT_CODE)
        }
    }
}
