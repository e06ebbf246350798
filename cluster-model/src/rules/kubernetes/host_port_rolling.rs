//! CLU0812 host-port-rolling.

use manifest::{Finding, Rule, Severity};

use super::placement::Placement;
use super::{containers, is_rolling};
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0812",
    name: "host-port-rolling",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A deployment that takes a port of its node has a node to spare for its update, or replaces its pods.",
    why: "The new pod waits for the port, and the old one is kept until the new one runs: the update never ends.",
    bad: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        patch!(
            "    cluster:
      allowSchedulingOnControlPlanes: true
"
        ),
        "\
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: \"example.com/web:1\", ports: [{containerPort: 80, hostPort: 80}]}]
"
    ),
    good: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        patch!(
            "    cluster:
      allowSchedulingOnControlPlanes: true
"
        ),
        "\
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  strategy: {type: Recreate}
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: \"example.com/web:1\", ports: [{containerPort: 80, hostPort: 80}]}]
"
    ),
    source: "derio-net/frank, agents/rules/hop-gotchas.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    if estate.machines_place.is_none() {
        return;
    }
    for deployment in estate.of_kind("Deployment").filter(|deployment| is_rolling(deployment)) {
        let Some(spec) = deployment.pod_spec() else { continue };
        let containers = containers(&spec);
        let ports = containers.iter().flat_map(|one| one.get("ports").items());
        let port = ports.map(|port| port.get("hostPort")).find(Field::is_set);
        let Some(port) = port else { continue };
        let replicas = deployment.get("spec.replicas").number().unwrap_or(1);
        let machines = i64::try_from(Placement::of(&spec).machines(estate).count()).unwrap_or(i64::MAX);
        if replicas < machines {
            continue;
        }
        let message = format!("`{}` needs a free port on one node more than there are", deployment.name);
        findings.push(
            Finding::new(&RULE, port.place(), message).help(
                "set `strategy: {type: Recreate}`, or `rollingUpdate: {maxSurge: 0, maxUnavailable: 1}`",
            ),
        );
    }
}
