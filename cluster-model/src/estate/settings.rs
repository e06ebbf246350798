//! Talos' settings that other layers depend on.

use super::Placed;
use crate::spec::{Cni, KubePrism};

/// Talos' settings as they take effect on every machine, defaults filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct TalosSettings {
    /// Whether they are said in the words of a spec, and not in those of machine configurations.
    pub is_spec: bool,
    /// Whether workloads may run on control planes. Absent: Talos' default holds.
    pub allow_scheduling_on_control_planes: Option<Placed<bool>>,
    /// The network plugin that Talos installs.
    pub cni: Placed<Cni>,
    /// Whether Talos runs kube-proxy.
    pub kube_proxy: Placed<bool>,
    /// The local proxy to the API server.
    pub kube_prism: Placed<KubePrism>,
}

impl TalosSettings {
    /// What to do about them: in the words of a spec, or in those of a machine configuration.
    pub(crate) fn cure(&self, in_spec: &'static str, in_configuration: &'static str) -> &'static str {
        if self.is_spec { in_spec } else { in_configuration }
    }

    /// Whether both are the same settings, wherever they are said.
    pub(crate) fn are_alike(&self, other: &Self) -> bool {
        let Self { is_spec, allow_scheduling_on_control_planes: allow, cni, kube_proxy, kube_prism } = self;
        let value = |allow: Option<&Placed<bool>>| allow.map(|allow| allow.value);
        *is_spec == other.is_spec
            && value(allow.as_ref()) == value(other.allow_scheduling_on_control_planes.as_ref())
            && (cni.value, kube_proxy.value) == (other.cni.value, other.kube_proxy.value)
            && kube_prism.value == other.kube_prism.value
    }
}
