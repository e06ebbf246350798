//! CIL0612 requested-address-unreadable.

use manifest::{Finding, Rule, Severity};

use crate::lb::{Handler, asked, asked_at};
use crate::objects::{Objects, Solved};

/// What a service asks for is an address.
pub(super) static RULE: Rule = Rule {
    code: "CIL0612",
    name: "requested-address-unreadable",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every address that a service asks for, by annotation or `loadBalancerIP`, can be read.",
    why: "The operator drops what it cannot read, and only its log says so. With nothing left the service gets whichever address is free.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, annotations: {lbipam.cilium.io/ips: 192.168.1.200/32}}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, annotations: {lbipam.cilium.io/ips: 192.168.1.200}}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    source: "cilium/cilium, operator/pkg/lbipam/lbipam.go, getSVCRequestedIPs",
};

pub(in crate::objects) fn check(objects: &Objects<'_>, solved: &Solved, findings: &mut Vec<Finding>) {
    let handled = objects.services.iter().zip(&solved.handlers);
    for (service, _) in handled.filter(|(_, handler)| **handler == Handler::LbIpam) {
        for item in asked(&service.object).unreadable {
            let message = format!("the operator passes over `{item}`, which is no address");
            let place = service.place(&asked_at(&service.object, &item));
            findings.push(Finding::new(&RULE, place, message).help("write an address such as 192.168.1.200"));
        }
    }
}
