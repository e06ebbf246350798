//! `cluster.proxy`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, for_control_planes, kept, lost, reaches_control_planes, twice};
use crate::k8s::{KubeProxyConfig, ResourcesConfig};
use crate::v1alpha1::ProxyConfig;
use crate::version::Minor;

static TWICE: Limit = twice("cluster.proxy");
static WORKER: Limit = for_control_planes("cluster.proxy");
static REACH: Limit = reaches_control_planes("cluster.proxy");
static NO_IMAGE: Limit = kept("cluster.proxy.image", "a document needs an image, and there is none");
static ARGUMENTS: Limit = kept(
    "cluster.proxy.extraArgs",
    "the document gives kube-proxy a file, beside which most arguments have no effect",
);
static FILE: Limit = lost("KubeProxyConfig.config", "the old form gives kube-proxy arguments, not a file");
static RESOURCES: Limit =
    lost("KubeProxyConfig.resources", "the old form cannot say what kube-proxy gets and may use");

/// kube-proxy.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.proxy",
    kinds: &["KubeProxyConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &WORKER, &REACH, &NO_IMAGE, &ARGUMENTS, &FILE, &RESOURCES],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.cluster.proxy.take().filter(|old| *old != ProxyConfig::default()) else {
        return Ok(());
    };
    up.only_for_control_planes(&WORKER, &REACH)?;
    Stop::if_so(!old.extra_args.is_empty(), &ARGUMENTS)?;
    let image = old.image.filter(|image| !image.is_empty());
    let enabled = old.disabled.map(|disabled| !disabled);
    Stop::if_so(up.is_whole && enabled != Some(false) && image.is_none(), &NO_IMAGE)?;
    let mode = old.mode.filter(|mode| !mode.is_empty());
    up.add(KubeProxyConfig { enabled, image, mode, ..KubeProxyConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<KubeProxyConfig>() {
        down.remark(!document.config.is_empty(), None, &FILE);
        let resources = document.resources.unwrap_or_default();
        down.remark(resources != ResourcesConfig::default(), None, &RESOURCES);
        down.cluster.proxy = Some(ProxyConfig {
            disabled: document.enabled.map(|enabled| !enabled),
            image: document.image,
            mode: document.mode,
            extra_args: document.extra_args,
        });
    }
}
