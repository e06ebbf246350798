//! Clusters written in Rust.

use cluster_model::{Cluster, MachineBuilder};

#[test]
fn all_faults_are_reported_at_once_with_their_paths() {
    let invalid = Cluster::builder("Frank")
        .versions("1.12", "1.35.3", "1.17.0")
        .subnet("192.168.55.1/24")
        .machine(MachineBuilder::control_plane("mini-1", "not-a-uuid", "192.168.55.21"))
        .build()
        .unwrap_err();
    let paths: Vec<String> = invalid.findings.iter().map(|finding| finding.place.path.to_string()).collect();
    assert_eq!(paths, ["name", "versions.talos", "network.subnet", "nodes.mini-1.id"]);
    assert!(invalid.to_string().starts_with("the cluster has 4 errors, the first: `name`: the name `Frank`"));
}

#[test]
fn a_machine_given_twice_is_refused() {
    let machine = |id: &str, address: &str| MachineBuilder::control_plane("mini-1", id, address);
    let invalid = Cluster::builder("frank")
        .versions("1.12.6", "1.35.3", "1.17.0")
        .subnet("192.168.55.0/24")
        .machine(machine("11111111-1111-4111-8111-111111111111", "192.168.55.21"))
        .machine(machine("22222222-2222-4222-8222-222222222222", "192.168.55.22"))
        .build()
        .unwrap_err();
    assert_eq!(invalid.findings.len(), 1);
    assert_eq!(invalid.findings[0].rule.code, "YML0002");
}

#[test]
fn what_is_missing_is_named() {
    let invalid = Cluster::builder("frank").build().unwrap_err();
    let messages: Vec<&str> = invalid.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, ["the key `versions` is missing", "the key `network.subnet` is missing"]);
}
