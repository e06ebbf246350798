//! Blocks of addresses.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;
use thiserror::Error;

use crate::resource::{Block, IpFamily};

/// The addresses of a block: all from a first to a last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AddressBlock {
    first: IpAddr,
    last: IpAddr,
    is_network: bool,
}

/// A block that the operator cannot read. It then drops the whole pool, and only its log says so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{problem}")]
pub struct BlockError {
    /// Which of the blocks, counted from 0.
    pub index: usize,
    problem: String,
}

impl AddressBlock {
    /// Reads a block as the operator does: a `cidr` wins over the others, an absent `stop` is `start`.
    pub(super) fn read(index: usize, block: &Block) -> Result<Self, BlockError> {
        let fail = |problem: String| BlockError { index, problem };
        let cidr = block.cidr.as_deref().unwrap_or_default();
        if !cidr.is_empty() {
            let net = network(cidr).ok_or_else(|| {
                let hint = if cidr.parse::<IpAddr>().is_ok() { "; add the length of its prefix" } else { "" };
                fail(format!("`{cidr}` is not a network such as 192.168.0.0/24{hint}"))
            })?;
            return Ok(Self { first: net.network(), last: net.broadcast(), is_network: true });
        }
        let address = |text: &str, key: &str| -> Result<IpAddr, BlockError> {
            text.parse().map_err(|_| match text {
                "" => fail("the block has neither `cidr` nor `start`".to_owned()),
                _ => fail(format!("`{key}` is not an address: `{text}`")),
            })
        };
        let first = address(block.start.as_deref().unwrap_or_default(), "start")?;
        let last = match block.stop.as_deref().unwrap_or_default() {
            "" => first,
            stop => address(stop, "stop")?,
        };
        if first.is_ipv4() != last.is_ipv4() {
            return Err(fail(format!("`start` {first} and `stop` {last} are of different families")));
        }
        if first > last {
            return Err(fail(format!("`start` {first} lies behind `stop` {last}")));
        }
        Ok(Self { first, last, is_network: false })
    }

    /// The first address.
    #[must_use]
    pub fn first(&self) -> IpAddr {
        self.first
    }

    /// The last address.
    #[must_use]
    pub fn last(&self) -> IpAddr {
        self.last
    }

    /// Its family.
    #[must_use]
    pub fn family(&self) -> IpFamily {
        if self.first.is_ipv4() { IpFamily::V4 } else { IpFamily::V6 }
    }

    /// Whether it holds an address.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        self.first.is_ipv4() == address.is_ipv4() && (self.first..=self.last).contains(&address)
    }

    /// Whether two blocks share an address.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.family() == other.family() && self.first <= other.last && other.first <= self.last
    }

    /// How many addresses it has, less one, so that the largest block has a number.
    fn span(&self) -> u128 {
        number(self.last) - number(self.first)
    }

    /// What is left when the first and last address are not handed out: the same for blocks that were given by
    /// their ends, and for networks of one or two addresses.
    pub(super) fn trimmed(self) -> Self {
        if !self.is_network || self.span() < 2 {
            return self;
        }
        Self { first: offset(self.first, 1), last: offset(self.last, -1), ..self }
    }

    /// How many addresses it has; one short where that has no number (`::/0`).
    #[must_use]
    pub fn size(&self) -> u128 {
        self.span().saturating_add(1)
    }

    /// The addresses in order, from one of them on.
    pub(super) fn addresses_from(self, from: IpAddr) -> impl Iterator<Item = IpAddr> {
        let next = move |address: &IpAddr| (*address != self.last).then(|| offset(*address, 1));
        std::iter::successors(Some(from), next)
    }
}

impl fmt::Display for AddressBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} - {}", self.first, self.last)
    }
}

/// A network as Go's `netip.ParsePrefix` reads it: the length of the prefix has no zeros before it.
fn network(text: &str) -> Option<IpNet> {
    let (address, length) = text.split_once('/')?;
    let is_plain = length == "0" || !length.starts_with(['0', '+']);
    IpNet::new(address.parse().ok()?, is_plain.then(|| length.parse().ok())??).ok()
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u32::from(address).into(),
        IpAddr::V6(address) => address.into(),
    }
}

/// The address some steps on. Never leaves the block it is used for, so it never wraps.
fn offset(address: IpAddr, steps: i8) -> IpAddr {
    match address {
        IpAddr::V4(address) => Ipv4Addr::from(u32::from(address).wrapping_add_signed(steps.into())).into(),
        IpAddr::V6(address) => Ipv6Addr::from(u128::from(address).wrapping_add_signed(steps.into())).into(),
    }
}
