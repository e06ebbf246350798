//! OMN0320 access-policy.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use super::role;
use crate::go::quoted;
use crate::resource::{AccessPolicy, AnyResource};

/// An access policy says what can be granted, to whom and where.
pub static ACCESS_POLICY: Rule = Rule {
    code: "OMN0320",
    name: "access-policy",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "There is one access policy, `access-policy`; each member of a group is named in one way; rules grant roles that a policy may grant; tests have a name, a user and a cluster.",
    why: "Omni refuses the policy: `access policy ID mismatch`, `access policy user group \"a\" contains an empty user`, `access policy cluster group \"a\" contains a cluster with mutually exclusive fields set`, `role \"Auditor\" cannot be assigned by an access policy`, `unknown role to parse`, `invalid test: name is empty`. Whether the tests pass is left to Omni.",
    bad: "\
metadata:
  namespace: default
  type: AccessPolicies.omni.sidero.dev
  id: access-policy
spec:
  rules:
    - {users: [a@example.org], clusters: [frank], role: Auditor}
",
    good: "\
metadata:
  namespace: default
  type: AccessPolicies.omni.sidero.dev
  id: access-policy
spec:
  rules:
    - {users: [a@example.org], clusters: [frank], role: Operator}
",
    source: "`internal/pkg/auth/accesspolicy/accesspolicy.go`",
};

const ID: &str = "access-policy";

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::AccessPolicy(policy) = resource else { return Vec::new() };
    let mut findings = Vec::new();
    if policy.id() != ID {
        let message =
            format!("access policy ID mismatch: expected {}, got {}", quoted(ID), quoted(policy.id()));
        let place = Place::value(FieldPath::root().keys("metadata.id"));
        findings.push(Finding::new(&ACCESS_POLICY, place, message).help(format!("write `{ID}`")));
    }
    let spec = FieldPath::root().key("spec");
    groups(&policy.spec, &spec, &mut findings);
    for (index, rule) in policy.spec.rules.iter().enumerate().filter(|(_, rule)| !rule.role.is_empty()) {
        let place = Place::value(spec.clone().key("rules").index(index).key("role"));
        findings.extend(
            role::unassignable(&rule.role, "an access policy")
                .map(|message| Finding::new(&ACCESS_POLICY, place, message).help(role::HELP)),
        );
    }
    tests(&policy.spec, &spec, &mut findings);
    findings
}

fn groups(policy: &AccessPolicy, spec: &FieldPath, findings: &mut Vec<Finding>) {
    let mut member = |path: FieldPath, group: String, kind: &str, ways: usize| {
        let message = match ways {
            0 => format!("access policy {group} contains an empty {kind}"),
            1 => return,
            _ => format!("access policy {group} contains a {kind} with mutually exclusive fields set"),
        };
        let help = "name each member in exactly one way";
        findings.push(Finding::new(&ACCESS_POLICY, Place::value(path), message).help(help));
    };
    for (name, group) in &policy.user_groups {
        let path = spec.clone().key("usergroups").key(name).key("users");
        for (index, user) in group.users.iter().enumerate() {
            let ways = [!user.name.is_empty(), !user.pattern.is_empty(), !user.label_selectors.is_empty()];
            let ways = ways.into_iter().filter(|given| *given).count();
            member(path.clone().index(index), format!("user group {}", quoted(name)), "user", ways);
        }
    }
    for (name, group) in &policy.cluster_groups {
        let path = spec.clone().key("clustergroups").key(name).key("clusters");
        for (index, cluster) in group.clusters.iter().enumerate() {
            let ways = usize::from(!cluster.name.is_empty()) + usize::from(!cluster.pattern.is_empty());
            member(path.clone().index(index), format!("cluster group {}", quoted(name)), "cluster", ways);
        }
    }
}

fn tests(policy: &AccessPolicy, spec: &FieldPath, findings: &mut Vec<Finding>) {
    for (index, test) in policy.tests.iter().enumerate() {
        let path = spec.clone().key("tests").index(index);
        let user = test.user.as_ref().map_or("", |user| &user.name);
        let cluster = test.cluster.as_ref().map_or("", |cluster| &cluster.name);
        // Upstream names the test by what is empty.
        for (keys, value, message) in [
            ("name", &*test.name, "invalid test: name is empty"),
            ("cluster.name", cluster, "invalid test \"\": cluster name is empty"),
            ("user.name", user, "invalid test \"\": user name is empty"),
        ] {
            if value.is_empty() {
                let place = Place::key(path.clone().keys(keys));
                findings.push(Finding::new(&ACCESS_POLICY, place, message).help(format!("give `{keys}`")));
            }
        }
    }
}
