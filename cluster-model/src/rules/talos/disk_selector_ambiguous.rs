//! CLU0625 disk-selector-ambiguous.

use manifest::{Finding, Rule, Severity, Value};
use omni_client::resource::status::MachineStatus;
use omni_client::resource::{AnyResource, Spec as _};
use talos_config::Minor;
use talos_config::expression::{Environment, Value as Known, glob, holds};
use talos_config::scalar::DiskSizeMatcher;

use crate::effective::Effective;
use crate::estate::{Declared, Estate, Field, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0625",
    name: "disk-selector-ambiguous",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Where the disks of a machine are known (`omnictl get machinestatus`), its `install.diskSelector` fits exactly one of them, and so does the selector of each volume.",
    why: "With several, Talos takes the first that it comes across, which may be the one that holds data; with none it is not installed at all, and the volume never appears.",
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
    source: "siderolabs/talos issue 12370, pkg/machinery/config/types/v1alpha1/v1alpha1_provider.go, internal/app/machined/pkg/controllers/block/internal/volumes/locate.go; Omni, `omnictl get machinestatus`",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let statuses: Vec<&Declared<AnyResource>> = statuses(estate).collect();
    if statuses.is_empty() {
        return;
    }
    for machine in &estate.machines {
        let Some(effective) = estate.effective_of(machine) else { continue };
        let Some((status, disks)) = disks_of(&statuses, machine) else { continue };
        let install = effective.get("machine.install.diskSelector");
        let install = install.map(|field| Selector { what: Selects::Install, field });
        for selector in install.into_iter().chain(of_volumes(effective)) {
            let Some((severity, message)) = selector.judge(machine, disks, effective.minor) else { continue };
            let finding = Finding { severity, ..Finding::new(&RULE, selector.field.place(), message) };
            findings.push(
                finding
                    .related(status.at.at("spec.hardware.blockdevices"), "the disks of the machine")
                    .help("select by `serial` or `wwid`, which only one disk has"),
            );
        }
    }
}

/// A selector, and what it selects a disk for.
struct Selector<'e> {
    what: Selects,
    field: Field<'e>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Selects {
    /// Talos itself: conditions, all of which must hold.
    Install,
    /// A volume that takes a whole disk: an expression.
    Disk,
    /// A volume that takes a part of one: an expression.
    Partition,
}

/// What provisions a new volume, of each document that does.
fn of_volumes(effective: &Effective) -> impl Iterator<Item = Selector<'_>> {
    const KINDS: [&str; 4] = ["VolumeConfig", "UserVolumeConfig", "RawVolumeConfig", "SwapVolumeConfig"];
    let documents = KINDS.into_iter().flat_map(|kind| effective.of_kind(kind));
    documents.filter_map(|document| {
        let takes_all = document.get("volumeType").text() == Some("disk");
        let field = document.get("provisioning.diskSelector.match");
        let what = if takes_all { Selects::Disk } else { Selects::Partition };
        field.is_set().then_some(Selector { what, field })
    })
}

impl Selector<'_> {
    /// What is wrong with it for a machine with these disks; none where they do not decide it.
    fn judge(&self, machine: &Machine, disks: &[Value], minor: Minor) -> Option<(Severity, String)> {
        let fits = |disk: &Value| match self.what {
            Selects::Install => install_fits(&self.field, disk),
            Selects::Disk | Selects::Partition => volume_fits(self.field.text()?, disk, disks, minor),
        };
        let answers: Vec<(&Value, Option<bool>)> = disks.iter().map(|disk| (disk, fits(disk))).collect();
        if answers.iter().all(|(_, fits)| *fits == Some(false)) {
            let message = format!("none of the {} disks of `{}` fits", disks.len(), machine.name);
            return Some((Severity::Error, message));
        }
        let certain = answers.iter().filter(|(_, fits)| *fits == Some(true));
        let names: Vec<&str> = certain.map(|(disk, _)| text(disk, "linuxname").unwrap_or("a disk")).collect();
        let (severity, then) = match self.what {
            Selects::Install => (Severity::Warning, "any of which may be wiped"),
            Selects::Disk => (Severity::Error, "and Talos makes no volume of several"),
            Selects::Partition => (Severity::Warning, "and the first with room for it is taken"),
        };
        let message =
            || format!("{} disks of `{}` fit, {then}: {}", names.len(), machine.name, names.join(", "));
        (names.len() > 1).then(|| (severity, message()))
    }
}

