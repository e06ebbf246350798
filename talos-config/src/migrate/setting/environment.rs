//! `machine.env`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, noted};
use crate::runtime::EnvironmentConfig;
use crate::version::Minor;

static FIRST_PROCESS: Limit =
    noted("machine.env", "the document also holds for the first process itself, not only for services");

/// Environment of services.
pub(super) static SETTING: Setting = Setting {
    path: "machine.env",
    kinds: &["EnvironmentConfig"],
    since: Minor::V1_13,
    limits: &[&FIRST_PROCESS],
    up,
    down,
};

#[expect(clippy::unnecessary_wraps, reason = "other settings may stop")]
fn up(up: &mut Up) -> Result<(), Stop> {
    let env = std::mem::take(&mut up.machine.env);
    if env.is_empty() {
        return Ok(());
    }
    up.note(&FIRST_PROCESS);
    let mut document = up.take_only::<EnvironmentConfig>();
    merge(&mut document.variables, env);
    up.put(document);
    Ok(())
}

/// Adds what is not said yet: where both forms say something, the document counts.
pub(super) fn merge<V>(
    known: &mut std::collections::BTreeMap<String, V>,
    old: std::collections::BTreeMap<String, V>,
) {
    for (name, value) in old {
        known.entry(name).or_insert(value);
    }
}

fn down(down: &mut Down) {
    for document in down.take::<EnvironmentConfig>() {
        down.machine.env.extend(document.variables);
    }
}
