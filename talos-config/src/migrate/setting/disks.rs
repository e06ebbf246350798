//! `machine.disks`.

use super::super::Limit;
use super::super::up::Stop;
use super::{Setting, kept};
use crate::version::Minor;

static PATHS: Limit = kept(
    "machine.disks",
    "it names a disk by its path and makes partitions that a `UserVolumeConfig` would not find again",
);

/// Further disks. No document means the same: volumes have labels of their own, and would be made anew beside the
/// partitions that there are.
pub(super) static SETTING: Setting = Setting {
    path: "machine.disks",
    kinds: &[],
    since: Minor::V1_10,
    limits: &[&PATHS],
    up: |up| Stop::if_so(!up.machine.disks.is_empty(), &PATHS),
    down: |_| {},
};
