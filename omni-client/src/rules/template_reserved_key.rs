//! OMN0105 template-reserved-key.

use manifest::{Rule, Severity};

/// Labels and annotations of a template are the user's own.
pub static TEMPLATE_RESERVED_KEY: Rule = Rule {
    code: "OMN0105",
    name: "template-reserved-key",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No label or annotation in a template has a key under `omni.sidero.dev/`.",
    why: "Those keys say what belongs together; omnictl sets them itself and refuses them from users: `prefix \"omni.sidero.dev/\" is reserved for internal use`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
labels: {omni.sidero.dev/role-worker: yes}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    good: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
labels: {example.org/stage: prod}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    source: "`client/pkg/template/internal/models/models.go`",
};
