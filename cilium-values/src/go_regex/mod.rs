//! Go's regular expressions, in the words of the `regex` crate.

/// Why a pattern of Go has no counterpart here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Go refuses it.
    ByGo(&'static str),
    /// Go takes it, and it cannot be decided here what it matches.
    Undecided(&'static str),
}

use Refused::{ByGo, Undecided};

/// The same pattern for the `regex` crate. What both read alike is copied; what that crate refuses itself needs no
/// look here.
pub(crate) fn translate(pattern: &str) -> Result<String, Refused> {
    if !pattern.is_ascii() {
        // What is matched here is ASCII, so such a character never matches; what it does in a class is not worth it.
        return Err(Undecided("characters beyond ASCII"));
    }
    let mut translation = Translation { rest: pattern, out: String::with_capacity(pattern.len()) };
    let (mut after_repetition, mut after_flags) = (false, false);
    while let Some(next) = translation.rest.chars().next() {
        let is_repetition = translation.repetition();
        let before = translation.rest;
        if let Some(operator) = is_repetition {
            if after_repetition {
                return Err(ByGo("a repetition of a repetition"));
            }
            if after_flags {
                return Err(Undecided("a repetition of nothing but flags"));
            }
            translation.check_counts(operator)?;
            translation.copy(operator);
            if translation.rest.starts_with('?') {
                translation.copy(1);
            }
        } else {
            match next {
                '\\' => translation.escape(false)?,
                '[' => translation.class()?,
                '(' => translation.group()?,
                '{' => translation.replace(1, "\\{"),
                _ => translation.copy(1),
            }
        }
        after_repetition = is_repetition.is_some();
        let copied = before.strip_suffix(translation.rest).unwrap_or_default();
        after_flags = copied.starts_with("(?") && copied.ends_with(')');
    }
    Ok(translation.out)
}

/// The most that Go lets a repetition count to.
const MAX_REPEAT: u32 = 1000;

/// Names of classes in brackets and colons.
const POSIX: &[&str] = &[
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
    "upper", "word", "xdigit",
];

struct Translation<'p> {
    rest: &'p str,
    out: String,
}

