//! CLU1102 kubeconfig-token-ends.

use manifest::yaml::Node;
use manifest::{Finding, Rule, Severity, Source};

use super::{decode, end, member, place};
use crate::waiver::Date;

/// The frame of the examples: a configuration of a client with a token.
macro_rules! kubeconfig {
    ($token:literal) => {
        concat!(
            "### kubeconfig.yaml\napiVersion: v1\nkind: Config\nclusters: []\nusers:\n  - name: ci\n    user: {token: ",
            $token,
            "}\n"
        )
    };
}

/// The token of a kubeconfig holds for another 30 days.
pub(super) static RULE: Rule = Rule {
    code: "CLU1102",
    name: "kubeconfig-token-ends",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The token of a kubeconfig holds for another 30 days.",
    why: "After its last day the API server answers every request with 401, from every client that uses the file.",
    bad: kubeconfig!("eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE2MDk0NTkyMDB9.c2ln"),
    good: kubeconfig!("eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjQwNzA5MDg4MDB9.c2ln"),
    source: "derio-net/frank, docs/runbooks/frank-gotchas/omni.md; RFC 7519, 4.1.4",
};

pub(super) fn check(source: &Source, config: &Node, today: Date, findings: &mut Vec<Finding>) {
    for user in config.get("users").and_then(Node::as_sequence).unwrap_or_default() {
        let Some(node) = user.get("user").and_then(|user| user.get("token")) else { continue };
        let Some(how) = node.as_text().and_then(expiry).and_then(|seconds| end(seconds, today)) else {
            continue;
        };
        let name = user.get("name").and_then(Node::as_text).unwrap_or_default();
        findings.push(
            Finding::new(&RULE, place(source, node), format!("the token of `{name}` {how}"))
                .help("make another one with `omnictl kubeconfig --service-account`"),
        );
    }
}

/// When a JSON web token ends, in seconds since 1970; absent if it does not say, or is no such token.
fn expiry(token: &str) -> Option<u64> {
    let mut parts = token.split('.');
    let payload = parts.nth(1)?;
    member(&decode(payload)?, "exp")?.parse().ok()
}
