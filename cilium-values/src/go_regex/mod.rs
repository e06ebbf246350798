//! Go's regular expressions, matched by the `regex` crate.
//!
//! What is an expression, and what it means, is decided here as Go decides it (`regexp/syntax`, with the flags of
//! `regexp.Compile`); what leaves here says the same in the syntax of the crate. That an expression takes as much as it can or
//! as little is not kept: whether a text matches does not depend on it.

mod class;
mod escape;
mod flags;
mod unicode;

use regex::bytes::{Regex, RegexBuilder};

/// Why an expression of Go has no counterpart here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Go refuses it.
    ByGo(&'static str),
    /// Go takes it, or some releases of Go do, and it cannot be decided here what it matches.
    Undecided(&'static str),
}

use Refused::{ByGo, Undecided};

/// Reads an expression.
pub(crate) fn compile(pattern: &str) -> Result<Regex, Refused> {
    // What is left for the crate to refuse is size.
    RegexBuilder::new(&translate(pattern)?).build().map_err(|_| Undecided("an expression of this size"))
}

fn translate(pattern: &str) -> Result<String, Refused> {
    let mut translation = Translation {
        rest: pattern,
        out: String::with_capacity(pattern.len()),
        open: vec![Group { start: 0, times: 1 }],
        last: None,
        is_repeated: false,
    };
    while let Some(next) = translation.rest.chars().next() {
        translation.token(next)?;
    }
    if translation.open.len() > 1 { Err(ByGo("a group that does not end")) } else { Ok(translation.out) }
}

/// The most that Go lets a repetition count to, by itself or with those inside of it.
const MAX_REPEAT: u32 = 1000;

const TOO_OFTEN: Refused = ByGo("a repetition of more than 1000 times");

struct Translation<'p> {
    /// What has not been read yet.
    rest: &'p str,
    out: String,
    /// The groups that have not ended, from the whole expression inwards.
    open: Vec<Group>,
    /// What a repetition would repeat; none where there is nothing yet.
    last: Option<Atom>,
    /// Whether the last token was a repetition.
    is_repeated: bool,
}

#[derive(Clone, Copy)]
struct Group {
    /// Where it begins in what is written.
    start: usize,
    /// The most that anything in it is repeated by counts.
    times: u32,
}

#[derive(Clone, Copy)]
struct Atom {
    /// Where it begins and ends in what is written.
    start: usize,
    end: usize,
    /// The most that anything in it is repeated by counts.
    times: u32,
    /// Whether it is a repetition.
    is_repetition: bool,
}

impl<'p> Translation<'p> {
    fn token(&mut self, next: char) -> Result<(), Refused> {
        let was_repeated = std::mem::take(&mut self.is_repeated);
        match next {
            '*' | '+' | '?' => {
                self.skip(1);
                self.repeat(next.encode_utf8(&mut [0; 4]), 1, was_repeated)?;
            }
            '{' => match Counts::read(self.rest) {
                Some((counts, rest)) => {
                    self.rest = rest;
                    counts.check()?;
                    self.repeat(&counts.to_string(), counts.factor(), was_repeated)?;
                }
                // Anything else in braces is text.
                None => self.literal_ahead(next),
            },
            '(' if self.rest.starts_with("(?") => self.perl_group()?,
            '(' => {
                self.skip(1);
                self.open_group("(?:");
            }
            ')' => self.close_group()?,
            '|' => {
                self.skip(1);
                self.commit();
                self.out.push('|');
            }
            '[' => {
                let class = self.class()?;
                self.atom(&class);
            }
            '\\' => self.escape()?,
            '.' | '^' | '$' => {
                self.skip(1);
                self.atom(next.encode_utf8(&mut [0; 4]));
            }
            _ => self.literal_ahead(next),
        }
        Ok(())
    }

    fn skip(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// Takes the next character.
    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    /// Takes what stands in braces, or else so many bytes; nothing where the braces do not end or there are fewer.
    fn take_braced(&mut self, bytes: usize) -> Option<&'p str> {
        let braced = self.rest.strip_prefix('{').map(|braced| braced.split_once('}'));
        let (taken, rest) = braced.unwrap_or_else(|| self.rest.split_at_checked(bytes))?;
        self.rest = rest;
        Some(taken)
    }

