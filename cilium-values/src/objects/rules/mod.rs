//! The rules about the objects of a set together, one per file.

mod announcements_off;
mod bgp_configs_conflict;
mod bgp_reference_missing;
mod cidr_group_missing;
mod interface_pattern_refused;
mod object_without_its_feature;
mod pod_pool_unusable;
mod policy_announces_nothing;
mod pool_block_unreadable;
mod pool_blocks_overlap;
mod service_stays_pending;

use manifest::{Finding, Rule, Value};

use super::{Objects, Placing, Solved};
use crate::CiliumVersion;
use crate::policy::part::Part;
use crate::values::Values;

/// What a rule looks at that is not about addresses alone.
pub(super) struct Subject<'s, 'd> {
    pub(super) objects: &'s Objects<'d>,
    /// Every object of the group `cilium.io`, whatever is in it, with where it is.
    pub(super) of_cilium: &'s [(Value, Placing<'d, 's>)],
    /// The values as they are declared.
    pub(super) values: &'s Values,
    pub(super) cilium: &'s CiliumVersion,
}

/// All rules about objects together, by code.
pub static RULES: &[&Rule] = &[
    &pool_block_unreadable::RULE,
    &pool_blocks_overlap::RULE,
    &service_stays_pending::RULE,
    &announcements_off::RULE,
    &policy_announces_nothing::RULE,
    &interface_pattern_refused::RULE,
    &bgp_reference_missing::RULE,
    &bgp_configs_conflict::RULE,
    &object_without_its_feature::RULE,
    &cidr_group_missing::RULE,
    &pod_pool_unusable::RULE,
];

/// What runs those about pools and services.
pub(super) static OF_ADDRESSES: &[fn(&Objects<'_>, &Solved, &mut Vec<Finding>)] =
    &[pool_block_unreadable::check, pool_blocks_overlap::check, service_stays_pending::check];

/// What runs those about all other objects.
pub(super) static OF_OTHERS: &[fn(&Subject<'_, '_>, &mut Vec<Finding>)] = &[
    announcements_off::check,
    policy_announces_nothing::check,
    interface_pattern_refused::check,
    bgp_reference_missing::check,
    bgp_configs_conflict::check,
    object_without_its_feature::check,
    cidr_group_missing::check,
    pod_pool_unusable::check,
];

/// The rules of a network policy; none of another object.
fn rules<'a>(object: &Part<'a>) -> Vec<Part<'a>> {
    if !matches!(object.text("kind"), "CiliumNetworkPolicy" | "CiliumClusterwideNetworkPolicy") {
        return Vec::new();
    }
    object.get("spec").into_iter().chain(object.items("specs")).collect()
}

/// The entries of some sections of all rules of a network policy; none of another object.
fn entries<'a>(object: &Part<'a>, sections: &[&str]) -> Vec<Part<'a>> {
    let rules = rules(object);
    rules.iter().flat_map(|rule| sections.iter().flat_map(|key| rule.items(key))).collect()
}

/// All sections of a rule.
const SECTIONS: [&str; 4] = ["ingress", "ingressDeny", "egress", "egressDeny"];
