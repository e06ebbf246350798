//! TAL0102 kind-missing.

use manifest::{Rule, Severity};

/// A document says what kind it is.
pub static KIND_MISSING: Rule = Rule {
    code: "TAL0102",
    name: "kind-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A document has `kind`, or one of the keys `machine`, `cluster`, `debug`, `persist` that only the v1alpha1 document has.",
    why: "Talos cannot tell what the document means and refuses the whole configuration.",
    bad: "\
apiVersion: v1
name: eth0
",
    good: "\
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
",
    source: "siderolabs/talos, `configloader/internal/decoder/decoder.go`",
};
