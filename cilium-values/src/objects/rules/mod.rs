//! The rules about the objects of a set together, one per file.

mod announcements_off;
mod interface_pattern_refused;
mod policy_announces_nothing;
mod pool_block_unreadable;
mod pool_blocks_overlap;
mod service_stays_pending;

use manifest::{Finding, Rule};

use super::{Objects, Solved};
use crate::CiliumVersion;
use crate::values::Values;

/// What a rule about policies looks at.
pub(super) struct Subject<'s, 'd> {
    pub(super) objects: &'s Objects<'d>,
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
];

/// What runs those about pools and services.
pub(super) static OF_ADDRESSES: &[fn(&Objects<'_>, &Solved, &mut Vec<Finding>)] =
    &[pool_block_unreadable::check, pool_blocks_overlap::check, service_stays_pending::check];

/// What runs those about announcement policies.
pub(super) static OF_POLICIES: &[fn(&Subject<'_, '_>, &mut Vec<Finding>)] =
    &[announcements_off::check, policy_announces_nothing::check, interface_pattern_refused::check];
