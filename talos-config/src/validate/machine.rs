//! The v1alpha1 document, in upstream's order.

use super::view::Way;
use super::{
    Checker, Mode, Spot, View, certificates, cluster, components, devices, encryption, features, keys,
    metadata, role,
};
use crate::rules;
use crate::scalar::MachineType;
use crate::version::Minor;

pub(super) fn check(checker: &mut Checker<'_>, config: View<'_>) {
    let machine = config.get(keys!("machine"));
    if !machine.is_set() {
        checker.say(&rules::SECTION_MISSING, "machine", "machine instructions are required");
        return;
    }
    if checker.minor >= Minor::V1_14 {
        deprecated(checker, machine);
    }
    let role = role(machine);
    let control_plane = role.is_some_and(MachineType::is_control_plane);
    cluster::check(checker, config, control_plane);
    match checker.mode {
        Mode::Metal => install(checker, machine),
        Mode::Container => features::container(checker, machine),
        Mode::Cloud => {}
    }
    features::host_dns(checker, machine);
    machine_type(checker, machine, role);
    certificates::check(checker, config, role);
    devices::check(checker, machine);
    features::kubespan_mtu(checker, machine);
    disks(checker, machine);
    components::kubelet(checker, machine);
    encryption::check(checker, machine);
    features::kubespan(checker, config);
    logging(checker, machine);
    extensions(checker, machine);
    metadata::check(checker, config);
    features::api_access(checker, machine, control_plane);
    if config.get(keys!("persist")).is_set() && !config.flag(keys!("persist")) {
        checker.say(&rules::PERSIST_OFF, "persist", ".persist should be enabled");
    }
    if let Some(number) = machine.get(keys!("baseRuntimeSpecOverrides")).not_json() {
        let message =
            format!("failed to marshal base runtime spec overrides: json: unsupported value: {number}");
        checker.say(&rules::COMPONENT_INVALID, "machine.baseRuntimeSpecOverrides", message);
    }
    registries(checker, machine);
}

/// Settings that documents of their own took the place of.
fn deprecated(checker: &mut Checker<'_>, machine: View<'_>) {
    let deprecated = [
        (keys!("files"), ".machine.files is deprecated; use dedicated configuration documents instead"),
        (
            keys!("baseRuntimeSpecOverrides"),
            ".machine.baseRuntimeSpecOverrides is deprecated; use a CRIBaseRuntimeSpecConfig document instead",
        ),
    ];
    for (key, message) in deprecated {
        if machine.has(key) {
            checker.say(&rules::SETTING_DEPRECATED, format!("machine.{}", key.text()), message);
        }
    }
}

fn machine_type(checker: &mut Checker<'_>, machine: View<'_>, role: Option<MachineType>) {
    let written = machine.text(keys!("type"));
    if let Some(role) = role.map(MachineType::as_str).filter(|role| *role != written) {
        let message = format!("use {role:?} instead of {written:?} for machine type");
        checker.say(&rules::MACHINE_TYPE_OUTDATED, "machine.type", message);
    }
}

fn install(checker: &mut Checker<'_>, machine: View<'_>) {
    let install = machine.get(keys!("install"));
    if !install.is_set() {
        if checker.minor < Minor::V1_14 {
            let message = "install instructions are required in \"metal\" mode";
            checker.say(&rules::SECTION_MISSING, "machine.install", message);
        }
        return;
    }
    let selector = install.get(keys!("diskSelector"));
    let (name, kind) = (selector.text(keys!("name")), selector.text(keys!("type")));
    let wrong = if !name.is_empty() {
        Some(("name", "selector on name is not supported".to_owned()))
    } else if !matches!(kind, "" | "nvme" | "sd" | "hdd" | "ssd") {
        Some(("type", format!("unsupported disk type {kind:?}")))
    } else {
        None
    };
    if let Some((key, cause)) = &wrong {
        let path = format!("machine.install.diskSelector.{key}");
        checker.say(&rules::INSTALL_INVALID, path, format!("install disk selector is invalid: {cause}"));
    }
    // A selector that is wrong counts as none.
    if !install.has(keys!("disk")) && (!selector.is_set() || wrong.is_some()) {
        let message = "either install disk or diskSelector should be defined";
        checker.say(&rules::INSTALL_INVALID, "machine.install", message);
    }
    if checker.minor >= Minor::V1_12
        && install.flag(keys!("grubUseUKICmdline"))
        && install.has(keys!("extraKernelArgs"))
    {
        let message = "install.extraKernelArgs and install.grubUseUKICmdline can't be used together";
        checker.say(&rules::INSTALL_INVALID, "machine.install.extraKernelArgs", message);
    }
}

