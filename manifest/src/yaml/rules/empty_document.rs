//! YML0009 empty-document.

use crate::rule::{Rule, Severity};

/// A document that must say something is not empty.
pub static EMPTY_DOCUMENT: Rule = Rule {
    code: "YML0009",
    name: "empty-document",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A document that must say something is not empty.",
    why: "An empty file is nearly always a failed redirect or a lost edit.",
    bad: "# nothing here\n",
    good: "name: frank\n",
    source: "the spec's own schema",
};
