//! Values with which Cilium runs on Talos.

use super::TalosMinor;
use super::requirement::{AGENT_CAPABILITIES, CGROUP_ROOT, CLEAN_STATE_CAPABILITIES};
use crate::CiliumVersion;
use crate::values::Values;
use crate::values::common::IntOrText;
use crate::values::ipam::IpamMode;

/// What Talos requires, with Cilium in place of kube-proxy and KubePrism on its usual port.
#[must_use]
pub fn preset(talos: TalosMinor, cilium: &CiliumVersion) -> Values {
    Preset::new(talos, cilium).values()
}

/// The choices that a cluster on Talos leaves open.
#[derive(Clone, Debug)]
pub struct Preset {
    talos: TalosMinor,
    cilium: CiliumVersion,
    replaces_kube_proxy: bool,
    host: String,
    port: u16,
    masquerades_in_bpf: bool,
}

impl Preset {
    /// Cilium serves services itself and reaches the API server by KubePrism at `localhost:7445`.
    #[must_use]
    pub fn new(talos: TalosMinor, cilium: &CiliumVersion) -> Self {
        Self {
            talos,
            cilium: cilium.clone(),
            replaces_kube_proxy: true,
            host: "localhost".to_owned(),
            port: 7445,
            masquerades_in_bpf: false,
        }
    }

    /// Reaches the API server elsewhere: at another port of KubePrism, or at an endpoint that needs no Cilium.
    #[must_use]
    pub fn api_server(self, host: impl Into<String>, port: u16) -> Self {
        Self { host: host.into(), port, ..self }
    }

    /// Leaves services to kube-proxy, which Talos must then run.
    #[must_use]
    pub fn with_kube_proxy(self) -> Self {
        Self { replaces_kube_proxy: false, ..self }
    }

    /// Masquerades in eBPF; packets of pods then take the host's network stack where Talos answers their DNS.
    #[must_use]
    pub fn with_bpf_masquerade(self) -> Self {
        Self { masquerades_in_bpf: true, ..self }
    }

    /// The values.
    #[must_use]
    pub fn values(&self) -> Values {
        let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let mut values = Values::default();
        values.ipam.mode = IpamMode::Kubernetes.into();
        values.kube_proxy_replacement = crate::values::Setting::Set(self.replaces_kube_proxy.into());
        if self.replaces_kube_proxy {
            values.k8s_service_host = self.host.clone().into();
            values.k8s_service_port = IntOrText::Int(self.port.into()).into();
        }
        let capabilities = &mut values.security_context.capabilities;
        capabilities.cilium_agent = list(AGENT_CAPABILITIES).into();
        capabilities.clean_cilium_state = list(CLEAN_STATE_CAPABILITIES).into();
        values.cgroup.auto_mount.enabled = false.into();
        values.cgroup.host_root = CGROUP_ROOT.into();
        if self.masquerades_in_bpf {
            values.bpf.masquerade = true.into();
            if self.talos.forwards_kube_dns_to_host() && self.cilium.bypasses_host_loopback() {
                values.bpf.host_legacy_routing = true.into();
            }
        }
        values
    }
}
