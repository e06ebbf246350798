//! The requirements of Talos one by one, each with its reason.

use super::TalosMinor;
use crate::CiliumVersion;
use crate::values::Values;
use crate::values::ipam::IpamMode;

/// One thing that Talos requires of the values.
#[derive(Debug)]
pub struct Requirement {
    /// The value it is about.
    pub path: &'static str,
    /// What it must be, in words.
    pub need: &'static str,
    /// What happens otherwise.
    pub reason: &'static str,
    is_met: fn(&Values, TalosMinor, &CiliumVersion) -> bool,
}

/// A requirement that values do not meet.
#[derive(Clone, Copy, Debug)]
pub struct Lack {
    /// The requirement.
    pub requirement: &'static Requirement,
}

/// All capabilities of the agent's list in the chart that Talos can give.
pub const AGENT_CAPABILITIES: &[&str] = &[
    "CHOWN",
    "KILL",
    "NET_ADMIN",
    "NET_RAW",
    "IPC_LOCK",
    "SYS_ADMIN",
    "SYS_RESOURCE",
    "DAC_OVERRIDE",
    "FOWNER",
    "SETGID",
    "SETUID",
];

/// The same for the init container that cleans up.
pub const CLEAN_STATE_CAPABILITIES: &[&str] = &["NET_ADMIN", "SYS_ADMIN", "SYS_RESOURCE"];

/// Where Talos mounts the control group hierarchy.
pub const CGROUP_ROOT: &str = "/sys/fs/cgroup";

/// What Talos gives to no container, not even to a privileged one.
pub const WITHHELD_CAPABILITIES: &[&str] = &["SYS_MODULE", "SYS_BOOT"];

