//! What a version of Talos can do.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What a version of Talos can do. Its id is the version.
    Quirks = "QuirksSpec" {
        /// Whether one installer serves for all platforms.
        supports_unified_installer: bool = "supportsunifiedinstaller",
        /// Whether the image factory has its `talosctl`.
        supports_factory_talosctl: bool = "supportsfactorytalosctl",
        /// Whether installation media can carry a machine configuration.
        supports_embedded_config: bool = "supportsembeddedconfig",
    }
}

impl Spec for Quirks {
    const TYPE: &'static str = "Quirks.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}
