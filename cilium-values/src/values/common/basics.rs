//! Small shapes that return all over the chart.

use manifest::Secret;

use super::{Any, CertificateMethod, Open, Texts};
use crate::values::Setting;
use crate::values::shape::{replaced, shapes};

shapes! {
    /// Something that is on or off.
    pub struct Toggle {
        /// Whether it is on.
        pub enabled: Setting<bool>,
    }

    /// A listener that is on or off.
    pub struct Listener {
        /// Whether it listens.
        pub enabled: Setting<bool>,
        /// The port it listens on.
        pub port: Setting<i64>,
    }

    /// A service account.
    pub struct ServiceAccount {
        /// Whether the chart makes it; otherwise it must be there.
        pub create: Setting<bool>,
        /// Its name.
        pub name: Setting<String>,
        /// Whether its token is mounted into pods.
        pub automount: Setting<bool>,
        /// Annotations on it.
        pub annotations: Setting<Texts>,
    }

    /// A namespace of its own for Secrets.
    pub struct SecretsNamespace {
        /// Whether the chart makes it; otherwise it must be there.
        pub create: Setting<bool>,
        /// Its name.
        pub name: Setting<String>,
    }

    /// A namespace of its own for Secrets that are copied there.
    pub struct SyncedNamespace {
        /// Whether the chart makes it; otherwise it must be there.
        pub create: Setting<bool>,
        /// Its name.
        pub name: Setting<String>,
        /// Whether Secrets that are referred to are copied there. Off: they must lie there already.
        pub sync: Setting<bool>,
    }

    /// A certificate with its private key, given as values.
    pub struct KeyPair {
        /// The certificate, PEM in base64.
        pub cert: Setting<String>,
        /// The private key, PEM in base64.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub key: Setting<Secret>,
    }

    /// A certificate with its private key, given as values or as a Secret.
    pub struct KeyPairOrSecret {
        /// The certificate, PEM in base64.
        pub cert: Setting<String>,
        /// The private key, PEM in base64.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub key: Setting<Secret>,
        /// A Secret that holds both (`tls.crt`, `tls.key`, `ca.crt`), instead of the two.
        pub existing_secret: Setting<String>,
    }

    /// A certificate with its private key for a server.
    pub struct ServerKeyPair {
        /// The certificate, PEM in base64.
        pub cert: Setting<String>,
        /// The private key, PEM in base64.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub key: Setting<Secret>,
        /// A Secret that holds both (`tls.crt`, `tls.key`, `ca.crt`), instead of the two.
        pub existing_secret: Setting<String>,
        /// Further names in a generated certificate.
        pub extra_dns_names: Setting<Vec<String>>,
        /// Further addresses in a generated certificate.
        pub extra_ip_addresses: Setting<Vec<String>>,
    }

    /// How certificates are made by themselves.
    pub struct AutoTls {
        /// Whether they are.
        pub enabled: Setting<bool>,
        /// Who makes them.
        pub method: Setting<CertificateMethod>,
        /// How many days a certificate is valid.
        pub cert_validity_duration: Setting<i64>,
        /// When certificates are made anew, in cron's notation; with method `cronJob`.
        pub schedule: Setting<String>,
        /// The issuer; with method `certmanager`, and needed there.
        pub cert_manager_issuer_ref: Setting<Open>,
        /// What cert-manager is told about private keys.
        pub private_key: Setting<Open>,
        /// What cert-manager is told about the subject.
        pub subject: Setting<Open>,
    }
}

replaced!(bool, i64, f64, String, Secret, Vec<String>, Vec<i64>, Vec<Any>);
