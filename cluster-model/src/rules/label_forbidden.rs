//! CLU0607 label-forbidden.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;
use crate::spec::Role;

/// Node labels of workers in the domains `kubernetes.io` and `k8s.io` are ones that a node may give itself.
pub(super) static RULE: Rule = Rule {
    code: "CLU0607",
    name: "label-forbidden",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Node labels of workers in the domains `kubernetes.io` and `k8s.io` are ones that a node may give itself.",
    why: "The API server refuses the whole update of labels, the permitted ones included.",
    bad: "\
### set.yaml
metadata: {namespace: default, type: MachineSets.omni.sidero.dev, id: lab-workers, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\"}}
spec: {}
### node.yaml
metadata: {namespace: default, type: MachineSetNodes.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\", omni.sidero.dev/machine-set: lab-workers}}
spec: {}
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-l
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      nodeLabels:
        node-role.kubernetes.io/gpu: \"\"
",
    good: "\
### set.yaml
metadata: {namespace: default, type: MachineSets.omni.sidero.dev, id: lab-workers, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\"}}
spec: {}
### node.yaml
metadata: {namespace: default, type: MachineSetNodes.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\", omni.sidero.dev/machine-set: lab-workers}}
spec: {}
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-l
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      nodeLabels:
        node.kubernetes.io/gpu: \"\"
",
    source: "Kubernetes documentation, NodeRestriction; siderolabs/talos issue 6750",
};

/// Prefixes and keys that a node may set itself (`NodeRestriction`).
const ALLOWED_DOMAINS: [&str; 2] = ["kubelet.kubernetes.io", "node.kubernetes.io"];
const ALLOWED: [&str; 9] = [
    "kubernetes.io/hostname",
    "kubernetes.io/arch",
    "kubernetes.io/os",
    "beta.kubernetes.io/instance-type",
    "node.kubernetes.io/instance-type",
    "failure-domain.beta.kubernetes.io/region",
    "failure-domain.beta.kubernetes.io/zone",
    "topology.kubernetes.io/region",
    "topology.kubernetes.io/zone",
];

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in estate.machines.iter().filter(|machine| machine.role == Some(Role::Worker)) {
        for (key, value) in machine.labels.iter().filter(|(key, _)| is_forbidden(key.as_str())) {
            let message = format!("the worker `{}` may not give itself the label `{key}`", machine.name);
            findings.push(
                Finding::new(&RULE, value.place.clone(), message).help(
                    "use a label outside of `kubernetes.io` and `k8s.io`, or below `node.kubernetes.io/`",
                ),
            );
        }
    }
}

fn is_forbidden(key: &str) -> bool {
    let Some((domain, _)) = key.split_once('/') else { return false };
    let is_in = |parent: &str| domain == parent || domain.ends_with(&format!(".{parent}"));
    let is_allowed = ALLOWED.contains(&key) || ALLOWED_DOMAINS.into_iter().any(is_in);
    (is_in("kubernetes.io") || is_in("k8s.io")) && !is_allowed
}
