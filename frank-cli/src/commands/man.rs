//! `frank man`.

use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man as Page;

use crate::failure::Failure;
use crate::file;
use crate::outcome::Outcome;
use crate::terminal;

/// Print the man page, or write the pages of all commands
#[derive(Args)]
pub(crate) struct Man {
    /// The directory to write `frank.1`, `frank-check.1` and so on in. Without it the page `frank.1` is printed
    #[arg(value_name = "DIR")]
    directory: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let mut frank = crate::args::Args::command().disable_help_subcommand(true);
        // Gives each subcommand its full name.
        frank.build();
        match &self.directory {
            None => terminal::print(&roff(&frank)?)?,
            Some(directory) => {
                for command in std::iter::once(&frank).chain(frank.get_subcommands()) {
                    let name = command.get_display_name().unwrap_or(command.get_name());
                    write(&directory.join(format!("{name}.1")), &roff(command)?)?;
                }
            }
        }
        Ok(Outcome::Clean)
    }
}

fn roff(command: &Command) -> Result<String, Failure> {
    let mut page = Vec::new();
    Page::new(command.clone())
        .render(&mut page)
        .map_err(|error| Failure::new(format!("cannot write the man page: {error}")))?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let file = file::stage(file::parent(path), text, None);
    let written = file.and_then(|file| file.persist(path).map_err(|error| error.error));
    written.map_err(|error| Failure::io("write", path, &error))?;
    terminal::print(&format!("wrote {}\n", path.display()))
}
