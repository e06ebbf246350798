//! CLU0421 legacy-annotation.

use manifest::{Finding, Fix, Rule, Severity};

use crate::estate::Estate;

/// Annotations of services have the names of today, `lbipam.cilium.io/...`.
pub(super) static RULE: Rule = Rule {
    code: "CLU0421",
    name: "legacy-annotation",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Annotations of services have the names of today, `lbipam.cilium.io/...`.",
    why: "The names that begin with `io.cilium/lb-ipam-` are to go, and services that share an address by both names do not find each other.",
    bad: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
### one.yaml
apiVersion: v1
kind: Service
metadata: {name: one, namespace: default, annotations: {io.cilium/lb-ipam-ips: 10.0.0.11}}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
",
    good: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
### one.yaml
apiVersion: v1
kind: Service
metadata: {name: one, namespace: default, annotations: {lbipam.cilium.io/ips: 10.0.0.11}}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
",
    source: "cilium/cilium issue 30692",
};

const OLD: &str = "io.cilium/lb-ipam-";

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for service in estate.of_kind("Service").filter(|service| service.api_version == "v1") {
        let annotations = service.get("metadata.annotations");
        for (key, value) in annotations.entries() {
            let Some(rest) = key.strip_prefix(OLD) else { continue };
            let message = format!("the service `{}` uses the old annotation `{key}`", service.name);
            let place = value.key_place();
            let new = format!("lbipam.cilium.io/{rest}");
            let finding = Finding::new(&RULE, place.clone(), message).help(format!("write `{new}`"));
            // Where both are said, the old one is to go, and which value was meant is nothing that we know.
            let is_free = !annotations.key(&new).is_set();
            findings.push(match place.span.filter(|_| is_free) {
                Some(span) => {
                    finding.fix(Fix { title: "use the new name".to_owned(), span, replacement: new })
                }
                None => finding,
            });
        }
    }
}
