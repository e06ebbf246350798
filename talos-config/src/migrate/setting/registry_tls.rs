//! `machine.registries.config.*.tls`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, certificate, kept, twice};
use crate::cri::RegistryTlsConfig;
use crate::v1alpha1;
use crate::version::Minor;

static TWICE: Limit = twice("machine.registries.config");
static NO_TEXT: Limit = kept("machine.registries.config", "a certificate or key is no text, as PEM would be");

/// TLS towards a registry.
pub(super) static SETTING: Setting = Setting {
    path: "machine.registries.config",
    kinds: &["RegistryTLSConfig"],
    since: Minor::V1_12,
    limits: &[&TWICE, &NO_TEXT],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(registries) = &mut up.machine.registries else { return Ok(()) };
    let mut documents = Vec::new();
    for (name, config) in &mut registries.config {
        let Some(tls) = config.tls.take() else { continue };
        let identity = tls.client_identity.map(certificate::pem_of_pair);
        let ca = tls.ca.map(|ca| certificate::pem(&ca));
        documents.push(RegistryTlsConfig {
            client_identity: identity.map(|pair| pair.ok_or(Stop::at(&NO_TEXT))).transpose()?,
            ca: ca.map(|ca| ca.ok_or(Stop::at(&NO_TEXT))).transpose()?,
            insecure_skip_verify: tls.insecure_skip_verify,
            ..RegistryTlsConfig::new(name)
        });
    }
    up.drop_empty_registries();
    documents.into_iter().try_for_each(|document| up.add(document, &TWICE))
}

fn down(down: &mut Down) {
    for document in down.take::<RegistryTlsConfig>() {
        down.registries().config.entry(document.name).or_default().tls = Some(v1alpha1::RegistryTlsConfig {
            client_identity: document.client_identity.map(certificate::base64_of_pair),
            ca: document.ca.map(|ca| certificate::base64(&ca)),
            insecure_skip_verify: document.insecure_skip_verify,
        });
    }
}
