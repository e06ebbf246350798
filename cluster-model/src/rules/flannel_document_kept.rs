//! CLU0317 flannel-document-kept.

use manifest::{Finding, Rule, Severity};
use talos_config::Minor;

use crate::effective::Effective;
use crate::estate::Estate;

pub(super) static RULE: Rule = Rule {
    code: "CLU0317",
    name: "flannel-document-kept",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "From Talos 1.14 on, flannel is switched off by deleting its document, not by `cluster.network.cni`.",
    why: "The document that the cluster was made with stays, and Talos goes on installing flannel beside the other network plugin.",
    bad: concat!(
        cluster!("1.14.0", "1.36.0"),
        member!(control_plane),
        patch!(
            "    cluster:
      network: {cni: {name: none}}
"
        )
    ),
    good: concat!(
        cluster!("1.14.0", "1.36.0"),
        member!(control_plane),
        patch!(
            "    apiVersion: v1alpha1
    kind: KubeFlannelCNIConfig
    $patch: delete
"
        )
    ),
    source: "siderolabs/talos issue 13958; Sidero documentation, Deploying Cilium",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in estate.effective.iter().filter(|effective| effective.minor >= Minor::V1_14) {
        let name = effective.get("cluster.network.cni.name");
        let Some(name) = name.filter(|name| name.text() == Some("none")) else { continue };
        if deletes_document(effective) {
            continue;
        }
        findings.push(
            Finding::new(&RULE, name.place(), "this leaves the document of flannel as it is")
                .help("add a patch with `kind: KubeFlannelCNIConfig` and `$patch: delete`"),
        );
    }
}

/// Whether a patch takes the document away.
fn deletes_document(effective: &Effective) -> bool {
    let patches = effective.applied.iter().map(|applied| &applied.patch);
    let documents = patches.filter_map(|patch| manifest::yaml::parse(&patch.text.source).ok()).flatten();
    documents.into_iter().any(|document| {
        let is =
            |key: &str, word: &str| document.root().get(key).and_then(|node| node.as_text()) == Some(word);
        is("kind", "KubeFlannelCNIConfig") && is("$patch", "delete")
    })
}
