//! A machine configuration: all its documents, as one minor of Talos reads, merges and writes them.

mod conflict;
mod document;
mod foreign;
mod identity;
mod load;

use manifest::yaml::WriteError;
use manifest::{Finding, Source};

pub(crate) use conflict::clashes;
pub(crate) use document::{Document, Id};
pub(crate) use load::{LoadAs, Stream, load, load_documents, load_with_trails};

use crate::facts::Kind;
use crate::version::Minor;

/// A machine configuration: the documents of a stream, as one minor of Talos holds them.
///
/// It is what Talos itself would load: every key is known, every value has its type, no document stands twice. What
/// only validation refuses may still be in it.
///
/// ```
/// use manifest::Source;
/// use talos_config::{Configuration, Minor};
///
/// let source = Source::new("worker.yaml", "machine:\n  type: worker\n  sysctls: {vm.max_map_count: 262144}\n");
/// let loaded = Configuration::load(&source, Minor::V1_13);
/// let configuration = loaded.value.ok_or("refused")?;
/// assert!(configuration.encode()?.contains("vm.max_map_count: \"262144\""));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Configuration {
    pub(crate) minor: Minor,
    pub(crate) documents: Vec<Document>,
}

/// What became of a text that was loaded.
#[derive(Debug)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Loaded<T> {
    /// What was loaded; absent where Talos would refuse it.
    pub value: Option<T>,
    /// Everything that is wrong with the text, in its order.
    pub findings: Vec<Finding>,
}

impl Configuration {
    /// Loads a stream of documents with the verdict of this minor's own loader.
    ///
    /// Talos stops at the first document that is wrong; here all that is wrong with all of them is told at once.
    pub fn load(source: &Source, minor: Minor) -> Loaded<Self> {
        let Stream { documents, findings, .. } = load(source, minor, LoadAs::Configuration);
        let value = findings.is_empty().then_some(Self { minor, documents });
        Loaded { value, findings }
    }

    /// The minor of Talos that it is for.
    #[must_use]
    pub fn minor(&self) -> Minor {
        self.minor
    }

    /// Kind and name of its documents, in their order; the v1alpha1 document comes first.
    pub fn documents(&self) -> impl Iterator<Item = (&'static Kind, Option<&str>)> {
        self.documents.iter().map(|document| (document.kind, document.name()))
    }

    /// The text that Talos writes for it, byte for byte: without comments, four spaces a level, fields in their own
    /// order. Fails only where lists and mappings are nested deeper than any reader allows.
    pub fn encode(&self) -> Result<String, WriteError> {
        let documents = self.documents.iter().map(|document| document.encode(self.minor));
        Ok(documents.collect::<Result<Vec<_>, _>>()?.join("---\n"))
    }
}

impl std::fmt::Debug for Configuration {
    /// Kinds and names only: the rest may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names =
            self.documents().map(|(kind, name)| format!("{}/{}", kind.name(), name.unwrap_or_default()));
        f.debug_struct("Configuration")
            .field("minor", &self.minor)
            .field("documents", &names.collect::<Vec<_>>())
            .finish()
    }
}
