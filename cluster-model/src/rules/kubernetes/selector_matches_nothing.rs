//! CLU0806 selector-matches-nothing.

use manifest::{Finding, Rule, Severity};

use super::placement::{Placement, Wish};
use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0806",
    name: "selector-matches-nothing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The nodes that a workload asks for exist: some machine carries all the labels of its selector.",
    why: "The pods stay Pending for ever.",
    bad: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        patch!(
            "    machine:
      nodeLabels: {zone: core}
    cluster:
      allowSchedulingOnControlPlanes: true
"
        ),
        "\
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      nodeSelector: {zone: edge}
      containers: [{name: web, image: \"example.com/web:1\"}]
"
    ),
    good: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        patch!(
            "    machine:
      nodeLabels: {zone: core}
    cluster:
      allowSchedulingOnControlPlanes: true
"
        ),
        "\
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      nodeSelector: {zone: core}
      containers: [{name: web, image: \"example.com/web:1\"}]
"
    ),
    source: "derio-net/frank, docs/runbooks/frank-gotchas/gpu-1.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    // Machines that are merely named somewhere are not all that there are.
    let Some(list) = &estate.machines_place else { return };
    for workload in &estate.manifests {
        let Some(spec) = workload.pod_spec() else { continue };
        let placement = Placement::of(&spec);
        if placement.machines(estate).next().is_some() || placement.wishes.is_empty() {
            continue;
        }
        let decided = placement.wishes.iter().filter(|wish| wish.is_decidable(estate));
        let Some(wish) =
            decided.clone().find(|wish| !estate.machines.iter().any(|machine| wish.holds(machine)))
        else {
            continue;
        };
        let message = format!("no machine is what `{}` asks for: {}", workload.name, words(wish));
        findings.push(
            Finding::new(&RULE, wish.field.place(), message)
                .related(list.clone(), "the machines")
                .help("correct the label, or give it to a machine"),
        );
    }
}

fn words(wish: &Wish<'_>) -> String {
    match &*wish.values {
        [] => format!("a label `{}`", wish.key),
        values => format!("`{}: {}`", wish.key, values.join("` or `")),
    }
}
