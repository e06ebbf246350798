//! `hubble.redact`: hiding what is private in flows.

use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `hubble.redact`: hiding what is private in flows.
    pub struct Redact {
        /// Whether anything is hidden.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// In HTTP.
        pub http: Group<Http>,
        /// In Kafka.
        ///
        /// Until 1.19.
        pub kafka: Group<Kafka>,
    }

    /// `hubble.redact.http`: in HTTP.
    pub struct Http {
        /// Headers. One of the two lists.
        pub headers: Group<HttpHeaders>,
        /// What stands behind the question mark.
        ///
        /// Chart default: `false`.
        pub url_query: Setting<bool>,
        /// Passwords in addresses.
        ///
        /// Chart default: `true`.
        pub user_info: Setting<bool>,
    }

    /// `hubble.redact.kafka`: in Kafka.
    pub struct Kafka {
        /// API keys.
        ///
        /// Chart default: `true`, from 1.17 on `false`, from a late 1.17 on `true`. Until 1.19.
        pub api_key: Setting<bool>,
    }

    /// `hubble.redact.http.headers`: headers. One of the two lists.
    pub struct HttpHeaders {
        /// All but these.
        pub allow: Setting<Vec<String>>,
        /// These.
        pub deny: Setting<Vec<String>>,
    }
}
