//! The cluster template and the files beside it lead to the same resources.

use std::collections::BTreeMap;

use cluster_model::fleet::fleet;
use cluster_model::{Cluster, Source, check, spec};
use manifest::yaml;
use omni_client::resource::{AnyResource, read};
use omni_client::template::{NoFiles, Template};

/// Patches and extension lists, by type and id.
fn resources(found: impl IntoIterator<Item = AnyResource>) -> BTreeMap<(String, String), AnyResource> {
    // The disk to install on has no file: it means something only while a machine is created from the template.
    let is_install_disk = |id: &str| id.starts_with("000-cm-") && id.ends_with("-install-disk");
    let kept = ["ConfigPatches.omni.sidero.dev", "ExtensionsConfigurations.omni.sidero.dev"];
    found
        .into_iter()
        .map(|resource| {
            ((resource.metadata().resource_type.clone(), resource.metadata().id.clone()), resource)
        })
        .filter(|((kind, id), _)| kept.contains(&kind.as_str()) && !is_install_disk(id))
        .collect()
}

fn assert_template_renders_the_files(cluster: &Cluster) {
    let artifacts = cluster.artifacts().unwrap();
    let template = artifacts.iter().find(|artifact| artifact.path == "cluster-template.yaml").unwrap();
    let loaded = Template::load(&Source::new(&*template.path, &*template.text));
    assert_eq!(loaded.findings, []);
    loaded.template.validate(&NoFiles).unwrap();
    let rendered = resources(loaded.template.render(&NoFiles).unwrap());

    let files = artifacts.iter().filter(|artifact| artifact.path.starts_with("patches/"));
    let applied = resources(files.flat_map(|artifact| {
        let documents = yaml::parse(&Source::new(&*artifact.path, &*artifact.text)).unwrap();
        documents.into_iter().map(|document| {
            let decoded = read(&document);
            assert_eq!(decoded.findings, []);
            decoded.value.unwrap()
        })
    }));
    assert_eq!(rendered.keys().collect::<Vec<_>>(), applied.keys().collect::<Vec<_>>());
    for (key, resource) in &applied {
        let (from_file, from_template) = (resource.metadata(), rendered[key].metadata());
        assert_eq!(from_file.labels, from_template.labels, "{key:?}");
        assert_eq!(from_file.annotations, from_template.annotations, "{key:?}");
        assert!(resource.has_spec_of(&rendered[key]), "{key:?}");
    }
}

#[test]
fn the_template_of_the_starter_renders_its_files() {
    let checked = check(&Source::new("cluster.yaml", spec::STARTER));
    assert_template_renders_the_files(&checked.cluster.unwrap());
}

#[test]
fn the_template_of_a_fleet_renders_its_files() {
    assert_template_renders_the_files(&fleet(40, 7).unwrap());
}
