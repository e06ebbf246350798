//! Values that are one text, and the few types that read themselves.

use manifest::yaml::rules::INVALID_VALUE;
use manifest::yaml::{Node, Resolved, resolve};
use manifest::{MASK, Part, Value};
use smol_str::{SmolStr, ToSmolStr, format_smolstr};

use super::datum::Datum;
use super::read::{Reader, Step};
use crate::facts::{Enumeration, Shape, Special, TextKind};
use crate::scalar::{
    Addr, AddrPort, Base64, ByteSize, DiskSize, DiskSizeMatcher, Duration, HardwareAddr, InvalidScalar,
    PercentageSize, Prefix, Url,
};
use crate::version::Minor;

const BINARY_TAG: &str = "tag:yaml.org,2002:binary";

/// Tags of what the newest YAML library looks for a duration in.
const DURATION_TAGS: [&str; 3] =
    ["tag:yaml.org,2002:float", "tag:yaml.org,2002:int", "tag:yaml.org,2002:str"];

/// One more than the most nanoseconds that Go can count: 2 to the power of 63.
const BEYOND_NANOSECONDS: f64 = 9_223_372_036_854_775_808.0;

impl<'d> Reader<'d> {
    pub(super) fn scalar(&mut self, node: &'d Node, shape: &Shape) -> Datum {
        let read = match shape {
            Shape::String => Some(self.string(node)),
            Shape::Bool => match plain(node) {
                Some(Resolved::Bool(value)) => Some(Datum::Bool(value)),
                _ => self.leaf(node).map(Datum::Bool),
            },
            Shape::Int { min, max } => self.integer(node, *min, *max),
            Shape::Special(Special::FileMode) => self.integer(node, 0, u32::MAX.into()),
            Shape::Special(Special::PortRange) => self.port_range(node),
            Shape::Duration => self.duration(node),
            _ => self.text(node, shape),
        };
        read.unwrap_or_else(|| Datum::zero(shape, self.facts))
    }

    pub(super) fn string(&mut self, node: &'d Node) -> Datum {
        Datum::Text(self.string_text(node).unwrap_or_default())
    }

    /// The text that a field takes which is one.
    pub(super) fn string_text(&mut self, node: &'d Node) -> Option<SmolStr> {
        if let Some(scalar) = node.as_scalar().filter(|_| node.target().tag.is_none()) {
            let plain = scalar.is_plain();
            let resolved = if plain { resolve(&scalar.text) } else { Resolved::String };
            if !matches!(resolved, Resolved::Null | Resolved::Timestamp | Resolved::Merge) {
                return Some(scalar.text.clone());
            }
        }
        self.leaf::<String>(node).map(SmolStr::from)
    }

    fn integer(&mut self, node: &Node, min: i64, max: u64) -> Option<Datum> {
        if let Some(Resolved::Int(number)) = plain(node)
            && number >= min
            && u64::try_from(number).is_ok_and(|number| number <= max)
        {
            return Some(Datum::Int(number.into()));
        }
        Some(Datum::Int(match (min, max) {
            (0, 0xff) => self.leaf::<u8>(node)?.into(),
            (0, 0xffff) => self.leaf::<u16>(node)?.into(),
            (0, 0xffff_ffff) => self.leaf::<u32>(node)?.into(),
            (0, _) => self.leaf::<u64>(node)?.into(),
            (_, 0x7fff_ffff) => self.leaf::<i32>(node)?.into(),
            _ => self.leaf::<i64>(node)?.into(),
        }))
    }

