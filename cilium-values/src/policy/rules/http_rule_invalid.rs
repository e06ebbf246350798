//! CIL0512 http-rule-invalid.

use manifest::{Rule, Severity};

use crate::go_regex::{self, Refused};
use crate::policy::Subject;

/// Paths and methods are regular expressions, and headers have a name.
pub(super) static RULE: Rule = Rule {
    code: "CIL0512",
    name: "http-rule-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Paths and methods are regular expressions, and headers have a name.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: '/(a'}]}}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: '/(a)'}]}}]}]}
",
    source: "cilium/cilium, pkg/policy/api/http.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic().into_iter().filter(|traffic| !traffic.is_denied) {
        let entries = traffic.part.items("toPorts").filter_map(|entry| entry.get("rules"));
        for request in entries.flat_map(|rules| rules.items("http")) {
            for key in ["path", "method"] {
                let pattern = request.text(key);
                if is_refused_by_go(pattern) {
                    subject
                        .report(
                            &RULE,
                            request.path.clone().key(key),
                            format!("`{pattern}` is no regular expression"),
                        )
                        .upstream(format!("{}error parsing regexp", traffic.prefix))
                        .help_with("write `.*` for anything, and a backslash before what is meant literally");
                }
            }
            for header in request.items("headerMatches") {
                let action = header.text("mismatch");
                let has_bare_secret =
                    header.get("secret").is_some_and(|secret| secret.text("name").is_empty());
                let words = if header.text("name").is_empty() {
                    "Header name missing".to_owned()
                } else if !matches!(action, "" | "LOG" | "ADD" | "DELETE" | "REPLACE") {
                    format!("Invalid header action: {action}")
                } else if has_bare_secret {
                    "Secret name missing".to_owned()
                } else {
                    continue;
                };
                subject
                    .report(&RULE, header.path, "what is to be done with the header cannot be read")
                    .upstream(format!("{}{words}", traffic.prefix))
                    .help_with(
                        "give `name`, `mismatch` (LOG, ADD, DELETE, REPLACE) and the name of the Secret",
                    );
            }
        }
    }
}

/// Whether Go would not compile it; what cannot be decided here counts as taken.
fn is_refused_by_go(pattern: &str) -> bool {
    matches!(go_regex::compile(pattern), Err(Refused::ByGo(_)))
}
