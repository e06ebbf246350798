//! `machine.sysfs`.

use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::Setting;
use super::environment::merge;
use crate::runtime::SysfsConfig;
use crate::version::Minor;

/// Settings of the kernel below `/sys`.
pub(super) static SETTING: Setting =
    Setting { path: "machine.sysfs", kinds: &["SysfsConfig"], since: Minor::V1_14, limits: &[], up, down };

#[expect(clippy::unnecessary_wraps, reason = "other settings may stop")]
fn up(up: &mut Up) -> Result<(), Stop> {
    let params = std::mem::take(&mut up.machine.sysfs);
    if params.is_empty() {
        return Ok(());
    }
    let mut document = up.take_only::<SysfsConfig>();
    merge(&mut document.params, params);
    up.put(document);
    Ok(())
}

fn down(down: &mut Down) {
    for document in down.take::<SysfsConfig>() {
        down.machine.sysfs.extend(document.params);
    }
}
