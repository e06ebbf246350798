//! How a project tests a policy of its own against every cluster that could be.
//!
//! The policy here: a machine with an accelerator has a disk that is named, so that a reinstallation never takes
//! another one. The program looks for the smallest cluster that breaks it; the tests show how the strategies are used.
//!
//! ```sh
//! cargo run --example property-tests
//! cargo test --example property-tests
//! ```

use cluster_model::Cluster;
use cluster_model::strategies::fleets;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// The machines that break the policy.
fn without_disk(cluster: &Cluster) -> Vec<&str> {
    let machines = cluster.estate().machines.iter();
    let broken = machines.filter(|machine| machine.label("accelerator").is_some() && machine.disk.is_none());
    broken.map(|machine| machine.name.as_str()).collect()
}

#[expect(clippy::print_stdout, reason = "a program for people")]
fn main() {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&fleets(1..=40), |cluster| {
        let broken = without_disk(&cluster);
        let all = cluster.spec().nodes.len();
        prop_assert!(broken.is_empty(), "without a disk: {} of {all} machines", broken.join(", "));
        Ok(())
    });
    match outcome {
        Ok(()) => println!("every cluster keeps to the policy"),
        Err(error) => println!("{}", error.to_string().lines().next().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use cluster_model::strategies::{clusters, near_valid};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn every_good_cluster_has_artifacts(cluster in clusters()) {
            prop_assert!(cluster.artifacts().is_ok_and(|artifacts| !artifacts.is_empty()));
        }

        #[test]
        fn every_broken_spec_is_told_by_the_rule_that_it_breaks(wrong in near_valid()) {
            prop_assert!(wrong.findings().iter().any(|finding| finding.rule == wrong.rule));
        }
    }
}
