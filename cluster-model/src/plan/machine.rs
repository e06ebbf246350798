//! What happens to each machine, and why.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};
use talos_config::impact::{Change, Effect, How};

use super::declared::{Declared, Member};
use super::effective::{Difference, Omni, Stack, differences, differences_of_written};
use crate::spec::Role;

/// What a change does to one machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MachinePlan {
    /// UUID in Omni; the file of the configuration for a machine that is not Omni's.
    pub id: String,
    /// Name, or the UUID again if none is known.
    pub name: String,
    /// Whether it runs etcd: on the new side, or on the old one if it leaves.
    pub control_plane: bool,
    /// Its way into the cluster or out of it.
    pub membership: Membership,
    /// The greatest effect of all reasons.
    #[serde(serialize_with = "word")]
    pub effect: Effect,
    /// What has changed for it, the greatest effect first.
    pub reasons: Vec<Reason>,
}

/// The way of a machine between the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Membership {
    /// It is in the cluster on both sides, in the same set.
    Stays,
    /// It comes.
    Joins,
    /// It goes.
    Leaves,
    /// It goes to another set.
    Moves,
}

/// One thing that has changed for a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What has changed: a path of the configuration, behind its kind where it is not `v1alpha1`, or a word for what
    /// Omni decides.
    pub what: String,
    /// What it does.
    #[serde(serialize_with = "word")]
    pub effect: Effect,
    /// The service that restarts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<&'static str>,
    /// Why it does that.
    pub why: String,
    /// Where upstream says so.
    pub source: &'static str,
    /// Whether the value is new, for rules that care.
    #[serde(skip)]
    pub(super) appears: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out a reference")]
fn word<S: Serializer>(effect: &Effect, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(effect)
}

/// All machines that a change reaches: those of Omni by UUID, then the others by file.
pub(super) fn machines(old: &Declared, new: &Declared) -> Vec<MachinePlan> {
    let mut sides = Sides { old: (old, Omni::new(old)), new: (new, Omni::new(new)), known: BTreeMap::new() };
    let (before, after) = (old.members(), new.members());
    let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let plans = ids.into_iter().map(|id| {
        let (membership, reasons) = match (before.get(id), after.get(id)) {
            (Some(&from), Some(&to)) if from.set == to.set => (Membership::Stays, sides.stays(from, to)),
            (Some(_), Some(_)) => {
                (Membership::Moves, vec![omni("machine set", Effect::DataLoss, MOVES, SETS)])
            }
            (Some(_), None) => {
                (Membership::Leaves, vec![omni("machine set", Effect::DataLoss, LEAVES, SETS)])
            }
            _ => (Membership::Joins, vec![omni("machine set", Effect::Reinstall, JOINS, SETS)]),
        };
        let member = after.get(id).or_else(|| before.get(id));
        let declared = if after.contains_key(id) { new } else { old };
        MachinePlan {
            id: id.to_owned(),
            name: declared.name(id).to_owned(),
            control_plane: member.is_some_and(|member| member.control_plane),
            membership,
            effect: reasons.iter().map(|reason| reason.effect).max().unwrap_or_default(),
            reasons,
        }
    });
    let mut plans: Vec<MachinePlan> = plans.collect();
    plans.extend(written(old, new));
    plans.retain(|plan| !plan.reasons.is_empty());
    plans
}

/// The machines that are not Omni's. One that is on one side only is left alone: nobody installs it or resets it because a
/// file comes or goes.
fn written<'d>(old: &'d Declared, new: &'d Declared) -> impl Iterator<Item = MachinePlan> + 'd {
    old.written.iter().filter_map(|(path, before)| {
        let after = new.written.get(path)?;
        let minor = new.minor(&after.cluster);
        let reasons = match differences_of_written(&before.source, &after.source, minor) {
            Ok(found) => by_effect(found.iter().map(|difference| reason(difference, minor)).collect()),
            Err(_) => Vec::new(),
        };
        Some(MachinePlan {
            id: path.clone(),
            name: after.name.clone(),
            control_plane: after.control_plane,
            membership: Membership::Stays,
            effect: reasons.iter().map(|reason| reason.effect).max().unwrap_or_default(),
            reasons,
        })
    })
}

/// The greatest effect first; equal effects stay in the order of their paths.
fn by_effect(mut reasons: Vec<Reason>) -> Vec<Reason> {
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.effect));
    reasons
}

impl MachinePlan {
    /// Whether the machine is away for a while: it reboots, or more.
    #[must_use]
    pub fn goes_down(&self) -> bool {
        self.effect >= Effect::Reboot
    }
}

/// What was compared: for machines of which role, the old stack and the new one.
type Compared<'d> = (Role, Vec<&'d str>, Vec<&'d str>);

