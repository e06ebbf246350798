//! What an unquoted text means, decided as Go's YAML library decides it (`resolve.go`).

use std::borrow::Cow;

use super::GoYaml;
use crate::calendar::days_in_month;

/// The type and value of a scalar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolved {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`, in three spellings each. `yes` and its kin are strings.
    Bool(bool),
    /// A whole number that fits 64 bits with a sign.
    Int(i64),
    /// A larger whole number that fits 64 bits without a sign.
    UInt(u64),
    /// Any other number, infinities and not-a-number included.
    Float(f64),
    /// A date, with or without a time.
    Timestamp,
    /// The merge key `<<`.
    Merge,
    /// Everything else.
    String,
}

/// Resolves the text of a plain scalar.
///
/// ```
/// use manifest::yaml::{Resolved, resolve};
///
/// assert_eq!(resolve("0o644"), Resolved::Int(420));
/// assert_eq!(resolve("08"), Resolved::Float(8.0)); // eight is no octal digit
/// assert_eq!(resolve("yes"), Resolved::String);
/// assert_eq!(resolve("2026-01-31"), Resolved::Timestamp);
/// ```
#[must_use]
pub fn resolve(text: &str) -> Resolved {
    match text {
        _ if is_null(text) => return Resolved::Null,
        "true" | "True" | "TRUE" => return Resolved::Bool(true),
        "false" | "False" | "FALSE" => return Resolved::Bool(false),
        ".nan" | ".NaN" | ".NAN" => return Resolved::Float(f64::NAN),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => return Resolved::Float(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => return Resolved::Float(f64::NEG_INFINITY),
        "-0" | "-0.0" => return Resolved::Float(-0.0),
        "<<" => return Resolved::Merge,
        _ => {}
    }
    match text.as_bytes().first() {
        Some(b'0'..=b'9' | b'+' | b'-') => number(text),
        Some(b'.') => fraction(text).map_or(Resolved::String, Resolved::Float),
        _ => Resolved::String,
    }
}

/// The same for a release of Go's library: v3.0.1 reads `0b-1` and `0o-7` as numbers, and `-0` as a whole one.
#[must_use]
pub fn resolve_as(text: &str, release: GoYaml) -> Resolved {
    match resolve(text) {
        Resolved::Float(_) if release == GoYaml::V3 && text == "-0" => Resolved::Int(0),
        Resolved::String if release == GoYaml::V3 => second_sign(text).unwrap_or(Resolved::String),
        other => other,
    }
}

/// Whether a plain scalar is nothing.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// A sign behind `0b` or `0o`, with or without one before.
fn second_sign(text: &str) -> Option<Resolved> {
    if !text.starts_with(['-', '0']) {
        return None;
    }
    let digits = text.replace('_', "");
    let (negative, rest) = digits.strip_prefix('-').map_or((false, &*digits), |rest| (true, rest));
    let (radix, rest) =
        rest.strip_prefix("0b").map(|rest| (2, rest)).or_else(|| Some((8, rest.strip_prefix("0o")?)))?;
    // Behind a first sign the second one is an error.
    let second = rest.starts_with(['+', '-']) && !negative;
    second.then(|| i64::from_str_radix(rest, radix).ok().map(Resolved::Int))?
}

/// Whether YAML 1.1 readers (kubectl's among them) take an unquoted text for a boolean although Go's newer
/// readers do not: `yes`, `no`, `on`, `off`, `y`, `n` in their three spellings.
#[must_use]
pub fn legacy_bool(text: &str) -> Option<bool> {
    match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

fn number(text: &str) -> Resolved {
    if is_timestamp(text) {
        return Resolved::Timestamp;
    }
    if !may_be_number(text) {
        return Resolved::String;
    }
    let digits = if text.contains('_') { Cow::Owned(text.replace('_', "")) } else { Cow::Borrowed(text) };
    integer(&digits).or_else(|| float(&digits).map(Resolved::Float)).unwrap_or(Resolved::String)
}

/// A quick no for addresses, versions and the like: no number has two points, or anything but letters and digits.
fn may_be_number(text: &str) -> bool {
    let mut points = 0;
    text.bytes().all(|byte| {
        points += u32::from(byte == b'.');
        points < 2 && (byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-'))
    })
}

/// A whole number by Go's `ParseInt` with base 0: decimal, `0x`, `0o`, `0b`, and a leading `0` for octal.
fn integer(text: &str) -> Option<Resolved> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let magnitude = magnitude(digits)?;
    if negative {
        return 0_i64.checked_sub_unsigned(magnitude).map(Resolved::Int);
    }
    if let Ok(small) = i64::try_from(magnitude) {
        return Some(Resolved::Int(small));
    }
    // A sign is an error for Go's `ParseUint`.
    (!text.starts_with('+')).then_some(Resolved::UInt(magnitude))
}

fn magnitude(digits: &str) -> Option<u64> {
    let (radix, digits) = match digits.get(..2) {
        Some("0x" | "0X") => (16, digits.get(2..)?),
        Some("0o" | "0O") => (8, digits.get(2..)?),
        Some("0b" | "0B") => (2, digits.get(2..)?),
        _ if digits.len() > 1 && digits.starts_with('0') => (8, digits.get(1..)?),
        _ => (10, digits),
    };
    // Rust's parser would take a second sign.
    digits.starts_with(|c: char| c.is_digit(radix)).then(|| u64::from_str_radix(digits, radix).ok())?
}

/// A number that begins with its point; here an underscore must stand between digits.
fn fraction(text: &str) -> Option<f64> {
    let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    let bytes = text.as_bytes();
    let mut underscores = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'_').map(|(place, _)| place);
    let between =
        |place: usize| is_digit(bytes.get(place - 1).copied()) && is_digit(bytes.get(place + 1).copied());
    if underscores.all(between) { float(&text.replace('_', "")) } else { None }
}

/// A number as YAML writes floats: `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
fn float(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) =
        unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(m, e)| (m, Some(e)));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digits = !whole.is_empty() || !fraction.is_empty();
    let exponent_fits = exponent.is_none_or(|exponent| {
        let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !digits.is_empty() && all_digits(digits)
    });
    if !(has_digits && all_digits(whole) && all_digits(fraction) && exponent_fits) {
        return None;
    }
    // Go reports a number out of range as an error, and the text stays a string.
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A date as Go's reader knows it: four layouts, `2006-1-2` alone or followed by a time.
fn is_timestamp(text: &str) -> bool {
    let Some(time) = after_date(text) else { return false };
    match time.as_bytes().first() {
        None => true,
        Some(b'T' | b't') => clock(time.get(1..).unwrap_or_default()).is_some_and(is_zone),
        Some(b' ') => clock(time.trim_start_matches(' ')).is_some_and(str::is_empty),
        _ => false,
    }
}

