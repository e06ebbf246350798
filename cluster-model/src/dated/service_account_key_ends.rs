//! CLU1101 service-account-key-ends.

use manifest::yaml::Node;
use manifest::{Finding, Rule, Severity, Source};

use super::{decode, end, key, member, place};
use crate::waiver::Date;

/// The frame of the examples: a secret with a key.
macro_rules! secret {
    ($key:literal) => {
        concat!(
            "### secret.yaml\napiVersion: v1\nkind: Secret\nmetadata: {name: omni, namespace: ci}\nstringData:\n",
            "  OMNI_SERVICE_ACCOUNT_KEY: ",
            $key,
            "\n"
        )
    };
}

/// The key of a service account of Omni holds for another 30 days.
pub(super) static RULE: Rule = Rule {
    code: "CLU1101",
    name: "service-account-key-ends",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The key of a service account of Omni holds for another 30 days.",
    why: "After its last day every request of the automation fails with `invalid signature`, which sounds like anything but a date.",
    bad: secret!(
        "eyJuYW1lIjoiY2kiLCJwZ3Bfa2V5IjoiLS0tLS1CRUdJTiBQR1AgUFJJVkFURSBLRVkgQkxPQ0stLS0tLVxuXG54UVlFWGd2aEFCYkNEQVFURmdnQUJnVUpBZUtGQUE9PVxuLS0tLS1FTkQgUEdQIFBSSVZBVEUgS0VZIEJMT0NLLS0tLS0ifQ=="
    ),
    good: secret!(
        "eyJuYW1lIjoiY2kiLCJwZ3Bfa2V5IjoiLS0tLS1CRUdJTiBQR1AgUFJJVkFURSBLRVkgQkxPQ0stLS0tLVxuXG54UVlFWGd2aEFCYkNEQVFURmdnQUJnVUpsSmxDZ0E9PVxuLS0tLS1FTkQgUEdQIFBSSVZBVEUgS0VZIEJMT0NLLS0tLS0ifQ=="
    ),
    source: "derio-net/frank, docs/runbooks/frank-gotchas/omni.md; RFC 9580, 5.2.3.13",
};

/// The variable that Omni's tools read.
pub(super) const NAME: &str = "OMNI_SERVICE_ACCOUNT_KEY";

pub(super) fn check(source: &Source, secret: &Node, today: Date, findings: &mut Vec<Finding>) {
    for (section, is_packed) in [("stringData", false), ("data", true)] {
        let Some(node) = secret.get(section).and_then(|section| section.get(NAME)) else { continue };
        let Some((name, seconds)) = account(node, is_packed) else { continue };
        let Some(how) = end(seconds, today) else { continue };
        findings.push(
            Finding::new(
                &RULE,
                place(source, node),
                format!("the key of the service account `{name}` {how}"),
            )
            .help(format!("make another one with `omnictl serviceaccount renew {name}`")),
        );
    }
}

/// The name of a service account, and when its key ends.
fn account(node: &Node, is_packed: bool) -> Option<(String, u64)> {
    let text = node.as_text()?;
    let packed = if is_packed { String::from_utf8(decode(text)?).ok()? } else { text.to_owned() };
    let json = decode(&packed)?;
    Some((member(&json, "name")?, key::end(&member(&json, "pgp_key")?)?))
}
