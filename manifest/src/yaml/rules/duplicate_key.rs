//! YML0002 duplicate-key.

use crate::rule::{Rule, Severity};

/// No mapping holds a key twice.
pub static DUPLICATE_KEY: Rule = Rule {
    code: "YML0002",
    name: "duplicate-key",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No mapping holds a key twice. Quotes make no difference: `1` and `'1'` are one key.",
    why: "Some readers keep the first value, some the last, Go's refuse the file. Whatever was meant, half of it is lost.",
    bad: "\
name: frank
name: fritz
",
    good: "name: frank\n",
    source: "go.yaml.in/yaml/v4, `decode.go`",
};
