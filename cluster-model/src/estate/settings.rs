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
