//! CLU0713 no-break-glass.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::estate::Estate;
use crate::spec::Through;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0713",
    name: "no-break-glass",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "Where a spec declares the ways in to the cluster (`access`), one of them does not go through Omni, and it is \
             said where its file is kept. A spec that declares none is not asked.",
    why: "kubectl and talosctl go through Omni unless somebody has kept another file: when the machine that Omni runs on \
          dies, the cluster works on and nobody can reach it. The file is made by Omni, so afterwards it is too late.",
    bad: "access:
  daily: {through: omni}
",
    good: "access:
  daily: {through: omni}
  emergency: {through: kubernetes, kept: 'sealed, in the safe of the office'}
",
    source: "Sidero documentation, Break-glass emergency access; derio-net/frank, agents/rules/omni.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let direct = || estate.access.iter().filter(|(_, way)| way.through != Through::Omni);
    if estate.access.is_empty() || direct().any(|(_, way)| way.kept.is_some()) {
        return;
    }
    let path = FieldPath::root().key("access");
    findings.push(match direct().next() {
        Some((name, _)) => {
            let message = format!("nothing says where the file of the way in `{name}` is kept");
            Finding::new(&RULE, Place::key(path.key(name.as_str())), message).help("add `kept`")
        }
        None => Finding::new(&RULE, Place::key(path), "every way in to the cluster goes through Omni").help(
            "seal what `omnictl kubeconfig --break-glass` writes, keep it where Omni is not needed, and declare it here",
        ),
    });
}
