//! Mappings of anything: what Go makes of their values without knowing a type.

mod key;

use std::collections::{BTreeMap, BTreeSet};

use manifest::yaml::{Entry, GoYaml, Kind, Node, Resolved, resolve};
use manifest::{FieldPath, Map, Segment, Value};

pub(super) use self::key::BareKey;
use super::datum::Datum;
use super::read::Reader;

/// A mapping of anything.
#[derive(Clone, PartialEq)]
pub(crate) struct Free {
    pub(crate) value: Value,
    /// Whether it holds what upstream cannot copy, and crashes on when it merges: a date, or a key that is no text.
    pub(crate) uncopyable: bool,
    pub(super) bare: Bare,
}

/// What is a text in a value, and none to Go. Nothing that has it is merged, so it stays where it was read.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Bare {
    /// Where dates are, in the form in which Go writes them.
    pub(super) dates: BTreeSet<FieldPath>,
    /// Where keys are that are no texts, and what they are.
    pub(super) keys: BTreeMap<FieldPath, BareKey>,
}

impl Reader<'_> {
    pub(super) fn free(&mut self, node: &Node) -> Datum {
        if node.as_mapping().is_none() {
            self.wrong_type("a mapping", node);
            return Datum::Nil;
        }
        let mut value: Value = self.leaf(node).unwrap_or_default();
        match value.as_mapping() {
            Some(map) if !map.is_empty() => {
                let release = self.facts.minor.yaml();
                let uncopyable = is_uncopyable(node, release);
                let mut bare = Bare::default();
                if uncopyable {
                    let mut read = |node: &Node| self.leaf(node).unwrap_or_default();
                    bare.find(&mut value, node, &mut FieldPath::root(), release, &mut read);
                }
                Datum::Free(Box::new(Free { value, uncopyable, bare }))
            }
            _ => Datum::Nil,
        }
    }
}

/// Whether upstream would hold a date or a key that is no text somewhere in it.
fn is_uncopyable(node: &Node, release: GoYaml) -> bool {
    let node = node.target();
    match &node.kind {
        Kind::Scalar(_) => is_date(node),
        Kind::Sequence(items) => items.iter().any(|item| is_uncopyable(item, release)),
        Kind::Mapping(entries) => entries
            .iter()
            .any(|entry| BareKey::of(&entry.key, release).is_some() || is_uncopyable(&entry.value, release)),
        Kind::Alias(_) => false,
    }
}

fn is_date(node: &Node) -> bool {
    let node = node.target();
    node.as_scalar().is_some_and(|scalar| match node.tag.as_deref() {
        None => scalar.is_plain() && resolve(&scalar.text) == Resolved::Timestamp,
        Some(tag) => tag == "tag:yaml.org,2002:timestamp",
    })
}

