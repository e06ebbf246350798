//! The container runtime: `types/cri`.

use super::links::name;
use super::{Wrong, certificate, private_key};
use crate::validate::text::qualified_name;
use crate::validate::{View, keys};
use crate::version::Minor;

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "RegistryMirrorConfig" => mirror(document, wrong),
        "RegistryAuthConfig" => auth(document, wrong),
        "RegistryTLSConfig" => tls(document, wrong),
        "CRICustomizationConfig" => customization(document, wrong),
        "CRIBaseRuntimeSpecConfig" => {
            if let Some(number) = document.get(keys!("overrides")).not_json() {
                let cause = format!("json: unsupported value: {number}");
                wrong.at("overrides", format!("failed to marshal base runtime spec overrides: {cause}"));
            }
        }
        _ => {}
    }
}

fn mirror(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    for (index, endpoint) in document.items(keys!("endpoints")).enumerate() {
        match endpoint.url(keys!("url")) {
            None => wrong
                .at(format!("endpoints[{index}].url"), format!("endpoints[{index}].url must be specified")),
            Some(url) if !["http", "https"].contains(&url.scheme()) => {
                let message = format!("endpoints[{index}].url has unsupported scheme: {:?}", url.scheme());
                wrong.at(format!("endpoints[{index}].url"), message);
            }
            Some(_) => {}
        }
    }
}

fn auth(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    let word = document.has(keys!("username"));
    let (auth, token) = (document.has(keys!("auth")), document.has(keys!("identityToken")));
    if word && token {
        let message = "only one of username/password or identityToken authentication can be specified";
        wrong.at("identityToken", message);
    }
    if auth && (word || token) {
        let message = "only one of auth, username/password or identityToken authentication can be specified";
        wrong.at("auth", message);
    }
}

fn tls(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    let authority = document.text(keys!("ca"));
    if !authority.is_empty() && certificate(authority).is_some() {
        wrong.at("ca", "ca must be a valid PEM-encoded certificate");
    }
    let client = document.get(keys!("clientIdentity"));
    if client.is_set() && wrong.minor >= Minor::V1_14 {
        wrong.identity(client, "clientIdentity", "client identity");
    } else if client.is_set() {
        let cert = certificate(client.text(keys!("cert"))).map(|_| ("cert", "certificate"));
        let key = private_key(client.text(keys!("key"))).map(|_| ("key", "key"));
        for (key, name) in cert.into_iter().chain(key) {
            let message = format!("client identity {name} is invalid: failed to parse PEM block");
            wrong.at(format!("clientIdentity.{key}"), message);
        }
    }
}

/// The name under which Talos itself writes what older configurations customize.
const LEGACY: &str = "customization";

fn customization(document: View<'_>, wrong: &mut Wrong) {
    let name = document.text(keys!("name"));
    if let Err(cause) = qualified_name(name) {
        wrong.at("name", format!("invalid name: {cause}"));
    }
    if name == LEGACY {
        wrong.at("name", format!("name {name:?} is reserved for the legacy CRI customization"));
    }
}
