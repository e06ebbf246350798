//! OMN0314 health-check-job.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use super::user_text;
use crate::go::quoted;
use crate::resource::{AnyResource, ProtoDuration};

/// A health check has a job and a rhythm that Omni takes.
pub static HEALTH_CHECK: Rule = Rule {
    code: "OMN0314",
    name: "health-check-job",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A health check has a job, an id that a Kubernetes job can be named after, and an interval of at least 5 seconds if it has one.",
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
    if let Some(problem) = name_problem(check.id()) {
        let place = Place::value(FieldPath::root().keys("metadata.id"));
        let help = "name it with small letters, digits, dashes and dots";
        findings.push(Finding::new(&HEALTH_CHECK, place, problem).help(help));
    }
    let interval = check.spec.interval.unwrap_or_default();
    if interval > ProtoDuration::default() && interval.seconds < MIN_SECONDS {
        let place = Place::value(spec.key("interval"));
        let message = "healthcheck interval must be at least 5s";
        findings.push(
            Finding::new(&HEALTH_CHECK, place, message).help("make it longer, or leave it out for 30s"),
        );
    }
    findings
}

/// What Omni says of an id that it cannot name the Kubernetes job after.
fn name_problem(id: &str) -> Option<String> {
    let name = format!("{RUNNER}{id}");
    let reason = if name.len() > MAX_NAME {
        format!("must be no more than {MAX_NAME} bytes")
    } else if name.split('.').all(user_text::is_dns_label) {
        return None;
    } else {
        "it is not a DNS-1123 subdomain".to_owned()
    };
    let (id, name) = (quoted(id), quoted(&name));
    Some(format!("healthcheck ID {id} cannot be used to build the runner name {name}: {reason}"))
}

/// What the name of the job begins with: `HealthCheckRunnerNamePrefix`.
const RUNNER: &str = "omni-healthcheck-";
const MAX_NAME: usize = 253;
