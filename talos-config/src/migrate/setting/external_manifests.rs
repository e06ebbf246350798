//! `cluster.extraManifests` with their headers, and `cluster.network.cni.urls`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, noted, twice};
use crate::k8s::KubeExternalManifestConfig;
use crate::scalar::Url;
use crate::version::Minor;

static TWICE: Limit = twice("cluster.extraManifests");
static NO_URL: Limit =
    kept("cluster.extraManifests", "an entry is no URL with `http` or `https`, which a document refuses");
static HEADERS: Limit = kept(
    "cluster.extraManifestHeaders",
    "headers without a manifest: a document says them for its own manifest only",
);
static HEADERS_OF_BASE: Limit = noted(
    "cluster.extraManifests",
    "headers that the base of this patch has are not those of the new documents",
);
static MIXED_HEADERS: Limit =
    lost("KubeExternalManifestConfig.headers", "the old form has the same headers for all manifests");

/// Objects that are fetched and put into the cluster.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.extraManifests",
    kinds: &["KubeExternalManifestConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NO_URL, &HEADERS, &HEADERS_OF_BASE, &MIXED_HEADERS],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let mut manifests = std::mem::take(&mut up.cluster.extra_manifests);
    let cni = up.cluster.network.as_mut().and_then(|network| network.cni.as_mut());
    manifests.extend(cni.into_iter().flat_map(|cni| std::mem::take(&mut cni.urls)));
    let headers = std::mem::take(&mut up.cluster.extra_manifest_headers);
    if manifests.is_empty() {
        return Stop::if_so(!headers.is_empty() && !up.is_whole, &HEADERS);
    }
    if !up.is_whole && headers.is_empty() {
        up.note(&HEADERS_OF_BASE);
    }
    for manifest in manifests {
        let url: Url = manifest.parse().map_err(|_| Stop::at(&NO_URL))?;
        Stop::if_so(!matches!(url.scheme(), "http" | "https"), &NO_URL)?;
        let document = KubeExternalManifestConfig {
            headers: headers.clone(),
            url: Some(url),
            ..KubeExternalManifestConfig::new(name_of(&manifest))
        };
        up.add(document, &TWICE)?;
    }
    Ok(())
}

/// A name for what has none: the URL without its scheme, in the letters of a DNS name.
fn name_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = rest.chars().map(letter).collect();
    let words: Vec<_> = name.split('-').filter(|word| !word.is_empty()).collect();
    // The end of a URL says more than its beginning.
    let mut name = words.join("-");
    let cut = name.len().saturating_sub(253);
    name.drain(..cut);
    name.trim_matches('-').to_owned()
}

fn down(down: &mut Down) {
    for document in down.take::<KubeExternalManifestConfig>() {
        let headers = document.headers;
        let is_first = down.cluster.extra_manifests.is_empty();
        let is_mixed = !is_first && down.cluster.extra_manifest_headers != headers;
        down.remark(is_mixed, Some(&document.name), &MIXED_HEADERS);
        if is_first {
            down.cluster.extra_manifest_headers = headers;
        }
        down.cluster.extra_manifests.extend(document.url.map(|url| url.to_string()));
    }
}
