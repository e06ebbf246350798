//! Which resources are wanted.

/// What is asked of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, prost::Enumeration)]
#[repr(i32)]
pub enum Operation {
    /// It is there.
    Exists = 0,
    /// It has the value.
    Equal = 1,
    /// It is not there; replaced by an inverted `Exists`.
    NotExists = 2,
    /// It has one of the values.
    In = 3,
    /// It is a text before the value.
    Lt = 4,
    /// It is a text before the value, or the value.
    Lte = 5,
    /// It is a number below the value.
    LtNumeric = 6,
    /// It is a number below the value, or the value.
    LteNumeric = 7,
}

/// One condition on one label.
#[derive(Clone, PartialEq, prost::Message)]
pub struct LabelTerm {
    /// Key of the label.
    #[prost(string, tag = "1")]
    pub key: String,
    /// What is asked of it.
    #[prost(enumeration = "Operation", tag = "2")]
    pub op: i32,
    /// With what it is compared.
    #[prost(string, repeated, tag = "3")]
    pub value: Vec<String>,
    /// Whether the opposite is wanted.
    #[prost(bool, tag = "5")]
    pub invert: bool,
}

/// Terms that must all hold.
#[derive(Clone, PartialEq, prost::Message)]
pub struct LabelQuery {
    /// The terms.
    #[prost(message, repeated, tag = "1")]
    pub terms: Vec<LabelTerm>,
}

/// A condition on the id.
#[derive(Clone, PartialEq, prost::Message)]
pub struct IdQuery {
    /// A pattern that is found somewhere in the id.
    #[prost(string, tag = "1")]
    pub regexp: String,
}

/// Which resources are wanted.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ListOptions {
    /// By label; one of the queries must hold.
    #[prost(message, repeated, tag = "1")]
    pub label_query: Vec<LabelQuery>,
    /// By id.
    #[prost(message, optional, tag = "2")]
    pub id_query: Option<IdQuery>,
}
