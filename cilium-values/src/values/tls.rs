//! `tls`: certificates and Secrets.

use manifest::Secret;

use crate::values::common::{SecretsNamespace, Toggle};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `tls`: certificates and Secrets.
    pub struct Tls {
        /// The authority of certificates that the chart makes.
        pub ca: Group<Ca>,
        /// Authorities that all of Cilium trusts.
        pub ca_bundle: Group<CaBundle>,
        /// Whether agents may read Secrets of one namespace only.
        ///
        /// Chart default: none. Since 1.17.
        pub read_secrets_only_from_secrets_namespace: Setting<bool>,
        /// Copying Secrets of policies there.
        ///
        /// Since 1.17.
        pub secret_sync: Group<Toggle>,
        /// Where policies' Secrets are read. Deprecated.
        ///
        /// Chart default: `local`, from 1.17 on none.
        pub secrets_backend: Setting<SecretsBackend>,
        /// The namespace of Secrets of policies.
        ///
        /// Since 1.17.
        pub secrets_namespace: Group<SecretsNamespace>,
    }

    /// `tls.ca`: the authority of certificates that the chart makes.
    pub struct Ca {
        /// Its certificate, PEM in base64; empty for a new one.
        ///
        /// Chart default: empty.
        pub cert: Setting<String>,
        /// How many days a new one is valid.
        ///
        /// Chart default: `1095`.
        pub cert_validity_duration: Setting<i64>,
        /// Its private key, PEM in base64.
        ///
        /// Chart default: empty.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub key: Setting<Secret>,
    }

    /// `tls.caBundle`: authorities that all of Cilium trusts.
    pub struct CaBundle {
        /// Their certificates; absent: what `name` holds already.
        pub content: Setting<String>,
        /// Whether there are any.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The key with their certificates.
        ///
        /// Chart default: `ca.crt`.
        pub key: Setting<String>,
        /// The ConfigMap or Secret.
        ///
        /// Chart default: `cilium-root-ca.crt`.
        pub name: Setting<String>,
        /// Whether it is a Secret.
        ///
        /// Chart default: `false`.
        pub use_secret: Setting<bool>,
    }
}

words! {
    /// Where Secrets of policies are read.
    pub enum SecretsBackend {
        /// From files.
        Local = "local",
        /// From Kubernetes.
        K8s = "k8s",
    }
}
