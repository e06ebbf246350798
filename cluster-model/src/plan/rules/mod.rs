//! The rules about a change, one per file: what no single state shows.
//!
//! The examples of their pages are mappings: `old` and `new` are fragments laid over the starter spec, `also` is a text
//! with further documents that the new side declares.

mod cilium_minor_skipped;
mod etcd_quorum_lost;
mod kubernetes_untested;
mod network_plugin_swapped;
mod rollout_too_wide;
mod taint_after_join;
mod talos_upgrade_path;

use manifest::{Finding, Place, Rule};

use super::change::ResourceChange;
use super::declared::{Declared, ResourceId};
use super::machine::MachinePlan;

/// What the rules look at.
pub(super) struct Facts<'p> {
    pub(super) old: &'p Declared,
    pub(super) new: &'p Declared,
    pub(super) resources: &'p [ResourceChange],
    pub(super) machines: &'p [MachinePlan],
}

/// A rule about a change with the check that finds its breaches.
#[derive(Clone, Copy)]
pub struct PlanRule {
    /// Identity, severity and page of the manual.
    pub rule: &'static Rule,
    check: fn(&Facts<'_>, &mut Vec<Finding>),
}

/// All rules about a change, by code: the only list of them.
pub static RULES: &[PlanRule] = &[
    PlanRule { rule: &network_plugin_swapped::RULE, check: network_plugin_swapped::check },
    PlanRule { rule: &cilium_minor_skipped::RULE, check: cilium_minor_skipped::check },
    PlanRule { rule: &taint_after_join::RULE, check: taint_after_join::check },
    PlanRule { rule: &talos_upgrade_path::RULE, check: talos_upgrade_path::check },
    PlanRule { rule: &etcd_quorum_lost::RULE, check: etcd_quorum_lost::check },
    PlanRule { rule: &rollout_too_wide::RULE, check: rollout_too_wide::check },
    PlanRule { rule: &kubernetes_untested::RULE, check: kubernetes_untested::check },
];

pub(super) fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        (rule.check)(facts, &mut findings);
    }
    findings
}

impl Facts<'_> {
    /// Where a machine is declared: on the new side, or on the old one if it leaves.
    fn place_of_machine(&self, machine: &MachinePlan) -> Place {
        self.somewhere(|side| side.machine_place(&machine.id))
    }

    /// Where a resource is declared.
    fn place_of(&self, id: &ResourceId) -> Place {
        self.somewhere(|side| side.place_of(id))
    }

    fn somewhere(&self, find: impl Fn(&Declared) -> Option<Place>) -> Place {
        find(self.new).or_else(|| find(self.old)).unwrap_or_default()
    }
}
