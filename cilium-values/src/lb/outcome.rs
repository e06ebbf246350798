//! What services got, and what they did not.

use std::fmt;
use std::net::IpAddr;

use super::{Conflict, Incompatible};

/// The state at which LB-IPAM arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// One per service, in their order.
    pub outcomes: Vec<Outcome>,
    /// One per pool, in their order.
    pub usage: Vec<Usage>,
    /// Blocks that share addresses. Every pool with a conflict is left out of the solution, because which of two
    /// goes on is left to chance.
    pub conflicts: Vec<Conflict>,
}

/// What a service got.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Its addresses. Empty with no refusal: LB-IPAM does not handle it.
    pub addresses: Vec<IpAddr>,
    /// What it did not get.
    pub refusals: Vec<Refusal>,
}

/// Something that a service did not get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// The address that it asked for; absent where it would have taken any.
    pub address: Option<IpAddr>,
}

/// Why a service does not get an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No enabled pool has the address, or no enabled pool with the family selects the service.
    NoPool,
    /// The pool that has the address does not select the service.
    SelectorMismatch,
    /// Another service has the address.
    AlreadyAllocated,
    /// The address is the first or last of a block, and the pool keeps those back (`allowFirstLastIPs: "No"`). To the
    /// operator it is allocated already.
    KeptBack,
    /// Another service has the address, with which it cannot be shared.
    Incompatible(Incompatible),
    /// All addresses of the pools that select the service are taken.
    OutOfIps,
}

/// How full a pool is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// How many addresses it hands out at most.
    pub total: u128,
    /// How many are taken.
    pub used: u128,
}

impl Reason {
    /// The reason as it stands in the condition `cilium.io/IPAMRequestSatisfied` of the service.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoPool => "no_pool",
            Self::SelectorMismatch => "pool_selector_mismatch",
            Self::AlreadyAllocated | Self::KeptBack => "already_allocated",
            Self::Incompatible(_) => "already_allocated_incompatible_service",
            Self::OutOfIps => "out_of_ips",
        }
    }
}

impl Usage {
    /// How many addresses are left.
    #[must_use]
    pub fn available(&self) -> u128 {
        self.total.saturating_sub(self.used)
    }
}

impl Refusal {
    /// What to do about it, in the imperative.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match (self.reason, self.address) {
            (Reason::NoPool, Some(_)) => {
                "ask for an address of an enabled pool, or give the pool a block with it"
            }
            (Reason::NoPool, None) => "let an enabled pool of the family select the service",
            (Reason::SelectorMismatch, _) => "let the `serviceSelector` of the pool match the service",
            (Reason::AlreadyAllocated, _) => {
                "ask for another address, or give both services one `lbipam.cilium.io/sharing-key`"
            }
            (Reason::KeptBack, _) => {
                "ask for another address, or set `allowFirstLastIPs: \"Yes\"` in the pool"
            }
            (Reason::Incompatible(_), _) => "mend the difference, or ask for another address",
            (Reason::OutOfIps, _) => "give the pools more addresses",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.reason, self.address) {
            (Reason::NoPool, Some(address)) => write!(f, "no enabled pool has the address {address}"),
            (Reason::NoPool, None) => f.write_str("no enabled pool selects the service"),
            (Reason::SelectorMismatch, Some(address)) => {
                write!(f, "the pool with the address {address} does not select the service")
            }
            (Reason::SelectorMismatch, None) => f.write_str("the pool does not select the service"),
            (Reason::AlreadyAllocated, Some(address)) => write!(f, "the address {address} is taken"),
            (Reason::AlreadyAllocated, None) => f.write_str("the address is taken"),
            (Reason::KeptBack, Some(address)) => {
                write!(f, "the pool keeps {address} back, the first or last address of its block")
            }
            (Reason::KeptBack, None) => {
                f.write_str("the pool keeps the first and last address of a block back")
            }
            (Reason::Incompatible(why), Some(address)) => {
                write!(f, "the address {address} is taken by a service with which it cannot be shared: {why}")
            }
            (Reason::Incompatible(why), None) => write!(f, "the address cannot be shared: {why}"),
            (Reason::OutOfIps, _) => f.write_str("every pool that selects the service is used up"),
        }
    }
}
