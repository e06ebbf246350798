//! CIL0511 tls-name-misplaced.

use manifest::{FieldPath, Rule, Severity};

use crate::policy::Subject;
use crate::policy::rules::l7_rule_misplaced::requests;

/// Names of servers and listeners stand where they can be looked at.
pub(super) static RULE: Rule = Rule {
    code: "CIL0511",
    name: "tls-name-misplaced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Names of servers and listeners stand where they can be looked at.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.example], rules: {http: [{}]}}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.example]}]}]}
",
    source: "cilium/cilium, pkg/policy/api/rule_validation.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic().into_iter().filter(|traffic| !traffic.is_denied) {
        for entry in traffic.part.items("toPorts") {
            let has_requests = requests(&entry) > 0;
            let mut refuse = |path: FieldPath, message: &str, words: String, help: &str| {
                subject
                    .report(&RULE, path, message)
                    .upstream(format!("{}{words}", traffic.prefix))
                    .help_with(help);
            };
            let names = entry.path.clone().key("serverNames");
            if entry.count("serverNames") > 0 && has_requests && entry.get("terminatingTLS").is_none() {
                refuse(
                    names,
                    "requests inside of TLS can be read only where TLS ends",
                    "ServerNames are not allowed with L7 rules without TLS termination".to_owned(),
                    "add `terminatingTLS`, or remove `rules`",
                );
            }
            if let Some(name) = entry.items("serverNames").find(|name| name.value.as_str() == Some("")) {
                refuse(
                    name.path,
                    "a name is empty",
                    "empty server name is not allowed".to_owned(),
                    "remove it",
                );
            }
            let Some(listener) = entry.get("listener") else { continue };
            let name = listener.text("name");
            if traffic.is_ingress {
                refuse(
                    listener.path.clone(),
                    "listeners are for traffic on its way out",
                    format!("Listener is not allowed on ingress ({name})"),
                    "remove it",
                );
            }
            if has_requests {
                refuse(
                    listener.path,
                    "a listener of one's own reads requests itself",
                    format!("Listener is not allowed with L7 rules ({name})"),
                    "remove `rules`",
                );
            }
        }
    }
}
