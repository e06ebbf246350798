//! Durations as Go writes them.

use std::time::Duration;

use thiserror::Error;

/// A text that Go does not read as a duration.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum DurationError {
    /// There is no number, or a number too large.
    #[error("it is no duration such as `1h30m`")]
    Invalid,
    /// A number stands alone.
    #[error("it lacks a unit; write `30s`, not `30`")]
    MissingUnit,
    /// A unit that Go does not have, such as days.
    #[error("Go has no unit `{0}`; it has h, m, s, ms, us and ns")]
    UnknownUnit(String),
    /// It is below zero, which Go reads and Cilium has no use for.
    #[error("it is below zero")]
    Negative,
}

impl DurationError {
    /// What Go says of the text; nothing where it reads it.
    pub(crate) fn in_go(&self, text: &str) -> Option<String> {
        match self {
            Self::Invalid => Some(format!("time: invalid duration {text:?}")),
            Self::MissingUnit => Some(format!("time: missing unit in duration {text:?}")),
            Self::UnknownUnit(unit) => Some(format!("time: unknown unit {unit:?} in duration {text:?}")),
            Self::Negative => None,
        }
    }
}

/// Reads a duration as Go's `time.ParseDuration` does: numbers, with a fraction if need be, each with its unit.
pub(crate) fn parse(text: &str) -> Result<Duration, DurationError> {
    let (is_negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Ok(Duration::ZERO);
    }
    if rest.is_empty() {
        return Err(DurationError::Invalid);
    }
    let mut nanoseconds = 0_f64;
    while !rest.is_empty() {
        let is_number = |c: char| c.is_ascii_digit() || c == '.';
        let (number, behind) = rest.split_at(rest.find(|c| !is_number(c)).unwrap_or(rest.len()));
        let is_valid = number.bytes().any(|byte| byte.is_ascii_digit()) && number.matches('.').count() <= 1;
        if !is_valid {
            return Err(DurationError::Invalid);
        }
        let (unit, behind) = behind.split_at(behind.find(is_number).unwrap_or(behind.len()));
        let scale = match unit {
            "" => return Err(DurationError::MissingUnit),
            "ns" => 1.0,
            "us" | "µs" | "μs" => 1e3,
            "ms" => 1e6,
            "s" => 1e9,
            "m" => 6e10,
            "h" => 3.6e12,
            other => return Err(DurationError::UnknownUnit(other.to_owned())),
        };
        // A leading point is a number to Go, and a trailing one is a number to both.
        let number: f64 = format!("0{number}").parse().map_err(|_| DurationError::Invalid)?;
        nanoseconds += number * scale;
        rest = behind;
    }
    if is_negative && nanoseconds > 0.0 {
        return Err(DurationError::Negative);
    }
    // Go counts nanoseconds in 63 bits.
    if nanoseconds >= 9.223_372_036_854_776e18 {
        return Err(DurationError::Invalid);
    }
    Ok(Duration::from_secs_f64(nanoseconds / 1e9))
}
