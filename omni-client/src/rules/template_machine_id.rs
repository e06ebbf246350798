//! OMN0108 template-machine-id.

use manifest::{Rule, Severity};

/// Machines are named by their UUID.
pub static TEMPLATE_MACHINE_ID: Rule = Rule {
    code: "OMN0108",
    name: "template-machine-id",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every machine in a template is named by a UUID.",
    why: "The id is all that Omni knows a machine by. omnictl refuses anything else: `invalid machine ID`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [mini-1]
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
    source: "`client/pkg/template/internal/models/machine.go`",
};
