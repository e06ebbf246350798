//! OMN0112 template-machine-class.

use manifest::{Rule, Severity};

/// A machine class chooses the machines alone.
pub static TEMPLATE_MACHINE_CLASS: Rule = Rule {
    code: "OMN0112",
    name: "template-machine-class",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A set with a machine class lists no machines, and no kernel arguments are given for it or for the whole cluster.",
    why: "Kernel arguments are kept machine by machine, and nobody knows beforehand which machines a class brings. omnictl refuses the template: `machine set can not have both machines and machine class defined`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
---
kind: Workers
machineClass: {name: big, size: 3}
machines: [03ff0210-04e0-05b0-ab06-300700080009]
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
kind: Workers
machineClass: {name: big, size: 3}
",
    source: "`client/pkg/template/internal/models/machineset.go`",
};
