//! How a provider reaches the management controller of a machine.

use super::message::message;
use crate::resource::{InfraMachineBmcConfig, Spec};

message! {
    /// How a provider reaches the management controller of a machine. Its id is the machine's UUID.
    BmcConfig = "BMCConfigSpec" {
        /// What an administrator wrote about the controller.
        config: Option<InfraMachineBmcConfig> = "config",
    }
}

impl Spec for BmcConfig {
    const TYPE: &'static str = "BMCConfigs.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}
