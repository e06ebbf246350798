//! TAL0105 document-duplicated.

use manifest::{Rule, Severity};

/// A document stands once in the stream.
pub static DOCUMENT_DUPLICATED: Rule = Rule {
    code: "TAL0105",
    name: "document-duplicated",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two documents have the same kind and name. Patches may hold a document twice since 1.14.",
    why: "Talos refuses the whole configuration: it cannot tell which one counts.",
    bad: "\
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
---
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
mtu: 9000
",
    good: "\
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
mtu: 9000
",
    source: "siderolabs/talos, `configloader/internal/decoder/decoder.go, container/container.go`",
};
