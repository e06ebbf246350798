//! CIL0504 peers-combined.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// An entry of a rule names its peers in one way.
pub(super) static RULE: Rule = Rule {
    code: "CIL0504",
    name: "peers-combined",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An entry of a rule names its peers in one way.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toEntities: [world], toCIDR: [10.0.0.0/8]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toEntities: [world]}, {toCIDR: [10.0.0.0/8]}]}
",
    source: "cilium/cilium, pkg/policy/api/rule_validation.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic() {
        let members = match (traffic.is_ingress, traffic.is_denied) {
            (true, _) => FROM,
            (false, false) => TO,
            // Names stand for nothing that could be denied.
            (false, true) => TO.get(1..).unwrap_or_default(),
        };
        let used: Vec<&(&str, &str)> =
            members.iter().filter(|(key, _)| traffic.part.count(key) > 0).collect();
        if let [(first, first_name), (second, second_name), ..] = used.as_slice() {
            subject
                .report(
                    &RULE,
                    traffic.part.path.clone().key(*second),
                    format!("`{first}` and `{second}` stand in one entry"),
                )
                .upstream(format!(
                    "{}combining {first_name} and {second_name} is not supported yet",
                    traffic.prefix
                ))
                .help_with("make two entries of the list: traffic is allowed that fits one of them");
        }
        let has_services = !traffic.is_ingress && traffic.part.count("toServices") > 0;
        if has_services && traffic.part.count("toPorts") > 0 && !subject.cilium.is_at_least(17) {
            subject
                .report(
                    &RULE,
                    traffic.part.path.key("toPorts"),
                    "before 1.17 services are selected with all their ports",
                )
                .upstream(format!("{}combining ToServices and ToPorts is not supported yet", traffic.prefix))
                .help_with("remove `toPorts`, or upgrade to 1.17");
        }
    }
}

/// Ways to name a peer of incoming traffic, with Cilium's own names.
const FROM: &[(&str, &str)] = &[
    ("fromCIDR", "FromCIDR"),
    ("fromCIDRSet", "FromCIDRSet"),
    ("fromEndpoints", "FromEndpoints"),
    ("fromEntities", "FromEntities"),
    ("fromGroups", "FromGroups"),
    ("fromNodes", "FromNodes"),
];

/// The same of outgoing traffic.
const TO: &[(&str, &str)] = &[
    ("toFQDNs", "ToFQDNs"),
    ("toCIDR", "ToCIDR"),
    ("toCIDRSet", "ToCIDRSet"),
    ("toEndpoints", "ToEndpoints"),
    ("toEntities", "ToEntities"),
    ("toGroups", "ToGroups"),
    ("toNodes", "ToNodes"),
    ("toServices", "ToServices"),
];
