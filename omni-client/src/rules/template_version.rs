//! OMN0104 template-version.

use manifest::{Rule, Severity};

/// Versions of a template are versions, and that of Talos begins with a `v`.
pub static TEMPLATE_VERSION: Rule = Rule {
    code: "OMN0104",
    name: "template-version",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The versions of Kubernetes and Talos are given and can be read, and that of Talos begins with `v`.",
    why: "omnictl refuses the template: `version should start with 'v'`, `version should be in semver format`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: 1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
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
    source: "`client/pkg/omni/resources/omni/cluster.go`",
};
