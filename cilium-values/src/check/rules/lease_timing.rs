//! CIL0213 lease-timing.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::l2::LeaseBudget;
use std::time::Duration;

/// The lease of announced services outlives its renewal, and the renewal its tries.
pub(super) static RULE: Rule = Rule {
    code: "CIL0213",
    name: "lease-timing",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The lease of announced services outlives its renewal, and the renewal its tries.",
    why: "The agent corrects the times by itself, and says so only in its log: fail-over takes another \
          time than is written.",
    bad: "\
l2announcements: {leaseDuration: 3s, leaseRenewDeadline: 5s}
",
    good: "\
l2announcements: {leaseDuration: 15s, leaseRenewDeadline: 5s}
",
    source: "cilium/cilium, pkg/l2announcer",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let budget = LeaseBudget::new(subject.values, subject.cilium);
    let (path, problem) = if budget.duration < Duration::from_secs(1) {
        ("leaseDuration", "is shorter than a second")
    } else if budget.duration <= budget.renew_deadline {
        ("leaseDuration", "is not longer than `leaseRenewDeadline`")
    } else if budget.renew_deadline <= budget.retry_period.mul_f64(1.2) {
        ("leaseRenewDeadline", "is not longer than 1.2 times `leaseRetryPeriod`")
    } else {
        return;
    };
    let message = format!("`l2announcements.{path}` {problem}");
    subject
        .report(&RULE, &format!("l2announcements.{path}"), message)
        .help_with("keep them as 15s, 5s and 2s are to each other");
}
