//! The same cluster in Rust and in YAML.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../../frank/cluster.rs"]
mod cluster;

use cluster_model::{Source, check};

#[test]
fn the_cluster_in_rust_is_the_cluster_in_yaml_byte_for_byte() {
    let text = include_str!("../../frank/cluster.yaml");
    let checked = check(&Source::new("cluster.yaml", text));
    assert_eq!(checked.findings, []);
    let from_yaml = checked.cluster.unwrap();
    let from_rust = cluster::frank().unwrap();
    assert_eq!(from_rust.spec(), from_yaml.spec());
    assert_eq!(from_rust.warnings(), []);
    assert_eq!(from_rust.artifacts().unwrap(), from_yaml.artifacts().unwrap());
}
