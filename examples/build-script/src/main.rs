//! Prints the patches that this program carries: which machines they are for, and how long they are.
//!
//! With the path of a patch as argument it prints that patch.

use std::io::{self, Write};
use std::process::ExitCode;

include!(concat!(env!("OUT_DIR"), "/frank.rs"));

fn main() -> ExitCode {
    let shown = match std::env::args().nth(1) {
        None => list(),
        Some(wanted) => match ARTIFACTS.iter().find(|(path, _)| *path == wanted) {
            Some((_, text)) => (*text).to_owned(),
            None => return ExitCode::FAILURE,
        },
    };
    match io::stdout().write_all(shown.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// One line for each patch: its length in bytes and its path.
fn list() -> String {
    let patches = ARTIFACTS.iter().filter(|(path, _)| path.starts_with("patches/"));
    patches.map(|(path, text)| format!("{:5} {path}\n", text.len())).collect::<Vec<_>>().concat()
}