/// What Omni has seen of machines.
fn statuses(estate: &Estate) -> impl Iterator<Item = &Declared<AnyResource>> {
    let others = estate.omni.others.iter().map(|one| &**one);
    others.filter(|one| one.value.metadata().resource_type == MachineStatus::TYPE)
}

/// What Omni has seen of a machine, and its disks there.
fn disks_of<'e>(
    statuses: &[&'e Declared<AnyResource>],
    machine: &Machine,
) -> Option<(&'e Declared<AnyResource>, &'e [Value])> {
    let id = machine.id.as_ref()?.value.as_str();
    let status = *statuses.iter().find(|one| one.value.metadata().id == id)?;
    let AnyResource::Other(resource) = &status.value else { return None };
    let disks = resource.spec.get("hardware")?.get("blockdevices")?.as_sequence()?;
    (!disks.is_empty()).then_some((status, disks))
}

/// Whether a disk is one to install on; absent where what is known of the disk does not tell.
fn install_fits(selector: &Field<'_>, disk: &Value) -> Option<bool> {
    let mut is_certain = true;
    for (key, value) in selector.entries() {
        let wanted = value.text()?;
        let fits = match key {
            "size" => has_size(wanted, disk),
            "type" => has_type(wanted, disk),
            "busPath" => text(disk, "buspath").map(|path| glob(wanted, path)),
            "model" | "serial" | "uuid" | "wwid" => text(disk, key).map(|text| glob(wanted, text)),
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
    let order = size(disk)?.cmp(&wanted.bytes());
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

/// Whether a volume may be put on a disk, by its expression; absent where what is known of the disk does not tell.
fn volume_fits(expression: &str, disk: &Value, disks: &[Value], minor: Minor) -> Option<bool> {
    if disk.get("readonly").and_then(Value::as_bool) == Some(true) {
        return Some(false);
    }
    let flag = |key: &str| disk.get(key).and_then(Value::as_bool).map(Known::Bool);
    let known = |name: &str| match name {
        "disk.size" => size(disk).map(Known::Uint),
        "disk.readonly" => flag("readonly"),
        "disk.rotational" => match &*text(disk, "type")?.to_lowercase() {
            "hdd" => Some(Known::Bool(true)),
            "ssd" | "nvme" => Some(Known::Bool(false)),
            _ => None,
        },
        // Where Talos has no system disk yet, no disk says that it is one.
        "system_disk" => {
            let is_known =
                disks.iter().any(|one| one.get("systemdisk").and_then(Value::as_bool) == Some(true));
            flag("systemdisk").or(Some(Known::Bool(false))).filter(|_| is_known)
        }
        _ => {
            let key = match name.strip_prefix("disk.")? {
                "dev_path" => "linuxname",
                "bus_path" => "buspath",
                key @ ("model" | "serial" | "uuid" | "wwid" | "transport") => key,
                _ => return None,
            };
            text(disk, key).map(|text| Known::Text(text.to_owned()))
        }
    };
    holds(expression, Environment::Disk, minor, &known)
}

fn size(disk: &Value) -> Option<u64> {
    u64::try_from(disk.get("size")?.as_i64()?).ok()
}

fn text<'d>(disk: &'d Value, key: &str) -> Option<&'d str> {
    disk.get(key)?.as_str().filter(|text| !text.is_empty())
}
