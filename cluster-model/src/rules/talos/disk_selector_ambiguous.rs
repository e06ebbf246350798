//! CLU0625 disk-selector-ambiguous.

use manifest::{Finding, Rule, Severity, Value};
use omni_client::resource::AnyResource;
use talos_config::scalar::DiskSizeMatcher;

use crate::estate::{Declared, Estate, Field, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0625",
    name: "disk-selector-ambiguous",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Where the disks of a machine are known, its `install.diskSelector` fits exactly one of them.",
    why: "With several, Talos takes the first that it comes across, which may be the one that holds data; with none it is not installed at all.",
    bad: concat!(
        patch!(
            "    machine:
      install: {diskSelector: {size: \">= 400GB\"}}
"
        ),
        machine_status!()
    ),
    good: concat!(
        patch!(
            "    machine:
      install: {diskSelector: {size: \">= 400GB\", model: \"Samsung*\"}}
"
        ),
        machine_status!()
    ),
    source: "siderolabs/talos issue 12370, pkg/machinery/config/types/v1alpha1/v1alpha1_provider.go; Omni, `omnictl get machinestatus`",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        let Some(effective) = estate.effective_of(machine) else { continue };
        let Some(selector) = effective.get("machine.install.diskSelector") else { continue };
        let Some((status, disks)) = disks_of(estate, machine) else { continue };
        let fitting: Vec<(&Value, Option<bool>)> = disks
            .iter()
            .map(|disk| (disk, fits(&selector, disk)))
            .filter(|(_, fits)| *fits != Some(false))
            .collect();
        let certain = fitting.iter().filter(|(_, fits)| *fits == Some(true)).count();
        let finding = if fitting.is_empty() {
            let message = format!("none of the {} disks of `{}` fits", disks.len(), machine.name);
            Finding { severity: Severity::Error, ..Finding::new(&RULE, selector.place(), message) }
        } else if certain > 1 {
            let names = fitting.iter().map(|(disk, _)| text(disk, "linuxname").unwrap_or("a disk"));
            let message = format!(
                "{certain} disks of `{}` fit: {}",
                machine.name,
                names.collect::<Vec<_>>().join(", ")
            );
            Finding::new(&RULE, selector.place(), message)
        } else {
            continue;
        };
        findings.push(
            finding
                .related(status.at.at("spec.hardware.blockdevices"), "the disks of the machine")
                .help("select by `serial` or `wwid`, which only one disk has"),
        );
    }
}

/// What Omni has seen of a machine, and its disks there.
fn disks_of<'e>(estate: &'e Estate, machine: &Machine) -> Option<(&'e Declared<AnyResource>, &'e [Value])> {
    let id = machine.id.as_ref()?.value.to_string();
    let status = estate.omni.others.iter().find(|one| {
        let metadata = one.value.metadata();
        metadata.resource_type == "MachineStatuses.omni.sidero.dev" && metadata.id == id
    })?;
    let AnyResource::Other(resource) = &status.value else { return None };
    let disks = resource.spec.get("hardware")?.get("blockdevices")?.as_sequence()?;
    (!disks.is_empty()).then_some((status, disks))
}

/// Whether a disk is one that a selector asks for; absent where what is known of the disk does not tell.
fn fits(selector: &Field<'_>, disk: &Value) -> Option<bool> {
    let mut is_certain = true;
    for (key, value) in selector.entries() {
        let wanted = value.text()?;
        let fits = match key {
            "size" => has_size(wanted, disk),
            "type" => has_type(wanted, disk),
            "busPath" => text(disk, "buspath").map(|path| is_like(wanted, path)),
            "model" | "serial" | "uuid" | "wwid" => text(disk, key).map(|text| is_like(wanted, text)),
            _ => None,
        };
        match fits {
            Some(true) => {}
            Some(false) => return Some(false),
            None => is_certain = false,
        }
    }
    is_certain.then_some(true)
}

fn has_size(wanted: &str, disk: &Value) -> Option<bool> {
    let wanted: DiskSizeMatcher = wanted.parse().ok()?;
    let size = u64::try_from(disk.get("size")?.as_i64()?).ok()?;
    let order = size.cmp(&wanted.bytes());
    Some(match wanted.operator() {
        ">=" => order.is_ge(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        "<" => order.is_lt(),
        _ => order.is_eq(),
    })
}

/// A disk of the type `nvme` does not rotate either.
fn has_type(wanted: &str, disk: &Value) -> Option<bool> {
    let is = text(disk, "type")?.to_lowercase();
    Some(match wanted {
        "ssd" => is == "ssd" || is == "nvme",
        _ => is == wanted,
    })
}

fn text<'d>(disk: &'d Value, key: &str) -> Option<&'d str> {
    disk.get(key)?.as_str().filter(|text| !text.is_empty())
}

/// Whether a text is as a pattern says, in which `*` stands for any text.
fn is_like(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut last = None;
    for part in parts {
        if let Some(before) = last.replace(part) {
            let Some((_, behind)) = rest.split_once(before) else { return false };
            rest = behind;
        }
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}
