//! OMN0101 template-document.

use manifest::{Rule, Severity};

/// Every document of a template is of a kind that omnictl knows.
pub static TEMPLATE_DOCUMENT: Rule = Rule {
    code: "OMN0101",
    name: "template-document",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A template is a stream of mappings, each with one of the kinds `Cluster`, `ControlPlane`, `Workers` and `Machine`.",
    why: "omnictl refuses the whole template: `unknown model kind`, `kind field not found`, or for an empty document `unexpected node kind 8, expecting mapping`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlanes
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
    source: "`client/pkg/template/template.go`",
};
