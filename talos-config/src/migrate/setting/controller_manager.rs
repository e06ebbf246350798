//! `cluster.controllerManager` and `machine.controlPlane.controllerManager`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, for_control_planes, kept, reaches_control_planes, resources, twice};
use crate::k8s::KubeControllerManagerConfig;
use crate::v1alpha1::{ControllerManagerConfig, MachineControlPlaneConfig};
use crate::version::Minor;

static TWICE: Limit = twice("cluster.controllerManager");
static WORKER: Limit = for_control_planes("cluster.controllerManager");
static REACH: Limit = reaches_control_planes("cluster.controllerManager");
static NO_IMAGE: Limit =
    kept("cluster.controllerManager.image", "a document needs an image, and there is none");
static VOLUMES: Limit =
    kept("cluster.controllerManager.extraVolumes", "no document mounts paths of the machine");

/// The controller manager.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.controllerManager",
    kinds: &["KubeControllerManagerConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &WORKER, &REACH, &NO_IMAGE, &VOLUMES],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let old = up.cluster.controller_manager.take().unwrap_or_default();
    let of_machine = up.machine.control_plane.as_mut().and_then(|plane| plane.controller_manager.take());
    up.machine.control_plane.take_if(|plane| *plane == MachineControlPlaneConfig::default());
    let enabled = of_machine.and_then(|of_machine| of_machine.disabled).map(|disabled| !disabled);
    let image = old.image.filter(|image| !image.is_empty());
    let has_volumes = !old.extra_volumes.is_empty();
    let document = KubeControllerManagerConfig {
        enabled,
        image,
        extra_args: old.extra_args,
        env: old.env,
        resources: resources::up(old.resources),
        ..KubeControllerManagerConfig::default()
    };
    if document == KubeControllerManagerConfig::default() && !has_volumes {
        return Ok(());
    }
    up.only_for_control_planes(&WORKER, &REACH)?;
    Stop::if_so(has_volumes, &VOLUMES)?;
    Stop::if_so(up.is_whole && enabled != Some(false) && document.image.is_none(), &NO_IMAGE)?;
    up.add(document, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<KubeControllerManagerConfig>() {
        if let Some(enabled) = document.enabled {
            let plane = down.machine.control_plane.get_or_insert_default();
            plane.controller_manager.get_or_insert_default().disabled = Some(!enabled);
        }
        let old = ControllerManagerConfig {
            image: document.image,
            extra_args: document.extra_args,
            env: document.env,
            resources: resources::down(document.resources),
            ..ControllerManagerConfig::default()
        };
        if old != ControllerManagerConfig::default() {
            down.cluster.controller_manager = Some(old);
        }
    }
}
