//! CLU0315 name-policy-before-proxy.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

pub(super) static RULE: Rule = Rule {
    code: "CLU0315",
    name: "name-policy-before-proxy",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "With Cilium 1.17, no policy names the hosts that pods may reach (`toFQDNs`).",
    why: "The first such policy on a node fails until the proxy that reads its DNS has started: the pods are cut off meanwhile.",
    bad: concat!(
        cilium!("1.17.0", "false"),
        "\
### policy.yaml
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: default}
spec:
  endpointSelector: {matchLabels: {app: web}}
  egress: [{toFQDNs: [{matchName: example.com}]}]
"
    ),
    good: concat!(
        cilium!("1.18.0", "false"),
        "\
### policy.yaml
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: default}
spec:
  endpointSelector: {matchLabels: {app: web}}
  egress: [{toFQDNs: [{matchName: example.com}]}]
"
    ),
    source: "derio-net/frank, docs/runbooks/frank-gotchas/networking.md",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(version) = estate.versions.cilium.as_ref().filter(|version| version.minor() == 17) else {
        return;
    };
    for kind in ["CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy"] {
        for policy in estate.of_kind(kind) {
            let specs = [vec![policy.get("spec")], policy.get("specs").items()].concat();
            let egress = specs.iter().flat_map(|spec| spec.get("egress").items());
            let Some(names) = egress.map(|rule| rule.get("toFQDNs")).find(Field::is_set) else { continue };
            let message = format!("`{}` may cut its pods off before it lets them reach a name", policy.name);
            findings.push(
                Finding::new(&RULE, names.key_place(), message)
                    .related(version.place.clone(), "the version of Cilium")
                    .help("name networks (`toCIDR`), restart the agent after the first such policy, or use Cilium 1.18"),
            );
        }
    }
}
