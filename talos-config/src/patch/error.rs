//! Why patches could not be applied.

use manifest::Finding;
use manifest::yaml::WriteError;

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

fn first(findings: &[Finding]) -> &str {
    findings.first().map_or("", |finding| &finding.message)
}
