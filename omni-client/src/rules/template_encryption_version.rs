//! OMN0115 template-encryption-version.

use manifest::{Rule, Severity};

/// Encrypted disks want Talos 1.5 or later.
pub static TEMPLATE_ENCRYPTION_VERSION: Rule = Rule {
    code: "OMN0115",
    name: "template-encryption-version",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`features.diskEncryption` is on only with Talos 1.5 or later.",
    why: "Older releases cannot fetch keys from Omni, which refuses the cluster: `disk encryption is supported only for Talos version >= 1.5.0`.",
    bad: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.4.8}
features: {diskEncryption: true}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    good: "\
kind: Cluster
name: frank
kubernetes: {version: v1.35.3}
talos: {version: v1.12.6}
features: {diskEncryption: true}
---
kind: ControlPlane
machines: [ce4d0d52-6c10-bdc9-746c-88aedd67681b]
",
    source: "`client/pkg/omni/resources/omni/cluster.go`",
};