    /// Writes what a repetition would repeat.
    fn atom(&mut self, text: &str) {
        self.commit();
        let start = self.out.len();
        self.out.push_str(text);
        self.last = Some(Atom { start, end: self.out.len(), times: 1, is_repetition: false });
    }

    fn literal(&mut self, character: char) {
        self.atom(&regex::escape(character.encode_utf8(&mut [0; 4])));
    }

    /// The same for the character that is the next.
    fn literal_ahead(&mut self, next: char) {
        self.skip(next.len_utf8());
        self.literal(next);
    }

    /// Nothing will be repeated that has been written so far.
    fn commit(&mut self) {
        if let (Some(atom), Some(group)) = (self.last.take(), self.open.last_mut()) {
            group.times = group.times.max(atom.times);
        }
    }

    fn open_group(&mut self, sign: &str) {
        self.commit();
        self.open.push(Group { start: self.out.len(), times: 1 });
        self.out.push_str(sign);
    }

    fn close_group(&mut self) -> Result<(), Refused> {
        self.skip(1);
        self.commit();
        match self.open.pop() {
            Some(Group { start, times }) if !self.open.is_empty() => {
                self.out.push(')');
                self.last = Some(Atom { start, end: self.out.len(), times, is_repetition: false });
                Ok(())
            }
            _ => Err(ByGo("the end of a group that does not begin")),
        }
    }

    /// Repeats what stands last, at most so often if the operator counts.
    fn repeat(&mut self, operator: &str, factor: u32, was_repeated: bool) -> Result<(), Refused> {
        if self.rest.starts_with('?') {
            self.skip(1);
        }
        if was_repeated {
            return Err(ByGo("a repetition of a repetition"));
        }
        let Some(Atom { start, end, times, is_repetition }) = self.last else {
            return Err(ByGo("a repetition of nothing"));
        };
        let times = if factor == 0 { 1 } else { times * factor };
        if times > MAX_REPEAT {
            return Err(TOO_OFTEN);
        }
        // Flags and empty quotes may stand between: to Go they are nothing, and what is before them is repeated.
        let behind = self.out.split_off(end);
        if is_repetition || !behind.is_empty() {
            self.out.insert_str(start, "(?:");
            self.out.push(')');
        }
        self.out.push_str(operator);
        self.last = Some(Atom { start, end: self.out.len(), times, is_repetition: true });
        self.out.push_str(&behind);
        self.is_repeated = true;
        Ok(())
    }
}

/// How often something is repeated.
#[derive(Clone, Copy)]
struct Counts {
    least: u32,
    /// None: as often as one likes.
    most: Option<u32>,
}

impl Counts {
    /// Reads `{2}`, `{2,}` or `{2,3}`, and says what stands behind it.
    fn read(text: &str) -> Option<(Self, &str)> {
        let (least, rest) = Self::number(text.strip_prefix('{')?)?;
        let (most, rest) = match rest.strip_prefix(',') {
            None => (Some(least), rest),
            Some(rest) if rest.starts_with('}') => (None, rest),
            Some(rest) => Self::number(rest).map(|(most, rest)| (Some(most), rest))?,
        };
        Some((Self { least, most }, rest.strip_prefix('}')?))
    }

    /// A number without a zero in front of it.
    fn number(text: &str) -> Option<(u32, &str)> {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at_checked(end)?;
        let is_number = !digits.is_empty() && (digits == "0" || !digits.starts_with('0'));
        is_number.then(|| (digits.parse().unwrap_or(u32::MAX), rest))
    }

    fn check(self) -> Result<(), Refused> {
        if self.least > MAX_REPEAT || self.most.is_some_and(|most| most > MAX_REPEAT) {
            return Err(TOO_OFTEN);
        }
        if self.most.is_some_and(|most| most < self.least) {
            return Err(ByGo("a repetition of less than its least"));
        }
        Ok(())
    }

