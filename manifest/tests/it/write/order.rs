//! The order of keys.

use std::cmp::Ordering;

use manifest::yaml::natural_cmp;
use proptest::prelude::*;

#[test]
fn keys_are_sorted_as_go_sorts_them() {
    // Sorted by the four releases.
    let expected = [
        "", "-", "-1", "0", "0a", "00", "00-", "1", "1a", "1-", "1.5", "1.10", "01", "2", "9", "10", "010",
        "B", "a", "a-b", "a.b", "a/b", "a0", "a1", "a01", "a2", "a9b", "a9-", "a10", "aB", "ab", "é",
    ];
    let mut keys = expected;
    keys.reverse();
    keys.sort_by(|left, right| natural_cmp(left, right));
    assert_eq!(keys, expected);
}

#[test]
fn numbers_may_have_any_length() {
    let zeros = "0".repeat(1000);
    assert_eq!(natural_cmp(&format!("1{zeros}"), &format!("2{zeros}")), Ordering::Less);
    assert_eq!(natural_cmp(&format!("9{zeros}"), &format!("10{zeros}")), Ordering::Less);
}

proptest! {
    /// Sorting with anything less is not defined and may panic.
    #[test]
    fn the_order_is_total(
        a in "[aB019٣é.-]{0,5}",
        b in "[aB019٣é.-]{0,5}",
        c in "[aB019٣é.-]{0,5}",
    ) {
        prop_assert_eq!(natural_cmp(&a, &b), natural_cmp(&b, &a).reverse());
        prop_assert_eq!(natural_cmp(&a, &b) == Ordering::Equal, a == b);
        let mut sorted = [a, b, c];
        sorted.sort_by(|left, right| natural_cmp(left, right));
        prop_assert!(natural_cmp(&sorted[0], &sorted[2]) != Ordering::Greater);
    }
}
