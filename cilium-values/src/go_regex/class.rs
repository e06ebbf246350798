//! Classes in brackets: to Go, `[`, `&&`, `--` and `~~` in them are nothing but characters.

use super::Refused::{self, ByGo};
use super::Translation;

/// Names of classes in brackets and colons.
const POSIX: [&str; 14] = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
    "upper", "word", "xdigit",
];

impl Translation<'_> {
    /// Reads a class, and says it in the syntax of the crate.
    pub(super) fn class(&mut self) -> Result<String, Refused> {
        self.skip(1);
        let mut class = "[".to_owned();
        if self.rest.starts_with('^') {
            self.skip(1);
            class.push('^');
        }
        let mut is_first = true;
        while is_first || !self.rest.starts_with(']') {
            is_first = false;
            if let Some(named) = self.posix_class()? {
                class.push_str(named);
            } else if let Some(escaped) = self.escaped_class()? {
                class.push_str(&escaped);
            } else {
                let low = self.class_character()?;
                let is_range = self
                    .rest
                    .strip_prefix('-')
                    .is_some_and(|rest| !matches!(rest.chars().next(), None | Some(']')));
                let high = if is_range {
                    self.skip(1);
                    self.class_character()?
                } else {
                    low
                };
                if high < low {
                    return Err(ByGo("a range that runs backwards"));
                }
                let (low, high) = (u32::from(low), u32::from(high));
                class.extend([r"\x{", &format!("{low:x}"), r"}-\x{", &format!("{high:x}"), "}"]);
            }
        }
        self.skip(1);
        class.push(']');
        Ok(class)
    }

    /// A class such as `[:digit:]`; none where the brackets are no such sign, but characters.
    fn posix_class(&mut self) -> Result<Option<&str>, Refused> {
        let Some((name, _)) = self.rest.strip_prefix("[:").and_then(|named| named.split_once(":]")) else {
            return Ok(None);
        };
        let (class, rest) = self.rest.split_at_checked(name.len() + "[::]".len()).unwrap_or((self.rest, ""));
        if !POSIX.contains(&name.strip_prefix('^').unwrap_or(name)) {
            return Err(ByGo("an unknown class in brackets"));
        }
        self.rest = rest;
        Ok(Some(class))
    }

    fn class_character(&mut self) -> Result<char, Refused> {
        if self.rest.starts_with('\\') {
            return self.escaped_character();
        }
        self.next().ok_or(ByGo("a class that does not end"))
    }
}
