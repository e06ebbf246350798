//! `machine.registries.config.*.auth`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, twice};
use crate::cri::RegistryAuthConfig;
use crate::v1alpha1;
use crate::version::Minor;

static TWICE: Limit = twice("machine.registries.config");

/// Who the machine is towards a registry.
pub(super) static SETTING: Setting = Setting {
    path: "machine.registries.config",
    kinds: &["RegistryAuthConfig"],
    since: Minor::V1_12,
    limits: &[&TWICE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(registries) = &mut up.machine.registries else { return Ok(()) };
    let mut documents = Vec::new();
    for (name, config) in &mut registries.config {
        let Some(auth) = config.auth.take() else { continue };
        documents.push(RegistryAuthConfig {
            username: auth.username,
            password: auth.password,
            auth: auth.auth,
            identity_token: auth.identity_token,
            ..RegistryAuthConfig::new(name)
        });
    }
    up.drop_empty_registries();
    documents.into_iter().try_for_each(|document| up.add(document, &TWICE))
}

fn down(down: &mut Down) {
    for document in down.take::<RegistryAuthConfig>() {
        down.registries().config.entry(document.name).or_default().auth =
            Some(v1alpha1::RegistryAuthConfig {
                username: document.username,
                password: document.password,
                auth: document.auth,
                identity_token: document.identity_token,
            });
    }
}
