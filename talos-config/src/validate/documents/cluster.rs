//! Discovery: `types/cluster`.

use super::Wrong;
use crate::scalar::Base64;
use crate::validate::devices::wireguard_key_length;
use crate::validate::{View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "DiscoveryIdentityConfig" => wrong.in_turn(identity(document)),
        "DiscoveryServiceConfig" => wrong.in_turn(service(document)),
        _ => {}
    }
}

/// A key, and what is wrong with its value.
type Problem = Option<(&'static str, String)>;

fn identity(document: View<'_>) -> impl Iterator<Item = (&'static str, String)> {
    let missing =
        (!document.has(keys!("clusterID"))).then(|| ("clusterID", "clusterID is required".to_owned()));
    missing.into_iter().chain(secret(document.text(keys!("clusterSecret"))))
}

fn secret(secret: &str) -> Problem {
    // Upstream shows the secret; we do not.
    let masked = manifest::MASK;
    let message = match (secret.parse::<Base64>(), wireguard_key_length(secret)) {
        _ if secret.is_empty() => "clusterSecret is required".to_owned(),
        (Err(error), _) => format!("invalid clusterSecret: failed to decode from base64: {masked}; {error}"),
        (Ok(_), Some(32)) => return None,
        (Ok(_), length) => {
            format!("invalid clusterSecret: expected 32 bytes, got {}: {masked}", length.unwrap_or_default())
        }
    };
    Some(("clusterSecret", message))
}

fn service(document: View<'_>) -> impl Iterator<Item = (&'static str, String)> {
    let missing = (!document.has(keys!("name"))).then(|| ("name", "name is required".to_owned()));
    missing.into_iter().chain(service_endpoint(document))
}

fn service_endpoint(document: View<'_>) -> Problem {
    let message = match document.url(keys!("endpoint")) {
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
