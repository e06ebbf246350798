//! Patches of machine configuration.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::resource::Spec;

/// A patch of the machine configuration. The id orders it among the patches of the same scope: byte by byte over
/// the whole id, later ids win.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "ConfigPatchSpec")]
pub struct ConfigPatch {
    /// Talos machine configuration, one or several YAML documents. Empty text is refused when it is written.
    pub data: String,
    /// The text as a zstd frame with Omni's own dictionary. If there is one, Omni does not look at `data`.
    #[serde(rename = "compresseddata", skip_serializing_if = "Vec::is_empty")]
    pub compressed_data: Vec<u8>,
}

impl fmt::Debug for ConfigPatch {
    /// Without the text, which may hold the secrets of a machine.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { data, compressed_data } = self;
        f.debug_struct("ConfigPatch")
            .field("data", &format_args!("{} bytes", data.len()))
            .field("compressed_data", &format_args!("{} bytes", compressed_data.len()))
            .finish()
    }
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
