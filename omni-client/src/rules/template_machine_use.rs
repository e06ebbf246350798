//! OMN0109 template-machine-use.

use manifest::{Rule, Severity};

/// Every machine is in one set.
pub static TEMPLATE_MACHINE_USE: Rule = Rule {
    code: "OMN0109",
    name: "template-machine-use",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A machine is listed in one set only; one that has a document is listed in a set; and none of the control plane is locked.",
    why: "A machine can be in one set at a time. omnictl refuses the template: `machine is not used in controlplane or workers`, `machine is locked and used in controlplane`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
---
kind: Machine
name: ce4d0d52-6c10-bdc9-746c-88aedd67681b
locked: true
",
    good: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
---
kind: Machine
name: ce4d0d52-6c10-bdc9-746c-88aedd67681b
",
    source: "`client/pkg/template/internal/models/list.go`",
};
