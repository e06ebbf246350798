//! From data back to text, in the order and form that upstream writes.

use manifest::yaml::{self, Layout, Resolved, legacy_bool, resolve};
use manifest::{FieldPath, Map, Segment, Value};

use super::Datum;
use super::free::{BareKey, Free};
use crate::facts::{Facts, Shape, Special};
use crate::scalar::{DiskSize, Duration, FileMode};

/// Writes data for one minor.
///
/// Modes are written in octal without quotes, and dates, arguments such as `yes` and keys that are no texts without quotes too,
/// which no [`Value`] can say. They go through the writer as numbers that appear nowhere else, of which words are made for keys,
/// and are put in their place afterwards.
pub(crate) struct Encoder {
    facts: &'static Facts,
    base: i64,
    words: Vec<Word>,
}

/// What is written without quotes, and what stands for it.
struct Word {
    mark: String,
    text: String,
}

/// What makes the number of a key a text that needs no quotes.
const KEY: &str = "key";

impl Encoder {
    /// The text of a document of a kind that has this struct.
    pub(crate) fn document(
        facts: &'static Facts,
        place: usize,
        datum: &Datum,
    ) -> Result<String, yaml::WriteError> {
        let layout = Layout::go(facts.minor.yaml());
        let mut base = i64::MIN + 1;
        loop {
            let mut encoder = Self { facts, base, words: Vec::new() };
            let value = encoder.fields(place, datum);
            let text = yaml::to_string(&value, &layout)?;
            if let Some(text) = encoder.put_words(text) {
                return Ok(text);
            }
            base += 1 << 20;
        }
    }

    /// Puts the bare words in the place of their numbers; fails if such a number stands anywhere else too.
    fn put_words(self, mut text: String) -> Option<String> {
        for Word { mark, text: word } in self.words {
            if text.matches(mark.trim_start_matches(KEY)).count() != 1 {
                return None;
            }
            text = text.replacen(&mark, &word, 1);
        }
        Some(text)
    }

    fn fields(&mut self, place: usize, datum: &Datum) -> Value {
        let mut map = Map::new();
        let facts = self.facts;
        let Datum::Struct(values) = datum else { return Value::Mapping(map) };
        for (value, field) in values.iter().zip(&facts.at(place).fields) {
            if !(field.omit_empty && value.is_empty(&field.shape, facts)) {
                map.insert(field.key, self.value(value, &field.shape));
            }
        }
        Value::Mapping(map)
    }

    fn value(&mut self, datum: &Datum, shape: &Shape) -> Value {
        match (datum, shape) {
            (Datum::Nil, Shape::Pointer(_)) => Value::Null,
            (_, Shape::Pointer(inner)) => self.value(datum, inner),
            (_, Shape::Special(special)) => self.special(datum, *special),
            (_, Shape::Struct(place)) => self.fields(*place, datum),
            (Datum::Nil, Shape::List { .. }) => Value::Sequence(Vec::new()),
            (Datum::Nil, Shape::Map(_) | Shape::Free) => Value::Mapping(Map::new()),
            (Datum::Nil, _) => Value::String(String::new()),
            (Datum::Int(number), Shape::Duration) => {
                Value::String(Duration::from_nanos(i64::try_from(*number).unwrap_or_default()).to_string())
            }
            (Datum::List(items), Shape::List { item, .. }) => {
                Value::Sequence(items.iter().map(|datum| self.value(datum, item)).collect())
            }
            (Datum::Map(entries), Shape::Map(inner)) => {
                sorted(entries.iter().map(|(key, value)| (key.clone(), self.value(value, inner))).collect())
            }
            (Datum::Free(free), _) => self.free(free, &free.value, &mut FieldPath::root()),
            (Datum::Bool(value), _) => Value::Bool(*value),
            (Datum::Int(number), _) => integer(*number),
            (Datum::Text(text), _) => Value::String(text.clone()),
            (Datum::Url(url), _) => Value::String(url.to_string()),
            (Datum::List(_) | Datum::Map(_) | Datum::Struct(_), _) => Value::Null,
        }
    }

    /// A text that is written as it stands.
    fn word(&mut self, text: String) -> Value {
        let number = self.next_number();
        self.words.push(Word { mark: number.to_string(), text });
        Value::Int(number)
    }

    /// The same for a key.
    fn bare_key(&mut self, key: &BareKey) -> String {
        let mark = format!("{KEY}{}", self.next_number());
        self.words.push(Word { mark: mark.clone(), text: key.text.clone() });
        mark
    }

