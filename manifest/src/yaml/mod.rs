//! YAML as Go reads it, with a place for every value, and as every reader understands it, written.

mod de;
mod embedded;
mod go;
mod node;
mod order;
mod parse;
mod resolve;
pub mod rules;
mod scan;
mod ser;
mod write;

pub use de::{Decoded, Reading, SOURCE_TEXT};
pub use go::GoYaml;
pub use node::{Document, Entry, Kind, Node, Scalar, Style};
pub use order::{natural_cmp, natural_cmp_v2};
pub use parse::{MAX_DEPTH, parse, parse_as};
pub use resolve::{Resolved, legacy_bool, resolve, resolve_as, rfc3339};
pub use ser::to_value;
pub use write::{Bare, Layout, Quoting, Sequences, WriteError, to_stream, to_string};
