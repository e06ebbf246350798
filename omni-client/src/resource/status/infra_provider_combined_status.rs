//! What is known of a provider.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What a provider of machines says of itself, and whether it is alive. Its id is the provider's name.
    InfraProviderCombinedStatus = "InfraProviderCombinedStatusSpec" {
        /// The name that people are shown.
        name: String = "name",
        /// What it provides.
        description: String = "description",
        /// A picture that stands for it; empty if it has none.
        icon: String = "icon",
        /// Whether it is alive.
        health: Option<Health> = "health",
        /// Its version.
        version: String = "version",
    }
}

impl Spec for InfraProviderCombinedStatus {
    const TYPE: &'static str = "InfraProviderCombinedStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

message! {
    /// Whether a provider is alive.
    Health = "InfraProviderCombinedStatusSpec.Health" {
        /// Whether it has been heard of lately.
        connected: bool = "connected",
        /// What it complains of; empty if of nothing.
        error: String = "error",
        /// Whether it has ever been heard of.
        initialized: bool = "initialized",
    }
}
