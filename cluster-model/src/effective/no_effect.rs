//! Patches of a stack that could as well be left out, and why.

use std::collections::BTreeSet;
use std::fmt;

use talos_config::{Patch, patch};

use super::{Effective, Leaf};

/// Why a patch has no effect on a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoEffect {
    /// Everything that it says is overridden by the patches with these ids.
    Overridden(Vec<String>),
    /// What it says is the case without it.
    SaidBefore,
    /// It says nothing that gets into the configuration, such as the deletion of what is not there.
    SaysNothing,
}

impl fmt::Display for NoEffect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overridden(ids) => {
                write!(f, "everything that it says is overridden by `{}`", ids.join("`, `"))
            }
            Self::SaidBefore => f.write_str("what it says is the case without it"),
            Self::SaysNothing => f.write_str("it says nothing that gets into the configuration"),
        }
    }
}

impl Effective {
    /// Why the configuration would be the same without a patch, which is an index of [`Effective::applied`]; absent for a
    /// patch that makes a difference.
    ///
    /// A patch that repeats what a wider one or Omni says makes none, too, unlike for
    /// [`is_dead`](Self::is_dead): it matters once the other one goes.
    #[must_use]
    pub fn no_effect(&self, index: usize) -> Option<NoEffect> {
        let applied = self.applied.get(index)?;
        let leaves = self.leaves();
        let said: Vec<&Leaf> =
            leaves.iter().filter(|leaf| leaf.said.by == Some(index) && leaf.said.is_written).collect();
        let repeats = |leaf: &&Leaf| {
            leaf.said
                .overrode
                .first()
                .is_some_and(|before| before.text.is_some() && before.text == leaf.said.text)
        };
        let is_idle = self.is_dead(applied) || (said.iter().all(repeats) && self.is_same_without(index));
        if !is_idle {
            return None;
        }
        if !said.is_empty() {
            return Some(NoEffect::SaidBefore);
        }
        let lost = leaves.iter().filter(|leaf| leaf.said.overrode.iter().any(|said| said.by == Some(index)));
        let winners: BTreeSet<usize> = lost.filter_map(|leaf| leaf.said.by).collect();
        let ids: Vec<String> =
            winners.iter().filter_map(|&winner| Some(self.applied.get(winner)?.id.clone())).collect();
        Some(if ids.is_empty() { NoEffect::SaysNothing } else { NoEffect::Overridden(ids) })
    }

    /// Whether the text is the same if a patch is left out.
    fn is_same_without(&self, index: usize) -> bool {
        let Some(shared) = self.documents.first().map(|document| &document.shared) else { return false };
        let patches = shared.patches.iter().enumerate().filter(|(number, _)| *number != index);
        let rest: Option<Vec<Patch>> =
            patches.map(|(_, patch)| patch.loaded(self.minor).value.clone()).collect();
        rest.is_some_and(|rest| {
            patch::apply(&self.base, &rest, self.minor).is_ok_and(|text| text == self.text)
        })
    }
}
