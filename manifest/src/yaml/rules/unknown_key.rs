//! YML0003 unknown-key.

use crate::rule::{Rule, Severity};

/// Every key is one that the document's type knows.
pub static UNKNOWN_KEY: Rule = Rule {
    code: "YML0003",
    name: "unknown-key",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every key is one that the document's type knows.",
    why: "A misspelt key is a setting that is silently not made, or a file that is refused as a whole.",
    bad: "\
name: frank
replcas: 2
",
    good: "\
name: frank
replicas: 2
",
    source: "siderolabs/gen, `xyaml`; the spec's own schema",
};
