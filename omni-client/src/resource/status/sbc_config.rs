//! A single-board computer that Talos runs on.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A single-board computer that Talos runs on. Its id is its name, such as `rpi_generic`.
    SbcConfig = "SBCConfigSpec" {
        /// Its name for people.
        label: String = "label",
        /// The name of its overlay.
        overlay_name: String = "overlayname",
        /// The container image that has the overlay.
        overlay_image: String = "overlayimage",
        /// Where its part of the documentation of Talos is.
        documentation: String = "documentation",
        /// The first version of Talos that runs on it; empty if all do.
        min_version: String = "minversion",
    }
}

impl Spec for SbcConfig {
    const TYPE: &'static str = "SBCConfigs.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}
