//! CLU0816 device-name-retired.

use manifest::{Finding, Rule, Severity};

use super::containers;
use crate::estate::{Estate, Manifest};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0816",
    name: "device-name-retired",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where devices are claimed, no container asks for them by the name that a device plugin gave them.",
    why: "Nobody offers the old name any more: the pod stays Pending for ever.",
    bad: "\
### class.yaml
apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata: {name: gpu.intel.com}
spec: {selectors: [{cel: {expression: 'device.driver == \"gpu.intel.com\"'}}]}
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: \"example.com/web:1\", resources: {limits: {gpu.intel.com/i915: 1}}}]
",
    good: "\
### class.yaml
apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata: {name: gpu.intel.com}
spec: {selectors: [{cel: {expression: 'device.driver == \"gpu.intel.com\"'}}]}
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: \"example.com/web:1\", resources: {claims: [{name: gpu}]}}]
",
    source: "derio-net/frank, docs/runbooks/frank-gotchas/igpu-dra.md and patches/phase05-mini-config/README.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let classes: Vec<&Manifest> = estate.of_kind("DeviceClass").collect();
    // A plugin may run beside the driver that made it superfluous.
    if estate.releases.iter().any(|release| release.chart.contains("device-plugin")) {
        return;
    }
    for workload in &estate.manifests {
        let Some(spec) = workload.pod_spec() else { continue };
        for container in containers(&spec) {
            for (name, limit) in container.get("resources.limits").entries() {
                let Some((driver, _)) = name.split_once('/') else { continue };
                let Some(class) = classes.iter().find(|class| class.name == driver) else { continue };
                let message = format!("nothing offers `{name}`: the devices of `{driver}` are claimed");
                findings.push(
                    Finding::new(&RULE, limit.key_place(), message)
                        .related(class.place(), "their class")
                        .help("use a `ResourceClaimTemplate` and `resources.claims`"),
                );
            }
        }
    }
}
