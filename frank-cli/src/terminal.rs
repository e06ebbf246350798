//! Standard output and standard error.

use std::borrow::Cow;
use std::io::{self, ErrorKind, Write as _};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use manifest::report::Human;
use terminal_size::Width;

use crate::failure::{Failure, reason};

pub(crate) const HEADING: Style = Style::new().bold();
pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
pub(crate) const HELP: Style = AnsiColor::BrightCyan.on_default().bold();
pub(crate) const ADDED: Style = AnsiColor::Green.on_default();
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default();

/// One of the two streams that a program writes to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

impl Stream {
    /// How findings are shown on this stream.
    pub(crate) fn human(self) -> Human {
        let (choice, width) = match self {
            Self::Output => {
                (AutoStream::choice(&io::stdout()), terminal_size::terminal_size_of(io::stdout()))
            }
            Self::Error => (AutoStream::choice(&io::stderr()), terminal_size::terminal_size_of(io::stderr())),
        };
        Human {
            color: choice != ColorChoice::Never,
            width: width.map(|(Width(columns), _)| usize::from(columns).max(NARROWEST)),
        }
    }
}

/// Writes a result to standard output.
///
/// That a reader has seen enough and gone away, as `head` does, is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    is_read(text).map(drop)
}

/// Writes a result to standard output, and says whether anybody still reads it.
pub(crate) fn is_read(text: &str) -> Result<bool, Failure> {
    let mut output = anstream::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::new(format!("cannot write to standard output: {}", reason(&error)))),
    }
}

/// Writes what is not a result to standard error. If nobody can be told, nobody is told.
pub(crate) fn tell(text: &str) {
    let mut output = anstream::stderr().lock();
    let _ = output.write_all(text.as_bytes());
}

/// How many columns running text is broken to.
pub(crate) fn text_width() -> usize {
    match terminal_size::terminal_size_of(io::stdout()) {
        Some((Width(columns), _)) => usize::from(columns).clamp(NARROWEST, WIDEST),
        None => WIDEST,
    }
}

/// A text of which no escape code gets to a terminal: control characters other than line ends and tabs are
/// written as codes.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !text.contains(hidden) {
        return text.into();
    }
    text.chars()
        .flat_map(|c| if hidden(c) { c.escape_default().collect::<Vec<_>>() } else { vec![c] })
        .collect::<String>()
        .into()
}

const NARROWEST: usize = 40;
const WIDEST: usize = 100;
