//! The system extensions that there are for a release of Talos.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The system extensions that there are for a release of Talos. Its id is the version, without a `v`.
    TalosExtensions = "TalosExtensionsSpec" {
        /// The extensions.
        items: Vec<Info> = "items",
    }
}

impl Spec for TalosExtensions {
    const TYPE: &'static str = "TalosExtensions.omni.sidero.dev";
}

message! {
    /// A system extension.
    Info = "TalosExtensionsSpec.Info" {
        /// Its name with its vendor, such as `siderolabs/iscsi-tools`.
        name: String = "name",
        /// Who made it.
        author: String = "author",
        /// Its version.
        version: String = "version",
        /// What it is for.
        description: String = "description",
        /// The image that it comes in, with a tag.
        r#ref: String = "ref",
        /// The digest of that image.
        digest: String = "digest",
    }
}
