//! CIL0702 key-removed.

use manifest::{Rule, Severity};

/// A key that is set is read by the new chart.
pub(in crate::chart) static KEY_REMOVED: Rule = Rule {
    code: "CIL0702",
    name: "key-removed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A key that is set is read by the chart of the new version.",
    why: "What the key switched is gone or has become fixed. Helm says nothing about it.",
    bad: "hubble: {redact: {kafka: {apiKey: true}}}\n",
    good: "hubble: {redact: {enabled: true}}\n",
    source: "cilium/cilium, install/kubernetes/cilium/values.yaml of both versions; documentation, upgrade notes",
};
