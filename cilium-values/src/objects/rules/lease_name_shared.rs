//! CIL0618 lease-name-shared.

use std::collections::BTreeMap;

use manifest::{FieldPath, Finding, Rule, Severity};

use super::{Announced, Subject};

/// Each service that is announced by L2 has a lease of its own.
pub(super) static RULE: Rule = Rule {
    code: "CIL0618",
    name: "lease-name-shared",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No two services that L2 announcements announce have one lease: its name is that of the namespace and that of the service with a dash between them.",
    why: "Both are announced by one node, and the lease of both goes when one of them goes.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {loadBalancerIPs: true, externalIPs: true}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
---
apiVersion: v1
kind: Service
metadata: {name: b-c, namespace: a}
spec: {type: LoadBalancer, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: c, namespace: a-b}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {loadBalancerIPs: true, externalIPs: true}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
---
apiVersion: v1
kind: Service
metadata: {name: b-c, namespace: a}
spec: {type: LoadBalancer, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: d, namespace: a-b}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    source: "cilium/cilium, pkg/l2announcer/l2announcer.go, the name of the lease",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let mut leases: BTreeMap<String, &Announced<'_, '_>> = BTreeMap::new();
    for announced in &subject.announced {
        let lease = announced.lease();
        let Some(other) = leases.get(&lease).copied() else {
            leases.insert(lease, announced);
            continue;
        };
        let (one, two) = (other.service.name(), announced.service.name());
        // Two manifests of one service have one lease by right.
        if one == two {
            continue;
        }
        let name = FieldPath::root().keys("metadata.name");
        findings.push(
            Finding::new(
                &RULE,
                announced.service.place(&name),
                format!("`{one}` and `{two}` have one lease, `{lease}`"),
            )
            .related(other.service.place(&name), "the other service")
            .help("rename one of the services or namespaces"),
        );
    }
}
