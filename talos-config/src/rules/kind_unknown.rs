//! TAL0104 kind-unknown.

use manifest::{Rule, Severity};

/// The kind is one that this Talos knows.
pub static KIND_UNKNOWN: Rule = Rule {
    code: "TAL0104",
    name: "kind-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Kind and version are registered in the declared minor of Talos; all kinds but the oldest have the version `v1alpha1`.",
    why: "Talos refuses the whole configuration, not only the document.",
    bad: "\
apiVersion: v1alpha1
kind: LinkConfgi
name: eth0
",
    good: "\
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
",
    source: "siderolabs/talos, `configloader/internal/registry/registry.go`",
};
