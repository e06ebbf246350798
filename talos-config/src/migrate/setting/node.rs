//! What the machine is as a node: labels, annotations and taints, `cluster.allowSchedulingOnControlPlanes`, and a part of
//! `machine.kubelet`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, noted, twice};
use crate::k8s::{KubeNodeConfig, NodeIpConfig};
use crate::v1alpha1::KubeletNodeIpConfig;
use crate::version::Minor;

/// Label and taint of control planes, which the old form sets by itself (`constants.LabelNodeRoleControlPlane`).
const CONTROL_PLANE: &str = "node-role.kubernetes.io/control-plane";
const NO_SCHEDULE: &str = "NoSchedule";

static TWICE: Limit = twice("machine.nodeLabels");
static TAINT_DELETED: Limit = noted(
    "cluster.allowSchedulingOnControlPlanes",
    "the patch deletes the taint of control planes: Talos refuses it on machines that do not have it, so it must reach control planes only, once",
);
static TAINT_SET: Limit = noted(
    "cluster.allowSchedulingOnControlPlanes",
    "the patch sets the taint of control planes on every machine that it reaches; in the old form workers never had it",
);
static MASTERS: Limit = kept(
    "cluster.allowSchedulingOnMasters",
    "in a patch it counts only where the base does not say `allowSchedulingOnControlPlanes`",
);
static NO_LABEL: Limit =
    lost("KubeNodeConfig.labels", "control planes of the old form always have the label of control planes");

/// What the machine is as a node.
pub(super) static SETTING: Setting = Setting {
    path: "machine.nodeLabels",
    kinds: &["KubeNodeConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &TAINT_DELETED, &TAINT_SET, &MASTERS, &NO_LABEL],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let kubelet = up.kubelet();
    let mut document = KubeNodeConfig {
        skip_node_registration: kubelet.skip_node_registration.take(),
        register_with_fqdn: kubelet.register_with_fqdn.take(),
        node_ip: kubelet.node_ip.take().map(|old| NodeIpConfig { valid_subnets: old.valid_subnets }),
        labels: std::mem::take(&mut up.machine.node_labels),
        annotations: std::mem::take(&mut up.machine.node_annotations),
        taints: std::mem::take(&mut up.machine.node_taints),
        ..KubeNodeConfig::default()
    };
    document.node_ip.take_if(|node_ip| *node_ip == NodeIpConfig::default());
    let masters = up.cluster.allow_scheduling_on_masters.take();
    Stop::if_so(masters.is_some() && !up.is_whole, &MASTERS)?;
    let allowed = up.cluster.allow_scheduling_on_control_planes.take().or(masters);
    if document == KubeNodeConfig::default() && allowed.is_none() {
        return Ok(());
    }
    if up.is_control_plane() {
        document.labels.insert(CONTROL_PLANE.to_owned(), String::new());
        if allowed != Some(true) {
            document.taints.insert(CONTROL_PLANE.to_owned(), NO_SCHEDULE.to_owned());
        }
    }
    match allowed.filter(|_| !up.is_whole) {
        Some(true) => {
            up.note(&TAINT_DELETED);
            up.delete("KubeNodeConfig", None, &["taints", CONTROL_PLANE], &TWICE)?;
        }
        Some(false) => {
            up.note(&TAINT_SET);
            document.taints.insert(CONTROL_PLANE.to_owned(), NO_SCHEDULE.to_owned());
        }
        None => {}
    }
    if document == KubeNodeConfig::default() { Ok(()) } else { up.add(document, &TWICE) }
}

fn down(down: &mut Down) {
    for mut document in down.take::<KubeNodeConfig>() {
        if down.is_control_plane() {
            let label = document.labels.remove(CONTROL_PLANE);
            down.remark(label.as_deref() != Some(""), None, &NO_LABEL);
            let has_taint = document.taints.get(CONTROL_PLANE).is_some_and(|effect| effect == NO_SCHEDULE);
            if has_taint {
                document.taints.remove(CONTROL_PLANE);
            }
            // The old form adds this very taint unless it is told not to.
            down.cluster.allow_scheduling_on_control_planes = (!has_taint).then_some(true);
        }
        down.machine.node_labels.extend(document.labels);
        down.machine.node_annotations.extend(document.annotations);
        down.machine.node_taints.extend(document.taints);
        let says_something = document.skip_node_registration.is_some()
            || document.register_with_fqdn.is_some()
            || document.node_ip.is_some();
        if says_something {
            let kubelet = down.kubelet();
            kubelet.skip_node_registration = document.skip_node_registration;
            kubelet.register_with_fqdn = document.register_with_fqdn;
            kubelet.node_ip =
                document.node_ip.map(|new| KubeletNodeIpConfig { valid_subnets: new.valid_subnets });
        }
    }
}
