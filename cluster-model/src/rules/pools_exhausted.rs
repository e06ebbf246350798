//! CLU0422 pools-exhausted.

use cilium_values::lb::Reason;
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// The pools have an address for every service that may take any.
pub(super) static RULE: Rule = Rule {
    code: "CLU0422",
    name: "pools-exhausted",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The pools have an address for every service that may take any.",
    why: "The service stays pending until another one goes.",
    bad: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.10}]}
### one.yaml
apiVersion: v1
kind: Service
metadata: {name: one, namespace: default}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
### two.yaml
apiVersion: v1
kind: Service
metadata: {name: two, namespace: default}
spec: {type: LoadBalancer, selector: {app: two}, ports: [{port: 80}]}
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
metadata: {name: one, namespace: default}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
### two.yaml
apiVersion: v1
kind: Service
metadata: {name: two, namespace: default}
spec: {type: LoadBalancer, selector: {app: two}, ports: [{port: 80}]}
",
    source: "derio-net/frank, commit fb66f118; cilium/cilium, operator/pkg/lbipam",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| !cilium.pools.is_empty()) else { return };
    let outcomes = cilium.solve(&estate.versions.cilium_or_newest());
    for (service, outcome) in cilium.services.iter().zip(outcomes) {
        if outcome.refusals.iter().any(|refusal| refusal.reason == Reason::OutOfIps) {
            let message = format!("no address is left for the service `{}`", service.name());
            findings.push(
                Finding::new(&RULE, service.place.clone(), message)
                    .help("add addresses to a pool that selects it"),
            );
        }
    }
}
