//! `cluster.controllerManager` and `machine.controlPlane.controllerManager`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::component::component;
use super::{Setting, for_control_planes, kept, reaches_control_planes, resources, twice};
use crate::k8s::KubeControllerManagerConfig;
use crate::v1alpha1::{ControllerManagerConfig, MachineControlPlaneConfig};
use crate::version::Minor;

component!(
    "cluster.controllerManager",
    controller_manager: ControllerManagerConfig <=> KubeControllerManagerConfig
);
