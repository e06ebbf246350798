//! The network of the machines, in the estate.

use std::net::IpAddr;

use super::Placed;
use crate::scalar::{AddressRange, Subnet};

/// What is known about the wire that the machines share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SiteNetwork {
    /// The subnet of the machines, if it is declared.
    pub subnet: Option<Placed<Subnet>>,
    /// Resolvers for every machine.
    pub nameservers: Vec<Placed<IpAddr>>,
    /// Addresses that services must keep off, with a word for what holds them: the router, resolvers, ranges
    /// that somebody else hands out.
    pub taken: Vec<(String, Placed<AddressRange>)>,
}
