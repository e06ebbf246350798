//! CLU0414 l2-service-unannounced.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Where L2 announcements are how services are reached, a policy selects every service of type `LoadBalancer`.
pub(super) static RULE: Rule = Rule {
    code: "CLU0414",
    name: "l2-service-unannounced",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Where L2 announcements are how services are reached, a policy selects every service of type `LoadBalancer`.",
    why: "The service gets an address, and no machine ever answers for it.",
    bad: "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
### policy.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: web}
spec: {loadBalancerIPs: true, serviceSelector: {matchLabels: {announce: \"yes\"}}}
### web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
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
metadata: {name: web}
spec: {loadBalancerIPs: true, serviceSelector: {matchLabels: {io.kubernetes.service.name: web}}}
### web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
",
    source: "cilium/cilium issue 33386",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| !cilium.policies.is_empty()) else { return };
    // Addresses may be routed by BGP instead.
    if cilium.values.bgp_control_plane.enabled.is_true() {
        return;
    }
    for service in cilium.services.iter().filter(|service| service.is_balanced()) {
        let class = service.object.spec.load_balancer_class.as_deref();
        if class.is_some_and(|class| class != "io.cilium/l2-announcer")
            || cilium.announced_by(service).next().is_some()
        {
            continue;
        }
        let message = format!("no policy announces the service `{}`", service.name());
        findings.push(
            Finding::new(&RULE, service.place.clone(), message)
                .help("extend the `serviceSelector` of a policy, or label the service"),
        );
    }
}
