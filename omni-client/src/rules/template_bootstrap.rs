//! OMN0113 template-bootstrap-incomplete.

use manifest::{Rule, Severity};

/// A cluster that starts from a backup says which.
pub static TEMPLATE_BOOTSTRAP: Rule = Rule {
    code: "OMN0113",
    name: "template-bootstrap-incomplete",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A `bootstrapSpec` has the UUID of the cluster and the name of the snapshot.",
    why: "omnictl refuses the template otherwise: `snapshot is required in bootstrapSpec`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
bootstrapSpec: {clusterUUID: 98d00c6b-fae1-4bf2-afa3-0282ef443f84}
",
    good: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
bootstrapSpec:
  clusterUUID: 98d00c6b-fae1-4bf2-afa3-0282ef443f84
  snapshot: FFFFFFFF9AA169F0.snapshot
",
    source: "`client/pkg/template/internal/models/controlplane.go`",
};
