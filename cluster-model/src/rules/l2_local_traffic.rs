//! CLU0416 l2-local-traffic.

use cilium_values::values::common::TrafficPolicy;
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// A service that is announced by L2 has no `externalTrafficPolicy: Local`.
pub(super) static RULE: Rule = Rule {
    code: "CLU0416",
    name: "l2-local-traffic",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A service that is announced by L2 has no `externalTrafficPolicy: Local`.",
    why: "The machine that answers ARP is elected whether it runs a pod of the service or not; if not, it drops everything.",
    bad: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
### policy.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: all}
spec: {loadBalancerIPs: true}
### web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}], externalTrafficPolicy: Local}
",
    good: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
### policy.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: all}
spec: {loadBalancerIPs: true}
### web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}], externalTrafficPolicy: Cluster}
",
    source: "Cilium documentation, L2 announcements",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let local = cilium
        .services
        .iter()
        .filter(|service| service.object.spec.external_traffic_policy == Some(TrafficPolicy::Local));
    for service in local {
        let Some(policy) = cilium.announced_by(service).next() else { continue };
        let message =
            format!("the service `{}` takes local traffic only, and is announced by L2", service.name());
        findings.push(
            Finding::new(&RULE, service.place.clone(), message)
                .related(policy.place.clone(), "the policy that announces it")
                .help("use `externalTrafficPolicy: Cluster`, or keep the service out of the policy"),
        );
    }
}
