//! CLU0407 exposed-pods-unknown.

use manifest::{Finding, Part, Place, Rule, Severity};

use crate::estate::Estate;

/// A service that is not one of Cilium's own says which pods it stands for and on which ports.
pub(super) static RULE: Rule = Rule {
    code: "CLU0407",
    name: "exposed-pods-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A service that is not one of Cilium's own says which pods it stands for and on which ports.",
    why: "A service without a selector has no endpoints: it gets an address that nobody answers on.",
    bad: "\
cilium:
  expose: {grafana: {address: 192.168.1.203}}
",
    good: "\
cilium:
  expose:
    grafana:
      address: 192.168.1.203
      selector: {app.kubernetes.io/name: grafana}
      ports: [{name: http, port: 80, targetPort: 3000}]
",
    source: "Kubernetes documentation, Services without selectors",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let services = estate.cilium.iter().flat_map(|cilium| &cilium.services);
    for service in services
        .filter(|service| service.object.spec.selector.is_empty() || service.object.spec.ports.is_empty())
    {
        let lacks = if service.object.spec.selector.is_empty() { "selector" } else { "ports" };
        let message =
            format!("the service `{}` has no `{lacks}`, and its pods are not known", service.name());
        findings.push(
            Finding::new(&RULE, Place { part: Part::Key, ..service.place.clone() }, message)
                .help("add `selector` with the labels of the pods, and `ports`"),
        );
    }
}
