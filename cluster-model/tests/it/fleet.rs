//! Fleets of any size: without findings, and the same every time.

use cluster_model::fleet::fleet;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_fleet_has_no_findings_and_generates_the_same_bytes_twice(machines in 1_u32..120, seed in any::<u64>()) {
        let first = fleet(machines, seed).unwrap();
        prop_assert_eq!(first.warnings(), &[]);
        prop_assert_eq!(first.artifacts().unwrap(), fleet(machines, seed).unwrap().artifacts().unwrap());
    }
}
