//! Changes to a good spec, each of which breaks one rule.

use cilium_values::values::common::IntOrText;
use cilium_values::values::ipam::IpamMode;
use cilium_values::values::{RoutingMode, Setting};
use manifest::Rule;
use proptest::sample::Index;

use crate::rules;
use crate::spec::{Accelerator, Cilium, ClusterSpec, ClusterState, Cni, Node, Role, StepId, Talos};

/// A change that makes a good spec break one rule and no other.
#[derive(Clone, Copy, Debug)]
pub struct Breach {
    code: &'static str,
    apply: fn(&mut ClusterSpec, Index) -> Option<()>,
}

impl Breach {
    const fn new(code: &'static str, apply: fn(&mut ClusterSpec, Index) -> Option<()>) -> Self {
        Self { code, apply }
    }

    /// The rule that is broken afterwards.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        // A test walks the list, so a code that no rule has does not get far.
        rules::RULES
            .iter()
            .map(|rule| rule.rule)
            .find(|rule| rule.code == self.code)
            .unwrap_or(&manifest::yaml::rules::INVALID_VALUE)
    }

    /// Changes the spec, at the machine that the index picks where the rule is about machines.
    ///
    /// Absent if the spec is too small for it: a fleet of five machines never is.
    pub fn apply(&self, spec: &mut ClusterSpec, machine: Index) -> Option<()> {
        (self.apply)(spec, machine)
    }
}

/// All breaches, by the code of the rule.
pub static BREACHES: &[Breach] = &[
    Breach::new("CLU0101", |spec, pick| label(spec, pick, "zone", "croe")),
    Breach::new("CLU0102", |spec, pick| unlabel(spec, pick, "tier")),
    Breach::new("CLU0103", |spec, pick| {
        unlabel(spec, pick, "igpu")?;
        unlabel(spec, pick, "accelerator")?;
        label(spec, pick, "model-server", "true")
    }),
    Breach::new("CLU0104", |spec, pick| label(spec, pick, "zoen", "core")),
    Breach::new("CLU0201", |spec, pick| {
        let id = next(spec, pick)?.id.clone();
        node(spec, pick)?.id = id;
        Some(())
    }),
    Breach::new("CLU0202", |spec, pick| {
        let address = next(spec, pick)?.address;
        node(spec, pick)?.address = address;
        Some(())
    }),
    Breach::new("CLU0203", |spec, _| {
        spec.nodes.values_mut().find(|node| node.role == Role::Worker)?.role = Role::ControlPlane;
        Some(())
    }),
    Breach::new("CLU0204", |spec, pick| {
        node(spec, pick)?.address = "172.16.0.9".parse().ok()?;
        Some(())
    }),
    Breach::new("CLU0205", |spec, _| {
        spec.network.reserved.insert("office".parse().ok()?, "10.100.0.0-10.100.0.255".parse().ok()?);
        Some(())
    }),
    Breach::new("CLU0301", |spec, _| {
        use StepId::{CiliumInstall, CiliumReady, CniNone, RemoveFlannel, RemoveKubeProxy};
        rollout(spec, vec![CniNone, RemoveFlannel, RemoveKubeProxy, CiliumReady, CiliumInstall]);
        Some(())
    }),
    Breach::new("CLU0302", |spec, _| {
        use StepId::{CiliumInstall, CiliumReady, CniNone, RemoveFlannel};
        rollout(spec, vec![CiliumReady, CniNone, RemoveFlannel, CiliumInstall]);
        Some(())
    }),
    Breach::new("CLU0304", |spec, _| {
        spec.talos = Talos { cni: Some(Cni::Flannel), ..Talos::default() };
        Some(())
    }),
    Breach::new("CLU0306", |spec, _| {
        let capabilities = &mut cilium(spec)?.values.security_context.capabilities;
        capabilities.cilium_agent = vec!["CHOWN".to_owned()].into();
        Some(())
    }),
    Breach::new("CLU0308", |spec, _| {
        cilium(spec)?.values.cgroup.auto_mount.enabled = true.into();
        Some(())
    }),
    Breach::new("CLU0311", |spec, _| {
        cilium(spec)?.values.k8s_service_port = IntOrText::Int(6443).into();
        Some(())
    }),
    Breach::new("CLU0312", |spec, _| {
        cilium(spec)?.values.operator.replicas = 1_000.into();
        Some(())
    }),
    Breach::new("CLU0316", |spec, _| {
        let envoy = &mut cilium(spec)?.values.envoy;
        envoy.security_context.capabilities.envoy = vec!["NET_ADMIN".to_owned()].into();
        Some(())
    }),
    Breach::new("CLU0318", |spec, _| {
        cilium(spec)?.values.bpf.masquerade = true.into();
        Some(())
    }),
    Breach::new("CLU0319", |spec, _| {
        cilium(spec)?.values.ipam.mode = IpamMode::ClusterPool.into();
        Some(())
    }),
    Breach::new("CLU0320", |spec, _| {
        let values = &mut cilium(spec)?.values;
        values.routing_mode = RoutingMode::Native.into();
        values.auto_direct_node_routes = Setting::Set(true.into());
        values.ipv4_native_routing_cidr = "10.250.0.0/16".to_owned().into();
        Some(())
    }),
    Breach::new("CLU0401", |spec, pick| {
        let address = node(spec, pick)?.address;
        cilium(spec)?.pools.values_mut().next()?.push(address.into());
        Some(())
    }),
    Breach::new("CLU0405", |spec, _| {
        cilium(spec)?.expose.values_mut().next()?.address = Some("10.255.9.9".parse().ok()?);
        Some(())
    }),
    Breach::new("CLU0408", |spec, pick| {
        node(spec, pick)?.nics = vec!["wlan0".parse().ok()?];
        Some(())
    }),
    Breach::new("CLU0616", |spec, pick| {
        accelerator(spec, pick, |needs| needs.modules.push("drbd".to_owned()))
    }),
    Breach::new("CLU0619", |spec, pick| {
        let mixed = ["siderolabs/nonfree-kmod-nvidia-lts", "siderolabs/nvidia-container-toolkit-production"];
        accelerator(spec, pick, |needs| {
            needs.extensions = mixed.map(str::to_owned).to_vec();
            needs.modules.clear();
        })
    }),
    Breach::new("CLU0620", |spec, pick| {
        accelerator(spec, pick, |needs| needs.extensions.push("siderolabs/iscsi-tool".to_owned()))
    }),
    Breach::new("CLU0621", |spec, pick| {
        accelerator(spec, pick, |needs| {
            needs.extensions = ["siderolabs/intel-ucode", "siderolabs/vc4"].map(str::to_owned).to_vec();
            needs.modules.clear();
        })
    }),
];

