//! CLU0419 shared-address-refused.

use cilium_values::lb::{Incompatible, Reason};
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Services that ask for one address may share it: same sharing key, different ports, same traffic policy, permitted namespaces.
pub(super) static RULE: Rule = Rule {
    code: "CLU0419",
    name: "shared-address-refused",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Services that ask for one address may share it: same sharing key, different ports, same traffic policy, permitted namespaces.",
    why: "The key alone is not enough: one of the services stays pending, or gets another address than its neighbour.",
    bad: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
### one.yaml
apiVersion: v1
kind: Service
metadata: {name: one, namespace: default, annotations: {lbipam.cilium.io/ips: 10.0.0.11, lbipam.cilium.io/sharing-key: k}}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
### two.yaml
apiVersion: v1
kind: Service
metadata: {name: two, namespace: default, annotations: {lbipam.cilium.io/ips: 10.0.0.11, lbipam.cilium.io/sharing-key: k}}
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
metadata: {name: one, namespace: default, annotations: {lbipam.cilium.io/ips: 10.0.0.11, lbipam.cilium.io/sharing-key: k}}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
### two.yaml
apiVersion: v1
kind: Service
metadata: {name: two, namespace: default, annotations: {lbipam.cilium.io/ips: 10.0.0.11, lbipam.cilium.io/sharing-key: k}}
spec: {type: LoadBalancer, selector: {app: two}, ports: [{port: 443}]}
",
    source: "cilium/cilium issues 33808, 48867; operator/pkg/lbipam",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let outcomes = cilium.solve(&estate.versions.cilium_or_newest());
    for (service, outcome) in cilium.services.iter().zip(outcomes) {
        for refusal in &outcome.refusals {
            let (Reason::Incompatible(why), Some(address)) = (refusal.reason, refusal.address) else {
                continue;
            };
            // Without a key it is no sharing at all, which has a rule of its own.
            if why == Incompatible::Key {
                continue;
            }
            let asked = service.addresses.iter().find(|asked| asked.value == address);
            let place = asked.map_or_else(|| service.place.clone(), |asked| asked.place.clone());
            let message = format!("the service `{}` cannot share {address}: {why}", service.name());
            findings.push(
                Finding::new(&RULE, place, message)
                    .help("change what differs, or give the service another address"),
            );
        }
    }
}
