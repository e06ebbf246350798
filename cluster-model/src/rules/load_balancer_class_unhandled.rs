//! CLU0423 load-balancer-class-unhandled.

use cilium_values::lb::{Handler, Settings};
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// The `loadBalancerClass` of a service is one that Cilium serves with its values, or one that is not Cilium's.
pub(super) static RULE: Rule = Rule {
    code: "CLU0423",
    name: "load-balancer-class-unhandled",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The `loadBalancerClass` of a service is one that Cilium serves with its values, or one that is not Cilium's.",
    why: "Nobody gives the service an address, and nothing says why.",
    bad: concat!(values!("\
bgpControlPlane: {enabled: false}
"),
"\
### one.yaml
apiVersion: v1
kind: Service
metadata: {name: one, namespace: default}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}], loadBalancerClass: io.cilium/bgp-control-plane}
"),
    good: concat!(values!("\
bgpControlPlane: {enabled: true}
"),
"\
### one.yaml
apiVersion: v1
kind: Service
metadata: {name: one, namespace: default}
spec: {type: LoadBalancer, selector: {app: one}, ports: [{port: 80}], loadBalancerClass: io.cilium/bgp-control-plane}
"),
    source: "Cilium documentation, LB-IPAM",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    let settings = Settings::new(&cilium.values, &estate.versions.cilium_or_newest());
    for service in cilium.services.iter().filter(|service| service.is_balanced()) {
        let class = service.object.spec.load_balancer_class.as_deref();
        let Some(class) = class.filter(|class| class.starts_with("io.cilium/")) else { continue };
        let help = match settings.handler(&service.object) {
            Handler::LbIpam | Handler::NodeIpam => continue,
            Handler::Off(key) => {
                format!("set `{key}: true` in the chart's values, or change `loadBalancerClass`")
            }
            Handler::Nobody => "change `loadBalancerClass`: Cilium has no such class".to_owned(),
        };
        let message = format!(
            "no feature of Cilium that is switched on serves the class `{class}` of `{}`",
            service.name()
        );
        findings.push(Finding::new(&RULE, service.place.clone(), message).help(help));
    }
}
