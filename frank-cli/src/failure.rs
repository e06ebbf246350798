//! Why a command could not do its work.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::terminal::{self, visible};

/// The exit code of every failure; the same as for arguments that cannot be understood.
pub(crate) const EXIT_CODE: u8 = 2;

/// What is told to the user instead of a result.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    details: Vec<String>,
    help: Option<String>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), details: Vec::new(), help: None }
    }

    /// Something could not be done to a file or directory.
    pub(crate) fn io(what: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("cannot {what} `{}`: {}", path.display(), reason(error)))
    }

    /// Adds one line below the headline each.
    pub(crate) fn details(mut self, details: impl IntoIterator<Item = String>) -> Self {
        self.details.extend(details);
        self
    }

    /// Adds what to do.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Failure {
    /// Whole lines, as they belong on standard error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (error, help) = (terminal::ERROR, terminal::HELP);
        writeln!(f, "{error}error{error:#}: {}", visible(&self.message))?;
        for detail in &self.details {
            writeln!(f, "  {}", visible(detail))?;
        }
        match &self.help {
            Some(text) => writeln!(f, "{help}help{help:#}: {}", visible(text)),
            None => Ok(()),
        }
    }
}

/// What went wrong, in the same words on every system.
pub(crate) fn reason(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file or directory",
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::AlreadyExists => "it exists already",
        ErrorKind::NotADirectory => "a part of the path is a file, not a directory",
        ErrorKind::IsADirectory => "it is a directory, not a file",
        ErrorKind::ReadOnlyFilesystem => "the file system is read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "no space is left",
        ErrorKind::FileTooLarge => "the file would be larger than files may be",
        _ => return error.to_string(),
    };
    words.to_owned()
}
