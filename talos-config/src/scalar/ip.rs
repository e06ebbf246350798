//! Addresses and prefixes of IP, as Go's `net/netip` reads them.

mod refusal;

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use refusal::refusal;

use super::InvalidScalar;
use super::text::text;

/// Whether a text is an address without a zone.
pub(crate) fn is_ip(text: &str) -> bool {
    is_usual(text.as_bytes(), |rest, _| rest.is_empty()) || text.parse::<IpAddr>().is_ok()
}

/// Whether a text is a [`Prefix`].
pub(crate) fn is_prefix(text: &str) -> bool {
    is_usual(text.as_bytes(), is_length) || text.parse::<Prefix>().is_ok()
}

/// Whether a text is a [`Prefix`] or an address without a zone.
pub(crate) fn is_prefix_or_ip(text: &str) -> bool {
    is_usual(text.as_bytes(), |rest, width| rest.is_empty() || is_length(rest, width))
        || text.parse::<IpAddr>().is_ok()
        || text.parse::<Prefix>().is_ok()
}

/// Whether a text is an address as they are usually written, with what may stand behind one of so many bits. It is decided
/// without the numbers themselves.
#[inline]
fn is_usual(text: &[u8], may_follow: impl Fn(&[u8], u32) -> bool) -> bool {
    match behind_v4(text) {
        Some(rest) => may_follow(rest, 32),
        None => behind_v6(text).is_some_and(|rest| may_follow(rest, 128)),
    }
}

/// Whether a text is the sign and the length of a prefix, as they are usually written, of an address of so many bits.
fn is_length(text: &[u8], width: u32) -> bool {
    let digit = |byte: &u8| u32::from(byte - b'0');
    let length = match text {
        [b'/', ones @ b'0'..=b'9'] => digit(ones),
        [b'/', tens @ b'1'..=b'9', ones @ b'0'..=b'9'] => 10 * digit(tens) + digit(ones),
        [b'/', b'1', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => 100 + 10 * digit(tens) + digit(ones),
        _ => return false,
    };
    length <= width
}

/// What stands behind four numbers below 256, without zeros in front and with points between them.
fn behind_v4(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    for _ in 0..3 {
        rest = match rest {
            [b'0'..=b'9', b'.', rest @ ..]
            | [b'1'..=b'9', b'0'..=b'9', b'.', rest @ ..]
            | [b'1', b'0'..=b'9', b'0'..=b'9', b'.', rest @ ..]
            | [b'2', b'0'..=b'4', b'0'..=b'9', b'.', rest @ ..]
            | [b'2', b'5', b'0'..=b'5', b'.', rest @ ..] => rest,
            _ => return None,
        };
    }
    match rest {
        [b'1', b'0'..=b'9', b'0'..=b'9', rest @ ..]
        | [b'2', b'0'..=b'4', b'0'..=b'9', rest @ ..]
        | [b'2', b'5', b'0'..=b'5', rest @ ..]
        | [b'1'..=b'9', b'0'..=b'9', rest @ ..]
        | [b'0'..=b'9', rest @ ..] => Some(rest),
        _ => None,
    }
}

/// What stands behind eight groups of up to four digits with colons between them, or fewer with a gap.
fn behind_v6(text: &[u8]) -> Option<&[u8]> {
    let (mut groups, mut has_gap, mut rest) = (0, false, text);
    loop {
        let behind = behind_group(rest);
        let is_group = behind.len() < rest.len();
        groups += usize::from(is_group);
        rest = match behind {
            [b':', b':', ..] if has_gap => return None,
            [b':', b':', behind @ ..] => {
                has_gap = true;
                behind
            }
            [b':', behind @ ..] if is_group && behind.first().is_some_and(u8::is_ascii_hexdigit) => behind,
            rest => return (if has_gap { groups < 8 } else { groups == 8 }).then_some(rest),
        };
    }
}

/// What stands behind up to four digits.
fn behind_group(text: &[u8]) -> &[u8] {
    let mut rest = text;
    for _ in 0..4 {
        let [b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F', behind @ ..] = rest else { break };
        rest = behind;
    }
    rest
}

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
    use std::net::IpAddr;

    use super::{Addr, AddrPort, Prefix, is_ip, is_prefix, is_prefix_or_ip};

    #[test]
    fn reads_what_netip_reads() {
        assert_eq!("fe80::1%eth0".parse::<Addr>().unwrap().to_string(), "fe80::1%eth0");
        assert_eq!("10.0.0.7/8".parse::<Prefix>().unwrap().to_string(), "10.0.0.7/8");
        assert_eq!("[::1]:80".parse::<AddrPort>().unwrap().to_string(), "[::1]:80");
    }

    #[test]
    fn the_quick_answer_is_that_of_the_parser() {
        for text in [
            "10.0.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "256.0.0.1",
            "1.2.3.256",
            "01.2.3.4",
            "1.2.3.00",
            "1.2.3",
            "1.2.3.4.5",
            "1..2.3",
            ".1.2.3",
            "1.2.3.",
            "",
            "1.2.3.4a",
            "::",
            "::1",
            "fe80::1",
            "fe80::",
            ":",
            ":1",
            "1:",
            ":1::",
            "1:::2",
            "1::2::3",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "::1:2:3:4:5:6:7",
            "1::2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "1:2:3:4:5:6:7:",
            "12345::",
            "g::",
            "::ffff:1.2.3.4",
            "fe80::1%eth0",
        ] {
            assert_eq!(is_ip(text), text.parse::<IpAddr>().is_ok(), "{text}");
            for length in
                ["/0", "/9", "/10", "/29", "/32", "/33", "/08", "/100", "/128", "/129", "/1280", "/", ""]
            {
                let text = format!("{text}{length}");
                assert_eq!(is_prefix(&text), text.parse::<Prefix>().is_ok(), "{text}");
                assert_eq!(is_prefix_or_ip(&text), is_prefix(&text) || is_ip(&text), "{text}");
            }
        }
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
