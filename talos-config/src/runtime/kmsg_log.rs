//! `KmsgLogConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Url;

/// Where the log of the kernel is sent (`runtime.KmsgLogV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KmsgLogConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KmsgLogConfig`.
    pub kind: KindOf<Self>,
    /// Name of the destination.
    #[serde(default)]
    pub name: String,
    /// The destination: `tcp` or `udp`, a host, a port and no path. A finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
}

impl DocumentKind for KmsgLogConfig {
    const KIND: &'static str = "KmsgLogConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl KmsgLogConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
