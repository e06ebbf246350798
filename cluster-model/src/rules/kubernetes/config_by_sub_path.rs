//! CLU0813 config-by-sub-path.

use manifest::{Finding, Rule, Severity};

use super::containers;
use crate::estate::{Estate, Manifest};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0813",
    name: "config-by-sub-path",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A file of a `ConfigMap` is not mounted by `subPath`, unless the name of the map changes with its content.",
    why: "A mount by `subPath` is a copy from the start of the pod: an edit never reaches it, and nothing says so.",
    bad: "\
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: \"example.com/web:1\"
          volumeMounts: [{name: config, mountPath: /etc/web.conf, subPath: web.conf}]
      volumes: [{name: config, configMap: {name: web}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: default}
data: {web.conf: x}
",
    good: "\
### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: \"example.com/web:1\"
          volumeMounts: [{name: config, mountPath: /etc/web}]
      volumes: [{name: config, configMap: {name: web}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: default}
data: {web.conf: x}
",
    source: "Kubernetes documentation, ConfigMaps; derio-net/frank, docs/runbooks/frank-gotchas",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for workload in &estate.manifests {
        let Some(spec) = workload.pod_spec() else { continue };
        let volumes = spec.get("volumes").items();
        for mount in containers(&spec).iter().flat_map(|container| container.get("volumeMounts").items()) {
            if !mount.get("subPath").is_set() {
                continue;
            }
            let volume = volumes.iter().find(|volume| volume.get("name").text() == mount.get("name").text());
            let Some(map) = volume.and_then(|volume| volume.get("configMap.name").text()) else { continue };
            // A map that is declared under this very name is not one that a generator names by its content. Pods may be
            // told of a change in other ways.
            let is_map = |one: &&Manifest| one.name == map && one.namespace == workload.namespace;
            let Some(declared) = estate.of_kind("ConfigMap").find(is_map) else { continue };
            if is_told_of_changes(workload) {
                continue;
            }
            let message = format!("changes of `{map}` do not reach the pods of `{}`", workload.name);
            findings.push(
                Finding::new(&RULE, mount.get("subPath").place(), message)
                    .related(declared.place(), "the map")
                    .help("mount the whole map, or let a generator put a digest into its name"),
            );
        }
    }
}

/// Whether an annotation makes the pods new when the map changes: a digest in the template, or a reloader.
fn is_told_of_changes(workload: &Manifest) -> bool {
    let annotations = ["metadata.annotations", "spec.template.metadata.annotations"];
    let keys = annotations.into_iter().flat_map(|path| workload.get(path).entries()).map(|(key, _)| key);
    keys.into_iter().any(|key| key.contains("checksum") || key.contains("reloader"))
}
