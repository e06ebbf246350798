//! CIL0122 duration-invalid.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::go_duration;

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
            let message = format!("`{path}` is `{text}`, and {error}");
            subject
                .report(&RULE, path, message)
                .help_with("write a number with a unit, such as `30s` or `1h30m`");
        }
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
