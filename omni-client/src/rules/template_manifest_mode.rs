//! OMN0114 template-manifest-mode.

use manifest::{Rule, Severity};

/// Manifests say whether they are kept as they are.
pub static TEMPLATE_MANIFEST_MODE: Rule = Rule {
    code: "OMN0114",
    name: "template-manifest-mode",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every entry of `kubernetes.manifests` has a `mode`.",
    why: "There is no default. omnictl refuses the template: `mode is not set`.",
    bad: "\
kind: Cluster
name: frank
kubernetes:
  version: v1.35.3
  manifests:
    - name: settings
      inline: {apiVersion: v1, kind: Namespace, metadata: {name: settings}}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    good: "\
kind: Cluster
name: frank
kubernetes:
  version: v1.35.3
  manifests:
    - name: settings
      mode: full
      inline: {apiVersion: v1, kind: Namespace, metadata: {name: settings}}
talos: {version: v1.12.6}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    source: "`client/pkg/template/internal/models/kubernetes_manifest.go`",
};
