//! OMN0102 template-incomplete.

use manifest::{Rule, Severity};

/// A template has one cluster and one control plane.
pub static TEMPLATE_INCOMPLETE: Rule = Rule {
    code: "OMN0102",
    name: "template-incomplete",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A template has exactly one `Cluster` and exactly one `ControlPlane` document.",
    why: "omnictl refuses it: `template should contain 1 controlplane, got 0`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
",
    good: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    source: "`client/pkg/template/internal/models/list.go`",
};
