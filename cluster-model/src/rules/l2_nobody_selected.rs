//! CLU0415 l2-nobody-selected.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// The `nodeSelector` of every announcement policy selects a machine.
pub(super) static RULE: Rule = Rule {
    code: "CLU0415",
    name: "l2-nobody-selected",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The `nodeSelector` of every announcement policy selects a machine.",
    why: "Nobody can hold the lease of the services that the policy is for: nobody answers ARP.",
    bad: "\
### labels.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 200-labels
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      nodeLabels:
        zone: core
### policy.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: edge}
spec: {loadBalancerIPs: true, nodeSelector: {matchLabels: {zone: edge}}}
### cni.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 100-cni
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    cluster:
      network:
        cni:
          name: none
      proxy:
        disabled: true
",
    good: "\
### labels.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 200-labels
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      nodeLabels:
        zone: edge
### policy.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: edge}
spec: {loadBalancerIPs: true, nodeSelector: {matchLabels: {zone: edge}}}
### cni.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 100-cni
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    cluster:
      network:
        cni:
          name: none
      proxy:
        disabled: true
",
    source: "cilium/cilium issue 33386",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let policies = estate.cilium.iter().flat_map(|cilium| &cilium.policies);
    // Without a list of machines nobody knows who is left out.
    if estate.machines.is_empty() {
        return;
    }
    for policy in policies.filter(|policy| !estate.machines.iter().any(|machine| policy.selects(machine))) {
        let message = format!("the `nodeSelector` of the policy `{}` selects no machine", policy.name);
        findings.push(
            Finding::new(&RULE, policy.place.clone(), message)
                .help("correct the labels in the selector, or label the machines in `machine.nodeLabels`"),
        );
    }
}
