//! What a provider gives to its machines so that they join.

use manifest::Secret;

use super::message::message;
use crate::resource::Spec;

message! {
    /// What a provider gives to its machines so that they join. Its id is the provider's name.
    ProviderJoinConfig = "ProviderJoinConfigSpec" {
        /// What a machine has to be started with.
        config: Option<JoinConfig> = "config",
        /// The join token of the provider's machines.
        join_token: Secret = "jointoken",
    }
}

impl Spec for ProviderJoinConfig {
    const TYPE: &'static str = "ProviderJoinConfigs.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}

message! {
    /// What a machine has to be started with to join, in two forms, both with the token in them.
    JoinConfig = "JoinConfig" {
        /// Arguments for the kernel.
        kernel_args: Vec<Secret> = "kernelargs",
        /// Documents of a Talos machine configuration, as YAML.
        config: Secret = "config",
    }
}
