//! The order in which Go's YAML library writes the keys of a map.

use std::cmp::Ordering;

/// Compares two keys as Go's library sorts them: numbers inside of texts by their value, letters after
/// everything else except behind a digit.
///
/// Texts are compared at the first character in which they differ; if there is none, the shorter one is first.
/// This is a total order, which Go's is not: there, whole numbers beyond 64 bits wrap around, and digits of other
/// scripts have values far from their own. Here numbers have any length and digits are `0` to `9`.
///
/// ```
/// let mut keys = ["aB", "a10", "B", "a", "10", "a2", "9", "a.b", "a-b"];
/// keys.sort_by(|left, right| manifest::yaml::natural_cmp(left, right));
/// assert_eq!(keys, ["9", "10", "B", "a", "a-b", "a.b", "a2", "a10", "aB"]);
/// ```
#[must_use]
pub fn natural_cmp(left: &str, right: &str) -> Ordering {
    compare(left, right, true)
}

/// The same for `gopkg.in/yaml.v2`, where letters come after everything else behind a digit, too.
#[must_use]
pub fn natural_cmp_v2(left: &str, right: &str) -> Ordering {
    compare(left, right, false)
}

fn compare(left: &str, right: &str, minds_digits: bool) -> Ordering {
    let common: usize =
        left.chars().zip(right.chars()).take_while(|(l, r)| l == r).map(|(l, _)| l.len_utf8()).sum();
    let (before, left) = left.split_at_checked(common).unwrap_or_default();
    let right = right.get(common..).unwrap_or_default();
    let (Some(l), Some(r)) = (left.chars().next(), right.chars().next()) else {
        return left.len().cmp(&right.len());
    };
    match (l.is_alphabetic(), r.is_alphabetic()) {
        (true, true) => l.cmp(&r),
        (l_is_letter, r_is_letter) if l_is_letter != r_is_letter => {
            let letter_first = minds_digits && before.ends_with(|c: char| c.is_ascii_digit());
            if l_is_letter == letter_first { Ordering::Less } else { Ordering::Greater }
        }
        _ => numbers(before, left, right).then(l.cmp(&r)),
    }
}

/// Compares the digits at the start of two texts by value, then by number.
fn numbers(before: &str, left: &str, right: &str) -> Ordering {
    // A zero inside of a number is a digit of it, one at its start is not.
    let inside = before.bytes().rev().take_while(u8::is_ascii_digit).any(|digit| digit != b'0');
    let (left, right) = (digits(left), digits(right));
    let significant = |digits| if inside { digits } else { str::trim_start_matches(digits, '0') };
    let value = |digits| (significant(digits).len(), significant(digits));
    value(left).cmp(&value(right)).then(left.len().cmp(&right.len()))
}

fn digits(text: &str) -> &str {
    text.get(..text.bytes().take_while(u8::is_ascii_digit).count()).unwrap_or_default()
}
