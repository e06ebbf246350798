//! What a scalar is worth where a type is wanted.

use std::borrow::Cow;

use serde::de::Visitor;

use super::error::Error;
use super::node::Reader;
use super::{Reading, wrong_type};
use crate::base64;
use crate::yaml::GoYaml;
use crate::yaml::node::{Kind, Node, Scalar};
use crate::yaml::resolve::{Resolved, is_null, legacy_bool, resolve, resolve_as};

const CORE: &str = "tag:yaml.org,2002:";

impl Reader<'_> {
    /// Type and value of a scalar by its tag, style and text.
    pub(super) fn resolved(&self, scalar: &Scalar) -> Result<Resolved, Error> {
        let tag = self.node.target().tag.as_deref().or(self.node.tag.as_deref());
        let Some(tag) = tag.and_then(|tag| tag.strip_prefix(CORE)) else {
            let plain = scalar.is_plain() && tag.is_none();
            return Ok(if plain { self.resolve(&scalar.text) } else { Resolved::String });
        };
        let resolved = self.resolve(&scalar.text);
        let fits = match (tag, resolved) {
            ("merge", _) => return Ok(Resolved::Merge),
            ("float", Resolved::Int(value)) => {
                #[expect(clippy::cast_precision_loss, reason = "what the tag asks for")]
                return Ok(Resolved::Float(value as f64));
            }
            ("int", Resolved::Int(_) | Resolved::UInt(_))
            | ("float", Resolved::Float(_))
            | ("bool", Resolved::Bool(_))
            | ("null", Resolved::Null)
            | ("timestamp", Resolved::Timestamp) => true,
            ("int" | "float" | "bool" | "null" | "timestamp", _) => false,
            // Texts, and tags that nobody knows.
            _ => return Ok(Resolved::String),
        };
        if fits {
            return Ok(resolved);
        }
        Err(wrong_type(&format!("a value that the tag `!!{tag}` fits"), &shown(&scalar.text)))
    }

    fn resolve(&self, text: &str) -> Resolved {
        match self.context.reading {
            Reading::Go(release) => resolve_as(text, release),
            Reading::Json => resolve(text),
        }
    }

    /// Whether no tag, or the tag of texts, says what the scalar is.
    fn is_untagged(&self) -> bool {
        self.node.target().tag.as_deref().is_none_or(|tag| tag.strip_prefix(CORE) == Some("str"))
    }

    /// Whether nothing but its text says what the scalar is: neither quotes nor a tag.
    fn is_bare(&self, scalar: &Scalar) -> bool {
        scalar.is_plain() && self.node.target().tag.is_none() && self.node.tag.is_none()
    }

    /// Whether a text may be one of the words that YAML 1.1 has for booleans. Who makes JSON of YAML, for the API server and
    /// for Helm, is such a reader.
    fn may_be_word(&self, reading: Reading, scalar: &Scalar) -> bool {
        match reading {
            Reading::Go(go) => !go.knows_tags() || self.is_untagged(),
            Reading::Json => self.is_bare(scalar),
        }
    }

    fn is_binary(&self) -> bool {
        self.node.target().tag.as_deref().is_some_and(|tag| tag.strip_prefix(CORE) == Some("binary"))
    }

    fn reads_merge_as_nothing(&self) -> bool {
        matches!(self.context.reading, Reading::Go(go) if go.reads_merge_as_nothing())
    }

    /// The text that a text field takes.
    pub(super) fn text(&self, expected: &str) -> Result<Cow<'_, str>, Error> {
        let Some(scalar) = self.node.as_scalar() else {
            return Err(wrong_type(expected, describe(self.node)));
        };
        let resolved = self.resolved(scalar)?;
        match self.context.reading {
            Reading::Go(_) if resolved == Resolved::Null => Ok(Cow::Borrowed("")),
            Reading::Go(go) if resolved == Resolved::Timestamp && !go.reads_dates_as_strings() => {
                Err(wrong_type(expected, &format!("the date {}; put it in quotes", shown(&scalar.text))))
            }
            Reading::Go(_) if self.is_binary() => decoded(&scalar.text).map(Cow::Owned),
            Reading::Go(_) => Ok(Cow::Borrowed(&scalar.text)),
            Reading::Json => {
                let found = match resolved {
                    Resolved::String if scalar.is_plain() && legacy_bool(&scalar.text).is_some() => {
                        "a boolean to YAML 1.1 readers"
                    }
                    Resolved::String | Resolved::Merge => return Ok(Cow::Borrowed(&scalar.text)),
                    Resolved::Null if scalar.text.is_empty() => return Err(wrong_type(expected, "nothing")),
                    Resolved::Null => "nothing",
                    Resolved::Bool(_) => "a boolean",
                    Resolved::Int(_) | Resolved::UInt(_) | Resolved::Float(_) => "a number",
                    Resolved::Timestamp => "a date",
                };
                Err(self.context.unquoted(self.node, self.trail, &scalar.text, found))
            }
        }
    }

    pub(super) fn boolean(&self) -> Result<bool, Error> {
        const EXPECTED: &str = "`true` or `false`";
        let Some(scalar) = self.node.as_scalar() else {
            return Err(wrong_type(EXPECTED, describe(self.node)));
        };
        match (self.resolved(scalar)?, self.context.reading) {
            (Resolved::Bool(value), _) => Ok(value),
            (Resolved::Null, Reading::Go(_)) => Ok(false),
            (Resolved::Merge, Reading::Go(go)) if go.reads_merge_as_nothing() => Ok(false),
            (Resolved::String, reading) if self.may_be_word(reading, scalar) => {
                legacy_bool(&scalar.text).ok_or_else(|| wrong_type(EXPECTED, &shown(&scalar.text)))
            }
            _ => Err(wrong_type(EXPECTED, &found(self.node))),
        }
    }

    /// A whole number. `expected` says which in words; the visitor checks the range.
    pub(super) fn integer<'de, V: Visitor<'de>>(
        &self,
        expected: &str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let Some(scalar) = self.node.as_scalar() else {
            return Err(wrong_type(expected, describe(self.node)));
        };
        let refused = || wrong_type(expected, &found(self.node));
        let visited = match (self.resolved(scalar)?, self.context.reading) {
            (Resolved::Int(value), _) => visitor.visit_i64::<Error>(value),
            (Resolved::UInt(value), _) => visitor.visit_u64(value),
            (Resolved::Null, Reading::Go(_)) => visitor.visit_i64(0),
            (Resolved::Merge, Reading::Go(go)) if go.reads_merge_as_nothing() => visitor.visit_i64(0),
            (Resolved::Float(value), reading) => {
                let cuts = matches!(reading, Reading::Go(go) if go.cuts_fractions());
                if value.fract() != 0.0 && !cuts {
                    return Err(refused());
                }
                match (whole(value), whole_unsigned(value)) {
                    (Some(value), _) => visitor.visit_i64(value),
                    (None, Some(value)) => visitor.visit_u64(value),
                    (None, None) => return Err(refused()),
                }
            }
            _ => return Err(refused()),
        };
        visited.map_err(|_| refused())
    }

    pub(super) fn float(&self) -> Result<f64, Error> {
        const EXPECTED: &str = "a number";
        let Some(scalar) = self.node.as_scalar() else {
            return Err(wrong_type(EXPECTED, describe(self.node)));
        };
        #[expect(clippy::cast_precision_loss, reason = "a number is wanted as a float")]
        match (self.resolved(scalar)?, self.context.reading) {
            (Resolved::Int(value), _) => Ok(value as f64),
            (Resolved::UInt(value), _) => Ok(value as f64),
            (Resolved::Float(value), _) => Ok(value),
            (Resolved::Null, Reading::Go(_)) => Ok(0.0),
            (Resolved::Merge, Reading::Go(go)) if go.reads_merge_as_nothing() => Ok(0.0),
            _ => Err(wrong_type(EXPECTED, &found(self.node))),
        }
    }

    /// A scalar of whatever type it has.
    pub(super) fn any_scalar<'de, V: Visitor<'de>>(
        &self,
        scalar: &Scalar,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.resolved(scalar)? {
            Resolved::Null => visitor.visit_unit(),
            Resolved::Merge if self.reads_merge_as_nothing() => visitor.visit_unit(),
            Resolved::Bool(value) => visitor.visit_bool(value),
            Resolved::Int(value) => visitor.visit_i64(value),
            Resolved::UInt(value) => visitor.visit_u64(value),
            Resolved::Float(value) => visitor.visit_f64(value),
            Resolved::String if self.context.reading == Reading::Json && self.is_bare(scalar) => {
                match legacy_bool(&scalar.text) {
                    Some(value) => visitor.visit_bool(value),
                    None => visitor.visit_str(&scalar.text),
                }
            }
            _ if self.is_binary() => visitor.visit_string(decoded(&scalar.text)?),
            _ => visitor.visit_str(&scalar.text),
        }
    }
}