impl Translation<'_> {
    fn replace(&mut self, length: usize, by: &str) {
        self.out.push_str(by);
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    fn copy(&mut self, length: usize) {
        let (copied, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.out.push_str(copied);
        self.rest = rest;
    }

    /// How long the repetition operator is that stands here, without the `?` behind it.
    fn repetition(&self) -> Option<usize> {
        if self.rest.starts_with(['*', '+', '?']) {
            return Some(1);
        }
        let (counts, _) = self.rest.strip_prefix('{')?.split_once('}')?;
        let (least, most) = counts.split_once(',').unwrap_or((counts, ""));
        let is_count = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // Anything else in braces is literal text to Go.
        (is_count(least) && (most.is_empty() || is_count(most))).then_some(counts.len() + 2)
    }

    /// Whether the counts of a repetition operator are such as Go takes.
    fn check_counts(&self, operator: usize) -> Result<(), Refused> {
        let counts = self.rest.get(..operator).unwrap_or_default().trim_matches(['{', '}']);
        let is_too_large = |count: &str| !count.is_empty() && !matches!(count.parse(), Ok(0..=MAX_REPEAT));
        if counts
            .split(',')
            .any(|count| is_too_large(count) && count.starts_with(|c: char| c.is_ascii_digit()))
        {
            return Err(ByGo("a repetition of more than 1000 times"));
        }
        Ok(())
    }

    fn group(&mut self) -> Result<(), Refused> {
        let Some(flags) = self.rest.strip_prefix("(?") else {
            self.copy(1);
            return Ok(());
        };
        if flags.starts_with("P<")
            || flags.starts_with('<') && !flags.starts_with("<=") && !flags.starts_with("<!")
        {
            let end = self.rest.find('>').ok_or(ByGo("a group whose name does not end"))?;
            self.copy(end + 1);
            return Ok(());
        }
        let end = flags.find([':', ')']).ok_or(ByGo("a group that does not end"))?;
        let letters = flags.get(..end).unwrap_or_default();
        if letters.starts_with(['=', '!', '<']) {
            return Err(ByGo("look-around"));
        }
        if !letters.bytes().all(|byte| b"imsU-".contains(&byte)) {
            return Err(ByGo("a flag other than i, m, s and U"));
        }
        self.copy(end + 3);
        Ok(())
    }

    /// A backslash and what it stands for.
    fn escape(&mut self, in_class: bool) -> Result<(), Refused> {
        let mut characters = self.rest.chars().skip(1);
        let (escaped, then) = (characters.next(), characters.next());
        let Some(escaped) = escaped else { return Err(ByGo("a backslash at the end")) };
        match escaped {
            'Q' if !in_class => {
                let quoted = self.rest.get(2..).unwrap_or_default();
                let (text, rest) = quoted.split_once("\\E").unwrap_or((quoted, ""));
                // A repetition behind it counts for its last character.
                self.out.push_str(&regex::escape(text));
                self.rest = rest;
            }
            '0'..='7' => self.octal()?,
            '8' | '9' => return Err(ByGo("a reference to a group")),
            'C' => return Err(Undecided("`\\C`")),
            'p' | 'P' => return Err(Undecided("classes of Unicode")),
            'b' if !in_class && then == Some('{') => return Err(Undecided("`\\b` before a brace")),
            'x' => {
                let is_braced = then == Some('{');
                let length = if is_braced { self.rest.find('}').map_or(2, |end| end + 1) } else { 4 };
                self.copy(length);
            }
            'a' | 'f' | 't' | 'n' | 'r' | 'v' | 'd' | 'D' | 's' | 'S' | 'w' | 'W' => self.copy(2),
            'A' | 'b' | 'B' | 'z' if !in_class => self.copy(2),
            other if other.is_ascii_alphanumeric() => return Err(ByGo("an unknown escape")),
            other => {
                let literal = regex::escape(other.encode_utf8(&mut [0; 4]));
                self.replace(2, &literal);
            }
        }
        Ok(())
    }

    /// `\0` with up to two more octal digits, or two or three that do not begin with 0.
    fn octal(&mut self) -> Result<(), Refused> {
        let is_octal = |digit: &char| ('0'..='7').contains(digit);
        let digits: String = self.rest.chars().skip(1).take(3).take_while(is_octal).collect();
        if digits.len() == 1 && digits != "0" {
            return Err(ByGo("a reference to a group"));
        }
        let code = u32::from_str_radix(&digits, 8).unwrap_or_default();
        self.replace(1 + digits.len(), &format!("\\x{{{code:x}}}"));
        Ok(())
    }

    /// A class: to Go, `[`, `&&`, `--` and `~~` in it are nothing but characters.
    fn class(&mut self) -> Result<(), Refused> {
        self.copy(1);
        if self.rest.starts_with('^') {
            self.copy(1);
        }
        if self.rest.starts_with(']') {
            self.replace(1, "\\]");
            self.range_end()?;
        }
        while !self.rest.starts_with(']') {
            if self.rest.is_empty() {
                return Err(ByGo("a class that does not end"));
            }
            // Without an end it is nothing but two characters.
            let end = self.rest.starts_with("[:").then(|| self.rest.find(":]")).flatten();
            if let Some(end) = end {
                let name = self.rest.get(2..end).unwrap_or_default();
                if !POSIX.contains(&name.strip_prefix('^').unwrap_or(name)) {
                    return Err(ByGo("an unknown class in brackets"));
                }
                self.copy(end + 2);
                continue;
            }
            self.class_character()?;
            self.range_end()?;
        }
        self.copy(1);
        Ok(())
    }

    /// The second half of a range, if there is one.
    fn range_end(&mut self) -> Result<(), Refused> {
        let is_range = self.rest.starts_with('-') && !self.rest.starts_with("-]") && self.rest.len() > 1;
        if is_range {
            self.copy(1);
            self.class_character()?;
        }
        Ok(())
    }

    fn class_character(&mut self) -> Result<(), Refused> {
        match self.rest.chars().next() {
            Some('\\') => self.escape(true),
            Some(character) => {
                let literal = match character {
                    '[' | ']' | '&' | '~' | '-' | '^' => format!("\\{character}"),
                    other => other.to_string(),
                };
                self.replace(1, &literal);
                Ok(())
            }
            None => Err(ByGo("a class that does not end")),
        }
    }
}
