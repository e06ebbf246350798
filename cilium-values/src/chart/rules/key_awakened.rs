//! CIL0703 key-awakened.

use manifest::{Rule, Severity};

/// A key that is set had its effect before the upgrade, too.
pub(in crate::chart) static KEY_AWAKENED: Rule = Rule {
    code: "CIL0703",
    name: "key-awakened",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A key that is set was read by the chart of the old version, too.",
    why: "A setting that did nothing for months takes effect in the middle of an upgrade, where nobody looks for it.",
    bad: "preferIpv6: true\n",
    good: "ipv6: {enabled: true}\n",
    source: "cilium/cilium, install/kubernetes/cilium/values.yaml of both versions",
};
