//! YML0008 excessive-aliasing.

use crate::rule::{Rule, Severity};

/// Aliases do not blow a short text up into a huge document.
pub static EXCESSIVE_ALIASING: Rule = Rule {
    code: "YML0008",
    name: "excessive-aliasing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Aliases do not blow a short text up into a huge document.",
    why: "A few hundred bytes can expand to gigabytes; Go's reader refuses them by the same measure.",
    bad: "\
name: frank
tree:
  a: &a [x, x, x, x, x, x, x, x, x]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
  f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
  g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
  h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]
  i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h]
",
    good: "\
name: frank
tree:
  a: &a [x, x]
  b: *a
",
    source: "go.yaml.in/yaml/v4, `decode.go`, `allowedAliasRatio`",
};
