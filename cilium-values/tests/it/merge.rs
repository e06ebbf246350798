//! Values over values, as Helm merges them.

use super::{values, version};

#[test]
fn groups_are_merged_and_lists_replaced() {
    let base = values("bpf: {masquerade: true, vlanBypass: [1, 2]}\n");
    let over = values("bpf: {vlanBypass: [3], root: /bpf}\n");
    assert_eq!(over.laid_over(&base), values("bpf: {masquerade: true, vlanBypass: [3], root: /bpf}\n"));
}

#[test]
fn null_removes_the_charts_value() {
    let effective = values("ipam: {mode: null}\ncgroup: null\n").effective(&version("1.17.0"));
    assert!(effective.ipam.mode.is_unset());
    assert_eq!(effective.ipam.operator.cluster_pool_ipv4_mask_size.value(), Some(24));
    assert!(effective.cgroup.is_unset());
}

#[test]
fn null_in_a_later_file_reaches_the_chart() {
    let merged = values("cgroup: {hostRoot: null}\n").laid_over(&values("cgroup: {hostRoot: /a}\n"));
    assert!(merged.cgroup.host_root.is_null());
    assert!(merged.effective(&version("1.17.0")).cgroup.host_root.is_unset());
}

#[test]
fn only_what_differs_is_left() {
    let version = version("1.17.0");
    let values = values(
        "cgroup: {hostRoot: /run/cilium/cgroupv2, autoMount: {enabled: false}}\nbpf: {root: /sys/fs/bpf}\n",
    );
    assert_eq!(values.beyond_defaults(&version), super::values("cgroup: {autoMount: {enabled: false}}\n"));
}
