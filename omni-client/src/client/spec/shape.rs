//! What a message looks like.

/// A message: its fields by number.
#[derive(Debug)]
pub struct Shape {
    /// The fields, in the order of their numbers.
    pub fields: &'static [Field],
}

/// A field of a message.
#[derive(Debug)]
pub struct Field {
    /// Its number on the wire.
    pub number: u32,
    /// Its key in YAML.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// How often.
    pub many: Many,
}

/// What a field holds.
#[derive(Debug)]
pub enum Kind {
    /// A text.
    Text,
    /// Bytes; a list of numbers in YAML.
    Bytes,
    /// Yes or no.
    Bool,
    /// A whole number or an enumeration.
    Number,
    /// Another message; `null` in YAML where it is absent.
    Message(&'static Shape),
}

/// How often a field is there.
#[derive(Debug, PartialEq, Eq)]
pub enum Many {
    /// Once at most.
    One,
    /// Any number of times, in order.
    List,
    /// By a text that stands for each.
    Map,
}

/// A table of fields, written as `number "key" kind`.
macro_rules! shape {
    ($($number:literal $key:literal $kind:ident $(($inner:expr))? $($many:ident)?),* $(,)?) => {
        $crate::client::spec::Shape {
            fields: &[$($crate::client::spec::Field {
                number: $number,
                key: $key,
                kind: $crate::client::spec::Kind::$kind $((&$inner))?,
                many: $crate::client::spec::shape::shape!(@many $($many)?),
            }),*],
        }
    };
    (@many) => { $crate::client::spec::Many::One };
    (@many $many:ident) => { $crate::client::spec::Many::$many };
}
pub(super) use shape;
