//! `kind: ControlPlane` and `kind: Workers`.

use std::collections::BTreeMap;

use super::super::problem::{At, Problem};
use super::super::{Bootstrap, ControlPlane, MachineClass, Patch, Rollout, RolloutKind, Size, Workers};
use super::patch::{self, MACHINE_SET_WEIGHT};
use super::{Context, Rendered, describe, extensions};
use crate::resource::{
    AllocationType, AnyResource, BootstrapSpec, MachineAllocation, MachineSet, MachineSetNode, Resource,
    RollingStrategy, Strategy, StrategyConfig, label,
};
use crate::rules::TEMPLATE_MACHINE_CLASS;

/// Which set it is.
#[derive(Clone, Copy)]
pub(super) enum Name<'t> {
    ControlPlane,
    Workers(Option<&'t str>),
}

/// What control plane and workers have in common: nearly everything.
pub(super) struct Set<'t> {
    labels: &'t BTreeMap<String, String>,
    annotations: &'t BTreeMap<String, String>,
    bootstrap: Option<&'t Bootstrap>,
    machines: &'t [String],
    class: Option<&'t MachineClass>,
    update: Option<&'t Rollout>,
    delete: Option<&'t Rollout>,
    upgrade: Option<&'t Rollout>,
    patches: &'t [Patch],
    extensions: Option<&'t Vec<String>>,
}

macro_rules! set_of {
    ($kind:ty) => {
        impl<'t> From<&'t $kind> for Set<'t> {
            fn from(set: &'t $kind) -> Self {
                Self {
                    labels: &set.labels,
                    annotations: &set.annotations,
                    bootstrap: set.bootstrap_spec.as_ref(),
                    machines: &set.machines,
                    class: set.machine_class.as_ref(),
                    update: set.update_strategy.as_ref(),
                    delete: set.delete_strategy.as_ref(),
                    upgrade: set.upgrade_strategy.as_ref(),
                    patches: &set.patches,
                    extensions: set.system_extensions.as_ref(),
                }
            }
        }
    };
}
set_of!(ControlPlane);
set_of!(Workers);

pub(super) fn render(set: &Set<'_>, name: Name<'_>, context: &Context<'_>, at: &At) -> Rendered {
    let spec = spec(set);
    let resource = match name {
        Name::ControlPlane => Resource::<MachineSet>::control_planes(context.cluster, spec),
        Name::Workers(name) => Resource::<MachineSet>::workers(context.cluster, name, spec),
    };
    let resource = describe(resource, set.labels, set.annotations);
    let id = resource.id().to_owned();
    let mut resources: Vec<AnyResource> = Vec::new();
    if set.class.is_none() {
        resources.extend(set.machines.iter().flat_map(|machine| nodes(machine, &resource, context)));
    } else if context.kernel_args.is_some() {
        let text = "kernelArgs cannot be defined at cluster level for this machine set since it uses a machine class";
        let problem = Problem::new(&TEMPLATE_MACHINE_CLASS, at.key("machineClass").its_key(), text);
        return Err(problem.help("move `kernelArgs` from the Cluster document to the sets and machines"));
    }
    resources.insert(0, resource.into());
    let labels = [(label::CLUSTER, context.cluster), (label::MACHINE_SET, &*id)];
    resources.extend(patch::render(set.patches, &id, MACHINE_SET_WEIGHT, &labels, context, at)?);
    resources.extend(extensions(set.extensions, &id, context.cluster, Some((label::MACHINE_SET, &id))));
    Ok(resources)
}

/// The node of a machine, and its kernel arguments where no document of its own renders them.
fn nodes(machine: &str, set: &Resource<MachineSet>, context: &Context<'_>) -> Vec<AnyResource> {
    let mut node = Resource::<MachineSetNode>::of_set(machine, set);
    let document = context.machines.get(machine);
    if let Some(document) = document {
        node = describe(node, &document.labels, &document.annotations);
        if context.locked.contains(machine) {
            node = node.locked();
        }
        return vec![node.into()];
    }
    let args = context.kernel_args(machine, None);
    [node.into()].into_iter().chain(args.map(AnyResource::from)).collect()
}

fn spec(set: &Set<'_>) -> MachineSet {
    MachineSet {
        update_strategy: strategy(set.update, Strategy::Rolling),
        machine_class: None,
        bootstrap_spec: set.bootstrap.map(|bootstrap| BootstrapSpec {
            cluster_uuid: bootstrap.cluster_uuid.clone(),
            snapshot: bootstrap.snapshot.clone(),
        }),
        delete_strategy: strategy(set.delete, Strategy::Unset),
        update_strategy_config: pace(set.update),
        delete_strategy_config: pace(set.delete),
        machine_allocation: set.class.map(allocation),
        upgrade_strategy: strategy(set.upgrade, Strategy::Unset),
        upgrade_strategy_config: pace(set.upgrade),
    }
}

fn strategy(rollout: Option<&Rollout>, default: Strategy) -> Strategy {
    match rollout.and_then(|rollout| rollout.kind) {
        None => default,
        Some(RolloutKind::Unset) => Strategy::Unset,
        Some(RolloutKind::Rolling) => Strategy::Rolling,
    }
}

fn pace(rollout: Option<&Rollout>) -> Option<StrategyConfig> {
    let rolling = rollout?.rolling?;
    Some(StrategyConfig { rolling: Some(RollingStrategy { max_parallelism: rolling.max_parallelism }) })
}

fn allocation(class: &MachineClass) -> MachineAllocation {
    let (machine_count, allocation_type) = match class.size {
        Size::Count(count) => (count, AllocationType::Static),
        Size::Unlimited => (0, AllocationType::Unlimited),
    };
    MachineAllocation { name: class.name.clone(), machine_count, allocation_type }
}