    /// What it multiplies the counts inside of it with; 0 where nothing in it counts.
    fn factor(self) -> u32 {
        self.most.unwrap_or(self.least.max(1))
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { least, most } = self;
        match most {
            Some(most) => write!(f, "{{{least},{most}}}"),
            None => write!(f, "{{{least},}}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Refused::{ByGo, Undecided};
    use super::{compile, unicode};

    fn matches(pattern: &str, text: &str) -> bool {
        compile(pattern).unwrap_or_else(|refused| panic!("{pattern}: {refused:?}")).is_match(text.as_bytes())
    }

    #[test]
    fn what_go_takes_means_the_same() {
        for (pattern, matched, missed) in [
            (r"^a(?i)*$", "aa", "A"),
            (r"^a*(?i)?$", "aa", "A"),
            (r"^(a+(?)?|b+\Q\E?)c$", "c", "d"),
            (r"^a\Q\E*$", "aa", "b"),
            (r"^\Qa.\E+$", "a..", "ab"),
            (r"^\Qa.", "a.b", "ab"),
            (r"^(?i-i)a(?)$", "a", "A"),
            (r"^(?ii)a$", "A", "b"),
            (r"^((?i)a)b$", "Ab", "AB"),
            (r"^((a{600}){0}b){2}$", "bb", "b"),
            (r"^a{01}$", "a{01}", "a"),
            (r"^{,2}$", "{,2}", ""),
            (r"^(?<n>a)(?P<n>b)$", "ab", "a"),
            (r"^\w$", "_", "é"),
            (r"^[\d-z]+$", "1-z", "y"),
            (r"^[^\D]$", "1", "a"),
            (r"^[a&&b]$", "&", ""),
            (r"^[]a]+$", "]a", "b"),
            (r"^[[:alpha]$", ":", "b"),
            (r"^.$", "é", "éé"),
            (r"^[^a]$", "é", "a"),
            (r"^[à-é]$", "é", "e"),
            (r"(?i)^É$", "é", "e"),
            (r"^\pL\p{^L}\PL$", "é1.", "éa."),
            (r"^\p{Greek}\p{Any}$", "αa", "aα"),
            (r"^\PC*$", "α b", "\u{200b}"),
            (r"^\x{e9}\xe9\0\07\123$", "éé\0\u{7}S", "e"),
            (r"^\_\/$", "_/", ""),
            (r"\b{1}a\B", "ab", "a"),
        ] {
            assert!(matches(pattern, matched), "{pattern} {matched}");
            assert!(!matches(pattern, missed), "{pattern} {missed}");
        }
    }

    #[test]
    fn what_go_refuses_is_refused() {
        for pattern in [
            "*a",
            "a|*",
            "(*a)",
            "(?i)*",
            r"\Q\E*",
            "a**",
            "a{1}{2}",
            "a{2}?{3}",
            "a{1001}",
            "a{2,1}",
            "(a{500}){3}",
            "a{99999999999}",
            "(",
            ")",
            "a)",
            "(?",
            "(?s",
            "(?-)",
            "(?i-)",
            "(?--i)",
            "(?x)a",
            "(?=a)",
            "(?<=a)",
            "(?P=n)",
            "(?P<n.>)",
            "(?<>a)",
            "[",
            "[a",
            "[]",
            "[z-a]",
            r"[a-\d]",
            "[[:foo:]]",
            r"\",
            r"\8",
            r"\1",
            r"\18",
            r"[\1]",
            r"\C",
            r"\é",
            r"\y",
            r"\x",
            r"\x{}",
            r"\x{110000}",
            r"\p",
            r"\p{",
            r"\pé",
            r"\p{^}",
            r"\p{Klingon}",
            r"[\pX]",
        ] {
            assert!(matches!(compile(pattern), Err(ByGo(_))), "{pattern}");
        }
    }

    #[test]
    fn what_depends_on_the_release_of_go_is_left_open() {
        for pattern in [r"\p{greek}", r"\p{Letter}", r"\x{D800}"] {
            assert!(matches!(compile(pattern), Err(Undecided(_))), "{pattern}");
        }
    }

    #[test]
    fn every_class_of_unicode_is_known_to_the_crate() {
        for name in unicode::NAMES {
            assert!(compile(&format!(r"\p{{{name}}}")).is_ok(), "{name}");
        }
    }
}
