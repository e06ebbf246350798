//! The seed's cluster: every artifact as it is committed.

use std::path::{Path, PathBuf};
use std::{env, fs};

use cluster_model::{Cluster, Source, check};
use talos_config::{Minor, Patch};

fn cluster() -> Cluster {
    let text = fs::read_to_string(repository().join("examples/frank/cluster.yaml")).unwrap();
    let checked = check(&Source::new("cluster.yaml", text));
    assert_eq!(checked.findings, []);
    checked.cluster.unwrap()
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Relative paths of all files below a directory, sorted.
fn files(directory: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(directory).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// `UPDATE_GOLDEN=1 cargo test -p cluster-model` writes the committed files anew; look at the difference.
#[test]
fn the_artifacts_are_the_committed_ones() {
    let golden = repository().join("cluster-model/tests/data/frank");
    let artifacts = cluster().artifacts().unwrap();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&golden);
        for artifact in &artifacts {
            let path = golden.join(&artifact.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &artifact.text).unwrap();
        }
    }
    let paths: Vec<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    assert_eq!(paths, files(&golden));
    for artifact in &artifacts {
        assert_eq!(
            artifact.text,
            fs::read_to_string(golden.join(&artifact.path)).unwrap(),
            "{}",
            artifact.path
        );
    }
}

#[test]
fn every_artifact_of_the_seed_is_there_with_its_id() {
    let artifacts = cluster().artifacts().unwrap();
    let text = |path: &str| {
        let found = artifacts.iter().find(|artifact| artifact.path == path);
        &*found.unwrap_or_else(|| panic!("{path} is missing")).text
    };
    for (path, id) in [
        ("patches/phase01-node-config/01-cluster-wide-scheduling.yaml", "100-cluster-allow-cp-scheduling"),
        ("patches/phase01-node-config/02-cluster-wide-nameservers.yaml", "102-cluster-nameservers"),
        ("patches/phase02-cilium/02-cluster-wide-cni-none.yaml", "100-cluster-cni-none"),
    ] {
        assert!(text(path).contains(&format!("  id: {id}\n")), "{path}");
    }
    for machine in ["mini-1", "mini-2", "mini-3", "gpu-1", "pc-1", "raspi-1", "raspi-2"] {
        let path = format!("patches/phase01-node-config/03-labels-{machine}.yaml");
        assert!(text(&path).contains(&format!("  id: 200-labels-{machine}\n")), "{path}");
    }
    assert!(text("patches/phase01-node-config/03-labels-gpu-1.yaml").contains("model-server: \"true\"\n"));
    for path in ["lb-ippool", "l2-policy", "hubble-ui-service"] {
        text(&format!("apps/cilium/manifests/{path}.yaml"));
    }
    text("apps/cilium/values.yaml");
    text("cluster-template.yaml");
    text("ROLLOUT.md");
    text("rollout.yaml");
}

#[test]
fn the_hand_over_is_in_the_safe_order() {
    let artifacts = cluster().artifacts().unwrap();
    let rollout = &artifacts.iter().find(|artifact| artifact.path == "rollout.yaml").unwrap().text;
    let positions: Vec<usize> =
        ["cilium-ready", "cni-none", "remove-flannel", "remove-kube-proxy", "cilium-install", "verify"]
            .iter()
            .map(|step| {
                rollout.find(&format!("- id: {step}\n")).unwrap_or_else(|| panic!("{step} is missing"))
            })
            .collect();
    assert!(positions.is_sorted(), "{positions:?}");
}

/// The same cluster on the first Talos that has these settings in documents of their own.
#[test]
fn the_patches_for_talos_1_14_are_the_committed_ones() {
    let text = fs::read_to_string(repository().join("examples/frank/cluster.yaml")).unwrap();
    let text = text.replace("{talos: 1.12.6,", "{talos: 1.14.0,");
    assert!(text.contains("talos: 1.14.0"));
    let checked = check(&Source::new("cluster.yaml", text));
    assert_eq!(checked.findings, []);
    let artifacts = checked.cluster.unwrap().artifacts().unwrap();
    let patches = artifacts.iter().filter(|artifact| artifact.text.contains("type: ConfigPatches"));
    let patches: Vec<_> = patches.map(|artifact| format!("# {}\n{}", artifact.path, artifact.text)).collect();
    let golden = repository().join("cluster-model/tests/data/frank-1.14.yaml");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&golden, patches.join("---\n")).unwrap();
    }
    assert_eq!(patches.join("---\n"), fs::read_to_string(golden).unwrap());
    for artifact in &artifacts {
        let Some((_, data)) = artifact.text.split_once("  data: |\n") else { continue };
        let lines: Vec<&str> = data.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
        let data = lines.join("\n");
        let loaded = Patch::load(&Source::new(&*artifact.path, &*data), Minor::V1_14);
        assert_eq!(loaded.findings, [], "{}", artifact.path);
        assert!(!data.contains("machine:") && !data.contains("cluster:"), "{}: {data}", artifact.path);
    }
}
