//! Ranges of addresses.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;

use super::{ParseError, text_form};

/// Addresses of one family from a first to a last one: `192.168.55.200-192.168.55.254`, a network in CIDR form,
/// or a single address.
///
/// ```
/// use cluster_model::scalar::AddressRange;
///
/// let range: AddressRange = "192.168.55.200-192.168.55.254".parse().unwrap();
/// assert!(range.contains("192.168.55.202".parse().unwrap()));
/// assert_eq!(range.to_string(), "192.168.55.200-192.168.55.254");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AddressRange {
    start: IpAddr,
    end: IpAddr,
}

impl AddressRange {
    /// A range from `start` to `end`, both included.
    ///
    /// Fails if the two are of different families or in the wrong order.
    pub fn new(start: IpAddr, end: IpAddr) -> Result<Self, ParseError> {
        if start.is_ipv4() != end.is_ipv4() {
            return Err(ParseError::new(format!("`{start}` and `{end}` are of different address families")));
        }
        if start > end {
            return Err(ParseError::new(format!("the range begins at `{start}`, after its end `{end}`")));
        }
        Ok(Self { start, end })
    }

    /// The first address.
    #[must_use]
    pub fn start(&self) -> IpAddr {
        self.start
    }

    /// The last address.
    #[must_use]
    pub fn end(&self) -> IpAddr {
        self.end
    }

    /// Whether an address lies in the range.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        self.start.is_ipv4() == address.is_ipv4() && (self.start..=self.end).contains(&address)
    }

    /// Whether two ranges share an address.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start.is_ipv4() == other.start.is_ipv4() && self.start <= other.end && other.start <= self.end
    }
}

impl From<IpAddr> for AddressRange {
    fn from(address: IpAddr) -> Self {
        Self { start: address, end: address }
    }
}

impl FromStr for AddressRange {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let address = |part: &str| {
            let part = part.trim();
            part.parse::<IpAddr>().map_err(|_| ParseError::new(format!("`{part}` is not an IP address")))
        };
        if let Some((start, end)) = text.split_once('-') {
            return Self::new(address(start)?, address(end)?);
        }
        if text.contains('/') {
            let net: IpNet = text
                .parse()
                .map_err(|_| ParseError::new(format!("`{text}` is not a network in CIDR form")))?;
            return Self::new(net.network(), net.broadcast());
        }
        address(text).map(Self::from)
    }
}

impl fmt::Display for AddressRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.start == self.end { self.start.fmt(f) } else { write!(f, "{}-{}", self.start, self.end) }
    }
}

text_form!(AddressRange, "Addresses: `first-last`, a network in CIDR form, or a single address.");
