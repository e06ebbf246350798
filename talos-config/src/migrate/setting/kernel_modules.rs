//! `machine.kernel.modules`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::runtime::KernelModuleConfig;
use crate::v1alpha1;
use crate::version::Minor;

static TWICE: Limit = twice("machine.kernel.modules");
static NO_NAME: Limit = kept("machine.kernel.modules", "a module has no name, which a document needs");

/// Modules that the kernel loads.
pub(super) static SETTING: Setting = Setting {
    path: "machine.kernel.modules",
    kinds: &["KernelModuleConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NO_NAME],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    for module in up.machine.kernel.take().unwrap_or_default().modules {
        Stop::if_so(module.name.is_empty(), &NO_NAME)?;
        up.add(
            KernelModuleConfig { parameters: module.parameters, ..KernelModuleConfig::new(module.name) },
            &TWICE,
        )?;
    }
    Ok(())
}

fn down(down: &mut Down) {
    for document in down.take::<KernelModuleConfig>() {
        let module = v1alpha1::KernelModuleConfig { name: document.name, parameters: document.parameters };
        down.machine.kernel.get_or_insert_default().modules.push(module);
    }
}
