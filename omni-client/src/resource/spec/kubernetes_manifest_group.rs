//! Kubernetes manifests that Omni applies to a cluster.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::common::numbered;
use crate::resource::Spec;

/// Kubernetes objects that Omni applies to the cluster of its `cluster` label. Since Omni 1.7.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "KubernetesManifestGroupSpec")]
pub struct KubernetesManifestGroup {
    /// The objects as a zstd frame with Omni's own dictionary. If there is one, Omni does not look at `data`.
    #[serde(rename = "compresseddata", skip_serializing_if = "Vec::is_empty")]
    pub compressed_data: Vec<u8>,
    /// The objects, as YAML documents.
    pub data: String,
    /// Whether they are kept as they are; required.
    pub mode: ManifestMode,
}

impl fmt::Debug for KubernetesManifestGroup {
    /// Without the objects, some of which may be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { compressed_data, data, mode } = self;
        f.debug_struct("KubernetesManifestGroup")
            .field("compressed_data", &format_args!("{} bytes", compressed_data.len()))
            .field("data", &format_args!("{} bytes", data.len()))
            .field("mode", mode)
            .finish()
    }
}

/// Whether applied objects are kept as they were given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
#[doc(alias = "KubernetesManifestGroup.Mode")]
pub enum ManifestMode {
    /// Not said; refused by the server.
    #[default]
    Unknown,
    /// Applied again whenever they differ, and deleted with the group.
    Full,
    /// Applied once and then left alone.
    OneTime,
}

numbered!(ManifestMode = "KubernetesManifestGroup.Mode" { Unknown = 0, Full = 1, OneTime = 2 });

impl Spec for KubernetesManifestGroup {
    const TYPE: &'static str = "KubernetesManifestGroups.omni.sidero.dev";
}
