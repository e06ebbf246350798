//! CLU0710 export-incomplete.

use manifest::yaml::{Document, parse};
use manifest::{Finding, Rule, Severity};

use crate::estate::{DeclaredPatch, Estate};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0710",
    name: "export-incomplete",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A patch of a cluster template holds all documents of the patch that it was exported from.",
    why: "An export keeps the first document of a patch and drops the others without a word: a sync of the template takes them from the machines.",
    bad: "\
### lab.yaml
kind: Cluster
name: lab
kubernetes: {version: v1.34.0}
talos: {version: v1.12.0}
patches:
  - name: hosts
    inline:
      machine: {sysctls: {vm.swappiness: \"1\"}}
---
kind: ControlPlane
machines: [00000000-0000-4000-8000-000000000001]
---
kind: Workers
machines: [00000000-0000-4000-8000-000000000002]
### hosts.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 300-hosts, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec:
  data: |
    machine: {sysctls: {vm.swappiness: \"1\"}}
    ---
    apiVersion: v1alpha1
    kind: WatchdogTimerConfig
    device: /dev/watchdog0
",
    good: "\
### lab.yaml
kind: Cluster
name: lab
kubernetes: {version: v1.34.0}
talos: {version: v1.12.0}
patches:
  - name: hosts
    inline:
      machine: {sysctls: {vm.dirty_ratio: \"1\"}}
---
kind: ControlPlane
machines: [00000000-0000-4000-8000-000000000001]
---
kind: Workers
machines: [00000000-0000-4000-8000-000000000002]
### hosts.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 300-hosts, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec:
  data: |
    machine: {sysctls: {vm.swappiness: \"1\"}}
",
    source: "siderolabs/omni issue 2683",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let documents =
        |patch: &DeclaredPatch| -> Vec<Document> { parse(&patch.text.source).unwrap_or_default() };
    // A part of a template stands inside of its document, a resource is one.
    let (whole, parts): (Vec<_>, Vec<_>) =
        estate.omni.patches.iter().partition(|patch| patch.at.base.is_root());
    let whole: Vec<_> = whole
        .into_iter()
        // Most are one document, and that is seen without reading them.
        .filter(|resource| resource.has_separator)
        .map(|resource| (resource, documents(resource)))
        .filter(|(_, all)| all.len() > 1)
        .collect();
    if whole.is_empty() {
        return;
    }
    let parts: Vec<_> = parts.into_iter().map(|part| (part, documents(part))).collect();
    let exported: Vec<_> = parts
        .iter()
        .filter_map(|(part, documents)| match &**documents {
            [only] => Some((part, values(only))),
            _ => None,
        })
        .collect();
    for (resource, all) in &whole {
        let Some(first) = all.first().map(values) else { continue };
        for (part, _) in exported.iter().filter(|(_, values)| *values == first) {
            let message =
                format!("{} of the documents of `{}` are not here", all.len() - 1, resource.resource.id());
            findings.push(
                Finding::new(&RULE, part.at.whole(), message)
                    .related(resource.at.whole(), "the patch with all of them")
                    .help("add the other documents, or keep the resource and drop the part of the template"),
            );
        }
    }
}

/// The values of a document, whatever its layout.
fn values(document: &Document) -> Vec<(String, &str)> {
    fn gather<'d>(node: &'d manifest::yaml::Node, path: &str, found: &mut Vec<(String, &'d str)>) {
        found.extend(node.as_text().map(|text| (path.to_owned(), text)));
        for entry in node.as_mapping().unwrap_or_default() {
            gather(&entry.value, &format!("{path}.{}", entry.key.as_text().unwrap_or_default()), found);
        }
        for item in node.as_sequence().unwrap_or_default() {
            gather(item, &format!("{path}[]"), found);
        }
    }
    let mut found = Vec::new();
    gather(document.root(), "", &mut found);
    found.sort();
    found
}
