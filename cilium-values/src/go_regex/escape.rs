//! What stands behind a backslash.

use super::Refused::{self, ByGo, Undecided};
use super::Translation;

impl Translation<'_> {
    /// A backslash outside of a class, and what it stands for.
    pub(super) fn escape(&mut self) -> Result<(), Refused> {
        if let Some(quoted) = self.rest.strip_prefix("\\Q") {
            let (text, rest) = quoted.split_once("\\E").unwrap_or((quoted, ""));
            self.rest = rest;
            // A repetition behind it counts for its last character.
            text.chars().for_each(|character| self.literal(character));
            return Ok(());
        }
        // Bounds of words are those of ASCII.
        let anchors = [("\\A", "\\A"), ("\\b", "(?-u:\\b)"), ("\\B", "(?-u:\\B)"), ("\\z", "\\z")];
        if let Some((escape, same)) = anchors.iter().find(|(escape, _)| self.rest.starts_with(escape)) {
            self.skip(escape.len());
            self.atom(same);
            return Ok(());
        }
        if let Some(class) = self.escaped_class()? {
            self.atom(&class);
            return Ok(());
        }
        let character = self.escaped_character()?;
        self.literal(character);
        Ok(())
    }

    /// A class of characters that is an escape, such as `\d` or `\pL`; none if what stands here is not one.
    pub(super) fn escaped_class(&mut self) -> Result<Option<String>, Refused> {
        let mut ahead = self.rest.strip_prefix('\\').unwrap_or_default().chars();
        let Some(letter) = ahead.next() else { return Ok(None) };
        // To Go they are classes of ASCII.
        let members = match letter.to_ascii_lowercase() {
            'd' => "0-9",
            's' => r"\t\n\f\r ",
            'w' => "0-9A-Za-z_",
            'p' => {
                let is_out = letter == 'P';
                self.rest = ahead.as_str();
                return self.unicode_class(is_out).map(Some);
            }
            _ => return Ok(None),
        };
        self.rest = ahead.as_str();
        let sign = if letter.is_ascii_uppercase() { "^" } else { "" };
        Ok(Some(format!("[{sign}{members}]")))
    }

    /// A backslash and the one character that it stands for.
    pub(super) fn escaped_character(&mut self) -> Result<char, Refused> {
        self.skip(1);
        let Some(escaped) = self.next() else { return Err(ByGo("a backslash at the end")) };
        let code = match escaped {
            '0'..='7' => self.octal(escaped)?,
            'x' => self.hexadecimal()?,
            'a' => 0x7,
            't' => 0x9,
            'n' => 0xa,
            'v' => 0xb,
            'f' => 0xc,
            'r' => 0xd,
            other if other.is_ascii() && !other.is_ascii_alphanumeric() => other.into(),
            _ => return Err(ByGo("an unknown escape")),
        };
        char::from_u32(code).ok_or(Undecided("half of a character"))
    }

    /// `\0` with up to two more octal digits, or two or three that do not begin with 0.
    fn octal(&mut self, first: char) -> Result<u32, Refused> {
        let digits: Vec<u32> = self.rest.chars().take(2).map_while(|digit| digit.to_digit(8)).collect();
        if digits.is_empty() && first != '0' {
            return Err(ByGo("a reference to a group"));
        }
        self.skip(digits.len());
        let first = first.to_digit(8).unwrap_or_default();
        Ok(digits.into_iter().fold(first, |code, digit| code * 8 + digit))
    }

    /// Two hexadecimal digits, or any number of them in braces.
    fn hexadecimal(&mut self) -> Result<u32, Refused> {
        let wrong = ByGo("`\\x` without the number of a character");
        let digits = self.take_braced(2).filter(|digits| !digits.is_empty()).ok_or(wrong)?;
        let code = digits.chars().try_fold(0_u32, |code, digit| {
            let code = code * 16 + digit.to_digit(16)?;
            (code <= char::MAX.into()).then_some(code)
        });
        code.ok_or(wrong)
    }
}
