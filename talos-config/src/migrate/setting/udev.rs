//! `machine.udev`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, twice};
use crate::runtime::UdevRulesConfig;
use crate::version::Minor;

static TWICE: Limit = twice("machine.udev");

/// Rules about devices.
pub(super) static SETTING: Setting = Setting {
    path: "machine.udev",
    kinds: &["UdevRulesConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let rules = up.machine.udev.take().unwrap_or_default().rules;
    if rules.is_empty() {
        Ok(())
    } else {
        up.add(UdevRulesConfig { rules, ..UdevRulesConfig::default() }, &TWICE)
    }
}

fn down(down: &mut Down) {
    for document in down.take::<UdevRulesConfig>() {
        // Beside a document the old rules never counted.
        down.machine.udev.get_or_insert_default().rules = document.rules;
    }
}
