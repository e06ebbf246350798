//! OMN0107 template-file.

use manifest::{Rule, Severity};

/// Every file that a template names can be read.
pub static TEMPLATE_FILE: Rule = Rule {
    code: "OMN0107",
    name: "template-file",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every file that a template names is there, below the directory of the template.",
    why: "omnictl refuses the template: `failed to access`. Since Omni 1.8 it reads nothing outside of that directory.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
patches:
  - file: ../patches/sysctls.yaml
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
    source: "`client/pkg/template/internal/models/models.go`, `--allowed-dir`",
};
