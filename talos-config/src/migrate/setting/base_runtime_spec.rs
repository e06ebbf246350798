//! `machine.baseRuntimeSpecOverrides`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, twice};
use crate::cri::CriBaseRuntimeSpecConfig;
use crate::version::Minor;

static TWICE: Limit = twice("machine.baseRuntimeSpecOverrides");

/// What every container is started with.
pub(super) static SETTING: Setting = Setting {
    path: "machine.baseRuntimeSpecOverrides",
    kinds: &["CRIBaseRuntimeSpecConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let overrides = std::mem::take(&mut up.machine.base_runtime_spec_overrides);
    if overrides.is_empty() {
        return Ok(());
    }
    up.add(CriBaseRuntimeSpecConfig { overrides, ..CriBaseRuntimeSpecConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<CriBaseRuntimeSpecConfig>() {
        down.machine.base_runtime_spec_overrides = document.overrides;
    }
}
