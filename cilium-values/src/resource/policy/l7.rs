//! What may be said at ports.

use std::collections::BTreeMap;

use crate::resource::shape::{fields, words};

fields! { "camelCase"
    /// What may be said: of exactly one protocol.
    #[derive(Default)]
    pub struct L7Rules {
        optional {
            /// Requests of HTTP.
            pub http: Vec<HttpRule>,
            /// Lookups in the DNS.
            pub dns: Vec<DnsRule>,
            /// Requests of Kafka. Deprecated, and gone from 1.20 on.
            pub kafka: Vec<KafkaRule>,
            /// The name of another protocol that Envoy reads.
            pub l7proto: String,
            /// Keys and values of that protocol.
            pub l7: Vec<BTreeMap<String, String>>,
        }
    }

    /// Requests of HTTP; all given conditions must hold. Texts are regular expressions for the whole value.
    #[derive(Default)]
    pub struct HttpRule {
        optional {
            /// The path.
            pub path: String,
            /// The method.
            pub method: String,
            /// The host.
            pub host: String,
            /// Headers that must be there, with a value if one follows a colon.
            pub headers: Vec<String>,
            /// Headers with what happens where they differ.
            pub header_matches: Vec<HeaderMatch>,
        }
    }

    /// A header with what happens where it differs.
    pub struct HeaderMatch {
        /// Its name.
        pub name: String,
        optional {
            /// What happens where it differs. Absent: the request is refused.
            pub mismatch: HeaderMismatch,
            /// The secret that holds its value.
            pub secret: SecretRef,
            /// Its value, where no secret holds it.
            pub value: String,
        }
    }

    /// A secret.
    pub struct SecretRef {
        /// Its name.
        pub name: String,
        optional {
            /// Its namespace. Absent: that of the policy.
            pub namespace: String,
        }
    }

    /// Lookups in the DNS: exactly one of the two.
    #[derive(Default)]
    pub struct DnsRule {
        optional {
            /// A name as a whole.
            pub match_name: String,
            /// Names with `*` for parts of them.
            pub match_pattern: String,
        }
    }

    /// Requests of Kafka; all given conditions must hold.
    #[derive(Default)]
    pub struct KafkaRule {
        optional {
            /// Requests that come together for one purpose. Not together with `api_key`.
            pub role: KafkaRole,
            /// The request.
            pub api_key: String,
            /// Its version.
            pub api_version: String,
            /// The client.
            #[serde(rename = "clientID")]
            pub client_id: String,
            /// The topic.
            pub topic: String,
        }
    }
}

words! {
    /// What happens where a header differs.
    pub enum HeaderMismatch {
        /// It is logged.
        Log = "LOG",
        /// It is added.
        Add = "ADD",
        /// It is removed.
        Delete = "DELETE",
        /// It is replaced.
        Replace = "REPLACE",
    }

    /// Requests of Kafka that come together for one purpose.
    pub enum KafkaRole {
        /// To write.
        Produce = "produce",
        /// To read.
        Consume = "consume",
    }
}
