//! Tests of the crate as its users see it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod audit;
mod check;
mod crd;
mod facts;
mod keys;
mod l2;
mod lb;
mod merge;
mod mutations;
mod objects;
mod policy;
mod resource;
mod statements;
mod talos;
mod upgrade;

use cilium_values::{CiliumVersion, Values};
use manifest::Source;
use manifest::yaml::{self, Reading};

/// The values of a YAML text, which must be without a finding.
fn values(text: &str) -> Values {
    read(text)
}

/// A YAML text as a `T`, which must be without a finding.
fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let documents = yaml::parse(&Source::new("test.yaml", text)).expect("the text is YAML");
    let decoded = documents[0].decode(Reading::Json);
    assert_eq!(decoded.findings, [], "{text}");
    decoded.value.expect("a value without findings is whole")
}

fn version(text: &str) -> CiliumVersion {
    text.parse().expect("a version")
}
