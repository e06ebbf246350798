//! CLU0417 l2-lease-budget.

use cilium_values::l2::LeaseBudget;
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// One agent may send the requests that it needs to keep the leases of all services.
pub(super) static RULE: Rule = Rule {
    code: "CLU0417",
    name: "l2-lease-budget",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "One agent may send the requests that it needs to keep the leases of all services.",
    why: "Each announced service is a lease that is renewed all the time. An agent that is throttled loses leases: addresses move between machines, and connections break.",
    bad: "\
cilium:
  values: {k8sClientRateLimit: {qps: 1, burst: 2}, l2announcements: {leaseRenewDeadline: 3s, leaseRetryPeriod: 1s}}
  expose:
    one: {selector: {app: one}, ports: [{name: http, port: 80}]}
    two: {selector: {app: two}, ports: [{name: http, port: 80}]}
    three: {selector: {app: three}, ports: [{name: http, port: 80}]}
",
    good: "\
cilium:
  values: {k8sClientRateLimit: {qps: 10, burst: 20}}
",
    source: "cilium/cilium issues 26586, 30841; Cilium documentation, L2 announcements",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    let announced = cilium.services.iter().filter(|service| cilium.announced_by(service).next().is_some());
    let announced = u32::try_from(announced.count()).unwrap_or(u32::MAX);
    let budget = LeaseBudget::new(&cilium.values, &estate.versions.cilium_or_newest());
    if let Some((message, help)) = budget.shortage(announced) {
        findings.push(Finding::new(&RULE, cilium.value_place("k8sClientRateLimit.qps"), message).help(help));
    }
}