    fn next_number(&self) -> i64 {
        self.base + i64::try_from(self.words.len()).unwrap_or_default()
    }

    /// What is at a path in a mapping of anything: keys stand in the library's own order, and dates are no texts.
    fn free(&mut self, free: &Free, value: &Value, path: &mut FieldPath) -> Value {
        match value {
            Value::Mapping(map) => {
                let mut entries: Vec<_> = map
                    .iter()
                    .map(|(key, value)| {
                        path.push(Segment::Key(key.to_owned()));
                        let (bare, value) = (free.bare.keys.get(path), self.free(free, value, path));
                        path.pop();
                        (key, bare, value)
                    })
                    .collect();
                entries.sort_by(|one, other| BareKey::compare((one.0, one.1), (other.0, other.1)));
                let entries = entries.into_iter().map(|(key, bare, value)| {
                    (bare.map_or_else(|| key.to_owned(), |bare| self.bare_key(bare)), value)
                });
                Value::Mapping(entries.collect())
            }
            Value::Sequence(items) => {
                let items = items.iter().enumerate().map(|(index, item)| {
                    path.push(Segment::Index(index));
                    let item = self.free(free, item, path);
                    path.pop();
                    item
                });
                Value::Sequence(items.collect())
            }
            Value::String(text) if free.bare.dates.contains(path) => self.word(text.clone()),
            other => other.clone(),
        }
    }

    /// The value of a command line argument: none and an empty text are written as nothing.
    fn argument(&mut self, datum: &Datum) -> Value {
        match datum {
            Datum::Text(text) if !text.is_empty() => self.argument_text(text),
            Datum::List(items) => Value::Sequence(
                items.iter().map(|item| self.argument_text(item.as_text().unwrap_or_default())).collect(),
            ),
            _ => Value::Null,
        }
    }

    /// Arguments are written as nodes, past the check for words that only YAML 1.1 takes for booleans or numbers.
    fn argument_text(&mut self, text: &str) -> Value {
        let bare = legacy_bool(text).is_some() || is_base_60(text);
        if bare { self.word(text.to_owned()) } else { Value::String(text.to_owned()) }
    }

    fn special(&mut self, datum: &Datum, special: Special) -> Value {
        let text = |datum: &Datum| Value::String(datum.as_text().unwrap_or_default().to_owned());
        match (special, datum) {
            (Special::Size, Datum::Struct(sides)) => {
                text(sides.iter().find(|side| **side != Datum::Nil).unwrap_or(&Datum::Nil))
            }
            (Special::DiskSize, Datum::Int(bytes)) => {
                let size = DiskSize::from_bytes(u64::try_from(*bytes).unwrap_or_default());
                if size.is_plain() { integer(*bytes) } else { Value::String(size.to_string()) }
            }
            (Special::FileMode, Datum::Int(bits)) => {
                self.word(FileMode::new(u32::try_from(*bits).unwrap_or_default()).to_string())
            }
            (Special::PortRange, Datum::Int(port)) => integer(*port),
            (Special::PortRange, Datum::Nil) => Value::Int(0),
            (Special::Url | Special::Endpoint, Datum::Url(url)) => Value::String(url.to_string()),
            (Special::Args, Datum::Map(args)) => {
                sorted(args.iter().map(|(name, value)| (name.clone(), self.argument(value))).collect())
            }
            (Special::Args, _) => Value::Mapping(Map::new()),
            (Special::Pem { crt, key }, Datum::Struct(parts)) => {
                let names = [("crt", crt), ("key", key)];
                let parts = names.into_iter().zip(parts).filter(|((_, has), _)| *has);
                Value::Mapping(parts.map(|((name, _), part)| (name, text(part))).collect())
            }
            (Special::InlineManifests(place), Datum::List(items)) => {
                Value::Sequence(items.iter().map(|item| self.fields(place, item)).collect())
            }
            (Special::InlineManifests(_), _) => Value::Sequence(Vec::new()),
            (_, datum) => text(datum),
        }
    }
}

/// Whether YAML 1.1 takes a text for a number with the base 60, such as `12:30:45`.
fn is_base_60(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte == b'_' || byte == b':' || byte == b'.';
    digits.contains(':')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(is_digit)
        && resolve(text) == Resolved::String
}

fn integer(number: i128) -> Value {
    i64::try_from(number).map_or_else(|_| Value::UInt(u64::try_from(number).unwrap_or_default()), Value::Int)
}

/// Keys of maps stand in the library's own order.
fn sorted(mut map: Map) -> Value {
    map.sort_keys_by(yaml::natural_cmp);
    Value::Mapping(map)
}
