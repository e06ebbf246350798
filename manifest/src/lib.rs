//! YAML with a place for every value: exact reading, stable writing, findings and rules.
//!
//! What reads configuration for Kubernetes and Talos is written in Go, and decides in its own way what a scalar
//! means. This crate decides the same, and where a text is wrong it says everything that is wrong, at once, with
//! line and column. What it writes is read back as the same values by every common YAML reader.
//!
//! ```
//! use manifest::Source;
//! use manifest::yaml::{self, Layout, Reading};
//!
//! #[derive(serde::Deserialize, serde::Serialize)]
//! #[serde(deny_unknown_fields)]
//! struct Service {
//!     name: String,
//!     #[serde(default)]
//!     replicas: u16,
//! }
//!
//! let source = Source::new("web.yaml", "name: web\nreplcas: two\n");
//! let documents = yaml::parse(&source).map_err(|finding| finding.message)?;
//! let decoded = documents[0].decode::<Service>(Reading::Json);
//! let finding = &decoded.findings[0];
//! assert_eq!(finding.rule.name, "unknown-key");
//! assert_eq!(source.position(finding.place.span.unwrap().start).to_string(), "2:1");
//!
//! let service = Service { name: "1.10".into(), replicas: 2 };
//! let text = yaml::to_string(&service, &Layout::default()).map_err(|error| error.to_string())?;
//! assert_eq!(text, "name: \"1.10\"\nreplicas: 2\n");
//! # Ok::<(), String>(())
//! ```
//!
//! - A [`Source`] is a named text. [`yaml::parse`] makes it [`Document`](yaml::Document)s: trees in which every
//!   value knows its bytes.
//! - A document is decoded into any serde type; what has no type is a [`Value`].
//! - A [`Finding`] is data: a [`Rule`] of the catalogue, a [`Place`], what is wrong, what to do, a [`Fix`] where it
//!   is certain. Sorting and printing is the work of a `Report`.
//! - [`yaml::to_string`] writes any serde type.
//!
//! Comments are not kept, and nothing here touches a file, the environment or the network.
//!
//! # Features
//!
//! - `render` (off): the module `report`, which makes findings text for people, JSON, SARIF and annotations for
//!   GitHub. It brings `annotate-snippets` and `serde_json`.

pub mod base64;
pub mod calendar;
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
pub use secret_key::holds_secret;
pub use source::{NotUtf8, Position, Source, Span};
pub use suggest::suggest;
pub use value::{Map, Value};
