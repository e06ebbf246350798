//! CLU0704 patch-scope-too-wide.

use manifest::{FieldPath, Finding, Part, Rule, Severity, yaml};
use omni_client::resource::label;

use crate::estate::Estate;

/// A patch for more than one machine sets no hostname and no address of an interface.
pub(super) static RULE: Rule = Rule {
    code: "CLU0704",
    name: "patch-scope-too-wide",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A patch for more than one machine sets no hostname and no address of an interface.",
    why: "Every machine of the scope gets the same name or address: nodes overwrite each other, or two machines answer for one address.",
    bad: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 100-net
  labels: {omni.sidero.dev/cluster: lab}
spec:
  data: |
    machine:
      network:
        hostname: mini-1
",
    good: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 100-net
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      network:
        hostname: mini-1
",
    source: "derio-net/frank issue 742; Sidero documentation, How configuration works in Omni",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for patch in &estate.omni.patches {
        let metadata = &patch.resource.metadata;
        if metadata.label(label::CLUSTER_MACHINE).is_some() || metadata.label(label::MACHINE).is_some() {
            continue;
        }
        let Ok(documents) = yaml::parse(&patch.text.source) else { continue };
        for document in &documents {
            for (path, what) in own_values(document) {
                let span = document.get(&path).map(|node| node.span);
                let place = patch.text.place(span, &path, Part::Value);
                let message = format!(
                    "the patch `{}` gives every machine of its scope the same {what}",
                    patch.resource.id()
                );
                findings.push(Finding::new(&RULE, place, message).help(format!(
                    "give each machine a patch of its own, with the label `{}`",
                    label::CLUSTER_MACHINE
                )));
            }
        }
    }
}

/// The paths of values that belong to one machine only.
fn own_values(document: &yaml::Document) -> Vec<(FieldPath, &'static str)> {
    let mut found = Vec::new();
    let hostname = FieldPath::root().keys("machine.network.hostname");
    if document.get(&hostname).is_some() {
        found.push((hostname, "hostname"));
    }
    let kind = document.root().get("kind").and_then(yaml::Node::as_text);
    if kind == Some("HostnameConfig") && document.root().get("hostname").is_some() {
        found.push((FieldPath::root().key("hostname"), "hostname"));
    }
    let interfaces = FieldPath::root().keys("machine.network.interfaces");
    let listed = document.get(&interfaces).and_then(yaml::Node::as_sequence).unwrap_or_default();
    for index in 0..listed.len() {
        let address = interfaces.clone().index(index).key("addresses").index(0);
        if document.get(&address).is_some() {
            found.push((address, "address"));
        }
    }
    found
}
