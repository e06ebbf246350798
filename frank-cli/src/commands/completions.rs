//! `frank completions`.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal;

/// Print the completions of a shell
///
/// For bash: `frank completions bash > ~/.local/share/bash-completion/completions/frank`. For fish:
/// `frank completions fish > ~/.config/fish/completions/frank.fish`. For zsh: into a file `_frank` in a directory
/// of `$fpath`.
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::args::Args::command(), "frank", &mut script);
        terminal::print(&String::from_utf8_lossy(&script))?;
        Ok(Outcome::Clean)
    }
}
