//! CLU0811 single-writer-rolling.

use manifest::{Finding, Rule, Severity};

use super::is_rolling;
use crate::estate::{Estate, Manifest};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0811",
    name: "single-writer-rolling",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A deployment of one pod with a volume for one node (`ReadWriteOnce`) replaces its pod (`Recreate`) and does not roll.",
    why: "The new pod waits for the volume, and the old one for the new pod: where the two are on different nodes, the update never ends.",
    bad: "\
### app.yaml
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data, namespace: default}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: \"example.com/web:1\"}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
",
    good: "\
### app.yaml
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data, namespace: default}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  strategy: {type: Recreate}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: \"example.com/web:1\"}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
",
    source: "Kubernetes documentation, Persistent Volumes; derio-net/frank, docs/runbooks/frank-gotchas/storage-secrets-ssa.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for deployment in estate.of_kind("Deployment").filter(|deployment| is_rolling(deployment)) {
        if deployment.get("spec.replicas").number().unwrap_or(1) != 1 {
            continue;
        }
        let volumes = deployment.get("spec.template.spec.volumes").items();
        for volume in volumes.iter().map(|volume| volume.get("persistentVolumeClaim.claimName")) {
            let Some(claim) = volume.text() else { continue };
            let is_claim = |one: &&Manifest| one.name == claim && one.namespace == deployment.namespace;
            let Some(claim) = estate.of_kind("PersistentVolumeClaim").find(is_claim) else { continue };
            if claim.get("spec.accessModes").texts() != ["ReadWriteOnce"] {
                continue;
            }
            let message = format!("`{}` rolls, and only one node may use its volume", deployment.name);
            findings.push(
                Finding::new(&RULE, volume.place(), message)
                    .related(claim.place(), "the volume is for one node")
                    .help("set `strategy: {type: Recreate}`"),
            );
        }
    }
}
