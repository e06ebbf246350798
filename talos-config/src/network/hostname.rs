//! `HostnameConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::words;

/// The name of the machine (`network.HostnameConfigV1Alpha1`). A finished document has one of the two; the v1alpha1
/// document may not set `machine.network.hostname` or `machine.features.stableHostname` beside it.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HostnameConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `HostnameConfig`.
    pub kind: KindOf<Self>,
    /// How a name is made up where nobody gives one. Not beside `hostname`, unless `off`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auto: Option<AutoHostname>,
    /// The name, with its domain or without, at most 253 bytes, the first label at most 63. It wins over DHCP and the
    /// platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
}

impl DocumentKind for HostnameConfig {
    const KIND: &'static str = "HostnameConfig";
}

words! {
    /// How the name of a machine is made up (`nethelpers.AutoHostnameKind`).
    #[doc(alias = "AutoHostnameKind")]
    pub enum AutoHostname = "AutoHostnameKind" {
        /// It is not: DHCP or the platform must give one.
        Off = "off",
        /// From an address. Read, but refused when the document is validated.
        TalosAddr = "talos-addr",
        /// From the identity of the machine, so that it stays.
        Stable = "stable",
    }
}
