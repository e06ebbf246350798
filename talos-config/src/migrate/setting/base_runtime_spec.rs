//! `machine.baseRuntimeSpecOverrides`.

use manifest::{Map, Value};

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
    let overrides = map(up.machine.base_runtime_spec_overrides.take());
    if overrides.is_empty() {
        return Ok(());
    }
    up.add(CriBaseRuntimeSpecConfig { overrides, ..CriBaseRuntimeSpecConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<CriBaseRuntimeSpecConfig>() {
        down.machine.base_runtime_spec_overrides = value(document.overrides);
    }
}

/// A mapping of anything, as documents have it.
pub(super) fn map(value: Option<Value>) -> Map {
    match value {
        Some(Value::Mapping(map)) => map,
        _ => Map::new(),
    }
}

/// A mapping of anything, as the v1alpha1 document has it.
pub(super) fn value(map: Map) -> Option<Value> {
    (!map.is_empty()).then_some(Value::Mapping(map))
}
