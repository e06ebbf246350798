//! Types of expressions, as cel-go names them.

use std::fmt::Write as _;
use std::sync::Arc;

/// The type of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Decided when the expression is run.
    Dyn,
    /// Already found wrong.
    Error,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Duration,
    Timestamp,
    Any,
    /// A number, text or bool that may be null.
    Wrapper(Arc<Type>),
    Message(Arc<str>),
    List(Arc<Type>),
    Map(Arc<(Type, Type)>),
    Optional(Arc<Type>),
    /// The type of a type; of `type` itself it is of nothing.
    Meta(Option<Arc<Type>>),
    /// To be found out.
    Variable(usize),
}

/// How long the name of a type may get before the rest is left out.
const LONGEST: usize = 20_000;

impl Type {
    /// Reads a type as the table of names writes it; single letters are the variables of a function, which `variable`
    /// numbers.
    pub(super) fn read(text: &str, variable: &mut impl FnMut(&str) -> usize) -> Self {
        let inside = |of: &str| text.strip_prefix(of)?.strip_prefix('(')?.strip_suffix(')');
        if let Some(inner) = inside("list") {
            return Self::List(Arc::new(Self::read(inner, variable)));
        }
        if let Some((key, value)) = inside("map").and_then(|inner| inner.split_once(", ")) {
            return Self::Map(Arc::new((Self::read(key, variable), Self::read(value, variable))));
        }
        if let Some(inner) = inside("optional_type") {
            return Self::Optional(Arc::new(Self::read(inner, variable)));
        }
        if let Some(inner) = inside("wrapper") {
            return Self::Wrapper(Arc::new(Self::read(inner, variable)));
        }
        if let Some(inner) = inside("type") {
            return Self::Meta(Some(Arc::new(Self::read(inner, variable))));
        }
        match text {
            "dyn" => Self::Dyn,
            "null" => Self::Null,
            "bool" => Self::Bool,
            "int" => Self::Int,
            "uint" => Self::Uint,
            "double" => Self::Double,
            "string" => Self::String,
            "bytes" => Self::Bytes,
            "duration" => Self::Duration,
            "timestamp" => Self::Timestamp,
            "any" => Self::Any,
            "type" => Self::Meta(None),
            letter if letter.len() == 1 => Self::Variable(variable(letter)),
            message => Self::Message(message.into()),
        }
    }

    /// Whether this is another type, or may be null and is that otherwise.
    pub(super) fn is(&self, other: &Self) -> bool {
        matches!(self, Self::Wrapper(inner) if **inner == *other) || self == other
    }

    pub(super) fn is_dyn(&self) -> bool {
        matches!(self, Self::Dyn | Self::Any)
    }

    pub(super) fn is_dyn_or_error(&self) -> bool {
        self.is_dyn() || *self == Self::Error
    }

    /// The name in most messages.
    pub(super) fn name(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, false);
        text
    }

    /// The name without what it is of.
    pub(super) fn short_name(&self) -> String {
        self.output_name().split('(').next().unwrap_or_default().to_owned()
    }

    /// The name in the message about what an expression gives.
    pub(super) fn output_name(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, true);
        text
    }

    fn write(&self, out: &mut String, full: bool) {
        if out.len() > LONGEST {
            if !out.ends_with('…') {
                out.push('…');
            }
            return;
        }
        let (name, inner): (&str, &[&Self]) = match self {
            Self::Dyn => ("dyn", &[]),
            Self::Error => ("!error!", &[]),
            Self::Null if full => ("null_type", &[]),
            Self::Null => ("null", &[]),
            Self::Bool => ("bool", &[]),
            Self::Int => ("int", &[]),
            Self::Uint => ("uint", &[]),
            Self::Double => ("double", &[]),
            Self::String => ("string", &[]),
            Self::Bytes => ("bytes", &[]),
            Self::Duration if full => ("google.protobuf.Duration", &[]),
            Self::Duration => ("duration", &[]),
            Self::Timestamp if full => ("google.protobuf.Timestamp", &[]),
            Self::Timestamp => ("timestamp", &[]),
            Self::Any if full => ("google.protobuf.Any", &[]),
            Self::Any => ("any", &[]),
            Self::Message(name) => (name, &[]),
            Self::Wrapper(inner) => ("wrapper", &[inner]),
            Self::List(inner) => ("list", &[inner]),
            Self::Map(inner) => ("map", &[&inner.0, &inner.1]),
            Self::Optional(inner) => ("optional_type", &[inner]),
            Self::Meta(Some(inner)) => ("type", &[inner]),
            Self::Meta(None) => ("type", &[]),
            Self::Variable(number) => {
                // Writing into a text does not fail.
                write!(out, "_var{number}").unwrap_or_default();
                return;
            }
        };
        out.push_str(name);
        for (index, part) in inner.iter().enumerate() {
            out.push_str(if index == 0 { "(" } else { ", " });
            part.write(out, full);
        }
        if !inner.is_empty() {
            out.push(')');
        }
    }
}
