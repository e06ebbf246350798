//! Blocks that share addresses.

use super::{AddressBlock, Pool};

/// Two blocks that share addresses.
///
/// Within one pool, the pool is switched off. Between two pools, the one that was made later is; of two that were
/// made in the same second, as from one file, either. What they select makes no difference, nor does it that one is
/// disabled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The pools of the two blocks by their place in the list, the first not behind the second.
    pub pools: (usize, usize),
    /// The blocks by their place in their pools.
    pub indices: (usize, usize),
    /// The blocks.
    pub blocks: (AddressBlock, AddressBlock),
}

/// All pairs of blocks that share addresses. Costs a sort, and a step for each pair.
#[must_use]
pub fn conflicts(pools: &[Pool]) -> Vec<Conflict> {
    let mut blocks: Vec<(AddressBlock, usize, usize)> = pools
        .iter()
        .enumerate()
        .flat_map(|(pool, of)| of.blocks.iter().enumerate().map(move |(index, block)| (*block, pool, index)))
        .collect();
    blocks.sort();
    let mut conflicts = Vec::new();
    for (position, &(left, left_pool, left_index)) in blocks.iter().enumerate() {
        for &(right, right_pool, right_index) in blocks.iter().skip(position + 1) {
            // Sorted by family and first address: no later one can begin in this block.
            if !left.overlaps(&right) {
                break;
            }
            let is_ordered = (left_pool, left_index) <= (right_pool, right_index);
            let (one, other) = ((left, left_pool, left_index), (right, right_pool, right_index));
            let (one, other) = if is_ordered { (one, other) } else { (other, one) };
            conflicts.push(Conflict {
                pools: (one.1, other.1),
                indices: (one.2, other.2),
                blocks: (one.0, other.0),
            });
        }
    }
    conflicts.sort_by_key(|conflict| (conflict.pools, conflict.indices));
    conflicts
}
