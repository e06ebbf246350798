//! OMN0111 template-misplaced.

use manifest::{Rule, Severity};

/// Fields of a set stand where they mean something.
pub static TEMPLATE_MISPLACED: Rule = Rule {
    code: "OMN0111",
    name: "template-misplaced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The control plane has no name and no strategy for configuration changes or removals, and workers have no `bootstrapSpec`.",
    why: "omnictl refuses the template: `updateStrategy is not allowed in the controlplane`, `bootstrapSpec is not allowed in workers`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
updateStrategy: {rolling: {maxParallelism: 3}}
",
    good: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
upgradeStrategy: {rolling: {maxParallelism: 1}}
",
    source: "`client/pkg/template/internal/models/controlplane.go`, `workers.go`",
};
