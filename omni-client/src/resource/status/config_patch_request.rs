//! Patches that infrastructure providers ask for.

use manifest::Secret;

use super::message::message;
use crate::resource::Spec;

/// A patch of machine configuration that an infrastructure provider asks for. Omni makes a patch with the same id
/// of it.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct ConfigPatchRequest(pub ConfigPatchData);

impl Spec for ConfigPatchRequest {
    const TYPE: &'static str = "ConfigPatchRequests.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}

message! {
    /// The text of a patch.
    ConfigPatchData = "ConfigPatchSpec" {
        /// Talos machine configuration, one or several YAML documents.
        data: Secret = "data",
        /// Empty: Omni unpacks the text before it writes YAML.
        compressed_data: Vec<u8> = "compresseddata",
    }
}
