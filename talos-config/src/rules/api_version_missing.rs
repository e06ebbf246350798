//! TAL0103 api-version-missing.

use manifest::{Rule, Severity};

/// A document with a kind has its version.
pub static API_VERSION_MISSING: Rule = Rule {
    code: "TAL0103",
    name: "api-version-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A document with `kind` has `apiVersion` too.",
    why: "Talos looks documents up by kind and version and refuses the whole configuration.",
    bad: "\
kind: LinkConfig
name: eth0
",
    good: "\
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
",
    source: "siderolabs/talos, `configloader/internal/decoder/decoder.go`",
};
