//! `cluster.coreDNS`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, for_control_planes, reaches_control_planes, twice};
use crate::k8s::KubeCoreDnsConfig;
use crate::v1alpha1::CoreDns;
use crate::version::Minor;

static TWICE: Limit = twice("cluster.coreDNS");
static WORKER: Limit = for_control_planes("cluster.coreDNS");
static REACH: Limit = reaches_control_planes("cluster.coreDNS");

/// The cluster's DNS.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.coreDNS",
    kinds: &["KubeCoreDNSConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &WORKER, &REACH],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.cluster.core_dns.take().filter(|old| *old != CoreDns::default()) else {
        return Ok(());
    };
    up.only_for_control_planes(&WORKER, &REACH)?;
    let enabled = old.disabled.map(|disabled| !disabled);
    up.add(KubeCoreDnsConfig { enabled, image: old.image, ..KubeCoreDnsConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<KubeCoreDnsConfig>() {
        let disabled = document.enabled.map(|enabled| !enabled);
        down.cluster.core_dns = Some(CoreDns { disabled, image: document.image });
    }
}
