//! CIL0701 key-renamed.

use manifest::{Rule, Severity};

/// A key that is set has the name under which the new chart reads it.
pub(in crate::chart) static KEY_RENAMED: Rule = Rule {
    code: "CIL0701",
    name: "key-renamed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A key that is set has the name under which the chart of the new version reads it.",
    why: "Helm hands the old key on, and no template reads it: the setting is lost with the upgrade, or the chart refuses \
          to render.",
    bad: "encryption: {strictMode: {enabled: true, egress: {enabled: true}}}\n",
    good: "encryption: {strictMode: {egress: {enabled: true}}}\n",
    source: "cilium/cilium, install/kubernetes/cilium/values.yaml of both versions; documentation, upgrade notes",
};