impl Node {
    /// Whether it is an unquoted nothing, `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        let node = self.target();
        let Some(scalar) = node.as_scalar() else { return false };
        let may_be = match &node.tag {
            Some(tag) => tag.strip_prefix(CORE) == Some("null"),
            None => scalar.is_plain(),
        };
        may_be && is_null(&scalar.text)
    }

    /// Whether it is, as a key, the sign that merges a mapping into the one that it stands in.
    #[must_use]
    pub fn is_merge_sign(&self, release: GoYaml) -> bool {
        let Some(scalar) = self.as_scalar() else { return false };
        let is_sign = scalar.text == "<<";
        match &self.tag {
            Some(tag) => {
                tag.strip_prefix(CORE) == Some("merge") && (is_sign || release.merges_by_tag_alone())
            }
            None => is_sign && scalar.is_plain(),
        }
    }
}

/// The text that a base64 text stands for.
fn decoded(text: &str) -> Result<String, Error> {
    let bytes = base64::decode(text);
    let decoded = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    decoded.ok_or_else(|| wrong_type("base64 of a text in UTF-8", &shown(text)))
}

/// A float without fraction as a whole number, if it fits.
fn whole(value: f64) -> Option<i64> {
    #[expect(clippy::cast_precision_loss, reason = "the limits themselves are exact powers of two")]
    let fits = value >= i64::MIN as f64 && value < i64::MAX as f64;
    #[expect(clippy::cast_possible_truncation, reason = "in range, and the fraction is to be cut")]
    fits.then_some(value as i64)
}

