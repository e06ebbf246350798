//! `machine.network.interfaces`.

use super::super::Limit;
use super::super::up::Stop;
use super::{Setting, kept};
use crate::version::Minor;

static LINKS: Limit = kept(
    "machine.network.interfaces",
    "with the first link document Talos stops asking DHCP on all links that nothing is said about",
);

/// Network interfaces. No set of documents means the same on every machine: which links lose DHCP depends on those
/// that the machine has (`Container.RunDefaultDHCPOperators`). Talos reads both forms beside each other.
pub(super) static SETTING: Setting = Setting {
    path: "machine.network.interfaces",
    kinds: &[],
    since: Minor::V1_12,
    limits: &[&LINKS],
    up: |up| Stop::if_so(!up.network().interfaces.is_empty(), &LINKS),
    down: |_| {},
};
