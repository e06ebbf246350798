//! Patches: what they are, and what they make of a configuration.
//!
//! A patch is either a partial configuration that is merged field by field, each by the rule of its type, with
//! `$patch: delete` where something is to go, or a list of JSON operations (RFC 6902) on the only document.

mod apply;
mod diagnosis;
mod error;
mod followed;
mod json;
mod merge;
mod origin;
mod selector;
mod trail;

use std::sync::Arc;

use manifest::yaml;
use manifest::{Finding, Source};

pub use apply::{apply, apply_to, apply_with_origins};
pub use diagnosis::diagnose;
pub use error::PatchError;
pub use followed::FollowedConfiguration;
use followed::LastFollowed;
pub use origin::{Contest, How, Layer, Leaf, Origin, Origins, Patched, annotated};
pub(crate) use selector::Selector;
pub(crate) use trail::{Trail, TrailReader};

use crate::configuration::{Document, LoadAs, Loaded, Stream, load, load_documents};
use crate::version::Minor;

/// A patch, as one minor of Talos reads it.
///
/// ```
/// use manifest::Source;
/// use talos_config::{Minor, Patch, patch};
///
/// let minor = Minor::V1_13;
/// let source = Source::new("mtu.yaml", "machine: {network: {interfaces: [{interface: eth0, mtu: 9000}]}}");
/// let patch = Patch::load(&source, minor).value.ok_or("refused")?;
/// let config = Source::new("worker.yaml", "machine: {network: {interfaces: [{interface: eth0, dhcp: true}]}}");
/// let patched = patch::apply(&config, &[patch], minor)?;
/// assert!(patched.contains("mtu: 9000") && patched.contains("dhcp: true"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Patch {
    pub(crate) minor: Minor,
    pub(crate) form: Arc<Form>,
    /// What it was loaded from, to be read again by those who ask for origins.
    source: Source,
    /// How it was read the last time that somebody asked for them.
    followed: Arc<LastFollowed>,
}

/// The two kinds of patches.
pub(crate) enum Form {
    Strategic { selectors: Vec<Selector>, documents: Vec<Document> },
    Json(Vec<json::Operation>),
}

/// The file that an argument for a patch names, as talosctl takes it: behind `@`, and since 1.12 also a word that can be
/// no patch, and even an empty one. None where the argument is the patch itself.
///
/// ```
/// use talos_config::{Minor, patch::file_named_by};
///
/// assert_eq!(file_named_by("@mtu.yaml", Minor::V1_11), Some("mtu.yaml"));
/// assert_eq!(file_named_by("mtu.yaml", Minor::V1_12), Some("mtu.yaml"));
/// assert_eq!(file_named_by("debug: true", Minor::V1_12), None);
/// assert_eq!(file_named_by("", Minor::V1_12), Some(""));
/// ```
#[must_use]
pub fn file_named_by(argument: &str, minor: Minor) -> Option<&str> {
    let is_word = !argument.contains(['\n', ' ']) && !argument.starts_with(['[', '{']);
    argument.strip_prefix('@').or_else(|| (is_word && minor.takes_words_for_files()).then_some(argument))
}

impl Patch {
    /// Loads a patch. A text that is a configuration, complete or not, is merged; a list is one of JSON operations.
    ///
    /// Like [`Configuration::load`](crate::Configuration::load), it tells everything that is wrong at once.
    pub fn load(source: &Source, minor: Minor) -> Loaded<Self> {
        let Stream { documents, selectors, findings } = load(source, minor, LoadAs::Patch);
        if findings.is_empty() {
            let form = Form::Strategic { selectors, documents };
            return Loaded { value: Some(Self::new(source, minor, form)), findings };
        }
        match json::load(source, minor) {
            Some(Err(refusal)) => Loaded { value: None, findings: vec![*refusal] },
            Some(Ok(operations)) => {
                let value = Self::new(source, minor, Form::Json(operations));
                Loaded { value: Some(value), findings: Vec::new() }
            }
            None => Loaded { value: None, findings },
        }
    }

    fn new(source: &Source, minor: Minor, form: Form) -> Self {
        Self { minor, form: Arc::new(form), source: source.clone(), followed: Arc::default() }
    }

    /// Whether both are the same reading of a text.
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.form, &other.form)
    }

    /// What is wrong with the documents of a stream as a patch that is merged: all that [`Patch::load`] would say, but a
    /// list of JSON operations is refused, too. This is what Omni asks of a patch.
    ///
    /// The documents are those of one text; without any there is nothing to say.
    #[must_use]
    pub fn refusals(documents: &[yaml::Document], minor: Minor) -> Vec<Finding> {
        let source = documents.first().map(yaml::Document::source);
        source.map_or_else(Vec::new, |source| {
            load_documents(source, documents, minor, LoadAs::Patch, None).findings
        })
    }

    /// The first of the [`refusals`](Self::refusals), if there is one: Omni asks whether a patch is one, and no further.
    pub fn accept(documents: &[yaml::Document], minor: Minor) -> Result<(), Box<Finding>> {
        match Self::refusals(documents, minor).into_iter().next() {
            Some(first) => Err(Box::new(first)),
            None => Ok(()),
        }
    }

    /// Whether it is a list of JSON operations, which only a configuration of a single document can take.
    #[must_use]
    pub fn is_json(&self) -> bool {
        matches!(*self.form, Form::Json(_))
    }
}

impl std::fmt::Debug for Patch {
    /// How much there is in it; the content may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, count) = match &*self.form {
            Form::Strategic { documents, selectors } => ("strategic", documents.len() + selectors.len()),
            Form::Json(operations) => ("json", operations.len()),
        };
        f.debug_struct("Patch")
            .field("source", &self.source)
            .field("minor", &self.minor)
            .field("kind", &kind)
            .field("parts", &count)
            .finish_non_exhaustive()
    }
}
