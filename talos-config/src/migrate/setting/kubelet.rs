//! `machine.kubelet`, but for what it says about the node.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::k8s::{KubeCredentialProviderConfig, KubeletConfig};
use crate::version::Minor;

static TWICE: Limit = twice("machine.kubelet");
static NO_IMAGE: Limit = kept("machine.kubelet.image", "a document needs an image, and there is none");
static MOUNTS: Limit =
    kept("machine.kubelet.extraMounts", "no document mounts paths of the machine into the kubelet");
static MANIFESTS: Limit = kept(
    "machine.kubelet.disableManifestsDirectory",
    "with the document static pods in /etc/kubernetes/manifests are always ignored, in the old form only if this is true",
);

/// The kubelet.
pub(super) static SETTING: Setting = Setting {
    path: "machine.kubelet",
    kinds: &["KubeletConfig", "KubeCredentialProviderConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NO_IMAGE, &MOUNTS, &MANIFESTS],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.machine.kubelet.take() else { return Ok(()) };
    Stop::if_so(!old.extra_mounts.is_empty(), &MOUNTS)?;
    let ignores_manifests = old.disable_manifests_directory.unwrap_or(!up.is_whole);
    Stop::if_so(!ignores_manifests, &MANIFESTS)?;
    let image = old.image.filter(|image| !image.is_empty());
    Stop::if_so(up.is_whole && image.is_none(), &NO_IMAGE)?;
    let document = KubeletConfig {
        image,
        config: old.extra_config,
        extra_args: old.extra_args,
        cluster_dns: old.cluster_dns,
        default_runtime_seccomp_profile_enabled: old.default_runtime_seccomp_profile_enabled,
        ..KubeletConfig::default()
    };
    if document != KubeletConfig::default() {
        up.add(document, &TWICE)?;
    }
    let configuration = old.credential_provider_config;
    if configuration.is_empty() {
        return Ok(());
    }
    up.add(KubeCredentialProviderConfig { configuration, ..KubeCredentialProviderConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    let is_whole = down.is_whole;
    for document in down.take::<KubeletConfig>() {
        let kubelet = down.kubelet();
        kubelet.image = document.image;
        kubelet.extra_config = document.config;
        kubelet.extra_args = document.extra_args;
        kubelet.cluster_dns = document.cluster_dns;
        kubelet.default_runtime_seccomp_profile_enabled = document.default_runtime_seccomp_profile_enabled;
        kubelet.disable_manifests_directory = is_whole.then_some(true);
    }
    for document in down.take::<KubeCredentialProviderConfig>() {
        down.kubelet().credential_provider_config = document.configuration;
    }
}
