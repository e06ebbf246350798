//! What an expression may name: the table of names, as one environment of one minor sees it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Environment;
use super::types::Type;
use crate::version::Minor;

static TABLE: &str = include_str!("../generated/expressions.tsv");

/// Environments in the order of the letters that the table calls them by.
const LETTERS: [(Environment, char); 6] = [
    (Environment::Disk, 'd'),
    (Environment::Volume, 'v'),
    (Environment::Member, 'm'),
    (Environment::Link, 'l'),
    (Environment::Trigger, 't'),
    (Environment::Scoring, 's'),
];

/// Everything that can be named.
#[derive(Debug, Default)]
pub(super) struct Names {
    has_optional: bool,
    pub(super) quoted: Quoted,
    /// Whether a text may name a character that is none (`\ud800`).
    pub(super) lenient_escapes: bool,
    /// Whether a variable of a macro hides what begins with its name; before, the longest name won.
    pub(super) locals_first: bool,
    accumulator: &'static str,
    functions: HashMap<&'static str, Vec<Overload>>,
    variables: HashMap<&'static str, Type>,
    types: HashMap<&'static str, Type>,
    fields: HashMap<&'static str, HashMap<&'static str, Type>>,
    enumerations: HashMap<&'static str, Vec<&'static str>>,
}

/// What becomes of names in backticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Quoted {
    /// The backtick is no sign of the language.
    #[default]
    Unknown,
    /// The grammar has them, and the parser does not let them through.
    Refused,
    Taken,
}

/// One form of a function.
#[derive(Debug)]
pub(super) struct Overload {
    pub(super) is_member: bool,
    /// How many types are free: the variables below this number.
    pub(super) variables: usize,
    pub(super) arguments: Vec<Type>,
    pub(super) result: Type,
}

impl Names {
    pub(super) fn of(environment: Environment, minor: Minor) -> &'static Self {
        static ALL: [[OnceLock<Names>; 6]; 6] = [const { [const { OnceLock::new() }; 6] }; 6];
        static NONE: OnceLock<Names> = OnceLock::new();
        let cell = ALL.get(minor as usize).and_then(|of_minor| of_minor.get(environment as usize));
        cell.unwrap_or(&NONE).get_or_init(|| read(environment, minor))
    }

    /// Whether values may be absent: `a.?b`, `[?a]` and the macros for them.
    pub(super) fn has_optional(&self) -> bool {
        self.has_optional
    }

    /// What macros call the value that they carry along.
    pub(super) fn accumulator(&self) -> &'static str {
        self.accumulator
    }

    /// The forms of a function, in the order in which they are tried.
    pub(super) fn function(&self, name: &str) -> Option<&[Overload]> {
        self.functions.get(bare(name)).map(Vec::as_slice)
    }

    pub(super) fn variable(&self, name: &str) -> Option<&Type> {
        self.variables.get(name)
    }

    /// A type by its name, as a value.
    pub(super) fn type_named(&self, name: &str) -> Option<&Type> {
        self.types.get(name)
    }

    pub(super) fn is_enumeration_value(&self, name: &str) -> bool {
        let Some((of, value)) = name.rsplit_once('.') else { return false };
        self.enumerations.get(of).is_some_and(|values| values.contains(&value))
    }

    /// The fields of a message.
    pub(super) fn fields(&self, message: &str) -> Option<&HashMap<&'static str, Type>> {
        self.fields.get(message)
    }
}

/// A name without the point before it, which asks for the outermost meaning.
pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix('.').unwrap_or(name)
}

fn read(environment: Environment, minor: Minor) -> Names {
    let letter = LETTERS.iter().find(|(of, _)| *of == environment).map_or('d', |(_, letter)| *letter);
    let mut names = Names {
        has_optional: matches!(environment, Environment::Trigger | Environment::Scoring),
        quoted: match minor {
            Minor::V1_9 => Quoted::Unknown,
            Minor::V1_10 | Minor::V1_11 | Minor::V1_12 | Minor::V1_13 => Quoted::Refused,
            Minor::V1_14 => Quoted::Taken,
        },
        lenient_escapes: minor == Minor::V1_9,
        locals_first: minor >= Minor::V1_13,
        accumulator: if minor >= Minor::V1_10 { "@result" } else { "__result__" },
        ..Names::default()
    };
    for line in TABLE.lines() {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [section, cells @ .., first, last] = &*cells else { continue };
        let within = |cell: &str| cell.parse().ok().and_then(Minor::from_number);
        let known = within(first).is_some_and(|first| first <= minor)
            && within(last).is_some_and(|last| last >= minor);
        if known {
            names.take(section, cells, letter);
        }
    }
    names
}

impl Names {
    fn take(&mut self, section: &str, cells: &[&'static str], letter: char) {
        let plain = |text: &str| Type::read(text, &mut |_| usize::MAX);
        match (section, cells) {
            ("function", [name, style, arguments, result, environments]) if environments.contains(letter) => {
                let mut letters: Vec<String> = Vec::new();
                let mut number = |letter: &str| {
                    let known = letters.iter().position(|known| known == letter);
                    known.unwrap_or_else(|| {
                        letters.push(letter.to_owned());
                        letters.len() - 1
                    })
                };
                let arguments = arguments.split("; ").filter(|argument| !argument.is_empty());
                let arguments = arguments.map(|argument| Type::read(argument, &mut number)).collect();
                let result = Type::read(result, &mut number);
                let overload =
                    Overload { is_member: *style == "member", variables: letters.len(), arguments, result };
                self.functions.entry(name).or_default().push(overload);
            }
            ("variable", [name, of, environments]) if environments.contains(letter) => {
                let of = plain(of);
                let table = if matches!(of, Type::Meta(_)) { &mut self.types } else { &mut self.variables };
                table.insert(name, of);
            }
            ("message", [name, of, environments]) if environments.contains(letter) => {
                self.types.insert(name, plain(of));
                self.fields.entry(name).or_default();
            }
            ("field", [message, name, of]) => {
                // Rows of messages stand before those of fields.
                if let Some(fields) = self.fields.get_mut(message) {
                    fields.insert(name, plain(of));
                }
            }
            ("enum", [name, values, environments]) if environments.contains(letter) => {
                self.enumerations.entry(name).or_default().extend(values.split(' '));
            }
            _ => {}
        }
    }
}
