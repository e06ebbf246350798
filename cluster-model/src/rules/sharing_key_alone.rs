//! CLU0420 sharing-key-alone.

use std::collections::BTreeMap;

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, ExposedService};

/// A sharing key is used by more than one service.
pub(super) static RULE: Rule = Rule {
    code: "CLU0420",
    name: "sharing-key-alone",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "A sharing key is used by more than one service.",
    why: "The key has no effect, and looks as if an address were shared.",
    bad: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
### one.yaml
apiVersion: v1
kind: Service
metadata: {name: one, namespace: default, annotations: {lbipam.cilium.io/sharing-key: k}}
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
metadata: {name: one, namespace: default}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}]}
",
    source: "derio-net/frank, apps/goatcounter/manifests/service.yaml",
};

const KEYS: [&str; 2] = ["lbipam.cilium.io/sharing-key", "io.cilium/lb-ipam-sharing-key"];

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let services = estate.cilium.iter().flat_map(|cilium| &cilium.services);
    let mut holders: BTreeMap<&str, Vec<&ExposedService>> = BTreeMap::new();
    for service in services {
        let annotations = &service.object.metadata.annotations;
        let key = KEYS.iter().find_map(|key| annotations.get(*key)).filter(|key| !key.is_empty());
        if let Some(key) = key {
            holders.entry(key).or_default().push(service);
        }
    }
    for (key, holders) in holders {
        if let [service] = &*holders {
            let message = format!("no other service has the sharing key `{key}` of `{}`", service.name());
            findings.push(
                Finding::new(&RULE, service.place.clone(), message)
                    .help("remove the annotation, or give the other service the same key"),
            );
        }
    }
}
