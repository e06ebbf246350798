//! Chains of `&&` and `||`.

use super::node::{Id, Kind, Tree};

/// A chain as a balanced tree: its shape decides in which order cel-go learns types. `signs` are the operators' bytes.
pub(super) fn balanced(tree: &mut Tree, name: &str, terms: &[Id], signs: &[usize]) -> Option<Id> {
    let middle = signs.len() / 2;
    let Some(sign) = signs.get(middle) else { return terms.first().copied() };
    let left = balanced(tree, name, terms.get(..=middle)?, signs.get(..middle)?)?;
    let right = balanced(tree, name, terms.get(middle + 1..)?, signs.get(middle + 1..)?)?;
    Some(tree.add(*sign, Kind::Call { name: name.to_owned(), target: None, arguments: vec![left, right] }))
}
