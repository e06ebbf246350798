//! The rules about the objects of a set together, one per file.

mod announcements_off;
mod bgp_configs_conflict;
mod bgp_generations_mixed;
mod bgp_override_without_effect;
mod bgp_reference_missing;
mod cidr_group_missing;
mod default_pod_pool_missing;
mod interface_pattern_refused;
mod ipv6_not_announced;
mod lease_budget_exceeded;
mod lease_name_shared;
mod local_traffic_announced;
mod object_without_its_feature;
mod pod_networks_not_announced;
mod pod_pool_unusable;
mod policy_announces_nothing;
mod pool_block_unreadable;
mod pool_blocks_overlap;
mod pool_of_family_off;
mod pool_of_special_addresses;
mod pool_without_addresses;
mod requested_address_unreadable;
mod service_class_unhandled;
mod service_stays_pending;
mod shared_address_announced;

use manifest::{Finding, Rule, Value};

use super::announced::Announced;
use super::{Objects, Placing, Solved};
use crate::CiliumVersion;
use crate::policy::part::Part;
use crate::values::Values;

/// What a rule looks at that is not about addresses alone.
pub(super) struct Subject<'s, 'd> {
    pub(super) objects: &'s Objects<'d>,
    /// Every object of the group `cilium.io`, whatever is in it, with where it is.
    pub(super) of_cilium: &'s [(Value, Placing<'d, 's>)],
    /// What became of the pools and services.
    pub(super) solved: &'s Solved,
    /// The services that L2 announcements announce; none while those are switched off.
    pub(super) announced: Vec<Announced<'s, 'd>>,
    /// The values as they are declared.
    pub(super) values: &'s Values,
    /// The same laid over the chart's own.
    pub(super) effective: Values,
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
    &requested_address_unreadable::RULE,
    &pool_without_addresses::RULE,
    &service_class_unhandled::RULE,
    &local_traffic_announced::RULE,
    &ipv6_not_announced::RULE,
    &shared_address_announced::RULE,
    &lease_name_shared::RULE,
    &lease_budget_exceeded::RULE,
    &pool_of_family_off::RULE,
    &bgp_override_without_effect::RULE,
    &bgp_generations_mixed::RULE,
    &pod_networks_not_announced::RULE,
    &default_pod_pool_missing::RULE,
    &pool_of_special_addresses::RULE,
];

/// What runs those about pools and services.
pub(super) static OF_ADDRESSES: &[fn(&Objects<'_>, &Solved, &mut Vec<Finding>)] = &[
    pool_block_unreadable::check,
    pool_blocks_overlap::check,
    service_stays_pending::check,
    requested_address_unreadable::check,
    pool_without_addresses::check,
    service_class_unhandled::check,
    pool_of_special_addresses::check,
];

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
    local_traffic_announced::check,
    ipv6_not_announced::check,
    shared_address_announced::check,
    lease_name_shared::check,
    lease_budget_exceeded::check,
    pool_of_family_off::check,
    bgp_override_without_effect::check,
    bgp_generations_mixed::check,
    pod_networks_not_announced::check,
    default_pod_pool_missing::check,
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
