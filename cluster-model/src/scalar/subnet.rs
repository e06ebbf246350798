//! The subnet of the machines.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;

use super::{AddressRange, ParseError, text_form};

/// A network in CIDR form, such as `192.168.55.0/24`. The address is the network's own: host bits are refused,
/// because `192.168.55.9/24` leaves open whether the host or the network is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subnet(IpNet);

impl Subnet {
    /// Whether an address lies in the network.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }

    /// Whether a whole range lies in the network.
    #[must_use]
    pub fn covers(&self, range: &AddressRange) -> bool {
        self.contains(range.start()) && self.contains(range.end())
    }
}

impl FromStr for Subnet {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let net: IpNet = text.parse().map_err(|_| {
            ParseError::new(format!("`{text}` is not a network in CIDR form such as `192.168.55.0/24`"))
        })?;
        if net.trunc() != net {
            return Err(ParseError::new(format!(
                "`{text}` has host bits set; the network is `{}`",
                net.trunc()
            )));
        }
        Ok(Self(net))
    }
}

impl fmt::Display for Subnet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

text_form!(Subnet, "A network in CIDR form, such as `192.168.55.0/24`.");
