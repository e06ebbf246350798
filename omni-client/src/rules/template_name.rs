//! OMN0103 template-name.

use manifest::{Rule, Severity};

/// What needs a name has one that Omni can use.
pub static TEMPLATE_NAME: Rule = Rule {
    code: "OMN0103",
    name: "template-name",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The cluster has a name of letters, digits, dashes and underscores; a patch, manifest or health check in the template has a name or an id; no set of workers is called `control-planes`; a machine has its UUID for a name.",
    why: "Names become ids of resources. omnictl refuses the template: `name is required`, `either name or idOverride is required for inline patches`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
patches:
  - inline: {machine: {sysctls: {a: b}}}
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
    source: "`client/pkg/template/internal/models`",
};
