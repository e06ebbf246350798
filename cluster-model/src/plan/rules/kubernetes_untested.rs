//! CLU0907 kubernetes-untested.

use manifest::{Finding, Rule, Severity};

use super::Facts;

/// A change does not leave the versions of Kubernetes that Cilium was tested with.
pub(super) static RULE: Rule = Rule {
    code: "CLU0907",
    name: "kubernetes-untested",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A change does not leave the versions of Kubernetes that Cilium was tested with. A cluster that is outside of them already may stay there.",
    why: "Nobody has tried the pair: it mostly works, and where it does not, the network of every machine is gone at once.",
    bad: "\
old: {versions: {kubernetes: 1.32.0}}
new: {versions: {kubernetes: 1.33.0}}
",
    good: "\
old: {versions: {kubernetes: 1.31.0}}
new: {versions: {kubernetes: 1.32.0}}
",
    source: "Cilium documentation, network/kubernetes/compatibility, of each minor; xunholy/k8s-gitops pull request 4209",
};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some((old, new)) = facts.old.cilium().zip(facts.new.cilium()) else { return };
    if !old.is_covered() || !new.is_covered() {
        return;
    }
    for cluster in facts.new.clusters() {
        let Some((from, to)) = facts.old.kubernetes(cluster).zip(facts.new.kubernetes(cluster)) else {
            continue;
        };
        let (before, after) = (from.version(), to.version());
        if !old.supports_kubernetes(before.major, before.minor)
            || new.supports_kubernetes(after.major, after.minor)
        {
            continue;
        }
        let of_kubernetes = || facts.new.version_place("kubernetes", cluster);
        let place =
            if from == to { facts.new.cilium_place().or_else(of_kubernetes) } else { of_kubernetes() };
        let (first, last) = new.tested_kubernetes();
        let message =
            format!("the change leads to Cilium {new} on Kubernetes {to}, which it was not tested with");
        let help = format!(
            "Cilium 1.{} is tested with Kubernetes 1.{first} to 1.{last}: choose one of them, or change Cilium first",
            new.minor()
        );
        findings.push(Finding::new(&RULE, place.unwrap_or_default(), message).help(help));
    }
}