/// Both sides, with the answers for stacks that were compared before: machines with one stack share one result.
struct Sides<'d> {
    old: (&'d Declared, Omni<'d>),
    new: (&'d Declared, Omni<'d>),
    known: BTreeMap<Compared<'d>, Vec<Reason>>,
}

impl Sides<'_> {
    fn stays(&mut self, from: Member<'_>, to: Member<'_>) -> Vec<Reason> {
        let mut reasons = self.upgrades(from, to);
        if self.old.1.extensions(from) != self.new.1.extensions(to) {
            reasons.push(omni("system extensions", Effect::Reinstall, SCHEMATIC, SCHEMATICS));
        }
        if self.old.1.kernel_args(from) != self.new.1.kernel_args(to) {
            reasons.push(omni("kernel arguments", Effect::Reinstall, SCHEMATIC, SCHEMATICS));
        }
        let stacks = (self.old.1.stack(from), self.new.1.stack(to));
        let minors = (self.old.0.minor(from.cluster), self.new.0.minor(to.cluster));
        if stacks.0 != stacks.1 {
            let role = if to.control_plane { Role::ControlPlane } else { Role::Worker };
            let known = self.known.entry((role, stacks.0.clone(), stacks.1.clone()));
            let found =
                known.or_insert_with(|| configuration((&stacks.0, minors.0), (&stacks.1, minors.1), role));
            reasons.extend(found.iter().cloned());
        }
        by_effect(reasons)
    }

    fn upgrades(&self, from: Member<'_>, to: Member<'_>) -> Vec<Reason> {
        let Some((old, new)) = self.old.0.cluster(from.cluster).zip(self.new.0.cluster(to.cluster)) else {
            return Vec::new();
        };
        let version = |text: &str| text.trim_start_matches('v').to_owned();
        let mut reasons = Vec::new();
        if version(&old.talos_version) != version(&new.talos_version) {
            reasons.push(omni("Talos version", Effect::Reinstall, UPGRADE, UPGRADES));
        }
        if version(&old.kubernetes_version) != version(&new.kubernetes_version) {
            reasons.push(Reason {
                service: Some("kubelet"),
                ..omni("Kubernetes version", Effect::ServiceRestart, KUBERNETES, KUBERNETES_UPGRADES)
            });
        }
        reasons
    }
}

/// What differs between two stacks, each with what Talos does about it.
fn configuration(old: Stack<'_>, new: Stack<'_>, role: Role) -> Vec<Reason> {
    let minor = new.1;
    match differences(old, new, role) {
        Ok(found) => found.iter().map(|difference| reason(difference, minor)).collect(),
        Err(why) => {
            vec![Reason { why, ..omni("patches that cannot be merged", Effect::Nothing, "", REFUSED) }]
        }
    }
}

fn reason(difference: &Difference, minor: talos_config::Minor) -> Reason {
    let Difference { kind, path, how } = difference;
    let impact = Change::new(kind, path).how(*how).impact(minor);
    Reason {
        what: if kind == "v1alpha1" { path.clone() } else { format!("{kind} {path}") },
        effect: impact.effect,
        service: impact.service,
        why: impact.reason.to_owned(),
        source: impact.source,
        appears: *how != How::Removed,
    }
}

fn omni(what: &str, effect: Effect, why: &str, source: &'static str) -> Reason {
    Reason { what: what.to_owned(), effect, service: None, why: why.to_owned(), source, appears: true }
}

const MOVES: &str =
    "Omni takes the machine out of its set and resets it, which wipes it, before it joins another one";
const LEAVES: &str = "Omni resets a machine that leaves its cluster, which wipes it";
const JOINS: &str = "Talos is installed on the machine";
const SCHEMATIC: &str = "it is part of the image: Omni upgrades the machine to the new one and reboots it";
const UPGRADE: &str = "Omni upgrades the machine and reboots it";
const KUBERNETES: &str =
    "Omni upgrades the kubelet, and on control planes the static pods, one machine after the other";

const SETS: &str = "siderolabs/omni, internal/backend/runtime/omni/controllers/omni/internal/machineset";
const SCHEMATICS: &str =
    "siderolabs/omni, internal/backend/runtime/omni/controllers/omni/machineconfig/status.go";
const UPGRADES: &str =
    "siderolabs/omni, internal/backend/runtime/omni/controllers/omni/talosupgrade/status.go";
const KUBERNETES_UPGRADES: &str =
    "siderolabs/omni, internal/backend/runtime/omni/controllers/omni/kubernetes_upgrade_status.go";
const REFUSED: &str = "siderolabs/talos, pkg/machinery/config/configpatcher";
