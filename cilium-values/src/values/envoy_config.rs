//! `envoyConfig`: Envoy configurations as custom resources.

use crate::values::common::SecretsNamespace;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `envoyConfig`: Envoy configurations as custom resources.
    pub struct EnvoyConfig {
        /// Whether `CiliumEnvoyConfig` objects are read.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// How often a failed one is tried again. A Go duration.
        ///
        /// Chart default: `15s`.
        pub retry_interval: Setting<String>,
        /// The namespace of its Secrets.
        pub secrets_namespace: Group<SecretsNamespace>,
    }
}
