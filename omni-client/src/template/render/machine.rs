//! `kind: Machine`.

use manifest::{Map, Value};

use super::super::problem::At;
use super::super::{Inline, Machine, Patch};
use super::patch::{self, CLUSTER_MACHINE_WEIGHT};
use super::{Context, Rendered, extensions};
use crate::resource::{AnyResource, label};

pub(super) fn render(machine: &Machine, context: &Context<'_>, at: &At) -> Rendered {
    let level = format!("cm-{}", machine.name);
    let labels = [(label::CLUSTER, context.cluster), (label::CLUSTER_MACHINE, &*machine.name)];
    let mut resources = Vec::new();
    if !machine.install.disk.is_empty() {
        let labels = [labels[0], labels[1], (label::SYSTEM_PATCH, "")];
        resources.extend(patch::render(&[install_disk(machine)], &level, 0, &labels, context, at)?);
    }
    resources.extend(patch::render(&machine.patches, &level, CLUSTER_MACHINE_WEIGHT, &labels, context, at)?);
    let args = context.kernel_args(&machine.name, machine.kernel_args.as_deref());
    resources.extend(args.map(AnyResource::from));
    let narrower = Some((label::CLUSTER_MACHINE, &*machine.name));
    resources.extend(extensions(
        machine.system_extensions.as_ref(),
        &machine.name,
        context.cluster,
        narrower,
    ));
    Ok(resources)
}

/// The patch that stands for `install.disk`.
fn install_disk(machine: &Machine) -> Patch {
    let within = |key: &str, value: Value| Map::from_iter([(key, value)]);
    let install = within("install", within("disk", machine.install.disk.as_str().into()).into());
    let inline = Inline::Document(within("machine", install.into()));
    Patch { name: "install-disk".to_owned(), inline: Some(inline), ..Patch::default() }
}
