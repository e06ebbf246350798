//! CIL0122 duration-invalid.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::go_duration;
use crate::values::encryption::EncryptionType;
use crate::values::load_balancer::L7Backend;

/// Durations are written as Go reads them.
pub(super) static RULE: Rule = Rule {
    code: "CIL0122",
    name: "duration-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Durations are written as Go reads them.",
    why: "The chart does not render, or the agent dies while it reads its settings.",
    bad: "\
l2announcements: {leaseDuration: \"15\"}
",
    good: "\
l2announcements: {leaseDuration: 15s}
",
    source: "cilium/cilium, chart, templates/_helpers.tpl; Go, time.ParseDuration",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for path in DURATIONS {
        let Some(text) = subject.declared_text(path) else { continue };
        if let (false, Err(error)) = (text.is_empty(), go_duration::parse(&text)) {
            let is_read = subject.has_config_map() && is_read_by_templates(subject, path);
            let message = format!("`{path}` is `{text}`, and {error}");
            subject
                .report(&RULE, path, message)
                .upstream_if(is_read && error.in_go(&text).is_some(), error.in_go(&text).unwrap_or_default())
                .help_with("write a number with a unit, such as `30s` or `1h30m`");
        }
    }
}

/// Whether the templates parse the duration, and not only the agent.
fn is_read_by_templates(subject: &Subject<'_>, path: &str) -> bool {
    let values = subject.effective;
    let cilium = subject.cilium;
    match path {
        "authentication.mutual.connectTimeout" => {
            values.authentication.enabled.is_true() && values.authentication.mutual.spire.enabled.is_true()
        }
        "authentication.gcInterval"
        | "bpf.monitorInterval"
        | "conntrackGCInterval"
        | "conntrackGCMaxInterval"
        | "crdWaitTimeout"
        | "identityChangeGracePeriod"
        | "ipam.ciliumNodeUpdateRate"
        | "operator.endpointGCInterval"
        | "operator.identityGCInterval"
        | "operator.identityHeartbeatTimeout"
        | "operator.nodeGCInterval" => true,
        "encryption.ipsec.keyRotationDuration" => {
            values.encryption.enabled.is_true()
                && values.encryption.type_.value() == Some(EncryptionType::Ipsec)
        }
        "envoyConfig.retryInterval" => {
            values.envoy_config.enabled.is_true()
                || values.ingress_controller.enabled.is_true()
                || values.gateway_api.enabled.is_true()
                || values.load_balancer.l7.backend.value() == Some(L7Backend::Envoy)
        }
        "hubble.export.aggregationInterval" => {
            cilium.is_at_least(19)
                && values.hubble.enabled.is_true()
                && values.hubble.export.static_.enabled.is_true()
        }
        "hubble.lostEventSendInterval" => cilium.is_at_least(19) && values.hubble.enabled.is_true(),
        "l2NeighDiscovery.refreshPeriod" => !cilium.is_at_least(18),
        _ => false,
    }
}

/// Keys whose text must be a duration.
const DURATIONS: &[&str] = &[
    "authentication.gcInterval",
    "authentication.mutual.connectTimeout",
    "authentication.mutual.spire.connectionTimeout",
    "bpf.monitorInterval",
    "clustermesh.cacheTTL",
    "conntrackGCInterval",
    "conntrackGCMaxInterval",
    "crdWaitTimeout",
    "debug.metricsSamplingInterval",
    "dnsProxy.idleConnectionGracePeriod",
    "dnsProxy.proxyResponseMaxDelay",
    "egressGateway.reconciliationTriggerInterval",
    "encryption.ipsec.keyRotationDuration",
    "encryption.wireguard.persistentKeepalive",
    "eni.gcInterval",
    "envoy.policyRestoreTimeoutDuration",
    "envoyConfig.retryInterval",
    "hubble.dropEventEmitter.interval",
    "hubble.export.aggregationInterval",
    "hubble.export.static.aggregationInterval",
    "hubble.lostEventSendInterval",
    "hubble.relay.dialTimeout",
    "hubble.relay.retryTimeout",
    "hubble.relay.sortBufferDrainTimeout",
    "identityChangeGracePeriod",
    "ipam.ciliumNodeUpdateRate",
    "iptablesLockTimeout",
    "l2NeighDiscovery.refreshPeriod",
    "l2announcements.leaseDuration",
    "l2announcements.leaseRenewDeadline",
    "l2announcements.leaseRetryPeriod",
    "loadBalancer.reflectorWaitTime",
    "nat.mapStatsInterval",
    "operator.endpointGCInterval",
    "operator.identityGCInterval",
    "operator.identityHeartbeatTimeout",
    "operator.nodeGCInterval",
];
