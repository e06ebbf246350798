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

/// Whether a text is a label of DNS, however long it is.
pub(super) fn is_dns_label(text: &str) -> bool {
    let is_inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.chars().all(is_inner) && !text.starts_with('-') && !text.ends_with('-')
}

/// Arguments in a list, at most, and bytes in each.
pub(super) const MAX_ARGS: usize = 64;
pub(super) const MAX_ARG: usize = 256;
/// Bytes of arguments that are one text, at most.
pub(super) const MAX_LINE: usize = 4096;

pub(super) const HELP: &str = "shorten it, and keep it to one line";