    fn duration(&mut self, node: &'d Node) -> Option<Datum> {
        let minor = self.facts.minor;
        match self.unquoted(node)? {
            Value::Int(0) if minor.reads_zero_as_duration() => return Some(Datum::Int(0)),
            Value::Float(number)
                if minor >= Minor::V1_14 && number.fract() == 0.0 && number.abs() < BEYOND_NANOSECONDS =>
            {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "a float without fraction, as Go converts it"
                )]
                return Some(Datum::Int(number as i128));
            }
            Value::Int(_) | Value::UInt(_) | Value::Float(_) => {
                return self.refused(&InvalidScalar::new("a duration needs a unit, such as `30s`"));
            }
            _ => {}
        }
        let has_odd_tag = node.target().tag.as_deref().is_some_and(|tag| !DURATION_TAGS.contains(&tag));
        if has_odd_tag && minor.yaml().knows_tags() {
            return self.refused(&InvalidScalar::new("a duration has no tag of its own"));
        }
        match self.source(node)?.parse::<Duration>() {
            Ok(duration) => Some(Datum::Int(duration.as_nanos().into())),
            Err(error) => self.refused(&error),
        }
    }

    /// What a scalar is that is not a text by its quotes alone; nothing for one that is.
    fn unquoted(&mut self, node: &Node) -> Option<Value> {
        let is_plain = node.as_scalar().is_some_and(manifest::yaml::Scalar::is_plain);
        if is_plain || node.target().tag.is_some() { self.leaf(node) } else { Some(Value::Null) }
    }

    /// The source text of a scalar of any type; one with a tag must be what the tag says.
    fn source(&mut self, node: &'d Node) -> Option<SmolStr> {
        let Some(scalar) = node.as_scalar() else {
            self.wrong_type("a text", node);
            return None;
        };
        match node.target().tag.as_deref() {
            None => {}
            Some(BINARY_TAG) => return self.leaf::<String>(node).map(SmolStr::from),
            Some(_) => drop(self.leaf::<Value>(node)?),
        }
        Some(scalar.text.clone())
    }

    fn refused(&mut self, error: &InvalidScalar) -> Option<Datum> {
        self.say(&INVALID_VALUE, Part::Value, error.to_string());
        None
    }

    /// What a type that reads itself from a text takes that is no text: before 1.13 upstream fills it as the struct or the
    /// bytes that it is.
    fn not_a_text(&mut self, node: &'d Node, shape: &Shape) -> Option<Datum> {
        if self.facts.minor.reads_only_texts_as_texts() {
            return self.source(node).map(Datum::Text);
        }
        let is_bytes = matches!(shape, Shape::Text(TextKind::HardwareAddr | TextKind::Base64));
        let is_struct = match shape {
            Shape::Text(kind) => {
                !is_bytes && *kind != TextKind::RoutingTable && *kind != TextKind::DiskSizeMatcher
            }
            _ => *shape == Shape::Special(Special::Size),
        };
        if is_bytes && let Some(items) = node.as_sequence() {
            let items: Vec<_> = items.iter().filter(|item| !item.is_null()).collect();
            let bytes = items.into_iter().map(|item| self.leaf::<u8>(item)).collect::<Option<Vec<_>>>()?;
            return Some(Datum::Text(match shape {
                Shape::Text(TextKind::Base64) => Base64::from_bytes(&bytes).to_smolstr(),
                _ => HardwareAddr::from_bytes(&bytes).to_smolstr(),
            }));
        }
        if is_struct && node.as_mapping().is_some() {
            for entry in self.entries(node)?.iter() {
                self.trail.push(Step::Key(entry.key.as_text().unwrap_or_default()));
                self.unknown_key(entry.key.as_text().unwrap_or_default(), &[]);
                self.trail.pop();
            }
            return None;
        }
        self.source(node).map(Datum::Text)
    }

    fn text(&mut self, node: &'d Node, shape: &Shape) -> Option<Datum> {
        fn printed<T: std::str::FromStr<Err = InvalidScalar> + std::fmt::Display>(
            text: &str,
        ) -> Result<Datum, InvalidScalar> {
            text.parse::<T>().map(|value| Datum::Text(value.to_smolstr()))
        }
        if node.as_scalar().is_none() {
            return self.not_a_text(node, shape);
        }
        let text = &if is_read_as_text(shape) { self.string_text(node)? } else { self.source(node)? };
        let minor = self.facts.minor;
        let empty = text.is_empty();
        let read = match shape {
            Shape::Word(words) => word(words, text, minor),
            Shape::Text(kind) => match kind {
                TextKind::Expression => Ok(Datum::Text(text.clone())),
                TextKind::HardwareAddr => printed::<HardwareAddr>(text),
                TextKind::Base64 => printed::<Base64>(text),
                TextKind::DiskSizeMatcher => printed::<DiskSizeMatcher>(text),
                TextKind::RoutingTable => routing_table(text),
                _ if empty => Ok(Datum::Text(SmolStr::default())),
                TextKind::ByteSize => byte_size(text, minor),
                TextKind::Addr | TextKind::MetaAddr => printed::<Addr>(text),
                TextKind::AddrPort | TextKind::MetaAddrPort => printed::<AddrPort>(text),
                TextKind::Prefix | TextKind::MetaPrefix => printed::<Prefix>(text),
            },
            Shape::Special(Special::Url) if empty => Ok(Datum::Nil),
            Shape::Special(Special::Url | Special::Endpoint) => {
                // The text may hold a token, so only the cause is told.
                let cause = |error: InvalidScalar| {
                    let text = error.to_string();
                    InvalidScalar::new(format!(
                        "not a URL: {}",
                        text.rsplit("\": ").next().unwrap_or_default()
                    ))
                };
                text.parse::<Url>().map(|url| Datum::Url(Box::new(url))).map_err(cause)
            }
            Shape::Special(Special::DiskSize) => {
                text.parse::<DiskSize>().map(|size| Datum::Int(size.as_bytes().into()))
            }
            Shape::Special(Special::Size) if empty => Ok(Datum::zero(shape, self.facts)),
            Shape::Special(Special::Size) => size(text, minor),
            _ => Ok(Datum::Text(text.clone())),
        };
        read.map_or_else(|error| self.refused(&error), Some)
    }

    fn port_range(&mut self, node: &'d Node) -> Option<Datum> {
        if let Value::Int(_) | Value::UInt(_) | Value::Float(_) = self.unquoted(node)? {
            return self.leaf::<u16>(node).map(|port| Datum::Int(port.into()));
        }
        let text = &*self.string_text(node)?;
        let port = |digits: &str| -> Option<u16> {
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        match text.split_once('-').and_then(|(low, high)| port(low).zip(port(high))) {
            Some((low, high)) if low == high => Some(Datum::Int(low.into())),
            Some((low, high)) => Some(Datum::Text(format_smolstr!("{low}-{high}"))),
            None => self.refused(&InvalidScalar::new(format!("invalid port range: {text:?}"))),
        }
    }

    pub(super) fn arguments(&mut self, node: &'d Node) -> Datum {
        self.map_of(node, &mut |reader, node| {
            if node.as_sequence().is_some() {
                reader.value(node, &Shape::List { item: Box::new(Shape::String), keyed: None })
            } else if node.as_mapping().is_some() {
                reader
                    .refused(&InvalidScalar::new("arg value must be a string or list of strings"))
                    .unwrap_or(Datum::Nil)
            } else {
                reader.string(node)
            }
        })
    }

    pub(super) fn pem(&mut self, node: &'d Node, crt: bool, key: bool) -> Datum {
        let mut parts = [Datum::Text(SmolStr::default()), Datum::Text(SmolStr::default())];
        let known: Vec<_> =
            [("crt", crt), ("key", key)].iter().filter(|part| part.1).map(|part| part.0).collect();
        for entry in self.entries(node).unwrap_or_default().iter() {
            let name = entry.key.as_text().unwrap_or_default();
            self.trail.push(Step::Key(name));
            if known.contains(&name) {
                let text = self.string_text(&entry.value).unwrap_or_default();
                let is_key = name == "key";
                let read = if is_key && text == MASK {
                    Some(Datum::Text(text))
                } else {
                    match text.parse::<Base64>() {
                        Ok(bytes) => Some(Datum::Text(bytes.into_text().into())),
                        Err(error) => self.refused(&error),
                    }
                };
                if let (Some(read), Some(part)) = (read, parts.get_mut(usize::from(is_key))) {
                    *part = read;
                }
            } else {
                self.unknown_key(name, &known);
            }
            self.trail.pop();
        }
        Datum::Struct(parts.into())
    }

    pub(super) fn manifests(&mut self, node: &'d Node, place: usize) -> Datum {
        let item = Shape::Struct(place);
        let contents = self.facts.at(place).field("contents").map(|(index, _)| index);
        let mut list = self.value(node, &Shape::List { item: Box::new(item), keyed: None });
        if let Datum::List(items) = &mut list {
            for item in items {
                let Datum::Struct(fields) = item else { continue };
                if let Some(Datum::Text(text)) = contents.and_then(|index| fields.get_mut(index)) {
                    let cut = text.trim_start_matches(['\t', '\n', '\r', '\u{b}', '\u{c}']);
                    *text = cut.into();
                }
            }
        }
        list
    }
}

