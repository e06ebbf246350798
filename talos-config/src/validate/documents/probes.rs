//! Probes of the network: `types/network`.

use super::Wrong;
use crate::scalar::Duration;
use crate::validate::{View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    let timeout = match kind {
        "TCPProbeConfig" => {
            wrong.need(document, "name", "probe name is required");
            wrong.need(document, "endpoint", "TCP probe endpoint is required");
            "TCP probe timeout"
        }
        "HTTPProbeConfig" => {
            wrong.need(document, "name", "probe name is required");
            http(document, wrong);
            "HTTP probe timeout"
        }
        _ => return,
    };
    for (key, name) in [("timeout", timeout), ("interval", "probe interval")] {
        let time = i64::try_from(document.number(key)).unwrap_or_default();
        if time < 0 {
            wrong.at(key, format!("{name} cannot be negative: {}", Duration::from_nanos(time)));
        }
    }
    let threshold = document.number(keys!("failureThreshold"));
    if threshold < 0 {
        let message = format!("probe failure threshold cannot be negative: {threshold}");
        wrong.at("failureThreshold", message);
    }
}

fn http(document: View<'_>, wrong: &mut Wrong) {
    match document.url(keys!("url")) {
        None => wrong.at("url", "HTTP probe URL is required"),
        Some(url) if !["http", "https"].contains(&url.scheme()) => {
            let message = format!("HTTP probe URL scheme must be http or https, got {:?}", url.scheme());
            wrong.at("url", message);
        }
        Some(url) if url.host().is_empty() => {
            wrong.at("url", "HTTP probe URL must be an absolute http or https URL with a non-empty host");
        }
        Some(_) => {}
    }
}
