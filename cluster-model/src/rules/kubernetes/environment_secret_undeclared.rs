//! CLU0814 environment-secret-undeclared.

use manifest::{Finding, Rule, Severity};

use super::containers;
use crate::estate::{Estate, Manifest};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0814",
    name: "environment-secret-undeclared",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A secret that a container takes its environment from is declared, or optional.",
    why: "Without the secret no pod of the update starts, and the update stalls until somebody makes it by hand.",
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
          envFrom: [{secretRef: {name: web}}]
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
          envFrom: [{secretRef: {name: web, optional: true}}]
",
    source: "derio-net/frank, docs/runbooks/frank-gotchas/storage-secrets-ssa.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for workload in &estate.manifests {
        let Some(spec) = workload.pod_spec() else { continue };
        for source in containers(&spec).iter().flat_map(|container| container.get("envFrom").items()) {
            let reference = source.get("secretRef");
            let Some(name) = reference.get("name").text() else { continue };
            let is_made = |one: &Manifest| one.namespace == workload.namespace && makes(one, name);
            if reference.get("optional").flag() == Some(true) || estate.manifests.iter().any(is_made) {
                continue;
            }
            let message =
                format!("nothing that is declared makes the secret `{name}` of `{}`", workload.name);
            findings.push(
                Finding::new(&RULE, reference.get("name").place(), message).help(
                    "declare the secret (sealed, or by a reference to a store), or set `optional: true`",
                ),
            );
        }
    }
}

/// Where kinds that make secrets say the secret's name; where it says none there, it has the name of the object.
const MAKERS: [(&str, &str); 9] = [
    ("Secret", "metadata.name"),
    ("SealedSecret", "spec.template.metadata.name"),
    ("ExternalSecret", "spec.target.name"),
    ("PushSecret", "metadata.name"),
    ("VaultStaticSecret", "spec.destination.name"),
    ("OnePasswordItem", "metadata.name"),
    ("InfisicalSecret", "spec.managedSecretReference.secretName"),
    ("BitwardenSecret", "spec.secretName"),
    ("Certificate", "spec.secretName"),
];

fn makes(manifest: &Manifest, name: &str) -> bool {
    let maker = MAKERS.iter().find(|(kind, _)| *kind == manifest.kind);
    maker.is_some_and(|(_, path)| manifest.get(path).text().unwrap_or(&manifest.name) == name)
}