/// Whether a type takes its text out of a string, and not from whatever stands there.
fn is_read_as_text(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text(TextKind::Base64 | TextKind::DiskSizeMatcher)
            | Shape::Special(Special::Url | Special::Endpoint | Special::DiskSize)
    )
}

/// What a scalar without quotes and tag stands for.
fn plain(node: &Node) -> Option<Resolved> {
    let scalar = node.as_scalar().filter(|scalar| scalar.is_plain() && node.target().tag.is_none())?;
    Some(resolve(&scalar.text))
}

fn word(words: &'static Enumeration, text: &str, minor: Minor) -> Result<Datum, InvalidScalar> {
    let known = |word: &&&str| match (words.name, **word) {
        ("block.FilesystemType", "swap") => (Minor::V1_11..=Minor::V1_12).contains(&minor),
        ("block.FilesystemType", "swapi" | "virtiofs") | ("block.VolumeType", "external") => {
            minor >= Minor::V1_13
        }
        ("block.FilesystemType", "btrfs") => minor >= Minor::V1_14,
        _ => true,
    };
    let exact_only = words.name == "nethelpers.FailOverMAC";
    if exact_only {
        if text.is_empty() {
            return Ok(Datum::Text(SmolStr::new_static(words.zero)));
        }
        if let Some(word) = text.parse().ok().and_then(|number: usize| words.words.get(number)) {
            return Ok(Datum::Text(SmolStr::new_static(word)));
        }
    }
    let found = words.words.iter().filter(known).find(|word| **word == text).or_else(|| {
        words
            .words
            .iter()
            .filter(known)
            .find(|word| !exact_only && word.to_lowercase() == text.to_lowercase())
    });
    found.map(|word| Datum::Text(SmolStr::new_static(word))).ok_or_else(|| {
        let name = words.name.rsplit('.').next().unwrap_or_default();
        InvalidScalar::new(format!("{text} does not belong to {name} values"))
    })
}

