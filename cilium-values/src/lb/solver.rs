//! The allocation itself.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::sharing::sharing_key;
use super::{
    AddressBlock, Conflict, Handler, Incompatible, Outcome, Pool, Reason, Refusal, Settings, Solution, Usage,
    asked, compatible, conflicts,
};
use crate::resource::{IpFamily, Service};

/// Which address each service gets.
///
/// Services that ask for addresses come first, in their order, then the others: with nothing allocated yet that is
/// the best that can come out. In a cluster a service without a wish may be faster and take an address that another
/// one asks for, so keep those in a pool of their own. Pools are tried in their order, addresses from the lowest on; the
/// operator of 1.20 tries the pools that match in no order at all.
#[must_use]
pub fn solve(settings: &Settings, pools: &[Pool], services: &[Service]) -> Solution {
    let conflicts = conflicts(pools);
    let is_usable = |index: usize, pool: &Pool| {
        let is_in_conflict = |conflict: &Conflict| conflict.pools.0 == index || conflict.pools.1 == index;
        !pool.is_disabled && !conflicts.iter().any(is_in_conflict)
    };
    let usable =
        pools.iter().enumerate().filter(|(index, pool)| is_usable(*index, pool)).map(|(_, pool)| pool);
    let mut allocation = Allocation {
        settings,
        services,
        pools: usable.collect(),
        holders: BTreeMap::new(),
        lowest: BTreeMap::new(),
    };
    let mut outcomes = vec![Outcome::default(); services.len()];
    for has_wish in [true, false] {
        for (index, (service, outcome)) in services.iter().zip(&mut outcomes).enumerate() {
            let wishes = asked(service).addresses;
            if settings.handler(service) != Handler::LbIpam || wishes.is_empty() == has_wish {
                continue;
            }
            for wish in &wishes {
                outcome.note(Some(*wish), allocation.give(index, service, *wish));
            }
            if wishes.is_empty() {
                for family in settings.families(service) {
                    outcome.note(None, allocation.give_any(index, service, family));
                }
            }
        }
    }
    let usage = pools.iter().map(|pool| allocation.usage(pool)).collect();
    Solution { outcomes, usage, conflicts }
}

/// Who has which address.
struct Allocation<'a> {
    settings: &'a Settings,
    services: &'a [Service],
    pools: Vec<&'a Pool>,
    /// The services of each address that is taken.
    holders: BTreeMap<IpAddr, Vec<usize>>,
    /// Per block, by its first address: where the search for a free one goes on. Nothing is ever given back.
    lowest: BTreeMap<IpAddr, IpAddr>,
}

impl Allocation<'_> {
    /// Gives a service the address that it asks for.
    fn give(&mut self, index: usize, service: &Service, address: IpAddr) -> Result<IpAddr, Reason> {
        let has = |pool: &&&Pool| pool.blocks.iter().any(|block| block.contains(address));
        let pool = self.pools.iter().find(has).ok_or(Reason::NoPool)?;
        if !pool.selects(service) {
            return Err(Reason::SelectorMismatch);
        }
        if pool.reserves(address) {
            return Err(Reason::KeptBack);
        }
        if self.holders.contains_key(&address) {
            if sharing_key(service).is_none() {
                return Err(Reason::AlreadyAllocated);
            }
            self.may_join(service, address).map_err(Reason::Incompatible)?;
        }
        self.holders.entry(address).or_default().push(index);
        Ok(address)
    }

    /// Gives a service any address of a family: one to share if it has a key and there is one, else a new one.
    fn give_any(&mut self, index: usize, service: &Service, family: IpFamily) -> Result<IpAddr, Reason> {
        let selecting = self.pools.iter().filter(|pool| pool.selects(service));
        let blocks: Vec<_> =
            selecting.flat_map(|pool| pool.usable()).filter(|block| block.family() == family).collect();
        if blocks.is_empty() {
            return Err(Reason::NoPool);
        }
        let can_share = |address: &IpAddr| {
            sharing_key(service).is_some()
                && blocks.iter().any(|block| block.contains(*address))
                && self.may_join(service, *address).is_ok()
        };
        let shared = self.holders.keys().copied().find(can_share);
        let address = match shared {
            Some(address) => address,
            None => blocks.iter().find_map(|block| self.lowest_free(*block)).ok_or(Reason::OutOfIps)?,
        };
        self.holders.entry(address).or_default().push(index);
        Ok(address)
    }

    fn lowest_free(&mut self, block: AddressBlock) -> Option<IpAddr> {
        let from = self.lowest.get(&block.first()).copied().unwrap_or(block.first());
        let address = block.addresses_from(from).find(|address| !self.holders.contains_key(address))?;
        self.lowest.insert(block.first(), address);
        Some(address)
    }

    /// Whether a service may share an address with all that have it.
    fn may_join(&self, service: &Service, address: IpAddr) -> Result<(), Incompatible> {
        let holders = self.holders.get(&address).into_iter().flatten();
        let mut others = holders.filter_map(|&holder| self.services.get(holder));
        others.try_for_each(|other| compatible(self.settings, service, other))
    }

    fn usage(&self, pool: &Pool) -> Usage {
        let total = pool.usable().fold(0, |total: u128, block| total.saturating_add(block.size()));
        let is_here = |address: &&IpAddr| pool.blocks.iter().any(|block| block.contains(**address));
        Usage { total, used: self.holders.keys().filter(is_here).count() as u128 }
    }
}

impl Outcome {
    fn note(&mut self, address: Option<IpAddr>, result: Result<IpAddr, Reason>) {
        match result {
            Ok(address) => self.addresses.push(address),
            Err(reason) => self.refusals.push(Refusal { reason, address }),
        }
    }
}
