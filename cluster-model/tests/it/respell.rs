//! Repositories that are imported into a spec.

use std::collections::BTreeSet;

use cluster_model::Artifact;
use cluster_model::import::{Expressed, Imported};
use cluster_model::plan::{Declared, plan};
use cluster_model::spec;
use cluster_model::strategies::clusters;
use manifest::Source;
use proptest::prelude::*;

use crate::import::repository;

/// The artifacts of a cluster as somebody else would lay them out: all of Omni in one file, comments at every turn.
fn foreign(artifacts: &[Artifact]) -> Vec<(String, String)> {
    let mut omni = String::from("# All of Omni.\n");
    let mut others = Vec::new();
    for Artifact { path, text } in artifacts {
        if path.starts_with("patches/") {
            omni.push_str("---   # the next one\n");
            omni.push_str(text);
        } else if path.rsplit_once('.').is_some_and(|(_, extension)| extension == "yaml") {
            let text = text.replace("spec:\n", "spec: # as it is wanted\n");
            others.push((format!("platform/{}", path.replace("manifests/", "raw/")), text));
        }
    }
    others.push(("omni/everything.yaml".to_owned(), omni));
    others
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_foreign_layout_of_a_cluster_is_said_by_the_spec_that_is_imported(cluster in clusters()) {
        let files = foreign(&cluster.artifacts().unwrap());
        let pairs: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        let estates = repository(&pairs).estates();
        prop_assert_eq!(estates.len(), 1);
        let imported = Imported::of(&estates[0]).unwrap();
        let other: Vec<_> = imported.pieces.iter().filter(|piece| piece.expressed != Expressed::Yes).collect();
        prop_assert!(other.is_empty(), "{:#?}\n{}", other, imported.text);
        // Nothing but the addresses, which no artifact has, is to be filled in.
        for path in &imported.missing {
            let path = path.to_string();
            prop_assert!(path == "network.subnet" || path.ends_with(".address") || path == "versions.cilium", "{path}");
        }
        // Filled in, it is a spec that changes nothing.
        let mut text = imported.text.clone();
        for (name, node) in &cluster.spec().nodes {
            text = text.replace(&format!("  {name}:\n"), &format!("  {name}:\n    address: {}\n", node.address));
        }
        text = text.replace("network:\n", &format!("network:\n  subnet: {}\n", cluster.spec().network.subnet));
        if let Some(version) = cluster.spec().versions.cilium.as_ref().filter(|_| cluster.spec().cilium.is_some()) {
            text = text.replace("versions:\n", &format!("versions:\n  cilium: {version}\n"));
        }
        let read = spec::read(&Source::new("cluster.yaml", text.as_str()));
        prop_assert_eq!(&read.findings, &vec![], "{}", text);
        let again = cluster_model::Cluster::new(read.spec.unwrap());
        let again = again.map_err(|invalid| TestCaseError::fail(format!("{:#?}", invalid.findings)))?;
        let (old, new) = (Declared::of(&cluster).unwrap(), Declared::of(&again).unwrap());
        prop_assert!(plan(&old, &new).is_empty(), "{}", plan(&old, &new).text());
        prop_assert_eq!(again.artifacts().unwrap().len(), cluster.artifacts().unwrap().len());
    }
}

#[test]
fn what_a_spec_cannot_say_is_listed_and_what_is_not_declared_is_missing() {
    let patch = "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-swap
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine: {sysctls: {vm.swappiness: \"10\"}}
";
    let estates = repository(&[("p.yaml", patch)]).estates();
    let imported = Imported::of(&estates[0]).unwrap();
    assert_eq!(imported.pieces.len(), 1);
    assert_eq!((imported.pieces[0].expressed, &*imported.pieces[0].file), (Expressed::No, "p.yaml"));
    let missing: Vec<String> = imported.missing.iter().map(ToString::to_string).collect();
    let node = "nodes.00000000-0000-4000-8000-000000000001";
    assert_eq!(
        missing,
        [
            "versions.talos".to_owned(),
            "versions.kubernetes".to_owned(),
            "network.subnet".to_owned(),
            format!("{node}.role"),
            format!("{node}.address"),
        ]
    );
    // Nothing is said of Cilium, which this cluster does not have.
    assert!(!imported.text.contains("cilium"), "{}", imported.text);
    // What is missing is what a check of the text asks for.
    let findings = spec::read(&Source::new("cluster.yaml", imported.text.as_str())).findings;
    assert!(findings.iter().all(|finding| finding.rule.name == "missing-key"));
    let asked = findings.iter().map(|finding| {
        let (_, key) = finding.message.split_once("the key `").unwrap();
        format!("{}.{}", finding.place.path, key.trim_end_matches("` is missing"))
    });
    let (asked, missing) = (asked.collect::<BTreeSet<_>>(), missing.into_iter().collect::<BTreeSet<_>>());
    assert_eq!(asked, missing);
}