static REQUIREMENTS: &[Requirement] = &[
    Requirement {
        path: "ipam.mode",
        need: "`kubernetes`",
        reason: "Talos lets Kubernetes give each node its part of `cluster.network.podSubnets`; in any other mode pods \
                 get addresses that the rest of the cluster does not know, and those of the chart's own pool, \
                 10.0.0.0/8, hide most local networks",
        is_met: |values, _, _| values.ipam.mode.value() == Some(IpamMode::Kubernetes),
    },
    Requirement {
        path: "kubeProxyReplacement",
        need: "`true` or `false`, said explicitly",
        reason: "it must be the opposite of what Talos does: with kube-proxy off and no replacement nobody serves \
                 services, with both on two programs do",
        is_met: |values, _, _| {
            values.kube_proxy_replacement.get().is_some_and(|value| value.as_bool().is_some())
        },
    },
    Requirement {
        path: "k8sServiceHost",
        need: "`localhost` (KubePrism), or another host that is reached without Cilium",
        reason: "without kube-proxy nothing serves the address of the `kubernetes` service before Cilium runs, so the \
                 agent never reaches the API server and nodes stay NotReady",
        is_met: |values, _, _| {
            let host = values.k8s_service_host.text();
            !replaces_kube_proxy(values) || !(host.is_empty() || host == "auto" || host == "::1")
        },
    },
    Requirement {
        path: "k8sServicePort",
        need: "`7445`, or the port of KubePrism in the machine configuration, or that of the other host",
        reason: "the chart hands an empty port on as it is, and the agent finds no API server",
        is_met: |values, _, _| {
            let port = values.k8s_service_port.get().and_then(crate::values::common::IntOrText::as_int);
            !replaces_kube_proxy(values) || port.is_some_and(|port| (1..=65535).contains(&port))
        },
    },
    Requirement {
        path: "securityContext.capabilities.ciliumAgent",
        need: "CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, DAC_OVERRIDE, FOWNER, SETGID and \
               SETUID, without SYS_MODULE and SYS_BOOT",
        reason: "the chart asks for SYS_MODULE, which Talos withholds from every container: the agent does not start \
                 (`unable to apply caps: operation not permitted`); without one of the others it does not work",
        is_met: |values, _, _| {
            fits(values.security_context.capabilities.cilium_agent.get(), AGENT_CAPABILITIES)
        },
    },
    Requirement {
        path: "securityContext.capabilities.cleanCiliumState",
        need: "NET_ADMIN, SYS_ADMIN and SYS_RESOURCE, without SYS_MODULE and SYS_BOOT",
        reason: "the chart asks for SYS_MODULE, which Talos withholds from every container: the init container \
                 `clean-cilium-state` does not start, and the agent behind it neither",
        is_met: |values, _, _| {
            fits(values.security_context.capabilities.clean_cilium_state.get(), CLEAN_STATE_CAPABILITIES)
        },
    },
    Requirement {
        path: "securityContext.capabilities.applySysctlOverwrites",
        need: "a list without SYS_MODULE and SYS_BOOT",
        reason: "Talos withholds both from every container: the init container `apply-sysctl-overwrites` does not start, and \
                 the agent behind it neither",
        is_met: |values, _, _| fits(values.security_context.capabilities.apply_sysctl_overwrites.get(), &[]),
    },
    Requirement {
        path: "envoy.securityContext.capabilities.envoy",
        need: "a list without SYS_MODULE and SYS_BOOT",
        reason: "Talos withholds both from every container: Envoy does not start",
        is_met: |values, _, _| fits(values.envoy.security_context.capabilities.envoy.get(), &[]),
    },
    Requirement {
        path: "cgroup.autoMount.enabled",
        need: "`false`",
        reason: "Talos has mounted the control group hierarchy; a second mount from within a container is unsupported",
        is_met: |values, _, _| values.cgroup.auto_mount.enabled.is_false(),
    },
    Requirement {
        path: "cgroup.hostRoot",
        need: "`/sys/fs/cgroup`",
        reason: "socket load balancing attaches to the root of the hierarchy; at any other place it works for some pods \
                 only, or the agent fails",
        is_met: |values, _, _| values.cgroup.host_root.text() == CGROUP_ROOT,
    },
    Requirement {
        path: "bpf.hostLegacyRouting",
        need: "`true` while `kubeProxyReplacement` and `bpf.masquerade` are, or `forwardKubeDNSToHost: false` in Talos",
        reason: "Talos answers the cluster's DNS on the host's loopback link, which packets of pods do not reach when \
                 eBPF routes them past the host's network stack: lookups of names outside the cluster time out",
        is_met: |values, talos, cilium| {
            let is_at_risk = talos.forwards_kube_dns_to_host() && cilium.bypasses_host_loopback();
            let routes_in_bpf = replaces_kube_proxy(values) && values.bpf.masquerade.is_true();
            !(is_at_risk && routes_in_bpf) || values.bpf.host_legacy_routing.is_true()
        },
    },
    Requirement {
        path: "nodeinit.enabled",
        need: "`false`",
        reason: "it wants SYS_MODULE and a host with a shell and systemd; Talos has none of them",
        is_met: |values, _, _| !values.nodeinit.enabled.is_true(),
    },
];

/// All requirements, in the order of the preset.
#[must_use]
pub fn requirements() -> &'static [Requirement] {
    REQUIREMENTS
}

/// What the values lack, with the chart's own filled in.
#[must_use]
pub fn lacks(values: &Values, talos: TalosMinor, cilium: &CiliumVersion) -> Vec<Lack> {
    let effective = values.effective(cilium);
    REQUIREMENTS
        .iter()
        .filter(|requirement| !(requirement.is_met)(&effective, talos, cilium))
        .map(|requirement| Lack { requirement })
        .collect()
}

fn replaces_kube_proxy(values: &Values) -> bool {
    values.kube_proxy_replacement.get().and_then(crate::values::common::BoolOrText::as_bool) == Some(true)
}

/// Whether a list names all of these capabilities and none that Talos withholds.
fn fits(list: Option<&Vec<String>>, needed: &[&str]) -> bool {
    let has = |name: &str| list.is_some_and(|list| list.iter().any(|entry| entry == name));
    needed.iter().all(|name| has(name)) && !WITHHELD_CAPABILITIES.iter().any(|name| has(name))
}
