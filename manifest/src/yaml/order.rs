//! The order in which Go's YAML library writes the keys of a map.

use std::cmp::Ordering;

/// Compares two keys as Go's library sorts them: numbers inside of texts by their value, letters after
/// everything else except behind a digit.
///
/// Texts are compared at the first character in which they differ; if there is none, the shorter one is first.
/// Whole numbers beyond 64 bits wrap around there, and here, too.
///
/// ```
/// let mut keys = ["aB", "a10", "B", "a", "10", "a2", "9", "a.b", "a-b"];
/// keys.sort_by(|left, right| manifest::yaml::natural_cmp(left, right));
/// assert_eq!(keys, ["9", "10", "B", "a", "a-b", "a.b", "a2", "a10", "aB"]);
/// ```
#[must_use]
pub fn natural_cmp(left: &str, right: &str) -> Ordering {
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
            let letter_first = before.ends_with(is_digit);
            if l_is_letter == letter_first { Ordering::Less } else { Ordering::Greater }
        }
        _ => {
            // A zero inside of a number is a digit of it, one at its start is not.
            let inside = before.chars().rev().take_while(|&c| is_digit(c)).any(|c| c != '0');
            let lead = i64::from(inside && (l == '0' || r == '0'));
            number(lead, left).cmp(&number(lead, right)).then(l.cmp(&r))
        }
    }
}

/// Value and length of the digits at the start.
fn number(lead: i64, text: &str) -> (i64, usize) {
    text.chars().take_while(|&c| is_digit(c)).fold((lead, 0), |(value, length), c| {
        let digit = i64::from(u32::from(c)) - i64::from(u32::from('0'));
        (value.wrapping_mul(10).wrapping_add(digit), length + 1)
    })
}

fn is_digit(c: char) -> bool {
    // Letters apart, the numeric characters of other scripts are nearly all digits.
    c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric())
}
