//! The values of the chart, group by group: the value `hubble.relay.enabled` is the field
//! `Values::hubble.relay.enabled`, and its group is declared in `values/hubble/relay.rs`.

pub mod common;
mod effective;
mod root;
mod setting;
mod shape;

pub mod bpf;
pub mod cgroup;
pub mod hubble;
pub mod ipam;
pub mod k8s_client_rate_limit;
pub mod l2announcements;
pub mod nodeinit;
pub mod operator;
pub mod security_context;

pub use root::{RoutingMode, Values};
pub use setting::{Group, Overlay, Setting, Shape};