fn routing_table(text: &str) -> Result<Datum, InvalidScalar> {
    let lower = text.to_lowercase();
    let number = lower.bytes().all(|byte| byte.is_ascii_digit()) && !lower.starts_with('0');
    let known = matches!(&*lower, "unspec" | "default" | "main" | "local")
        || (number && lower.parse().is_ok_and(|table: u32| (1..=252).contains(&table)));
    if known {
        return Ok(Datum::Text(lower.into()));
    }
    Err(InvalidScalar::new(format!("{text} does not belong to RoutingTable values")))
}

fn byte_size(text: &SmolStr, minor: Minor) -> Result<Datum, InvalidScalar> {
    let size: ByteSize = text.parse()?;
    if size.is_negative() && !minor.has_negative_sizes() {
        return Err(InvalidScalar::new("a size below zero is known since Talos 1.13"));
    }
    Ok(Datum::Text(text.clone()))
}

/// Bytes or a share; each side is held apart, as upstream merges them apart.
fn size(text: &SmolStr, minor: Minor) -> Result<Datum, InvalidScalar> {
    if !text.contains('%') {
        return Ok(Datum::Struct(vec![byte_size(text, minor)?, Datum::Nil]));
    }
    let share: PercentageSize = text.parse()?;
    if share.is_negative() && !minor.has_negative_sizes() {
        return Err(InvalidScalar::new("a size below zero is known since Talos 1.13"));
    }
    Ok(Datum::Struct(vec![Datum::Nil, Datum::Text(text.clone())]))
}
