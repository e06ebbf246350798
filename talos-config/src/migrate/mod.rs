//! From settings of the v1alpha1 document to documents of their own, and back.
//!
//! Since 1.12 Talos takes settings out of its one old document into documents of their own, and 1.14 has one for
//! nearly everything. Both are read, but rarely beside each other: a patch with `cluster.proxy` is refused on a
//! configuration that has a `KubeProxyConfig`. [`migrate`] says the same with what a minor knows: what it has a
//! document for becomes one, what it has none for goes back.
//!
//! ```
//! use manifest::Source;
//! use talos_config::{Minor, migrate};
//!
//! let source = Source::new("proxy.yaml", "cluster: {proxy: {disabled: true}}\n");
//! let migrated = migrate::read(&source, Minor::V1_12, Minor::V1_14).value.ok_or("refused")?;
//! assert_eq!(migrated.to_yaml()?, "apiVersion: v1alpha1\nkind: KubeProxyConfig\nenabled: false\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A text with `machine.type` is a whole configuration, anything else a patch. The difference is in what absence means:
//! the default of Talos in the one, whatever the base says in the other. So a whole configuration is written with the
//! defaults in which the two forms differ, and a patch deletes the document where the old form switched something off.
//!
//! What each form means is upstream's own view of it (`container.go` and the `_bridge.go` files of 1.14). Where a
//! setting cannot be said in the other form without a change of meaning, all of its [`Setting`] stays as it is and a
//! [`Remark`] says why; a document that an older Talos does not know is lost, which is an error. [`SETTINGS`] lists
//! everything with its limits.

mod down;
mod limit;
mod part;
mod read;
mod setting;
mod up;

pub use limit::{Limit, Outcome, Remark};
pub use part::{Deletion, Part};
pub use read::read;
pub use setting::{SETTINGS, Setting};

use manifest::yaml::WriteError;

use crate::registry::Document;
use crate::v1alpha1::Config;
use crate::version::Minor;

/// What came out of a migration.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "the remarks are lost unless they are reported"]
pub struct Migrated {
    /// Documents and deletions, in the order in which they are to be written: the v1alpha1 document first.
    pub parts: Vec<Part>,
    /// What could not be said in the other form, and what a reader has to know.
    pub remarks: Vec<Remark>,
}

impl Migrated {
    /// The stream of documents.
    ///
    /// # Errors
    ///
    /// Fails only where lists and mappings are nested deeper than any reader allows.
    pub fn to_yaml(&self) -> Result<String, WriteError> {
        let texts = self.parts.iter().map(Part::to_yaml);
        Ok(texts.collect::<Result<Vec<_>, _>>()?.join("---\n"))
    }

    /// The documents without the deletions.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.parts.iter().filter_map(|part| match part {
            Part::Document(document) => Some(document),
            Part::Deletion(_) => None,
        })
    }
}

/// Says documents with what a minor knows: settings that it has a document for become one, settings of documents that
/// it does not know go back into the v1alpha1 document.
///
/// The documents are taken to be what Talos would load; [`read`] makes sure of that.
pub fn migrate(documents: Vec<Document>, to: Minor) -> Migrated {
    let mut config = None;
    let mut parts = Vec::new();
    for document in documents {
        match document {
            Document::Config(old) if config.is_none() => config = Some(*old),
            other => parts.push(Part::Document(other)),
        }
    }
    let (up, down): (Vec<&Setting>, Vec<&Setting>) = SETTINGS.iter().partition(|setting| setting.since <= to);
    let (config, parts, mut remarks) = down::run(config, parts, &down, to);
    let (config, parts, more) = up::run(config, parts, &up);
    remarks.extend(more);
    let config = config.filter(|config| *config != Config::default());
    let config = config.map(|config| Part::Document(config.into()));
    Migrated { parts: config.into_iter().chain(parts).collect(), remarks }
}
