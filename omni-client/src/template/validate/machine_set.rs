//! `kind: ControlPlane` and `kind: Workers`.

use super::super::problem::{At, Problem};
use super::super::{Bootstrap, ControlPlane, Workers};
use super::patch::Patches;
use super::{descriptors, machine_ids, under};
use crate::go::quoted;
use crate::rules::{TEMPLATE_BOOTSTRAP, TEMPLATE_MACHINE_CLASS, TEMPLATE_MISPLACED, TEMPLATE_NAME};

/// What the control plane's set is called, in every cluster.
const CONTROL_PLANES: &str = "control-planes";

pub(super) fn control_plane(set: &ControlPlane, at: &At, patches: &Patches<'_>) -> Option<Problem> {
    let misplaced = |key: &str, text: &str| Problem::new(&TEMPLATE_MISPLACED, at.key(key).its_key(), text);
    let mut problems = Vec::new();
    if !set.name.is_empty() {
        problems.push(misplaced("name", "custom name is not allowed in the controlplane").help("remove it"));
    }
    if let Some(bootstrap) = &set.bootstrap_spec {
        problems.extend(bootstrap_problems(bootstrap, &at.key("bootstrapSpec")));
    }
    let help = "remove it: Omni changes and removes control planes one at a time";
    if set.update_strategy.is_some() {
        let text = "updateStrategy is not allowed in the controlplane";
        problems.push(misplaced("updateStrategy", text).help(help));
    }
    if set.delete_strategy.is_some() {
        let text = "deleteStrategy is not allowed in the controlplane";
        problems.push(misplaced("deleteStrategy", text).help(help));
    }
    problems.extend(descriptors(&set.labels, &set.annotations, || at.clone()));
    problems.extend(machine_class(set.machine_class.is_some(), &set.machines, set.kernel_args.as_ref(), at));
    problems.extend(machine_ids(&set.machines, at));
    problems.extend(patches.check(&set.patches, at));
    under(problems, || "controlplane is invalid")
}

pub(super) fn workers(set: &Workers, at: &At, patches: &Patches<'_>) -> Option<Problem> {
    let mut problems = Vec::new();
    if set.name == CONTROL_PLANES {
        let text = format!("name {} cannot be used in workers", quoted(CONTROL_PLANES));
        problems.push(Problem::new(&TEMPLATE_NAME, at.key("name"), text));
    }
    if set.bootstrap_spec.is_some() {
        let text = "bootstrapSpec is not allowed in workers";
        let problem = Problem::new(&TEMPLATE_MISPLACED, at.key("bootstrapSpec").its_key(), text);
        problems.push(problem.help("move it to the ControlPlane document"));
    }
    problems.extend(descriptors(&set.labels, &set.annotations, || at.clone()));
    problems.extend(machine_class(set.machine_class.is_some(), &set.machines, set.kernel_args.as_ref(), at));
    problems.extend(machine_ids(&set.machines, at));
    problems.extend(patches.check(&set.patches, at));
    under(problems, || "workers is invalid")
}

fn bootstrap_problems(bootstrap: &Bootstrap, at: &At) -> Vec<Problem> {
    let fields = [("clusterUUID", &bootstrap.cluster_uuid), ("snapshot", &bootstrap.snapshot)];
    let missing = fields.into_iter().filter(|(_, value)| value.is_empty());
    missing
        .map(|(key, _)| {
            let text = format!("{key} is required in bootstrapSpec");
            let help = "`omnictl get etcdbackups -l omni.sidero.dev/cluster=NAME` shows the snapshots";
            Problem::new(&TEMPLATE_BOOTSTRAP, at.key(key), text).help(help)
        })
        .collect()
}

/// What does not go together with a machine class.
fn machine_class(has_class: bool, machines: &[String], args: Option<&Vec<String>>, at: &At) -> Vec<Problem> {
    let mut problems = Vec::new();
    if has_class && !machines.is_empty() {
        let text = "machine set can not have both machines and machine class defined";
        let problem = Problem::new(&TEMPLATE_MACHINE_CLASS, at.key("machineClass").its_key(), text);
        problems.push(problem.help("keep one of the two"));
    }
    if has_class && args.is_some() {
        let text = "kernelArgs cannot be defined for machine set since it uses machine class";
        let problem = Problem::new(&TEMPLATE_MACHINE_CLASS, at.key("kernelArgs").its_key(), text);
        problems.push(problem.help("write a KernelArgs resource for each machine instead"));
    }
    problems
}
