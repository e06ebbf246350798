//! YML0005 missing-key.

use crate::rule::{Rule, Severity};

/// Every key that has no default is there.
pub static MISSING_KEY: Rule = Rule {
    code: "YML0005",
    name: "missing-key",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every key that has no default is there.",
    why: "Without it the document does not say what it is about, so nothing can be made of it.",
    bad: "replicas: 2\n",
    good: "\
name: frank
replicas: 2
",
    source: "the spec's own schema",
};
