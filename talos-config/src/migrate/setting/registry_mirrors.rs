//! `machine.registries.mirrors`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, twice};
use crate::cri::{RegistryEndpoint, RegistryMirrorConfig};
use crate::v1alpha1;
use crate::version::Minor;

static TWICE: Limit = twice("machine.registries.mirrors");
static NO_URL: Limit = kept("machine.registries.mirrors", "an endpoint is no URL, which a document refuses");
static WHICH_PATHS: Limit = kept(
    "machine.registries.mirrors",
    "`overridePath` of a patch holds for the endpoints of the base too; a document says it for each endpoint",
);
static MIXED_PATHS: Limit = lost(
    "RegistryMirrorConfig.endpoints",
    "`overridePath` differs between endpoints; the old form has one for all of them",
);

/// Where images are pulled from.
pub(super) static SETTING: Setting = Setting {
    path: "machine.registries.mirrors",
    kinds: &["RegistryMirrorConfig"],
    since: Minor::V1_12,
    limits: &[&TWICE, &NO_URL, &WHICH_PATHS, &MIXED_PATHS],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(registries) = &mut up.machine.registries else { return Ok(()) };
    for (name, mirror) in std::mem::take(&mut registries.mirrors) {
        Stop::if_so(mirror.override_path.is_some() && !up.is_whole, &WHICH_PATHS)?;
        let override_path = mirror.override_path.filter(|_| !mirror.endpoints.is_empty());
        let endpoint = |url: &String| Some(RegistryEndpoint { url: Some(url.parse().ok()?), override_path });
        let endpoints: Option<Vec<_>> = mirror.endpoints.iter().map(endpoint).collect();
        let document = RegistryMirrorConfig {
            endpoints: endpoints.ok_or(Stop::at(&NO_URL))?,
            skip_fallback: mirror.skip_fallback,
            ..RegistryMirrorConfig::new(name)
        };
        up.add(document, &TWICE)?;
    }
    up.drop_empty_registries();
    Ok(())
}

fn down(down: &mut Down) {
    for document in down.take::<RegistryMirrorConfig>() {
        let overrides = |endpoint: &RegistryEndpoint| endpoint.override_path == Some(true);
        let (some, all) =
            (document.endpoints.iter().any(overrides), document.endpoints.iter().all(overrides));
        down.remark(some && !all, Some(&document.name), &MIXED_PATHS);
        let mirror = v1alpha1::RegistryMirrorConfig {
            endpoints: document
                .endpoints
                .iter()
                .filter_map(|endpoint| Some(endpoint.url.as_ref()?.to_string()))
                .collect(),
            override_path: document.endpoints.first().and_then(|endpoint| endpoint.override_path),
            skip_fallback: document.skip_fallback,
        };
        down.registries().mirrors.insert(document.name, mirror);
    }
}
