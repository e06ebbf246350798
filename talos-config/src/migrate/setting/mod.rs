//! The settings that can be said in two ways, one per file.

mod api_server;
mod base_runtime_spec;
mod certificate;
mod cluster;
mod component;
mod controller_manager;
mod core_dns;
mod cri_customization;
mod discovery_identity;
mod discovery_service;
mod disks;
mod environment;
mod etcd_encryption;
mod external_manifests;
mod host_dns;
mod hostname;
mod image_cache;
mod inline_manifests;
mod install;
mod interfaces;
mod kernel_modules;
mod kube_prism;
mod kubelet;
mod kubespan;
mod network;
mod node;
mod proxy;
mod registry_auth;
mod registry_mirrors;
mod registry_tls;
mod resolver;
mod resources;
mod scheduler;
mod service_account;
mod static_hosts;
mod static_pods;
mod sysctls;
mod sysfs;
mod system_disk_encryption;
mod talos_api_access;
mod time;
mod udev;

use super::down::Down;
use super::up::{Stop, Up};
use super::{Limit, Outcome};
use crate::version::Minor;

/// A setting of the v1alpha1 document, and the documents that say the same.
#[derive(Debug)]
pub struct Setting {
    /// Where it stands in the v1alpha1 document.
    pub path: &'static str,
    /// Kinds of the documents; none where no document means the same.
    pub kinds: &'static [&'static str],
    /// The first minor that knows the documents.
    pub since: Minor,
    /// What cannot be said in the other form.
    pub limits: &'static [&'static Limit],
    pub(super) up: fn(&mut Up) -> Result<(), Stop>,
    pub(super) down: fn(&mut Down),
}

/// All settings, in the order in which documents come out.
///
/// What reads a part of another setting stands before it: the key of service accounts needs the endpoint, the node
/// takes its share of the kubelet. The identity follows the service, which in the old form wants it beside it.
pub static SETTINGS: &[&Setting] = &[
    &install::SETTING,
    &disks::SETTING,
    &system_disk_encryption::SETTING,
    &hostname::SETTING,
    &resolver::SETTING,
    &host_dns::SETTING,
    &static_hosts::SETTING,
    &time::SETTING,
    &interfaces::SETTING,
    &kubespan::SETTING,
    &environment::SETTING,
    &sysctls::SETTING,
    &sysfs::SETTING,
    &udev::SETTING,
    &kernel_modules::SETTING,
    &registry_mirrors::SETTING,
    &registry_auth::SETTING,
    &registry_tls::SETTING,
    &image_cache::SETTING,
    &cri_customization::SETTING,
    &base_runtime_spec::SETTING,
    &discovery_service::SETTING,
    &discovery_identity::SETTING,
    &service_account::SETTING,
    &api_server::SETTING,
    &cluster::SETTING,
    &certificate::API_SERVER_CA,
    &certificate::AGGREGATOR_CA,
    &etcd_encryption::SETTING,
    &controller_manager::SETTING,
    &scheduler::SETTING,
    &proxy::SETTING,
    &core_dns::SETTING,
    &external_manifests::SETTING,
    &inline_manifests::SETTING,
    &network::SETTING,
    &node::SETTING,
    &kubelet::SETTING,
    &kube_prism::SETTING,
    &static_pods::SETTING,
    &talos_api_access::SETTING,
];

/// Something that stays in the v1alpha1 document.
pub(super) const fn kept(place: &'static str, why: &'static str) -> Limit {
    Limit { place, outcome: Outcome::Kept, why }
}

/// Something that is said, with a condition that a reader has to know.
pub(super) const fn noted(place: &'static str, why: &'static str) -> Limit {
    Limit { place, outcome: Outcome::Noted, why }
}

/// Something of a document that an older Talos cannot say.
pub(super) const fn lost(place: &'static str, why: &'static str) -> Limit {
    Limit { place, outcome: Outcome::Lost, why }
}

/// The limit of a setting that a document of the configuration says already.
const fn twice(place: &'static str) -> Limit {
    kept(place, "a document says it already; leave it in one of the two places")
}

/// The limit of what only control planes have documents for.
const fn for_control_planes(place: &'static str) -> Limit {
    kept(place, "workers have no use for it, and may not have the document that says it")
}

/// What is to be known about a patch with a document that only control planes may have.
const fn reaches_control_planes(place: &'static str) -> Limit {
    noted(
        place,
        "only control planes may have the document: a patch that also reaches workers makes Talos refuse them",
    )
}
