//! YML0006 invalid-value.

use crate::rule::{Rule, Severity};

/// Every value keeps the form that its key demands.
pub static INVALID_VALUE: Rule = Rule {
    code: "YML0006",
    name: "invalid-value",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every value keeps the form that its key demands: an address, a version, a name, one of a few words.",
    why: "The value cannot mean anything, and the system that reads it last says so latest.",
    bad: "\
name: frank
mode: fasst
",
    good: "\
name: frank
mode: fast
",
    source: "the type of the key, which names its own source",
};