fn node(spec: &mut ClusterSpec, pick: Index) -> Option<&mut Node> {
    let index = (!spec.nodes.is_empty()).then(|| pick.index(spec.nodes.len()))?;
    spec.nodes.get_index_mut(index).map(|(_, node)| node)
}

/// The machine behind the one that the index picks.
fn next(spec: &ClusterSpec, pick: Index) -> Option<&Node> {
    let count = spec.nodes.len();
    let index = (count > 1).then(|| (pick.index(count) + 1) % count)?;
    spec.nodes.get_index(index).map(|(_, node)| node)
}

fn label(spec: &mut ClusterSpec, pick: Index, key: &str, value: &str) -> Option<()> {
    let (key, value) = (key.parse().ok()?, value.parse().ok()?);
    node(spec, pick)?.labels.insert(key, value);
    Some(())
}

fn unlabel(spec: &mut ClusterSpec, pick: Index, key: &str) -> Option<()> {
    let key = key.parse().ok()?;
    node(spec, pick)?.labels.remove(&key);
    Some(())
}

/// Changes what an accelerator needs, and gives it to the machine that the index picks.
fn accelerator(spec: &mut ClusterSpec, pick: Index, change: impl FnOnce(&mut Accelerator)) -> Option<()> {
    unlabel(spec, pick, "igpu")?;
    label(spec, pick, "accelerator", "nvidia")?;
    change(spec.accelerators.get_mut(&"nvidia".parse().ok()?)?);
    Some(())
}

fn rollout(spec: &mut ClusterSpec, steps: Vec<StepId>) {
    spec.rollout.cluster = ClusterState::Running;
    spec.rollout.steps = Some(steps);
}

fn cilium(spec: &mut ClusterSpec) -> Option<&mut Cilium> {
    spec.cilium.as_mut()
}
