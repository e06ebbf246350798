//! The order in which machines can be taken away for a while or for good.
//!
//! etcd goes on while more than half of its members are there, so control planes go one at a time, and new ones come
//! before old ones leave. Volumes stay reachable while one machine with a replica is there, so of the workers fewer
//! go at once than there are replicas. Where that is not to be had, the rules say so ([`super::rules`]).

use omni_client::resource::{Strategy, label};
use serde::Serialize;

use super::declared::Declared;
use super::machine::{MachinePlan, Membership};

/// Machines that are dealt with at the same time; the next wave begins when they are ready again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wave {
    /// What is done to them.
    pub work: Work,
    /// Their names.
    pub machines: Vec<String>,
}

/// What is done to the machines of a wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Work {
    /// They join the cluster.
    Join,
    /// They reboot or are installed anew.
    Restart,
    /// They are wiped and join again.
    Replace,
    /// They leave the cluster.
    Leave,
}

/// What comes first: machines that join, then reboots, then what is wiped, then machines that leave; control planes
/// before workers each time.
pub(super) fn order(machines: &[MachinePlan], new: &Declared) -> Vec<Wave> {
    let mut waves = Vec::new();
    for work in [Work::Join, Work::Restart, Work::Replace, Work::Leave] {
        for control_plane in [true, false] {
            let names: Vec<&str> = machines
                .iter()
                .filter(|machine| machine.control_plane == control_plane && machine.work() == Some(work))
                .map(|machine| &*machine.name)
                .collect();
            let width = match work {
                // Workers that come disturb nobody.
                Work::Join if !control_plane => names.len().max(1),
                _ if control_plane => 1,
                _ => width(new),
            };
            waves.extend(
                names.chunks(width).map(|names| Wave {
                    work,
                    machines: names.iter().map(|&name| name.to_owned()).collect(),
                }),
            );
        }
    }
    waves
}

impl MachinePlan {
    /// What is to be done to it in a wave of its own; none if it only takes something over.
    fn work(&self) -> Option<Work> {
        match self.membership {
            Membership::Joins => Some(Work::Join),
            Membership::Leaves => Some(Work::Leave),
            Membership::Moves => Some(Work::Replace),
            Membership::Stays if self.effect == talos_config::impact::Effect::DataLoss => Some(Work::Replace),
            Membership::Stays => self.goes_down().then_some(Work::Restart),
        }
    }
}

/// How many workers may be away at once: as many as Omni takes at a time, and fewer than there are replicas.
fn width(new: &Declared) -> usize {
    let replicas =
        new.storage().map_or(usize::MAX, |storage| storage.replicas.try_into().unwrap_or(usize::MAX));
    let at_once = at_once(new, false).map_or(1, |number| number.try_into().unwrap_or(usize::MAX));
    at_once.min(replicas.saturating_sub(1)).max(1)
}

/// How many machines of the sets of a role Omni takes at a time, at most: for configuration changes and for upgrades.
/// Absent: all at once (a strategy that is unset on purpose).
///
/// The default is one at a time (`GetParallelism` in Omni's `machine_set.go`).
pub(super) fn at_once(declared: &Declared, control_planes: bool) -> Option<u32> {
    let mut most = 1;
    for set in declared
        .sets()
        .filter(|set| set.metadata.label(label::ROLE_CONTROL_PLANE).is_some() == control_planes)
    {
        let spec = &set.spec;
        // An unset strategy of upgrades is the default; one of updates has to be asked for.
        if !control_planes && spec.update_strategy == Strategy::Unset {
            return None;
        }
        let strategies = [
            (spec.update_strategy, spec.update_strategy_config),
            (spec.upgrade_strategy, spec.upgrade_strategy_config),
        ];
        let declared = strategies
            .into_iter()
            .filter(|(strategy, _)| *strategy == Strategy::Rolling)
            .filter_map(|(_, config)| Some(config?.rolling?.max_parallelism));
        most = declared.fold(most, u32::max);
    }
    Some(most)
}
