//! CLU0817 ignored-array-item.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0817",
    name: "ignored-array-item",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An Argo CD application that respects ignored differences does not ignore items of an array.",
    why: "Argo CD takes the whole array from the cluster when it applies: every later change of the array in Git is thrown away.",
    bad: "\
### app.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  source: {repoURL: \"https://example.com/repo.git\", path: apps/web}
  syncPolicy: {syncOptions: [RespectIgnoreDifferences=true]}
  ignoreDifferences:
    - {group: apps, kind: Deployment, jqPathExpressions: ['.spec.template.spec.containers[].image']}
",
    good: "\
### app.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  source: {repoURL: \"https://example.com/repo.git\", path: apps/web}
  syncPolicy: {syncOptions: [RespectIgnoreDifferences=true]}
  ignoreDifferences:
    - {group: apps, kind: Deployment, jqPathExpressions: ['.spec.replicas']}
",
    source: "Argo CD documentation, Diffing Customization; derio-net/frank, docs/runbooks/frank-gotchas",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for application in estate.of_kind("Application").filter(|one| one.group() == "argoproj.io") {
        if !application.get("spec.syncPolicy.syncOptions").texts().contains(&"RespectIgnoreDifferences=true")
        {
            continue;
        }
        let ignored = application.get("spec.ignoreDifferences").items();
        for expression in ignored.iter().flat_map(|one| one.get("jqPathExpressions").items()) {
            let Some(text) = expression.text().filter(|text| text.contains("[]") || text.contains("[?("))
            else {
                continue;
            };
            let array = text.split('[').next().unwrap_or_default();
            let message = format!("changes of `{array}` in Git are thrown away");
            findings.push(
                Finding::new(&RULE, expression.place(), message)
                    .help("say in Git what the cluster fills in, and ignore nothing inside of an array"),
            );
        }
    }
}
