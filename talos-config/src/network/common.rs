//! What several kinds share.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::scalar::{Addr, InvalidScalar, Prefix, text, unless_empty};

/// An address of a link (`network.AddressConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddressConfig {
    /// The address with the length of its network; it must be a real one, not `0.0.0.0` or `::`.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub address: Option<Prefix>,
    /// Metric of the routes that the address brings. Absent: what the kernel has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route_priority: Option<u32>,
}

/// A route through a link (`network.RouteConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteConfig {
    /// Network that it leads to. Absent: the default route of the gateway's family; `0.0.0.0/0` and `::/0` are
    /// refused.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub destination: Option<Prefix>,
    /// Next hop. Absent: the network is on the link itself.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub gateway: Option<Addr>,
    /// Address that packets leave with. Absent: the kernel chooses.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub source: Option<Addr>,
    /// Lower wins. Absent: what the kernel has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<u32>,
    /// Largest packet in bytes. Absent: the link's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
    /// Table that it is in. Absent: `main`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<RoutingTable>,
}

/// A table of routes (`nethelpers.RoutingTable`): `unspec`, a number from 1 to 252, `default` (253), `main` (254) or
/// `local` (255). The words are read in any case; their numbers are refused.
///
/// ```
/// use talos_config::network::RoutingTable;
///
/// assert_eq!("Main".parse::<RoutingTable>()?, RoutingTable::MAIN);
/// assert_eq!("100".parse::<RoutingTable>()?.to_string(), "100");
/// assert!("254".parse::<RoutingTable>().is_err());
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "nethelpers.RoutingTable")]
pub struct RoutingTable(u8);

text!(RoutingTable);

impl RoutingTable {
    /// No table: the kernel chooses.
    pub const UNSPEC: Self = Self(0);
    /// What is looked at last.
    pub const DEFAULT: Self = Self(253);
    /// Where routes are unless they say otherwise.
    pub const MAIN: Self = Self(254);
    /// Local and broadcast addresses; the kernel keeps it.
    pub const LOCAL: Self = Self(255);

    /// The number that the kernel knows it by.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::UNSPEC => "unspec",
            Self::DEFAULT => "default",
            Self::MAIN => "main",
            Self::LOCAL => "local",
            _ => return None,
        })
    }
}

impl FromStr for RoutingTable {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let named = [Self::UNSPEC, Self::DEFAULT, Self::MAIN, Self::LOCAL];
        let is_named = |table: &Self| table.word().is_some_and(|word| word.eq_ignore_ascii_case(text));
        let numbered = || (1..=252).map(Self).find(|table| table.0.to_string() == text);
        named.into_iter().find(is_named).or_else(numbered).ok_or_else(|| {
            let shown: String = text.chars().take(64).collect();
            InvalidScalar::new(format!("{shown} does not belong to RoutingTable values"))
        })
    }
}

impl fmt::Display for RoutingTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.word() {
            Some(word) => f.write_str(word),
            None => self.0.fmt(f),
        }
    }
}
