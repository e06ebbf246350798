//! Ports of a firewall rule.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::scalar::InvalidScalar;

/// A port or a range of ports, both ends included (`network.PortRange`).
///
/// A single port is a number, a range a text such as `80-90`; a port in quotes is refused. Whether the first is below
/// the last is asked when a document is validated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PortRange {
    /// The first port.
    pub low: u16,
    /// The last port.
    pub high: u16,
}

impl From<u16> for PortRange {
    fn from(port: u16) -> Self {
        Self { low: port, high: port }
    }
}

impl FromStr for PortRange {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let port = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse().ok()).flatten()
        };
        let ends =
            text.split_once('-').and_then(|(low, high)| Some(Self { low: port(low)?, high: port(high)? }));
        ends.ok_or_else(|| {
            let shown: String = text.chars().take(64).collect();
            InvalidScalar::new(format!("invalid port range: {shown:?}"))
        })
    }
}

impl fmt::Display for PortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.low, self.high)
    }
}

impl Serialize for PortRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.low == self.high { serializer.serialize_u16(self.low) } else { serializer.collect_str(self) }
    }
}

impl<'de> Deserialize<'de> for PortRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PortVisitor)
    }
}

struct PortVisitor;

impl Visitor<'_> for PortVisitor {
    type Value = PortRange;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a port such as 80 or a range such as `80-90`")
    }

    fn visit_u64<E: de::Error>(self, port: u64) -> Result<PortRange, E> {
        u16::try_from(port)
            .map(PortRange::from)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(port), &self))
    }

    fn visit_i64<E: de::Error>(self, port: i64) -> Result<PortRange, E> {
        u16::try_from(port)
            .map(PortRange::from)
            .map_err(|_| E::invalid_value(Unexpected::Signed(port), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<PortRange, E> {
        text.parse().map_err(E::custom)
    }
}
