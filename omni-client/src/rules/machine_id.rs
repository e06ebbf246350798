//! OMN0305 machine-id-unknown-form.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::MachineId;
use crate::resource::{AnyResource, label};

/// What is for a machine names it by its UUID.
pub static MACHINE_ID: Rule = Rule {
    code: "OMN0305",
    name: "machine-id-unknown-form",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The id of kernel arguments, machine labels and machine set nodes, and the value of a label that names a machine, is a UUID as Omni writes it.",
    why: "Omni compares ids letter by letter. It takes a resource for a machine of any name, and waits for that machine for ever.",
    bad: "\
metadata:
  namespace: default
  type: KernelArgs.omni.sidero.dev
  id: gpu-1
spec: {args: [pcie_aspm=off]}
",
    good: "\
metadata:
  namespace: default
  type: KernelArgs.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
spec: {args: [pcie_aspm=off]}
",
    source: "`client/pkg/omni/resources/omni/kernel_args.go`; `controllers/omni/kernelargs`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let metadata = resource.metadata();
    let path = FieldPath::root().key("metadata");
    let mut named = Vec::new();
    if let AnyResource::KernelArgs(_) | AnyResource::MachineLabels(_) | AnyResource::MachineSetNode(_) =
        resource
    {
        named.push((path.clone().key("id"), metadata.id.as_str()));
    }
    for key in [label::CLUSTER_MACHINE, label::MACHINE] {
        let value = metadata.label(key).filter(|value| !value.is_empty());
        named.extend(value.map(|value| (path.clone().key("labels").key(key), value)));
    }
    let wrong = named.into_iter().filter_map(|(path, id)| Some((path, id.parse::<MachineId>().err()?)));
    wrong
        .map(|(path, error)| {
            let help = "give the id that `omnictl get machines` shows";
            Finding::new(&MACHINE_ID, Place::value(path), error.to_string()).help(help)
        })
        .collect()
}
