//! CIL0704 default-changed.

use manifest::{Rule, Severity};

/// The chart's own value of a key that is not set stays what it was.
pub(in crate::chart) static DEFAULT_CHANGED: Rule = Rule {
    code: "CIL0704",
    name: "default-changed",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "The chart's own value of a key that is not set is the same in both versions. Images are left out: they change \
             with every one.",
    why: "What runs changes although no file did. Set the key to keep what it was.",
    bad: "{}\n",
    good: "",
    source: "cilium/cilium, install/kubernetes/cilium/values.yaml of both versions",
};
