//! What is generated reads back as what was meant, by the types of the systems that read it.

use cilium_values::Values;
use cilium_values::resource::{CiliumL2AnnouncementPolicy, CiliumLoadBalancerIpPool, Service};
use cluster_model::fleet::fleet;
use cluster_model::{Artifact, Source};
use manifest::yaml::{self, GoYaml, Reading};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use talos_config::v1alpha1::Config;

/// Reads every document of an artifact without a finding.
fn read<T: DeserializeOwned>(artifact: &Artifact, reading: Reading) -> Vec<T> {
    let documents = yaml::parse(&Source::new(&*artifact.path, &*artifact.text)).unwrap();
    documents
        .iter()
        .map(|document| {
            let decoded = document.decode(reading);
            assert_eq!(decoded.findings, [], "{}", artifact.path);
            decoded.value.unwrap()
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn generated_artifacts_read_back(machines in 1_u32..40, seed in any::<u64>()) {
        let cluster = fleet(machines, seed).unwrap();
        let artifacts = cluster.artifacts().unwrap();
        for artifact in &artifacts {
            prop_assert!(Artifact::is_generated(&artifact.text), "{}", artifact.path);
            let path = artifact.path.as_str();
            if path.ends_with("values.yaml") {
                let values: Vec<Values> = read(artifact, Reading::Json);
                prop_assert_eq!(&values[0], &cluster.estate().cilium.as_ref().unwrap().values);
            } else if path.ends_with("lb-ippool.yaml") {
                prop_assert_eq!(read::<CiliumLoadBalancerIpPool>(artifact, Reading::Json).len(), 1);
            } else if path.ends_with("l2-policy.yaml") {
                prop_assert_eq!(read::<CiliumL2AnnouncementPolicy>(artifact, Reading::Json).len(), 1);
            } else if path.ends_with("-service.yaml") {
                prop_assert_eq!(read::<Service>(artifact, Reading::Json).len(), 1);
            } else if path.starts_with("patches/") {
                let documents = yaml::parse(&Source::new(path, &*artifact.text)).unwrap();
                let spec = documents[0].root().get("spec").unwrap();
                if let Some(data) = spec.get("data") {
                    let patch = Artifact { path: path.to_owned(), text: data.as_text().unwrap().to_owned() };
                    read::<Config>(&patch, Reading::Go(GoYaml::V4Rc3));
                }
            }
        }
        // Every machine's labels are what the spec says, as texts.
        for (name, node) in &cluster.spec().nodes {
            let file = format!("03-labels-{name}.yaml");
            let artifact = artifacts.iter().find(|artifact| artifact.path.ends_with(&file)).unwrap();
            let documents = yaml::parse(&Source::new(&*artifact.path, &*artifact.text)).unwrap();
            let data = documents[0].root().get("spec").and_then(|spec| spec.get("data")).unwrap();
            let patch = Artifact { path: file, text: data.as_text().unwrap().to_owned() };
            let config: Vec<Config> = read(&patch, Reading::Go(GoYaml::V4Rc3));
            let labels = &config[0].machine.as_ref().unwrap().node_labels;
            let written: Vec<(String, String)> = labels.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
            let wanted: Vec<(String, String)> =
                node.labels.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
            prop_assert_eq!(written, wanted);
        }
    }
}

/// The types are plain serde: another YAML crate reads the same spec and the same values.
#[test]
fn another_yaml_crate_reads_the_same() {
    let source = Source::new("cluster.yaml", cluster_model::spec::STARTER);
    let cluster = cluster_model::check(&source).cluster.unwrap();
    let spec: cluster_model::spec::ClusterSpec = serde_yaml::from_str(source.text()).unwrap();
    assert_eq!(&spec, cluster.spec());

    let artifacts = cluster.artifacts().unwrap();
    let values = artifacts.iter().find(|artifact| artifact.path.ends_with("values.yaml")).unwrap();
    let values: Values = serde_yaml::from_str(&values.text).unwrap();
    assert_eq!(values, cluster.estate().cilium.as_ref().unwrap().values);
}