impl Bare {
    /// Notes what is no text in a value that was read from a node, and puts dates in the form in which Go writes them. What stands
    /// behind a key that is nothing was left out, and is read now.
    fn find(
        &mut self,
        value: &mut Value,
        node: &Node,
        path: &mut FieldPath,
        release: GoYaml,
        read: &mut dyn FnMut(&Node) -> Value,
    ) {
        match value {
            Value::String(text) if is_date(node) => {
                if let Some(date) = rfc3339(text) {
                    *text = date;
                    self.dates.insert(path.clone());
                }
            }
            Value::Sequence(items) => {
                for (index, (item, node)) in
                    items.iter_mut().zip(node.as_sequence().unwrap_or_default()).enumerate()
                {
                    path.push(Segment::Index(index));
                    self.find(item, node, path, release, read);
                    path.pop();
                }
            }
            Value::Mapping(map) => {
                self.find_keys(map, node, path, release, read);
                for (key, value) in map.iter_mut() {
                    let Some(entry) = entry(node, key, release) else { continue };
                    path.push(Segment::Key(key.into()));
                    self.find(value, &entry.value, path, release, read);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    /// Notes which keys of a mapping are no texts. Where all that it has of its own are texts, as at the top, every key is one.
    fn find_keys(
        &mut self,
        map: &mut Map,
        node: &Node,
        path: &FieldPath,
        release: GoYaml,
        read: &mut dyn FnMut(&Node) -> Value,
    ) {
        let own = node.as_mapping().unwrap_or_default();
        let has_text_keys = own.iter().all(|entry| BareKey::of(&entry.key, release).is_none());
        if path.is_root() || has_text_keys {
            return;
        }
        let nothing = own.iter().rfind(|entry| entry.key.is_null());
        let nothing = nothing.and_then(|entry| Some((entry.key.as_text()?, &entry.value)));
        if let Some((key, value)) = nothing.filter(|(key, _)| !map.contains_key(key)) {
            map.insert(key, read(value));
        }
        let mut keys: Vec<(String, BareKey)> = Vec::new();
        for key in map.keys() {
            let bare = entry(node, key, release).and_then(|entry| BareKey::of(&entry.key, release));
            let Some(bare) = bare else { continue };
            // Of two spellings of one key the last one counts.
            keys.retain(|(_, known)| *known != bare);
            keys.push((key.to_owned(), bare));
        }
        map.retain(|key, _| {
            let bare = entry(node, key, release).and_then(|entry| BareKey::of(&entry.key, release));
            bare.is_none() || keys.iter().any(|(known, _)| known == key)
        });
        self.keys.extend(keys.into_iter().map(|(key, bare)| (path.clone().key(key), bare)));
    }
}

/// The entry of a key, its own or one that a merge key brings.
fn entry<'n>(node: &'n Node, key: &str, release: GoYaml) -> Option<&'n Entry> {
    node.entry(key).or_else(|| {
        let merged = node.as_mapping()?.iter().filter(|entry| entry.key.is_merge_sign(release));
        let mut sources =
            merged.flat_map(|entry| entry.value.as_sequence().unwrap_or(std::slice::from_ref(&entry.value)));
        sources.find_map(|source| entry(source, key, release))
    })
}

/// A date as Go's YAML library reads it, such as `2026-1-31` or `2026-01-31 9:30:00.50`, as it writes it: with a time, in
/// two digits a part, without zeros at the end of a fraction, of which it keeps nine digits, and with its zone.
fn rfc3339(text: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, "0:0:0"));
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let time = time.trim_start();
    let (clock, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let fraction = fraction.get(..9).unwrap_or(fraction).trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let zone = match zone.strip_prefix(['+', '-']).and_then(|offset| offset.split_once(':')) {
        Some((hours, minutes)) => {
            let minutes = hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?;
            let sign = if zone.starts_with('-') { '-' } else { '+' };
            if minutes == 0 {
                "Z".to_owned()
            } else {
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
        None => "Z".to_owned(),
    };
    Some(format!("{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{minute:0>2}:{second:0>2}{point}{fraction}{zone}"))
}

#[cfg(test)]
mod tests {
    use super::rfc3339;

    #[test]
    fn dates_are_written_as_go_writes_them() {
        for (text, written) in [
            ("2001-6-2", "2001-06-02T00:00:00Z"),
            ("2001-06-02T03:04:05Z", "2001-06-02T03:04:05Z"),
            ("2001-06-02t3:04:05.120Z", "2001-06-02T03:04:05.12Z"),
            ("2001-06-02  3:4:5.5", "2001-06-02T03:04:05.5Z"),
            ("2001-06-02T03:04:05,5Z", "2001-06-02T03:04:05.5Z"),
            ("2001-06-02T03:04:05.000Z", "2001-06-02T03:04:05Z"),
            ("2001-06-02T03:04:05.1234567891Z", "2001-06-02T03:04:05.123456789Z"),
            ("2001-06-02T03:04:05+02:00", "2001-06-02T03:04:05+02:00"),
            ("2001-06-02T03:04:05-00:00", "2001-06-02T03:04:05Z"),
            ("2001-06-02T03:04:05+24:60", "2001-06-02T03:04:05+25:00"),
        ] {
            assert_eq!(rfc3339(text).as_deref(), Some(written), "{text}");
        }
    }
}
