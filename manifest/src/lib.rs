//! YAML with a place for every value: exact reading, stable writing, findings and rules.

pub mod finding;
pub mod path;
#[cfg(feature = "render")]
pub mod report;
pub mod rule;
mod secret;
mod secret_key;
mod source;
mod suggest;
mod value;
pub mod yaml;

pub use finding::{Finding, Fix, Part, Place, Related};
pub use path::{FieldPath, Segment};
pub use rule::{Rule, Severity};
pub use secret::{MASK, Secret};
pub use source::{NotUtf8, Position, Source, Span};
pub use suggest::suggest;
pub use value::{Map, Value};
