//! Sizes of volumes.

use std::fmt;
use std::str::FromStr;

use super::text::text;
use super::{InvalidScalar, go_float, human_bytes};

/// A number of bytes as it was written (`block.ByteSize`).
///
/// A number, with a fraction if need be, and a unit: `B`, `kB` to `EB` for powers of 1000, `KiB` to `EiB` for powers
/// of 1024, the `B` may be left out, upper and lower case are the same. No unit: bytes. Since 1.13 a leading `-` makes
/// it what is to be left free. Printed as it was written.
///
/// ```
/// use talos_config::scalar::ByteSize;
///
/// let size: ByteSize = "10 GiB".parse()?;
/// assert_eq!(size.bytes(), 10 << 30);
/// assert_eq!(size.to_string(), "10 GiB");
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "block.ByteSize")]
pub struct ByteSize {
    text: String,
    bytes: u64,
    negative: bool,
}

text!(ByteSize);

impl ByteSize {
    /// How many bytes, without the sign.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether it has the sign that makes it what is to be left free (since 1.13).
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.negative
    }
}

impl FromStr for ByteSize {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        Ok(Self { text: text.to_owned(), bytes: human_bytes::parse(unsigned)?, negative })
    }
}

impl fmt::Display for ByteSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A share of the disk as it was written (`block.PercentageSize`): `0%` to `100%`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "block.PercentageSize")]
pub struct PercentageSize {
    text: String,
    negative: bool,
}

text!(PercentageSize);

impl PercentageSize {
    /// Whether it has the sign that makes it what is to be left free (since 1.13).
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.negative
    }
}

impl FromStr for PercentageSize {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let number =
            unsigned.strip_suffix('%').ok_or_else(|| InvalidScalar::new("percentage must end with '%'"))?;
        let value = go_float::parse(number).ok_or_else(|| {
            let cause = format!("strconv.ParseFloat: parsing {number:?}: invalid syntax");
            InvalidScalar::new(format!("invalid percentage value: {cause}"))
        })?;
        // What is no number is not out of range, either.
        if !value.is_nan() && !(0.0..=100.0).contains(&value) {
            let message = format!("percentage must be between 0 and 100, got {value}");
            return Err(InvalidScalar::new(message));
        }
        Ok(Self { text: text.to_owned(), negative })
    }
}

impl fmt::Display for PercentageSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A number of bytes or a share of the disk (`block.Size`, since 1.12).
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "block.Size")]
pub enum Size {
    /// A number of bytes.
    Bytes(ByteSize),
    /// A share of the disk.
    Percentage(PercentageSize),
}

text!(Size);

impl FromStr for Size {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        if text.contains('%') { text.parse().map(Self::Percentage) } else { text.parse().map(Self::Bytes) }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(size) => size.fmt(f),
            Self::Percentage(size) => size.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ByteSize, Size};

    #[test]
    fn reads_units_of_both_kinds() {
        for (text, bytes) in [
            ("1024", 1024),
            ("10 GiB", 10 << 30),
            ("1.5kB", 1500),
            (".5 Ki", 512),
            ("1,000", 1000),
            ("1e", 1_000_000_000_000_000_000),
            ("-5MB", 5_000_000),
        ] {
            assert_eq!(text.parse::<ByteSize>().unwrap().bytes(), bytes, "{text}");
        }
        for text in ["", "1e3", "0x10", "1_000", "GiB", "16EiB", "10 XB"] {
            assert!(text.parse::<ByteSize>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_share_is_at_most_the_whole() {
        assert_eq!("12.5%".parse::<Size>().unwrap().to_string(), "12.5%");
        for text in ["101%", "%", "5% ", "a%"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}
