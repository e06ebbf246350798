//! OMN0314 health-check-job.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::AnyResource;

/// A health check has a job and a rhythm that Omni takes.
pub static HEALTH_CHECK: Rule = Rule {
    code: "OMN0314",
    name: "health-check-job",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A health check has a job, and an interval of at least 5 seconds if it has one.",
    why: "Omni refuses it: `healthcheck job manifest must be set`, `healthcheck interval must be at least 5s`.",
    bad: "\
metadata:
  namespace: default
  type: KubernetesHealthChecks.omni.sidero.dev
  id: cluster-frank-nodes
  labels:
    omni.sidero.dev/cluster: frank
spec: {job: 'kind: Job', interval: {seconds: 1, nanos: 0}}
",
    good: "\
metadata:
  namespace: default
  type: KubernetesHealthChecks.omni.sidero.dev
  id: cluster-frank-nodes
  labels:
    omni.sidero.dev/cluster: frank
spec: {job: 'kind: Job', interval: {seconds: 10, nanos: 0}}
",
    source: "`internal/backend/runtime/omni/validations/kubernetes_healthcheck.go`",
};

const MIN_SECONDS: i64 = 5;

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::KubernetesHealthCheck(check) = resource else { return Vec::new() };
    let spec = FieldPath::root().key("spec");
    let mut findings = Vec::new();
    if check.spec.job.is_empty() {
        let place = Place::key(spec.clone().key("job"));
        let help = "give a Kubernetes `Job` as text";
        findings.push(Finding::new(&HEALTH_CHECK, place, "healthcheck job manifest must be set").help(help));
    }
    if check.spec.interval.is_some_and(|interval| interval.seconds < MIN_SECONDS) {
        let place = Place::value(spec.key("interval"));
        let message = "healthcheck interval must be at least 5s";
        findings.push(
            Finding::new(&HEALTH_CHECK, place, message).help("make it longer, or leave it out for 30s"),
        );
    }
    findings
}