/// The same beyond the numbers that have a sign.
fn whole_unsigned(value: f64) -> Option<u64> {
    #[expect(clippy::cast_precision_loss, reason = "the limit itself is an exact power of two")]
    let fits = value >= 0.0 && value < u64::MAX as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "in range, fraction to be cut"
    )]
    fits.then_some(value as u64)
}

/// What a node is, in words.
pub(super) fn describe(node: &Node) -> &'static str {
    match &node.target().kind {
        Kind::Scalar(_) if node.is_null() => "nothing",
        Kind::Scalar(_) => "a single value",
        Kind::Sequence(_) => "a list",
        Kind::Mapping(_) => "a mapping",
        Kind::Alias(_) => "an alias",
    }
}

/// A scalar as it stands, with its quotes, unless it is long; what else it is, in words.
pub(super) fn found(node: &Node) -> String {
    match node.as_scalar() {
        Some(scalar) if !node.is_null() && scalar.is_plain() => shown(&scalar.text),
        Some(scalar) if !node.is_null() => format!("the text {}", shown(&scalar.text)),
        _ => describe(node).to_owned(),
    }
}

fn shown(text: &str) -> String {
    if text.chars().count() <= 40 && !text.contains('\n') {
        format!("`{text}`")
    } else {
        "a longer text".to_owned()
    }
}
