//! OMN0110 template-duplicate.

use manifest::{Rule, Severity};

/// No two parts of a template make the same resource.
pub static TEMPLATE_DUPLICATE: Rule = Rule {
    code: "OMN0110",
    name: "template-duplicate",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two sets of workers, manifests or health checks have the same name, and no two parts of a template make a resource of the same type and id.",
    why: "The second one would take the place of the first. omnictl refuses the template: `duplicate workers with name`, `resource ID duplicate`.",
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
---
kind: Workers
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
---
kind: Workers
name: gpu
",
    source: "`client/pkg/template/internal/models/list.go`",
};
