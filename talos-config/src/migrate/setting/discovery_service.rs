//! `cluster.discovery`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, noted, twice};
use crate::cluster::DiscoveryServiceConfig;
use crate::scalar::Url;
use crate::v1alpha1::{
    ClusterDiscoveryConfig, DiscoveryRegistriesConfig, RegistryKubernetesConfig, RegistryServiceConfig,
};
use crate::version::Minor;

/// The server of the old form (`constants.DefaultDiscoveryServiceEndpoint`).
const DEFAULT_ENDPOINT: &str = "https://discovery.talos.dev/";

/// The name of the document in configurations that upstream generates.
const NAME: &str = "default";

static TWICE: Limit = twice("cluster.discovery");
static KUBERNETES: Limit = kept(
    "cluster.discovery.registries.kubernetes",
    "machines also find each other through Kubernetes, which no document can say; `disabled: true` would go",
);
static NOT_ENABLED: Limit = kept(
    "cluster.discovery",
    "a document is discovery switched on, and this patch does not say whether it is",
);
static NO_URL: Limit =
    kept("cluster.discovery.registries.service.endpoint", "it is no URL, which a document refuses");
static NAMED: Limit = noted(
    "cluster.discovery",
    "the document is meant that Talos generates, with the name `default`; one with another name stays",
);
static SECOND: Limit =
    lost("DiscoveryServiceConfig", "the old form has one discovery service only, and it is taken");

/// How machines find each other.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.discovery",
    kinds: &["DiscoveryServiceConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &KUBERNETES, &NOT_ENABLED, &NO_URL, &NAMED, &SECOND],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.cluster.discovery.take() else { return Ok(()) };
    let registries = old.registries.unwrap_or_default();
    let service = registries.service.unwrap_or_default();
    let kubernetes = registries.kubernetes.and_then(|kubernetes| kubernetes.disabled);
    let enabled = if up.is_whole { Some(old.enabled.unwrap_or_default()) } else { old.enabled };
    if enabled != Some(false) {
        Stop::if_so(kubernetes == Some(false) || (up.is_whole && kubernetes.is_none()), &KUBERNETES)?;
    }
    let has_service = service.disabled != Some(true);
    match enabled {
        Some(true) if has_service => {
            let endpoint = service.endpoint.as_deref().filter(|endpoint| !endpoint.is_empty());
            let endpoint: Url =
                endpoint.unwrap_or(DEFAULT_ENDPOINT).parse().map_err(|_| Stop::at(&NO_URL))?;
            let endpoint = Some(endpoint);
            up.add(DiscoveryServiceConfig { endpoint, ..DiscoveryServiceConfig::new(NAME) }, &TWICE)
        }
        None if has_service && service != RegistryServiceConfig::default() => Err(Stop::at(&NOT_ENABLED)),
        None if has_service => Ok(()),
        _ if up.is_whole => Ok(()),
        _ => {
            up.note(&NAMED);
            up.delete("DiscoveryServiceConfig", Some(NAME), &[], &TWICE)
        }
    }
}

fn down(down: &mut Down) {
    for document in down.take::<DiscoveryServiceConfig>() {
        if down.cluster.discovery.is_some() {
            down.remark(true, Some(&document.name), &SECOND);
            continue;
        }
        let endpoint = document.endpoint.map(|endpoint| endpoint.to_string());
        let endpoint = endpoint.filter(|endpoint| endpoint != DEFAULT_ENDPOINT);
        down.cluster.discovery = Some(ClusterDiscoveryConfig {
            enabled: Some(true),
            registries: Some(DiscoveryRegistriesConfig {
                kubernetes: Some(RegistryKubernetesConfig { disabled: Some(true) }),
                service: endpoint.is_some().then_some(RegistryServiceConfig { disabled: None, endpoint }),
            }),
        });
    }
}
