//! Why patches could not be applied.

use manifest::yaml::WriteError;

use crate::configuration::Document;
use manifest::{FieldPath, Finding, Span};

/// Why patches could not be applied.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PatchError {
    /// The configuration is one that Talos would refuse.
    #[error("the configuration cannot be loaded: {}", first(.0))]
    Configuration(Vec<Finding>),
    /// Two values cannot be merged. The text names the Go type and the field, as Talos does.
    #[error("{0}")]
    Merge(String),
    /// A `$patch: delete` finds nothing to delete, or nothing that can be.
    #[error("patch delete: path '{path}' in document '{document}': failed to delete path '{path}': {reason}")]
    Delete {
        /// What was to be deleted, with dots.
        path: String,
        /// Version, kind and name of the document.
        document: String,
        /// Why not.
        reason: &'static str,
    },
    /// Two documents of the result cannot stand together.
    #[error("{0}")]
    Conflict(String),
    /// A JSON patch met a configuration of several documents.
    #[error("JSON6902 patches are not supported for multi-document machine configuration")]
    JsonOnStream,
    /// An operation of a JSON patch is not possible.
    #[error("failure applying rfc6902 patches to talos machine config: {0}")]
    Json(String),
    /// The result is nested deeper than any reader allows.
    #[error("the result cannot be written: {0}")]
    Write(#[from] WriteError),
}

/// Why patches could not be applied, and which place is to blame.
pub(super) struct Refused {
    pub(super) error: PatchError,
    /// The patch, counted from 1; none where it is the configuration, or what all patches make together.
    pub(super) layer: Option<usize>,
    pub(super) at: At,
}

/// A place in a patch.
pub(super) enum At {
    /// The patch.
    Whole,
    /// These bytes.
    Span(Span),
    /// A value of a document.
    Value(Box<Target>),
    /// A JSON operation, counted from 0.
    Operation(usize),
}

/// A value of the document of a kind and name.
pub(super) struct Target {
    pub(super) kind: &'static str,
    pub(super) name: Option<String>,
    pub(super) path: FieldPath,
}

impl At {
    pub(super) fn value(document: &Document, path: FieldPath) -> Self {
        let name = document.name().map(str::to_owned);
        Self::Value(Box::new(Target { kind: document.kind.name(), name, path }))
    }
}

impl Refused {
    pub(super) fn new(error: PatchError, at: At) -> Self {
        Self { error, layer: None, at }
    }

    /// The same, in a patch, unless a patch is blamed already.
    pub(super) fn in_layer(self, layer: usize) -> Self {
        Self { layer: self.layer.or(Some(layer)), ..self }
    }
}

impl From<PatchError> for Refused {
    fn from(error: PatchError) -> Self {
        Self::new(error, At::Whole)
    }
}

impl From<WriteError> for Refused {
    fn from(error: WriteError) -> Self {
        PatchError::Write(error).into()
    }
}

fn first(findings: &[Finding]) -> &str {
    findings.first().map_or("", |finding| &finding.message)
}
