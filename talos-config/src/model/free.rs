//! Mappings of anything: what Go makes of their values without knowing a type.

use std::collections::BTreeSet;

use manifest::yaml::{Kind, Node, Resolved, resolve};
use manifest::{FieldPath, Segment, Value};

use super::datum::Datum;
use super::read::{Reader, is_merge};

/// A mapping of anything.
#[derive(Clone, PartialEq)]
pub(crate) struct Free {
    pub(crate) value: Value,
    /// Whether it holds what upstream cannot copy, and crashes on when it merges: a date, or a key that is no text.
    pub(crate) uncopyable: bool,
    /// Where its dates are, which are texts in the value, in the form in which Go writes them. Nothing with a date is
    /// merged, so they stay where they were read.
    pub(super) dates: BTreeSet<FieldPath>,
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
                let uncopyable = is_uncopyable(node);
                let mut dates = BTreeSet::new();
                if uncopyable {
                    write_dates(&mut value, node, &mut FieldPath::root(), &mut dates);
                }
                Datum::Free(Free { value, uncopyable, dates })
            }
            _ => Datum::Nil,
        }
    }
}

/// Whether upstream would hold a date or a key that is no text somewhere in it.
fn is_uncopyable(node: &Node) -> bool {
    let node = node.target();
    match &node.kind {
        Kind::Scalar(_) => is_date(node),
        Kind::Sequence(items) => items.iter().any(is_uncopyable),
        Kind::Mapping(entries) => entries.iter().any(|entry| {
            let key = entry.key.as_scalar();
            let text = key.is_none_or(|key| {
                !key.is_plain() || matches!(resolve(&key.text), Resolved::String | Resolved::Merge)
            });
            !text || is_uncopyable(&entry.value)
        }),
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

/// Puts the dates of a value that was read from a node in the form in which Go writes them, and notes where they are.
fn write_dates(value: &mut Value, node: &Node, path: &mut FieldPath, dates: &mut BTreeSet<FieldPath>) {
    match value {
        Value::String(text) if is_date(node) => {
            if let Some(date) = rfc3339(text) {
                *text = date;
                dates.insert(path.clone());
            }
        }
        Value::Sequence(items) => {
            for (index, (item, node)) in
                items.iter_mut().zip(node.as_sequence().unwrap_or_default()).enumerate()
            {
                path.push(Segment::Index(index));
                write_dates(item, node, path, dates);
                path.pop();
            }
        }
        Value::Mapping(map) => {
            for (key, value) in map.iter_mut() {
                let Some(node) = entry(node, key) else { continue };
                path.push(Segment::Key(key.to_owned()));
                write_dates(value, node, path, dates);
                path.pop();
            }
        }
        _ => {}
    }
}

/// The value of a key, its own or one that a merge key brings.
fn entry<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    node.get(key).or_else(|| {
        let merged = node.as_mapping()?.iter().filter(|entry| is_merge(&entry.key));
        let mut sources =
            merged.flat_map(|entry| entry.value.as_sequence().unwrap_or(std::slice::from_ref(&entry.value)));
        sources.find_map(|source| entry(source, key))
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
