//! OMN0106 template-text.

use manifest::{Rule, Severity};

/// A text comes from a file or from the template, not from both.
pub static TEMPLATE_TEXT: Rule = Rule {
    code: "OMN0106",
    name: "template-text",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A patch or manifest has either `file` or `inline`, a health check either `file` or `job`.",
    why: "omnictl refuses the template: `path and inline are mutually exclusive`, `path or inline is required`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
patches:
  - name: sysctls
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    good: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
patches:
  - name: sysctls
    inline: {machine: {sysctls: {a: b}}}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    source: "`client/pkg/template/internal/models/patch.go`",
};
