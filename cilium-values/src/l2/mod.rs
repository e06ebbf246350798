//! Announcements of service addresses by ARP and neighbour discovery: what Cilium's agents will make of a policy.

mod escape;
mod interface_pattern;
mod lease;

pub use escape::{PREDICTABLE_NAMES, TooManyStates, shortest_escape};
pub use interface_pattern::{InterfacePattern, PatternError};
pub use lease::LeaseBudget;
