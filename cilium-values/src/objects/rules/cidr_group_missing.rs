//! CIL0610 cidr-group-missing.

use manifest::{Finding, Rule, Severity};

use super::Subject;
use crate::policy::part::Part;

/// Each group of networks that a policy names is among the objects.
pub(super) static RULE: Rule = Rule {
    code: "CIL0610",
    name: "cidr-group-missing",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Each `cidrGroupRef` of a network policy names a CiliumCIDRGroup that is there.",
    why: "A name that nobody has stands for no network: the rule selects nothing, and nothing says so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: default}
spec: {endpointSelector: {}, ingress: [{fromCIDRSet: [{cidrGroupRef: offices}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: default}
spec: {endpointSelector: {}, ingress: [{fromCIDRSet: [{cidrGroupRef: offices}]}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumCIDRGroup
metadata: {name: offices}
spec: {externalCIDRs: [198.51.100.0/24]}
",
    source: "cilium/cilium, pkg/policy/k8s/cilium_cidr_group.go",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let groups: Vec<&str> = subject
        .of_cilium
        .iter()
        .map(|(object, _)| Part::root(object))
        .filter(|object| object.text("kind") == "CiliumCIDRGroup")
        .filter_map(|object| Some(object.get("metadata")?.text("name")))
        .collect();
    for (object, placing) in subject.of_cilium {
        for entry in super::entries(&Part::root(object), &super::SECTIONS) {
            let sets = ["fromCIDRSet", "toCIDRSet"].iter().flat_map(|key| entry.items(key));
            for reference in sets.filter_map(|set| set.get("cidrGroupRef")) {
                let name = reference.as_str();
                if name.is_empty() || groups.contains(&name) {
                    continue;
                }
                let message = format!("no CiliumCIDRGroup here is named `{name}`: it stands for no network");
                findings.push(
                    Finding::new(&RULE, placing.place(&reference.path), message)
                        .help("add the CiliumCIDRGroup, or name one that there is"),
                );
            }
        }
    }
}
