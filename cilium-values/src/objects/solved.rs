//! The addresses that the services of a set get.

use super::Objects;
use crate::CiliumVersion;
use crate::lb::{BlockError, Conflict, Handler, Outcome, Pool, Settings, Solution, Usage, solve};
use crate::resource::Service;
use crate::values::Values;

/// What LB-IPAM makes of the pools and services of a set.
#[derive(Clone, Debug)]
pub struct Solved {
    /// One per pool of the set: the pool, or the block for which the operator drops it.
    pub pools: Vec<Result<Pool, BlockError>>,
    /// One per service of the set, of any type.
    pub handlers: Vec<Handler>,
    solution: Solution,
    /// Where in the solution a pool of the set is.
    positions: Vec<Option<usize>>,
    /// Where in the set a pool of the solution is.
    indices: Vec<usize>,
}

impl Objects<'_> {
    /// Hands out the addresses of all pools to all services.
    #[must_use]
    pub fn solve(&self, values: &Values, cilium: &CiliumVersion) -> Solved {
        let settings = Settings::new(values, cilium);
        let pools: Vec<Result<Pool, BlockError>> =
            self.pools.iter().map(|pool| Pool::new(&*pool.object.metadata.name, &pool.object.spec)).collect();
        let mut positions = Vec::new();
        let mut indices = Vec::new();
        for (index, pool) in pools.iter().enumerate() {
            positions.push(pool.is_ok().then_some(indices.len()));
            if pool.is_ok() {
                indices.push(index);
            }
        }
        let usable: Vec<Pool> = pools.iter().filter_map(|pool| pool.as_ref().ok()).cloned().collect();
        let services: Vec<Service> = self.services.iter().map(|service| service.object.clone()).collect();
        Solved {
            handlers: services.iter().map(|service| settings.handler(service)).collect(),
            solution: solve(&settings, &usable, &services),
            pools,
            positions,
            indices,
        }
    }
}

impl Solved {
    /// What each service of the set got, in their order.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.solution.outcomes
    }

    /// How full a pool of the set is; none for one that the operator drops.
    #[must_use]
    pub fn usage(&self, pool: usize) -> Option<Usage> {
        self.solution.usage.get((*self.positions.get(pool)?)?).copied()
    }

    /// Blocks that share addresses. Pools are counted as in the set.
    pub fn conflicts(&self) -> impl Iterator<Item = Conflict> {
        self.solution.conflicts.iter().filter_map(|conflict| {
            let (left, right) = conflict.pools;
            Some(Conflict { pools: (*self.indices.get(left)?, *self.indices.get(right)?), ..*conflict })
        })
    }

    /// Whether a pool of the set shares addresses with itself or another one, so that nothing is handed out of it for
    /// certain.
    #[must_use]
    pub fn is_in_conflict(&self, pool: usize) -> bool {
        self.conflicts().any(|conflict| conflict.pools.0 == pool || conflict.pools.1 == pool)
    }
}
