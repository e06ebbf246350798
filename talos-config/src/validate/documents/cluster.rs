//! Discovery: `types/cluster`.

use super::Wrong;
use crate::scalar::Base64;
use crate::validate::View;
use crate::validate::devices::wireguard_key_length;

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "DiscoveryIdentityConfig" => wrong.first(identity(document)),
        "DiscoveryServiceConfig" => wrong.first(service(document)),
        _ => {}
    }
}

fn identity(document: View<'_>) -> Option<(&'static str, String)> {
    if !document.has("clusterID") {
        return Some(("clusterID", "clusterID is required".to_owned()));
    }
    let secret = document.text("clusterSecret");
    if secret.is_empty() {
        return Some(("clusterSecret", "clusterSecret is required".to_owned()));
    }
    // Upstream shows the secret; we do not.
    let masked = manifest::MASK;
    let cause = match secret.parse::<Base64>() {
        Err(error) => format!("failed to decode from base64: {masked}; {error}"),
        Ok(_) => match wireguard_key_length(&secret) {
            Some(32) => return None,
            length => format!("expected 32 bytes, got {}: {masked}", length.unwrap_or_default()),
        },
    };
    Some(("clusterSecret", format!("invalid clusterSecret: {cause}")))
}

fn service(document: View<'_>) -> Option<(&'static str, String)> {
    if !document.has("name") {
        return Some(("name", "name is required".to_owned()));
    }
    let message = match document.url("endpoint") {
        None => "endpoint is required",
        Some(url) if url.scheme().is_empty() => "endpoint scheme is required",
        Some(url) if !["http", "https", "grpc"].contains(&url.scheme()) => {
            "endpoint scheme must be http://, https:// or grpc://"
        }
        Some(url) if url.host().is_empty() => "endpoint host is required",
        Some(_) => return None,
    };
    Some(("endpoint", message.to_owned()))
}
