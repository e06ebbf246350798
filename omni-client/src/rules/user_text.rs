//! Texts of users that Omni passes on: `validations/strings.go`.

use manifest::{FieldPath, Place};

/// What Omni says of a text that is too long or not one line; nothing if it takes it.
pub(super) fn problem(name: &str, text: &str, max: usize) -> Option<String> {
    if text.len() > max {
        return Some(format!("{name} is too long: {} bytes (max {max})", text.len()));
    }
    text.chars().any(char::is_control).then(|| format!("{name} contains a control character"))
}

/// The same for a list of kernel arguments, with the place of what it is about.
pub(super) fn list_problem(name: &str, args: &[String], path: &FieldPath) -> Option<(Place, String)> {
    if args.len() > MAX_ARGS {
        let message = format!("{name} has too many entries: {} (max {MAX_ARGS})", args.len());
        return Some((Place::key(path.clone()), message));
    }
    args.iter().enumerate().find_map(|(index, arg)| {
        let message = problem(&format!("{name}[{index}]"), arg, MAX_ARG)?;
        Some((Place::value(path.clone().index(index)), message))
    })
}

pub(super) const MAX_ARGS: usize = 64;
pub(super) const MAX_ARG: usize = 256;

pub(super) const HELP: &str = "shorten it, and keep it to one line";
