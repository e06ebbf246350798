//! Numbers with units, as the state's label queries compare them.

use std::cmp::Ordering;

/// Compares two texts as numbers; none unless both are some.
pub(super) fn compare(one: &str, other: &str) -> Option<Ordering> {
    Some(parse(one)?.cmp(&parse(other)?))
}

/// A whole number and a unit, which is known by how it begins: `64GiB` and `64Gigs` are the same.
fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    // Numbers that are too large go round, as they do upstream.
    Some(digits.parse::<i64>().ok()?.wrapping_mul(multiplier(unit.trim())?))
}

fn multiplier(unit: &str) -> Option<i64> {
    let unit = unit.to_lowercase();
    if unit.is_empty() {
        return Some(1);
    }
    UNITS.iter().find(|(prefix, _)| unit.starts_with(prefix)).map(|(_, multiplier)| *multiplier)
}

/// The longer ones first.
const UNITS: [(&str, i64); 10] = [
    ("ki", 1 << 10),
    ("mi", 1 << 20),
    ("gi", 1 << 30),
    ("ti", 1 << 40),
    ("pi", 1 << 50),
    ("k", 1_000),
    ("m", 1_000_000),
    ("g", 1_000_000_000),
    ("t", 1_000_000_000_000),
    ("p", 1_000_000_000_000_000),
];
