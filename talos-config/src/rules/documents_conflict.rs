//! TAL0106 documents-conflict.

use manifest::{Rule, Severity};

/// Two documents do not configure the same thing.
pub static DOCUMENTS_CONFLICT: Rule = Rule {
    code: "TAL0106",
    name: "documents-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Documents of different kinds that make the same thing have different names: links since 1.12, user and existing volumes since 1.11, shared addresses since 1.12.",
    why: "Talos refuses the whole configuration: both documents claim the same link, volume or address.",
    bad: "\
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
---
apiVersion: v1alpha1
kind: DummyLinkConfig
name: eth0
",
    good: "\
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
---
apiVersion: v1alpha1
kind: DummyLinkConfig
name: dummy0
",
    source: "siderolabs/talos, `container/container.go`",
};
