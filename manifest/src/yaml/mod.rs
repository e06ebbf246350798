//! YAML as Go reads it, with a place for every value, and as every reader understands it, written.

mod node;

pub use node::{Document, Entry, Kind, Node, Scalar, Style};
