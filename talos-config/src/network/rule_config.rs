//! `NetworkRuleConfig`.

use serde::{Deserialize, Serialize};

use super::PortRange;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{Prefix, unless_empty, words};

/// A rule of the firewall: who may reach some ports (`network.RuleConfigV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkRuleConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `NetworkRuleConfig`.
    pub kind: KindOf<Self>,
    /// Name of the rule; needed.
    #[serde(default)]
    pub name: String,
    /// The ports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port_selector: Option<RulePortSelector>,
    /// Networks that may reach them. Empty: none may. Patches replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ingress: Vec<IngressRule>,
}

impl DocumentKind for NetworkRuleConfig {
    const KIND: &'static str = "NetworkRuleConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl NetworkRuleConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Ports of a machine (`network.RulePortSelector`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulePortSelector {
    /// The ports; at least one, none twice. Patches replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ports: Vec<PortRange>,
    /// Their protocol; upstream has no default and does not check that one is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<Protocol>,
}

/// A network that may reach some ports (`network.IngressRule`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IngressRule {
    /// The network.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub subnet: Option<Prefix>,
    /// A part of it that may not. Absent: none.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub except: Option<Prefix>,
}

words! {
    /// A protocol above IP (`nethelpers.Protocol`).
    pub enum Protocol = "Protocol" {
        /// ICMP of version 4.
        Icmp = "icmp",
        /// TCP.
        Tcp = "tcp",
        /// UDP.
        Udp = "udp",
        /// ICMP of version 6.
        Icmpv6 = "icmpv6",
    }
}
