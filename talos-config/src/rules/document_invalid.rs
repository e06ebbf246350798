//! TAL0228 document-invalid.

use manifest::{Rule, Severity};

/// A document has what its kind needs, and its values fit together.
pub static DOCUMENT_INVALID: Rule = Rule {
    code: "TAL0228",
    name: "document-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A document has what its kind needs, and its values fit together.",
    why: "Talos refuses the configuration.",
    bad: "\
apiVersion: v1alpha1
kind: VLANConfig
name: eth0.5
vlanID: 5
",
    good: "\
apiVersion: v1alpha1
kind: VLANConfig
name: eth0.5
vlanID: 5
parent: eth0
",
    source: "siderolabs/talos, `types`",
};
