//! Addresses and prefixes of IP, as Go's `net/netip` reads them.

mod refusal;

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use refusal::refusal;

use super::InvalidScalar;
use super::text::text;

/// An address, for version 6 with a zone if need be: `10.0.0.1`, `fe80::1%eth0` (`netip.Addr`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "netip.Addr")]
pub struct Addr {
    ip: IpAddr,
    zone: String,
}

text!(Addr);

impl Addr {
    /// The address without its zone.
    #[must_use]
    pub fn ip(&self) -> IpAddr {
        self.ip
    }
}

impl FromStr for Addr {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let (ip, zone) = match text.split_once('%') {
            Some((ip, zone)) if !zone.is_empty() => (ip.parse::<Ipv6Addr>().map(IpAddr::from), zone),
            _ => (text.parse(), ""),
        };
        Ok(Self { ip: ip.map_err(|_| refusal(text))?, zone: zone.to_owned() })
    }
}

impl fmt::Display for Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ip.fmt(f)?;
        if self.zone.is_empty() { Ok(()) } else { write!(f, "%{}", self.zone) }
    }
}

impl From<IpAddr> for Addr {
    fn from(ip: IpAddr) -> Self {
        Self { ip, zone: String::new() }
    }
}

/// An address with a port: `10.0.0.1:51820`, `[2001:db8::1]:51820` (`netip.AddrPort`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "netip.AddrPort")]
pub struct AddrPort {
    addr: Addr,
    port: u16,
}

text!(AddrPort);

impl FromStr for AddrPort {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let (ip, port) = text.rsplit_once(':').ok_or_else(|| InvalidScalar::new("not an ip:port"))?;
        if ip.is_empty() {
            return Err(InvalidScalar::new("no IP"));
        }
        if port.is_empty() {
            return Err(InvalidScalar::new("no port"));
        }
        let bracketed = match ip.strip_prefix('[').map(|ip| ip.strip_suffix(']')) {
            Some(None) => return Err(InvalidScalar::new("missing ]")),
            bracketed => bracketed.flatten(),
        };
        let invalid = || InvalidScalar::new(format!("invalid port {port:?} parsing {text:?}"));
        let digits = port.bytes().all(|byte| byte.is_ascii_digit());
        let port = digits.then(|| port.parse().ok()).flatten().ok_or_else(invalid)?;
        let addr: Addr = bracketed.unwrap_or(ip).parse()?;
        let brackets = match (addr.ip, bracketed) {
            (IpAddr::V4(_), Some(_)) => "square brackets can only be used with IPv6 addresses",
            (IpAddr::V6(_), None) => "IPv6 addresses must be surrounded by square brackets",
            _ => return Ok(Self { addr, port }),
        };
        Err(InvalidScalar::new(format!("invalid ip:port {text:?}, {brackets}")))
    }
}

impl fmt::Display for AddrPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.addr.ip {
            IpAddr::V4(_) => write!(f, "{}:{}", self.addr, self.port),
            IpAddr::V6(_) => write!(f, "[{}]:{}", self.addr, self.port),
        }
    }
}

/// An address with the length of its network: `10.0.0.1/24` (`netip.Prefix`). Bits behind the length are kept.
///
/// ```
/// use talos_config::scalar::Prefix;
///
/// assert_eq!("2001:DB8:0::1/64".parse::<Prefix>()?.to_string(), "2001:db8::1/64");
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "netip.Prefix")]
pub struct Prefix {
    ip: IpAddr,
    length: u8,
}

text!(Prefix);

impl Prefix {
    /// The address, host bits included.
    #[must_use]
    pub fn ip(self) -> IpAddr {
        self.ip
    }

    /// How many leading bits are the network's: at most 32 for version 4, 128 for version 6.
    #[must_use]
    pub fn length(self) -> u8 {
        self.length
    }

    /// Whether no bit behind the length is set.
    pub(crate) fn is_masked(self) -> bool {
        self.first_bits(self.length) == self.first_bits(u8::MAX)
    }

    /// Whether two networks share addresses.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        let length = self.length.min(other.length);
        self.ip.is_ipv4() == other.ip.is_ipv4() && self.first_bits(length) == other.first_bits(length)
    }

    /// The address with all bits behind the first few cleared.
    fn first_bits(self, length: u8) -> u128 {
        let (bits, width): (u128, u8) = match self.ip {
            IpAddr::V4(ip) => (ip.to_bits().into(), 32),
            IpAddr::V6(ip) => (ip.to_bits(), 128),
        };
        let hosts = u32::from(width.saturating_sub(length));
        bits.checked_shr(hosts).and_then(|bits| bits.checked_shl(hosts)).unwrap_or_default()
    }
}

impl FromStr for Prefix {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let invalid = |what: &str| InvalidScalar::new(format!("netip.ParsePrefix({text:?}): {what}"));
        let (ip, length) = text.rsplit_once('/').ok_or_else(|| invalid("no '/'"))?;
        let addr: Addr = ip.parse().map_err(|error: InvalidScalar| invalid(&error.to_string()))?;
        if !addr.zone.is_empty() {
            return Err(invalid("IPv6 zones cannot be present in a prefix"));
        }
        let plain = length.bytes().all(|byte| byte.is_ascii_digit())
            && !(length.len() > 1 && length.starts_with('0'));
        let bad = || invalid(&format!("bad bits after slash: {length:?}"));
        // As wide as the number of upstream: what does not fit is none.
        let length: i64 = plain.then(|| length.parse().ok()).flatten().ok_or_else(bad)?;
        match u8::try_from(length) {
            Ok(length) if length <= if addr.ip.is_ipv4() { 32 } else { 128 } => {
                Ok(Self { ip: addr.ip, length })
            }
            _ => Err(invalid("prefix length out of range")),
        }
    }
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.ip, self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::{Addr, AddrPort, Prefix};

    #[test]
    fn reads_what_netip_reads() {
        assert_eq!("fe80::1%eth0".parse::<Addr>().unwrap().to_string(), "fe80::1%eth0");
        assert_eq!("10.0.0.7/8".parse::<Prefix>().unwrap().to_string(), "10.0.0.7/8");
        assert_eq!("[::1]:80".parse::<AddrPort>().unwrap().to_string(), "[::1]:80");
    }

    #[test]
    fn refuses_what_netip_refuses() {
        for text in ["", "10.0.0.01", "10.0.0.1%eth0", "fe80::1%"] {
            assert!(text.parse::<Addr>().is_err(), "{text}");
        }
        for text in ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "fe80::1%a/64", "10.0.0.0/"] {
            assert!(text.parse::<Prefix>().is_err(), "{text}");
        }
        for text in ["10.0.0.1", "::1:80", "[10.0.0.1]:80", "10.0.0.1:", "10.0.0.1:65536", ":80"] {
            assert!(text.parse::<AddrPort>().is_err(), "{text}");
        }
    }
}