/// A date that [`resolve`] tells apart, as Go writes a `time.Time` (RFC 3339); none for other texts.
///
/// ```
/// use manifest::yaml::rfc3339;
///
/// assert_eq!(rfc3339("2026-1-2").as_deref(), Some("2026-01-02T00:00:00Z"));
/// assert_eq!(rfc3339("2026-01-02 3:04:05.60").as_deref(), Some("2026-01-02T03:04:05.6Z"));
/// assert_eq!(rfc3339("tomorrow"), None);
/// ```
#[must_use]
pub fn rfc3339(text: &str) -> Option<String> {
    if !is_timestamp(text) {
        return None;
    }
    let (date, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    let two = |parts: &str, between: char| -> Vec<String> {
        parts.split(between).map(|part| format!("{part:0>2}")).collect()
    };
    let date = two(date, '-').join("-");
    let time = time.trim_start_matches(' ');
    if time.is_empty() {
        return Some(format!("{date}T00:00:00Z"));
    }
    let (clock, zone) = time.split_at_checked(time.find(['Z', '+', '-']).unwrap_or(time.len()))?;
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let nanoseconds: String = fraction.chars().take(9).collect();
    let fraction = match nanoseconds.trim_end_matches('0') {
        "" => String::new(),
        digits => format!(".{digits}"),
    };
    let zone = if ["", "Z", "+00:00", "-00:00"].contains(&zone) { "Z" } else { zone };
    Some(format!("{date}T{}{fraction}{zone}", two(clock, ':').join(":")))
}

/// Cuts `2006-1-2` off.
fn after_date(text: &str) -> Option<&str> {
    if text.bytes().take_while(u8::is_ascii_digit).count() != 4 {
        return None;
    }
    let year: u32 = text.get(..4)?.parse().ok()?;
    let (month, rest) = one_or_two_digits(text.get(4..)?.strip_prefix('-')?)?;
    let (day, rest) = one_or_two_digits(rest.strip_prefix('-')?)?;
    (1..=days_in_month(year, month)?).contains(&day).then_some(rest)
}

/// Cuts `15:4:5` and a fraction off.
fn clock(text: &str) -> Option<&str> {
    let (hour, rest) = one_or_two_digits(text)?;
    let (minute, rest) = one_or_two_digits(rest.strip_prefix(':')?)?;
    let (second, rest) = one_or_two_digits(rest.strip_prefix(':')?)?;
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(match rest.strip_prefix(['.', ',']) {
        Some(fraction) if fraction.starts_with(|c: char| c.is_ascii_digit()) => {
            fraction.trim_start_matches(|c: char| c.is_ascii_digit())
        }
        _ => rest,
    })
}

fn is_zone(text: &str) -> bool {
    if text == "Z" {
        return true;
    }
    let Some(offset) = text.strip_prefix(['+', '-']) else { return false };
    let two = |part: &str, limit: u32| {
        part.len() == 2
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse().is_ok_and(|number: u32| number <= limit)
    };
    offset.split_once(':').is_some_and(|(hours, minutes)| two(hours, 24) && two(minutes, 60))
}

fn one_or_two_digits(text: &str) -> Option<(u32, &str)> {
    let count = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(count)?;
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::{Resolved, resolve, resolve_as};
    use crate::yaml::GoYaml;

    #[test]
    fn numbers_are_read_in_every_base() {
        for (text, value) in [
            ("0", 0),
            ("-5", -5),
            ("+5", 5),
            ("0644", 420),
            ("0o644", 420),
            ("0O644", 420),
            ("0x1F", 31),
            ("0b101", 5),
            ("1_000", 1000),
            ("-0x10", -16),
            ("-9223372036854775808", i64::MIN),
        ] {
            assert_eq!(resolve(text), Resolved::Int(value), "{text}");
        }
        assert_eq!(resolve("18446744073709551615"), Resolved::UInt(u64::MAX));
        assert_eq!(resolve("08"), Resolved::Float(8.0));
        assert_eq!(resolve("1e3"), Resolved::Float(1000.0));
        assert_eq!(resolve(".5"), Resolved::Float(0.5));
        assert_eq!(resolve(".2_5"), Resolved::Float(0.25));
        assert_eq!(resolve("-.inf"), Resolved::Float(f64::NEG_INFINITY));
    }

    #[test]
    fn near_numbers_stay_strings() {
        for text in [
            "1.2.3", "12h", "1e", "e3", "0x", "0o9", "--1", "+-1", "1Gi", ".", "-", "+", "0b2", "0b-1",
            "inf", "._5", ".5_",
        ] {
            assert_eq!(resolve(text), Resolved::String, "{text}");
        }
    }

    #[test]
    fn the_old_release_reads_a_sign_behind_the_base() {
        assert_eq!(resolve_as("0b-1", GoYaml::V3), Resolved::Int(-1));
        assert_eq!(resolve_as("0o+_7", GoYaml::V3), Resolved::Int(7));
        assert_eq!(resolve_as("-0", GoYaml::V3), Resolved::Int(0));
        for text in ["-0b-1", "_0b-1", "0x-1", "0b--1", "0o-", "0o-8"] {
            assert_eq!(resolve_as(text, GoYaml::V3), Resolved::String, "{text}");
        }
        assert_eq!(resolve_as("0b-1", GoYaml::V4Rc3), Resolved::String);
    }

    #[test]
    fn dates_need_a_valid_calendar_day_and_one_of_four_layouts() {
        for text in [
            "2024-01-01",
            "2024-1-1",
            "2024-02-29",
            "2024-01-01T10:00:00Z",
            "2024-01-01t1:2:3.5+02:00",
            "2024-01-01 10:00:00",
        ] {
            assert_eq!(resolve(text), Resolved::Timestamp, "{text}");
        }
        for text in [
            "2023-02-29",
            "2024-13-01",
            "2024-01-01T10:00:00",
            "2024-01-01T10:00:00Z_",
            "2024-01-01 10:00:00Z",
            "24-01-01",
            "2024-01-01x",
        ] {
            assert_eq!(resolve(text), Resolved::String, "{text}");
        }
    }
}
