//! Talos' settings that other layers depend on.

use super::Placed;
use crate::spec::{Cni, KubePrism};

/// Talos' settings as they take effect on every machine, defaults filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct TalosSettings {
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
    /// Whether both are the same settings, wherever they are said.
    pub(crate) fn are_alike(&self, other: &Self) -> bool {
        let Self { allow_scheduling_on_control_planes: allow, cni, kube_proxy, kube_prism } = self;
        let value = |allow: Option<&Placed<bool>>| allow.map(|allow| allow.value);
        value(allow.as_ref()) == value(other.allow_scheduling_on_control_planes.as_ref())
            && (cni.value, kube_proxy.value) == (other.cni.value, other.kube_proxy.value)
            && kube_prism.value == other.kube_prism.value
    }
}
