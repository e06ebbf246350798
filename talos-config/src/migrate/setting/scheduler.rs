//! `cluster.scheduler` and `machine.controlPlane.scheduler`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::component::component;
use super::{Setting, for_control_planes, kept, reaches_control_planes, resources, twice};
use crate::k8s::KubeSchedulerConfig;
use crate::v1alpha1::{MachineControlPlaneConfig, SchedulerConfig};
use crate::version::Minor;

component!("cluster.scheduler", scheduler: SchedulerConfig <=> KubeSchedulerConfig, config);
