//! CIL0214 burst-below-rate.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// As many requests may come at once as in a second.
pub(super) static RULE: Rule = Rule {
    code: "CIL0214",
    name: "burst-below-rate",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "As many requests may come at once as in a second.",
    why: "A burst below the rate makes the rate useless: the agent is throttled, and loses the leases \
          of services that it announces.",
    bad: "\
k8sClientRateLimit: {qps: 50, burst: 20}
",
    good: "\
k8sClientRateLimit: {qps: 50, burst: 100}
",
    source: "Kubernetes, client-go, util/flowcontrol",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let limit = &subject.effective.k8s_client_rate_limit;
    let (rate, burst) = subject.cilium.default_client_rate();
    let rate = limit.qps.value().unwrap_or(rate.into());
    let burst = limit.burst.value().unwrap_or(burst.into());
    let operator = (limit.operator.qps.value().unwrap_or(100), limit.operator.burst.value().unwrap_or(200));
    for (path, rate, burst) in
        [("k8sClientRateLimit", rate, burst), ("k8sClientRateLimit.operator", operator.0, operator.1)]
    {
        if burst < rate {
            let message = format!("`{path}.burst` is {burst}, below the rate of {rate}");
            subject
                .report(&RULE, &format!("{path}.burst"), message)
                .help_with(format!("set it to {}", rate * 2));
        }
    }
}
