//! `cluster.scheduler` and `machine.controlPlane.scheduler`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::base_runtime_spec::{map, value};
use super::{Setting, for_control_planes, kept, reaches_control_planes, resources, twice};
use crate::k8s::KubeSchedulerConfig;
use crate::v1alpha1::{MachineControlPlaneConfig, SchedulerConfig};
use crate::version::Minor;

static TWICE: Limit = twice("cluster.scheduler");
static WORKER: Limit = for_control_planes("cluster.scheduler");
static REACH: Limit = reaches_control_planes("cluster.scheduler");
static NO_IMAGE: Limit = kept("cluster.scheduler.image", "a document needs an image, and there is none");
static VOLUMES: Limit = kept("cluster.scheduler.extraVolumes", "no document mounts paths of the machine");

/// The scheduler.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.scheduler",
    kinds: &["KubeSchedulerConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &WORKER, &REACH, &NO_IMAGE, &VOLUMES],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let old = up.cluster.scheduler.take().unwrap_or_default();
    let of_machine = up.machine.control_plane.as_mut().and_then(|plane| plane.scheduler.take());
    up.machine.control_plane.take_if(|plane| *plane == MachineControlPlaneConfig::default());
    let enabled = of_machine.and_then(|of_machine| of_machine.disabled).map(|disabled| !disabled);
    let image = old.image.filter(|image| !image.is_empty());
    let has_volumes = !old.extra_volumes.is_empty();
    let document = KubeSchedulerConfig {
        enabled,
        image,
        extra_args: old.extra_args,
        env: old.env,
        resources: resources::up(old.resources),
        config: map(old.config),
        ..KubeSchedulerConfig::default()
    };
    if document == KubeSchedulerConfig::default() && !has_volumes {
        return Ok(());
    }
    up.only_for_control_planes(&WORKER, &REACH)?;
    Stop::if_so(has_volumes, &VOLUMES)?;
    Stop::if_so(up.is_whole && enabled != Some(false) && document.image.is_none(), &NO_IMAGE)?;
    up.add(document, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<KubeSchedulerConfig>() {
        if let Some(enabled) = document.enabled {
            let plane = down.machine.control_plane.get_or_insert_default();
            plane.scheduler.get_or_insert_default().disabled = Some(!enabled);
        }
        let old = SchedulerConfig {
            image: document.image,
            extra_args: document.extra_args,
            env: document.env,
            resources: resources::down(document.resources),
            config: value(document.config),
            ..SchedulerConfig::default()
        };
        if old != SchedulerConfig::default() {
            down.cluster.scheduler = Some(old);
        }
    }
}
