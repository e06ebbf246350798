//! CIL0507 entity-unknown.

use manifest::{Rule, Severity, suggest};

use crate::policy::Subject;

/// Entities are words that Cilium knows.
pub(super) static RULE: Rule = Rule {
    code: "CIL0507",
    name: "entity-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Entities are words that Cilium knows.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{fromEntities: [internet]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{fromEntities: [world]}]}
",
    source: "cilium/cilium, pkg/policy/api/entity.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic() {
        let key = if traffic.is_ingress { "fromEntities" } else { "toEntities" };
        for entity in traffic.part.items(key) {
            let word = entity.as_str();
            let is_known =
                ENTITIES.contains(&word) || word == "cluster-mesh" && subject.cilium.is_at_least(20);
            if is_known || entity.value.as_str().is_none() {
                continue;
            }
            let help = match suggest(word, ENTITIES.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("use one of {}", ENTITIES.join(", ")),
            };
            subject
                .report(&RULE, entity.path, format!("`{word}` is no entity"))
                .upstream(format!("{}unsupported entity: {word}", traffic.prefix))
                .help_with(help);
        }
    }
}

/// The words of every minor. The API server takes two of them, `world-ipv4` and `world-ipv6`, in none.
const ENTITIES: &[&str] = &[
    "all",
    "world",
    "world-ipv4",
    "world-ipv6",
    "cluster",
    "host",
    "init",
    "ingress",
    "unmanaged",
    "remote-node",
    "health",
    "none",
    "kube-apiserver",
];
