//! `frank init`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use cluster_model::spec::STARTER;

use crate::failure::Failure;
use crate::file::{self, SPEC, STANDARD};
use crate::outcome::Outcome;
use crate::terminal;

/// Write a first cluster spec, to be changed
#[derive(Args)]
pub(crate) struct Init {
    /// The file to write, or the directory to write `cluster.yaml` in; `-` for standard output
    #[arg(value_name = "PATH", default_value = SPEC)]
    path: PathBuf,

    /// Overwrite a file that is there
    #[arg(long)]
    force: bool,
}

impl Init {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        if self.path.as_os_str() == STANDARD {
            terminal::print(STARTER)?;
            return Ok(Outcome::Clean);
        }
        let path = if self.path.is_dir() { self.path.join(SPEC) } else { self.path.clone() };
        let failed = |error: &std::io::Error| Failure::io("write", &path, error);

        let permissions = fs::metadata(&path).ok().map(|existing| existing.permissions());
        let file = file::stage(file::parent(&path), STARTER, permissions).map_err(|error| failed(&error))?;
        let written = if self.force { file.persist(&path) } else { file.persist_noclobber(&path) };
        written.map_err(|error| match error.error.kind() {
            ErrorKind::AlreadyExists => {
                failed(&error.error).help("overwrite it with `--force`, or name another file")
            }
            _ => failed(&error.error),
        })?;
        let argument = if path == Path::new(SPEC) { String::new() } else { format!(" {}", path.display()) };
        terminal::print(&format!(
            "wrote {}\n\n\
             Next: put your machines in it, see what is wrong with `frank check{argument}`, then `frank \
             generate{argument}`.\n\
             For help in your editor: `frank schema > {}`\n",
            path.display(),
            path.with_file_name("cluster.schema.json").display(),
        ))?;
        Ok(Outcome::Clean)
    }
}
