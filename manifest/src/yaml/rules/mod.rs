//! The rules of reading YAML, one per file.

mod duplicate_key;
mod empty_document;
mod excessive_aliasing;
mod invalid_value;
mod missing_key;
mod syntax;
mod unknown_key;
mod unquoted_string;
mod wrong_type;

use crate::rule::Rule;

pub use duplicate_key::DUPLICATE_KEY;
pub use empty_document::EMPTY_DOCUMENT;
pub use excessive_aliasing::EXCESSIVE_ALIASING;
pub use invalid_value::INVALID_VALUE;
pub use missing_key::MISSING_KEY;
pub use syntax::YAML_SYNTAX;
pub use unknown_key::UNKNOWN_KEY;
pub use unquoted_string::UNQUOTED_STRING;
pub use wrong_type::WRONG_TYPE;

/// All rules of this family, by code.
pub static RULES: &[&Rule] = &[
    &YAML_SYNTAX,
    &DUPLICATE_KEY,
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &MISSING_KEY,
    &INVALID_VALUE,
    &UNQUOTED_STRING,
    &EXCESSIVE_ALIASING,
    &EMPTY_DOCUMENT,
];
