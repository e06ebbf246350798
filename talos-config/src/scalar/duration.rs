//! A span of time as Go writes it.

use std::fmt;
use std::str::FromStr;

use super::InvalidScalar;
use super::text::text;

/// A span of time, in nanoseconds (`time.Duration`).
///
/// Read from numbers with units: `1h30m`, `1.5h`, `-5s`, `100ms`; the units are `ns`, `us` or `µs`, `ms`, `s`, `m`,
/// `h`. Days do not exist, and a number without a unit is refused, except `0`. At most about 292 years.
///
/// ```
/// use talos_config::scalar::Duration;
///
/// let timeout: Duration = "90s".parse()?;
/// assert_eq!(timeout.to_string(), "1m30s");
/// assert!("1d".parse::<Duration>().is_err());
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "time.Duration")]
pub struct Duration(i64);

text!(Duration);

const SECOND: u64 = 1_000_000_000;

impl Duration {
    /// So many nanoseconds.
    #[must_use]
    pub fn from_nanos(nanoseconds: i64) -> Self {
        Self(nanoseconds)
    }

    /// The nanoseconds.
    #[must_use]
    pub fn as_nanos(self) -> i64 {
        self.0
    }
}

impl FromStr for Duration {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let invalid = || InvalidScalar::new(format!("time: invalid duration {text:?}"));
        let (negative, unsigned) = match text.as_bytes().first() {
            Some(b'-') => (true, text.get(1..).unwrap_or_default()),
            Some(b'+') => (false, text.get(1..).unwrap_or_default()),
            _ => (false, text),
        };
        if unsigned == "0" {
            return Ok(Self(0));
        }
        if unsigned.is_empty() {
            return Err(invalid());
        }
        let mut rest = unsigned;
        let mut total: u64 = 0;
        while !rest.is_empty() {
            let (part, after) = term(rest, text)?;
            total = total.checked_add(part).filter(|total| *total <= 1 << 63).ok_or_else(invalid)?;
            rest = after;
        }
        if negative {
            return 0_i64.checked_sub_unsigned(total).map(Self).ok_or_else(invalid);
        }
        i64::try_from(total).map(Self).map_err(|_| invalid())
    }
}

/// Cuts one number with its unit off, and returns its nanoseconds.
fn term<'t>(rest: &'t str, whole: &str) -> Result<(u64, &'t str), InvalidScalar> {
    let invalid = || InvalidScalar::new(format!("time: invalid duration {whole:?}"));
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = rest.split_at(digits(rest));
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(digits(rest)),
        None => ("", rest),
    };
    if number.is_empty() && fraction.is_empty() {
        return Err(invalid());
    }
    let end = rest.find(|c: char| c == '.' || c.is_ascii_digit()).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    if name.is_empty() {
        return Err(InvalidScalar::new(format!("time: missing unit in duration {whole:?}")));
    }
    let unit = unit(name)
        .ok_or_else(|| InvalidScalar::new(format!("time: unknown unit {name:?} in duration {whole:?}")))?;
    let number: u64 = if number.is_empty() { 0 } else { number.parse().map_err(|_| invalid())? };
    let value = number.checked_mul(unit).filter(|value| *value <= 1 << 63).ok_or_else(invalid)?;
    Ok((value.checked_add(part_of(fraction, unit)).ok_or_else(invalid)?, rest))
}

/// The nanoseconds of the digits behind the point, cut off after the last whole one.
fn part_of(fraction: &str, unit: u64) -> u64 {
    let mut value: u64 = 0;
    let mut scale: f64 = 1.0;
    for digit in fraction.bytes() {
        let next = value.checked_mul(10).and_then(|v| v.checked_add(u64::from(digit - b'0')));
        let Some(next) = next.filter(|next| *next < 1 << 63) else { break };
        value = next;
        scale *= 10.0;
    }
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "Go computes the fraction in floating point too, and cuts it"
    )]
    let nanoseconds = (value as f64 * (unit as f64 / scale)) as u64;
    nanoseconds
}

fn unit(name: &str) -> Option<u64> {
    Some(match name {
        "ns" => 1,
        "us" | "\u{b5}s" | "\u{3bc}s" => 1_000,
        "ms" => 1_000_000,
        "s" => SECOND,
        "m" => 60 * SECOND,
        "h" => 3_600 * SECOND,
        _ => return None,
    })
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.0.unsigned_abs();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        match total {
            0 => return f.write_str("0s"),
            1..1_000 => return write!(f, "{total}ns"),
            1_000..1_000_000 => return write!(f, "{}\u{b5}s", decimal(total, 1_000)),
            1_000_000..SECOND => return write!(f, "{}ms", decimal(total, 1_000_000)),
            _ => {}
        }
        let minutes = total / (60 * SECOND);
        if minutes >= 60 {
            write!(f, "{}h", minutes / 60)?;
        }
        if minutes > 0 {
            write!(f, "{}m", minutes % 60)?;
        }
        write!(f, "{}s", decimal(total % (60 * SECOND), SECOND))
    }
}

/// A number of units with as many digits behind the point as it needs.
fn decimal(nanoseconds: u64, unit: u64) -> String {
    let width = unit.ilog10() as usize;
    let text = format!("{}.{:0width$}", nanoseconds / unit, nanoseconds % unit);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::Duration;

    #[test]
    fn prints_as_go_does() {
        for (text, printed) in [
            ("5m", "5m0s"),
            ("90s", "1m30s"),
            ("1us", "1\u{b5}s"),
            ("1.5h", "1h30m0s"),
            ("-5s", "-5s"),
            ("1500ms", "1.5s"),
            ("100ms", "100ms"),
            (".5s", "500ms"),
            ("0", "0s"),
            ("1h0.5s", "1h0m0.5s"),
        ] {
            assert_eq!(text.parse::<Duration>().unwrap().to_string(), printed, "{text}");
        }
    }

    #[test]
    fn needs_a_known_unit() {
        for text in ["", "5", "1d", "5M", "s", "-", "1h 5m", "9999999999h"] {
            assert!(text.parse::<Duration>().is_err(), "{text}");
        }
    }
}
