//! TAL0230 document-doubtful.

use manifest::{Rule, Severity};

/// A document says nothing that Talos takes but warns of.
pub static DOCUMENT_DOUBTFUL: Rule = Rule {
    code: "TAL0230",
    name: "document-doubtful",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A document says nothing that Talos takes but warns of.",
    why: "What was meant is probably not what will happen.",
    bad: "\
apiVersion: v1alpha1
kind: ImageVerificationConfig
rules:
  - image: nginx
    skip: true
",
    good: "\
apiVersion: v1alpha1
kind: ImageVerificationConfig
rules:
  - image: docker.io/library/nginx
    skip: true
",
    source: "siderolabs/talos, `types`",
};
