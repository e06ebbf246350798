//! Lengths of time as Go writes them.

use std::fmt;
use std::str::FromStr;

use serde::de::{Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A length of time in nanoseconds, written as Go does: `1h30m0s`, `500ms`, `-2m`.
///
/// Reads what Go's `time.ParseDuration` reads: numbers with a unit (`ns`, `us`, `µs`, `ms`, `s`, `m`, `h`), one after
/// the other, with a sign in front. A number without unit is refused, except for `0`.
///
/// ```
/// use omni_client::template::GoDuration;
///
/// let interval: GoDuration = "90m".parse()?;
/// assert_eq!(interval.to_string(), "1h30m0s");
/// assert!("90".parse::<GoDuration>().is_err());
/// # Ok::<(), omni_client::template::ParseDurationError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "time.Duration")]
pub struct GoDuration {
    nanoseconds: i64,
}

/// A text that is not a [`GoDuration`]; the words are those of Go.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("time: {problem} {text:?}")]
pub struct ParseDurationError {
    problem: String,
    text: String,
}

impl GoDuration {
    /// So many nanoseconds.
    #[must_use]
    pub fn from_nanoseconds(nanoseconds: i64) -> Self {
        Self { nanoseconds }
    }

    /// The number of nanoseconds.
    #[must_use]
    pub fn nanoseconds(self) -> i64 {
        self.nanoseconds
    }
}

impl FromStr for GoDuration {
    type Err = ParseDurationError;

    fn from_str(text: &str) -> Result<Self, ParseDurationError> {
        let refused = |problem: String| ParseDurationError { problem, text: text.to_owned() };
        let invalid = || refused("invalid duration".to_owned());
        let (negative, mut rest) = match text.as_bytes().first() {
            Some(b'-') => (true, text.get(1..).unwrap_or_default()),
            Some(b'+') => (false, text.get(1..).unwrap_or_default()),
            _ => (false, text),
        };
        if rest == "0" {
            return Ok(Self::default());
        }
        if rest.is_empty() {
            return Err(invalid());
        }
        let mut sum: u64 = 0;
        while !rest.is_empty() {
            let number = Number::read(&mut rest).ok_or_else(invalid)?;
            let end = rest.find(|c: char| c == '.' || c.is_ascii_digit()).unwrap_or(rest.len());
            let (unit, after) = rest.split_at(end);
            rest = after;
            if unit.is_empty() {
                return Err(refused("missing unit in duration".to_owned()));
            }
            let Some(&(_, scale)) = UNITS.iter().find(|(name, _)| *name == unit) else {
                return Err(refused(format!("unknown unit {unit:?} in duration")));
            };
            let part = number.times(scale).ok_or_else(invalid)?;
            sum = sum.checked_add(part).filter(|sum| *sum <= LIMIT).ok_or_else(invalid)?;
        }
        let nanoseconds = if negative { 0i64.checked_sub_unsigned(sum) } else { i64::try_from(sum).ok() };
        nanoseconds.map(|nanoseconds| Self { nanoseconds }).ok_or_else(invalid)
    }
}

/// Digits before and after a point.
struct Number {
    whole: u64,
    fraction: u64,
    /// Ten to the number of digits that `fraction` stands for.
    scale: f64,
}

impl Number {
    /// Takes a number off the front; none if there is no digit, or too large a number.
    fn read(rest: &mut &str) -> Option<Self> {
        let (digits, after) = take_digits(rest);
        let mut whole: u64 = 0;
        for digit in digits.bytes() {
            whole = whole.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
            if whole > LIMIT {
                return None;
            }
        }
        let mut number = Self { whole, fraction: 0, scale: 1.0 };
        let mut decimals = "";
        *rest = after;
        if let Some(after_point) = after.strip_prefix('.') {
            (decimals, *rest) = take_digits(after_point);
            for digit in decimals.bytes() {
                // More digits than fit make no difference that could be seen.
                let Some(next) = number.fraction.checked_mul(10).map(|f| f + u64::from(digit - b'0')) else {
                    break;
                };
                if next > LIMIT {
                    break;
                }
                number.fraction = next;
                number.scale *= 10.0;
            }
        }
        (!digits.is_empty() || !decimals.is_empty()).then_some(number)
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a fraction is scaled as Go scales it, in floating point; the product is below one unit"
    )]
    fn times(&self, unit: u64) -> Option<u64> {
        let whole = self.whole.checked_mul(unit).filter(|product| *product <= LIMIT)?;
        let fraction = (self.fraction as f64 * (unit as f64 / self.scale)) as u64;
        whole.checked_add(fraction).filter(|sum| *sum <= LIMIT)
    }
}

fn take_digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// The largest number of nanoseconds, that of the most negative duration.
const LIMIT: u64 = 1 << 63;

const UNITS: [(&str, u64); 8] = [
    ("ns", 1),
    ("us", 1_000),
    ("\u{b5}s", 1_000),
    ("\u{3bc}s", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
];

impl fmt::Display for GoDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SECOND: u64 = 1_000_000_000;
        let total = self.nanoseconds.unsigned_abs();
        if total == 0 {
            return f.write_str("0s");
        }
        if self.nanoseconds < 0 {
            f.write_str("-")?;
        }
        if total < SECOND {
            let (unit, size) = match total {
                0..1_000 => ("ns", 1),
                1_000..1_000_000 => ("\u{b5}s", 1_000),
                _ => ("ms", 1_000_000),
            };
            return write!(f, "{}{unit}", Decimal { value: total, unit: size });
        }
        let (minutes, rest) = (total / (60 * SECOND), total % (60 * SECOND));
        if minutes >= 60 {
            write!(f, "{}h", minutes / 60)?;
        }
        if minutes > 0 {
            write!(f, "{}m", minutes % 60)?;
        }
        write!(f, "{}s", Decimal { value: rest, unit: SECOND })
    }
}

/// A value in a unit, with as many decimals as it needs.
struct Decimal {
    value: u64,
    unit: u64,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value / self.unit)?;
        let mut rest = self.value % self.unit;
        if rest > 0 {
            f.write_str(".")?;
        }
        while rest > 0 {
            rest *= 10;
            write!(f, "{}", rest / self.unit)?;
            rest %= self.unit;
        }
        Ok(())
    }
}

impl Serialize for GoDuration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for GoDuration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = GoDuration;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a length of time such as `1h30m`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<GoDuration, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<GoDuration, E> {
                match number {
                    0 => Ok(GoDuration::default()),
                    _ => Err(E::invalid_type(Unexpected::Unsigned(number), &self)),
                }
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<GoDuration, E> {
                u64::try_from(number)
                    .map_err(|_| E::invalid_type(Unexpected::Signed(number), &self))
                    .and_then(|number| self.visit_u64(number))
            }

            fn visit_unit<E: serde::de::Error>(self) -> Result<GoDuration, E> {
                Ok(GoDuration::default())
            }
        }
        deserializer.deserialize_any(Text)
    }
}
