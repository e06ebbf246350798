//! Changes of a spec, as breaches and their preparations put them together.

use proptest::sample::Index;

use crate::scalar::{LabelKey, LabelValue, Name};
use crate::spec::{Accelerator, Cilium, ClusterSpec, ClusterState, Cni, Node, Role, StepId, Talos};

pub(super) fn node(spec: &mut ClusterSpec, pick: Index) -> Option<&mut Node> {
    let index = (!spec.nodes.is_empty()).then(|| pick.index(spec.nodes.len()))?;
    spec.nodes.get_index_mut(index).map(|(_, node)| node)
}

/// The machine behind the one that the index picks.
pub(super) fn next(spec: &ClusterSpec, pick: Index) -> Option<&Node> {
    let count = spec.nodes.len();
    let index = (count > 1).then(|| (pick.index(count) + 1) % count)?;
    spec.nodes.get_index(index).map(|(_, node)| node)
}

pub(super) fn label(spec: &mut ClusterSpec, pick: Index, key: &str, value: &str) -> Option<()> {
    let (key, value) = (key.parse().ok()?, value.parse().ok()?);
    node(spec, pick)?.labels.insert(key, value);
    Some(())
}

pub(super) fn unlabel(spec: &mut ClusterSpec, pick: Index, key: &str) -> Option<()> {
    let key = key.parse().ok()?;
    node(spec, pick)?.labels.remove(&key);
    Some(())
}

/// A machine as any other: one interface, and of its labels only where it stands and how strong it is.
pub(super) fn make_plain(node: &mut Node) {
    node.labels.retain(|key, _| matches!(key.as_str(), "zone" | "tier"));
    node.nics = "eth0".parse().into_iter().collect();
    node.disk = None;
}

/// Only plain machines of the standard tier, so that storage has nothing to mind.
pub(super) fn all_plain(spec: &mut ClusterSpec) -> Option<()> {
    spec.nodes.values_mut().for_each(make_plain);
    everywhere(spec, "tier", "standard")
}

/// One label with one value on every machine.
pub(super) fn everywhere(spec: &mut ClusterSpec, key: &str, value: &str) -> Option<()> {
    let (key, value): (LabelKey, LabelValue) = (key.parse().ok()?, value.parse().ok()?);
    for node in spec.nodes.values_mut() {
        node.labels.insert(key.clone(), value.clone());
    }
    Some(())
}

/// Changes what an accelerator needs, and gives it to the machine that the index picks.
pub(super) fn accelerator(
    spec: &mut ClusterSpec,
    pick: Index,
    change: impl FnOnce(&mut Accelerator),
) -> Option<()> {
    unlabel(spec, pick, "igpu")?;
    label(spec, pick, "accelerator", "nvidia")?;
    change(spec.accelerators.get_mut(&"nvidia".parse().ok()?)?);
    Some(())
}

pub(super) fn rollout(spec: &mut ClusterSpec, steps: Vec<StepId>) {
    spec.rollout.cluster = ClusterState::Running;
    spec.rollout.steps = Some(steps);
}

pub(super) fn cilium(spec: &mut ClusterSpec) -> Option<&mut Cilium> {
    spec.cilium.as_mut()
}

/// Says something else of the policy that announces the addresses.
pub(super) fn announcing(spec: &mut ClusterSpec, interfaces: &[&str]) -> Option<()> {
    let policy = cilium(spec)?.l2.values_mut().next()?;
    policy.interfaces = interfaces.iter().map(|&pattern| pattern.to_owned()).collect();
    Some(())
}

/// The versions, each of which may stay.
pub(super) fn versions(spec: &mut ClusterSpec, talos: &str, kubernetes: &str, cilium: &str) -> Option<()> {
    spec.versions.talos = talos.parse().ok()?;
    spec.versions.kubernetes = kubernetes.parse().ok()?;
    spec.versions.cilium = Some(cilium.parse().ok()?);
    Some(())
}

/// Talos with its own network plugin, and nothing of Cilium.
pub(super) fn without_cilium(spec: &mut ClusterSpec, cni: Cni) {
    spec.cilium = None;
    spec.talos = Talos { cni: Some(cni), ..spec.talos.clone() };
}

/// One more pool of addresses.
pub(super) fn pool(spec: &mut ClusterSpec, pool: &str, range: &str) -> Option<()> {
    cilium(spec)?.pools.insert(name(pool)?, vec![range.parse().ok()?]);
    Some(())
}

/// One control plane more, and one worker less.
pub(super) fn promote_a_worker(spec: &mut ClusterSpec) -> Option<()> {
    spec.nodes.values_mut().find(|node| node.role == Role::Worker)?.role = Role::ControlPlane;
    Some(())
}

pub(super) fn name(text: &str) -> Option<Name> {
    text.parse().ok()
}
