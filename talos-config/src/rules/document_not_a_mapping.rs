//! TAL0101 document-not-a-mapping.

use manifest::{Rule, Severity};

/// Every document of the stream is a mapping.
pub static DOCUMENT_NOT_A_MAPPING: Rule = Rule {
    code: "TAL0101",
    name: "document-not-a-mapping",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every document of the stream is a mapping; since Talos 1.12 a document that says nothing is passed over.",
    why: "Talos refuses the whole configuration.",
    bad: "\
- machine
",
    good: "\
machine:
  type: worker
",
    source: "siderolabs/talos, `configloader/internal/decoder/decoder.go`",
};
