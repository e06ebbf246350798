//! `machine.files[]`.

use serde::{Deserialize, Serialize};

use crate::scalar::FileMode;

/// A file that Talos writes at boot (`v1alpha1.MachineFile`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MachineFile {
    /// What is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Mode bits. Absent: none at all, which is rarely wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permissions: Option<FileMode>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// What is done: `create`, `append` or `overwrite`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub op: Option<String>,
}
