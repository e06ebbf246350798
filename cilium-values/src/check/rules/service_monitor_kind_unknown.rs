//! CIL0102 service-monitor-kind-unknown.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// A `ServiceMonitor` is asked for only where the cluster is said to know the kind.
pub(super) static RULE: Rule = Rule {
    code: "CIL0102",
    name: "service-monitor-kind-unknown",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A `ServiceMonitor` is asked for only where the cluster is said to know the kind.",
    why: "Without a cluster (`helm template`) Helm knows no kinds beyond its own, and the chart does \
          not render; with one it does only where the Prometheus operator is installed.",
    bad: "\
prometheus: {enabled: true, serviceMonitor: {enabled: true}}
",
    good: "\
prometheus: {enabled: true, serviceMonitor: {enabled: true, trustCRDsExist: true}}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    if values.prometheus.service_monitor.trust_crds_exist.is_true() {
        return;
    }
    let relay = &values.hubble.relay.prometheus;
    let monitors = [
        ("prometheus", &values.prometheus.enabled, &values.prometheus.service_monitor.enabled),
        (
            "operator.prometheus",
            &values.operator.prometheus.enabled,
            &values.operator.prometheus.service_monitor.enabled,
        ),
        (
            "envoy.prometheus",
            &values.envoy.prometheus.enabled,
            &values.envoy.prometheus.service_monitor.enabled,
        ),
        ("hubble.relay.prometheus", &relay.enabled, &relay.service_monitor.enabled),
    ];
    let wanted: Vec<&str> = monitors
        .iter()
        .filter(|(_, on, monitor)| on.is_true() && monitor.is_true())
        .map(|(path, ..)| *path)
        .collect();
    for path in wanted {
        let message = "the chart refuses a `ServiceMonitor` unless it sees that the cluster knows the kind";
        let place = format!("{path}.serviceMonitor.enabled");
        subject.report(&RULE, &place, message).upstream(UPSTREAM).help_with(
            "install the Prometheus operator and set `prometheus.serviceMonitor.trustCRDsExist: true`",
        );
    }
}

const UPSTREAM: &str = "Service Monitor requires monitoring.coreos.com/v1 CRDs. Please refer to \
    https://github.com/prometheus-operator/prometheus-operator/blob/main/example/prometheus-operator-crd/\
    monitoring.coreos.com_servicemonitors.yaml or set .Values.prometheus.serviceMonitor.trustCRDsExist=true";
