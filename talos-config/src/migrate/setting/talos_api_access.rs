//! `machine.features.kubernetesTalosAPIAccess`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, for_control_planes, kept, reaches_control_planes, twice};
use crate::k8s::KubeTalosApiAccessConfig;
use crate::v1alpha1::KubernetesTalosApiAccessConfig;
use crate::version::Minor;

static TWICE: Limit = twice("machine.features.kubernetesTalosAPIAccess");
static WORKER: Limit = for_control_planes("machine.features.kubernetesTalosAPIAccess");
static REACH: Limit = reaches_control_planes("machine.features.kubernetesTalosAPIAccess");
static NOT_ENABLED: Limit = kept(
    "machine.features.kubernetesTalosAPIAccess",
    "a document is access switched on, and this patch does not say whether it is",
);

/// Which pods may use the API of Talos.
pub(super) static SETTING: Setting = Setting {
    path: "machine.features.kubernetesTalosAPIAccess",
    kinds: &["KubeTalosAPIAccessConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &WORKER, &REACH, &NOT_ENABLED],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.features().kubernetes_talos_api_access.take() else { return Ok(()) };
    match old.enabled {
        Some(true) => {
            up.only_for_control_planes(&WORKER, &REACH)?;
            let document = KubeTalosApiAccessConfig {
                allowed_roles: old.allowed_roles,
                allowed_kubernetes_namespaces: old.allowed_kubernetes_namespaces,
                ..KubeTalosApiAccessConfig::default()
            };
            up.add(document, &TWICE)
        }
        _ if up.is_whole => Ok(()),
        Some(false) => up.delete("KubeTalosAPIAccessConfig", None, &[], &TWICE),
        None if old == KubernetesTalosApiAccessConfig::default() => Ok(()),
        None => Err(Stop::at(&NOT_ENABLED)),
    }
}

fn down(down: &mut Down) {
    for document in down.take::<KubeTalosApiAccessConfig>() {
        down.features().kubernetes_talos_api_access = Some(KubernetesTalosApiAccessConfig {
            enabled: Some(true),
            allowed_roles: document.allowed_roles,
            allowed_kubernetes_namespaces: document.allowed_kubernetes_namespaces,
        });
    }
}
