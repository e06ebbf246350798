//! Values over values, as Helm merges them.

use cilium_values::values::{Group, Setting};
use cilium_values::{Values, chart};
use manifest::yaml;
use proptest::prelude::*;

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

fn any_setting<T: Clone + std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Setting<T>> {
    prop_oneof![Just(Setting::Unset), Just(Setting::Null), value.prop_map(Setting::Set)]
}

fn any_values() -> impl Strategy<Value = Values> {
    let list = any_setting(prop::collection::vec("[a-c]", 0..3));
    let label = prop_oneof![Just(Setting::Null), "[x-z]".prop_map(Setting::Set)];
    let labels = any_setting(prop::collection::btree_map("[a-c]", label, 0..3));
    let keys = (
        any_setting(any::<bool>()),
        any_setting(any::<bool>()),
        any_setting(0..9_i64),
        list,
        labels,
        0..6_u8,
    );
    keys.prop_map(|(relay, mount, replicas, names, labels, nulls)| {
        let mut values = Values::default();
        values.hubble.relay.enabled = relay;
        values.cgroup.auto_mount.enabled = mount;
        values.operator.replicas = replicas;
        values.security_context.capabilities.cilium_agent = names;
        values.pod_labels = labels;
        match nulls {
            0 => values.cgroup = Group::null(),
            1 => values.hubble.relay = Group::null(),
            2 => values.operator = Group::default(),
            _ => {}
        }
        values
    })
}

proptest! {
    #[test]
    fn laying_nothing_over_values_changes_nothing(values in any_values()) {
        prop_assert_eq!(&Values::default().laid_over(&values), &values);
        prop_assert_eq!(values.laid_over(&Values::default()), values);
    }

    #[test]
    fn laying_values_over_themselves_changes_nothing(values in any_values()) {
        prop_assert_eq!(values.laid_over(&values), values);
    }

    #[test]
    fn files_can_be_merged_in_any_grouping(a in any_values(), b in any_values(), c in any_values()) {
        // But for a null in the middle, which clears a mapping for the file behind it: Helm goes from left to right.
        prop_assume!(!b.cgroup.is_null() && !b.hubble.relay.is_null() && !b.pod_labels.is_null());
        prop_assert_eq!(c.laid_over(&b).laid_over(&a), c.laid_over(&b.laid_over(&a)));
    }

    #[test]
    fn the_difference_gives_the_same_effective_values(values in any_values()) {
        for version in chart::versions() {
            prop_assert_eq!(values.beyond_defaults(version).effective(version), values.effective(version));
        }
    }

    #[test]
    fn nothing_is_null_in_effective_values(values in any_values()) {
        for version in chart::versions() {
            let text = serde_json::to_string(&values.effective(version)).unwrap();
            prop_assert!(!text.contains("null"), "{}", text);
        }
    }

    #[test]
    fn writing_and_reading_changes_nothing(values in any_values()) {
        let text = yaml::to_string(&values, &yaml::Layout::default()).unwrap();
        prop_assert_eq!(super::values(&text), values);
    }
}
