//! `cluster.inlineManifests`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::k8s::KubeInlineManifestConfig;
use crate::v1alpha1::ClusterInlineManifest;
use crate::validate::text::is_subdomain;
use crate::version::Minor;

static TWICE: Limit = twice("cluster.inlineManifests");
static NAME: Limit =
    kept("cluster.inlineManifests", "a name is no DNS name in lower case, which a document needs");

/// Objects that are put into the cluster.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.inlineManifests",
    kinds: &["KubeInlineManifestConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NAME],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    for manifest in std::mem::take(&mut up.cluster.inline_manifests) {
        let name = manifest.name.unwrap_or_default();
        Stop::if_so(!is_subdomain(&name), &NAME)?;
        let document =
            KubeInlineManifestConfig { manifest: manifest.contents, ..KubeInlineManifestConfig::new(name) };
        up.add(document, &TWICE)?;
    }
    Ok(())
}

fn down(down: &mut Down) {
    for document in down.take::<KubeInlineManifestConfig>() {
        let manifest = ClusterInlineManifest { name: Some(document.name), contents: document.manifest };
        down.cluster.inline_manifests.push(manifest);
    }
}