fn disks(checker: &mut Checker<'_>, machine: View<'_>) {
    for (index, disk) in machine.items(keys!("disks")).enumerate() {
        if !disk.is_set() {
            let path = format!("machine.disks[{index}]");
            checker.say(&rules::DISK_INVALID, &path, format!("{path} is null"));
            continue;
        }
        let partitions = disk.items(keys!("partitions"));
        for (place, partition) in partitions.clone().enumerate() {
            let path = format!("machine.disks[{index}].partitions[{place}]");
            // Upstream crashes on it.
            if !partition.is_set() {
                checker.say(&rules::DISK_INVALID, &path, format!("{path} is null"));
                continue;
            }
            if partition.number(keys!("size")) == 0 && place + 1 != partitions.len() {
                let device = disk.text(keys!("device"));
                let message = format!(
                    "partition for disk {device:?} is set to occupy full disk, but it's not the last partition in the list"
                );
                checker.say(&rules::DISK_INVALID, &path, message);
            }
        }
    }
}

fn logging(checker: &mut Checker<'_>, machine: View<'_>) {
    for (index, destination) in machine.items(keys!("logging.destinations")).enumerate() {
        let mut say = |key: &str, message: String| {
            let path = format!("machine.logging.destinations[{index}].{key}");
            checker.say(&rules::LOGGING_DESTINATION_INVALID, path, message);
        };
        match destination.url(keys!("endpoint")) {
            None => say("endpoint", "empty logging endpoint".to_owned()),
            Some(url) => {
                if url.host().is_empty() {
                    say("endpoint", "empty logging endpoint's host".to_owned());
                }
                if !["tcp", "udp"].contains(&url.scheme()) {
                    say("endpoint", format!("unexpected logging endpoint scheme {:?}", url.scheme()));
                }
            }
        }
        let format = destination.text(keys!("format"));
        if format != "json_lines" {
            say("format", format!("unknown logging format {format:?}"));
        }
    }
}

fn extensions(checker: &mut Checker<'_>, machine: View<'_>) {
    let images = machine.items(keys!("install.extensions")).map(|extension| extension.text(keys!("image")));
    for (index, image) in images.clone().enumerate() {
        if images.clone().take(index).any(|other| other == image) {
            let message = format!("duplicate system extension {image:?}");
            let path = format!("machine.install.extensions[{index}].image");
            checker.say(&rules::INSTALL_INVALID, path, message);
        }
    }
    if images.len() > 0 {
        let page = if checker.minor >= Minor::V1_13 {
            "https://docs.siderolabs.com/talos/latest/platform-specific-installations/boot-assets"
        } else {
            "https://www.talos.dev/latest/talos-guides/install/boot-assets/"
        };
        let message = format!(".machine.install.extensions is deprecated, please see {page}");
        checker.say(&rules::SETTING_DEPRECATED, "machine.install.extensions", message);
    }
}

fn registries(checker: &mut Checker<'_>, machine: View<'_>) {
    let registries = machine.get(keys!("registries"));
    let mut section = |section: &str, entries: &mut dyn Iterator<Item = (&str, View<'_>)>| {
        for (name, entry) in entries {
            if !entry.is_set() {
                let message = format!("registries.{section}[{name:?}] is null");
                let spot = Spot::key(&format!("machine.registries.{section}"), name);
                checker.say(&rules::REGISTRY_NULL, spot, message);
            }
        }
    };
    section("config", &mut registries.entries(keys!("config")));
    section("mirrors", &mut registries.entries(keys!("mirrors")));
}
