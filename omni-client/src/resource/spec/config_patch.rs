//! Patches of machine configuration.

use serde::{Deserialize, Serialize};

use crate::resource::Spec;

/// A patch of the machine configuration. The id orders it among the patches of the same scope: byte by byte over
/// the whole id, later ids win.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "ConfigPatchSpec")]
pub struct ConfigPatch {
    /// Talos machine configuration, one or several YAML documents. Empty text is refused when it is written.
    pub data: String,
    /// The text as a zstd frame with Omni's own dictionary. If there is one, Omni does not look at `data`.
    #[serde(rename = "compresseddata", skip_serializing_if = "Vec::is_empty")]
    pub compressed_data: Vec<u8>,
}

impl ConfigPatch {
    /// A patch with this text.
    #[must_use]
    pub fn new(data: impl Into<String>) -> Self {
        Self { data: data.into(), compressed_data: Vec::new() }
    }
}

impl Spec for ConfigPatch {
    const TYPE: &'static str = "ConfigPatches.omni.sidero.dev";
}
