//! `machine.install`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, twice};
use crate::runtime::{DiskSelectorSpec, InstallerSpec, ProvisioningSpec, UnattendedInstallConfig};
use crate::scalar::Expression;
use crate::v1alpha1::{InstallConfig, InstallDiskSelector};
use crate::version::Minor;

static TWICE: Limit = twice("machine.install");
static NOT_SAID: Limit = kept(
    "machine.install",
    "extensions, kernel arguments and support for old BIOSes belong to the image, and no document says them",
);
static OLD_ARGUMENTS: Limit = kept(
    "machine.install.grubUseUKICmdline",
    "the document always takes the kernel arguments of the image, the old form only if this is true",
);
static NO_IMAGE: Limit =
    kept("machine.install.image", "without an image the two forms install different ones");
static NO_DISK: Limit = kept("machine.install.disk", "a document needs to know which disk");
static NAME: Limit = kept("machine.install.diskSelector", "a disk is not found by its name or by this type");
static REBOOT: Limit =
    lost("UnattendedInstallConfig.reboot", "the old form always reboots after the installation");
static CONDITION: Limit = lost(
    "UnattendedInstallConfig.provisioning.diskSelector.match",
    "the old form knows the path of a disk, not a condition such as this",
);

/// How Talos is put on the disk.
pub(super) static SETTING: Setting = Setting {
    path: "machine.install",
    kinds: &["UnattendedInstallConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NOT_SAID, &OLD_ARGUMENTS, &NO_IMAGE, &NO_DISK, &NAME, &REBOOT, &CONDITION],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.machine.install.take() else { return Ok(()) };
    let is_said_elsewhere = !old.extensions.is_empty()
        || !old.extra_kernel_args.is_empty()
        || old.legacy_bios_support == Some(true);
    Stop::if_so(is_said_elsewhere, &NOT_SAID)?;
    let takes_arguments = if up.is_whole {
        old.grub_use_uki_cmdline == Some(true)
    } else {
        old.grub_use_uki_cmdline != Some(false)
    };
    Stop::if_so(!takes_arguments, &OLD_ARGUMENTS)?;
    let condition = match (&old.disk_selector, old.disk.as_deref().unwrap_or_default()) {
        (Some(selector), _) => Some(selected(selector).ok_or(Stop::at(&NAME))?),
        (None, "") => None,
        (None, disk) => Some(by_path(disk)),
    };
    Stop::if_so(up.is_whole && condition.is_none(), &NO_DISK)?;
    let image = old.image.filter(|image| !image.is_empty());
    Stop::if_so(up.is_whole && image.is_none(), &NO_IMAGE)?;
    // Unlike the old form, the document erases the disk unless it is told not to.
    let wipe = if up.is_whole { Some(old.wipe.unwrap_or_default()) } else { old.wipe };
    let disk_selector =
        condition.map(|condition| DiskSelectorSpec { r#match: Some(Expression::new(condition)) });
    let provisioning =
        (wipe.is_some() || disk_selector.is_some()).then_some(ProvisioningSpec { disk_selector, wipe });
    let installer = image.map(|image| InstallerSpec { image: Some(image) });
    let document = UnattendedInstallConfig { installer, provisioning, ..UnattendedInstallConfig::default() };
    if document == UnattendedInstallConfig::default() { Ok(()) } else { up.add(document, &TWICE) }
}

/// The condition on a disk with a path; one below `/dev/disk` is a link to it.
fn by_path(disk: &str) -> String {
    if disk.starts_with("/dev/disk/") {
        format!("{} in disk.symlinks", quoted(disk))
    } else {
        format!("disk.dev_path == {}", quoted(disk))
    }
}

/// The condition that upstream makes of a selector (`InstallConfig.DiskMatchExpression`). None where it makes none.
fn selected(selector: &InstallDiskSelector) -> Option<String> {
    if selector.name.as_ref().is_some_and(|name| !name.is_empty()) {
        return None;
    }
    let mut conditions = Vec::new();
    if let Some(size) = &selector.size {
        conditions.push(format!("disk.size {} {}u", size.operator(), size.bytes()));
    }
    let globs = [
        (&selector.uuid, "uuid"),
        (&selector.wwid, "wwid"),
        (&selector.model, "model"),
        (&selector.serial, "serial"),
        (&selector.modalias, "modalias"),
        (&selector.bus_path, "bus_path"),
    ];
    for (pattern, field) in globs {
        if let Some(pattern) = pattern.as_ref().filter(|pattern| !pattern.is_empty()) {
            conditions.push(format!("glob({}, disk.{field})", quoted(pattern)));
        }
    }
    conditions.push("disk.transport != \"\"".to_owned());
    match selector.r#type.as_deref().unwrap_or_default() {
        "" => {}
        "nvme" => conditions.push("disk.transport == \"nvme\"".to_owned()),
        "sd" => conditions.push("disk.transport == \"mmc\"".to_owned()),
        "hdd" => conditions.push("disk.rotational".to_owned()),
        "ssd" => conditions.push("!disk.rotational".to_owned()),
        _ => return None,
    }
    conditions.extend(["!disk.readonly".to_owned(), "!disk.cdrom".to_owned()]);
    Some(conditions.join(" && "))
}

/// A text as a literal of the expression language.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn down(down: &mut Down) {
    for document in down.take::<UnattendedInstallConfig>() {
        let image = document.installer.and_then(|installer| installer.image);
        let reboots = document.reboot.unwrap_or(image.is_some());
        down.remark(!reboots && down.is_whole, None, &REBOOT);
        let provisioning = document.provisioning.unwrap_or_default();
        let condition = provisioning.disk_selector.and_then(|selector| selector.r#match);
        let disk = condition.as_ref().map(|condition| path_of(condition.as_str()));
        down.remark(disk == Some(None), None, &CONDITION);
        let wipe = if down.is_whole { Some(provisioning.wipe.unwrap_or(true)) } else { provisioning.wipe };
        down.machine.install = Some(InstallConfig {
            disk: disk.flatten(),
            image,
            wipe,
            grub_use_uki_cmdline: down.is_whole.then_some(true),
            ..InstallConfig::default()
        });
    }
}

/// The path in a condition that [`by_path`] made, or that reads like one.
fn path_of(condition: &str) -> Option<String> {
    let condition = condition.trim();
    let literal =
        condition.strip_prefix("disk.dev_path ==").or_else(|| condition.strip_suffix("in disk.symlinks"))?;
    let path = literal.trim().strip_prefix(['"', '\''])?.strip_suffix(['"', '\''])?;
    let is_plain = path.starts_with("/dev/") && !path.contains(['"', '\'', '\\']);
    is_plain.then(|| path.to_owned())
}
