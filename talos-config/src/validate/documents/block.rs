//! Volumes and what is done to their file systems: `types/block`.

use super::Wrong;
use crate::expression::Environment;
use crate::scalar::ByteSize;
use crate::validate::{View, keys};
use crate::version::Minor;

/// What is asked of the provisioning of a volume.
#[derive(Clone, Copy)]
struct Wanted {
    required: bool,
    sizes: bool,
}

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "VolumeConfig" => return system(document, wrong),
        "ZswapConfig" => {
            if !(0..=100).contains(&document.number(keys!("maxPoolPercent"))) {
                wrong.at("maxPoolPercent", "maxPoolPercent must be between 0 and 100");
            }
            return;
        }
        "FilesystemTrimConfig" => return trim(document, "", wrong),
        "FilesystemScrubConfig" => return scrub(document, "", wrong),
        "UserVolumeConfig"
        | "RawVolumeConfig"
        | "SwapVolumeConfig"
        | "ExistingVolumeConfig"
        | "ExternalVolumeConfig" => {}
        _ => return,
    }
    name(kind, document.text(keys!("name")), wrong);
    match kind {
        "RawVolumeConfig" | "SwapVolumeConfig" => {
            provisioning(document, Wanted { required: true, sizes: true }, wrong);
            encryption(document, wrong);
        }
        "ExistingVolumeConfig" => {
            let path = "discovery.volumeSelector.match";
            wrong.need(document, path, "volume selector is required");
            wrong.expression(document, path, Environment::Volume, "volume selector is invalid");
        }
        "ExternalVolumeConfig" => external(document, wrong),
        _ => user(document, wrong),
    }
    trim(document.get(keys!("trim")), "trim ", wrong);
    scrub(document.get(keys!("scrub")), "scrub.", wrong);
}

fn trim(spec: View<'_>, what: &str, wrong: &mut Wrong) {
    if spec.number(keys!("interval")) < 0 {
        let path = if what.is_empty() { "interval" } else { "trim.interval" };
        wrong.at(path, format!("{what}interval cannot be negative"));
    }
}

fn scrub(spec: View<'_>, at: &str, wrong: &mut Wrong) {
    let interval = spec.number(keys!("interval"));
    if interval != 0 && interval < 10_000_000_000 {
        wrong.at(format!("{at}interval"), "scrub interval: minimum value is 10s");
    }
}

fn name(kind: &str, name: &str, wrong: &mut Wrong) {
    if name.is_empty() {
        wrong.at("name", "name is required");
    }
    if kind != "ExistingVolumeConfig" && !(1..=34).contains(&name.len()) {
        wrong.at("name", "name must be between 1 and 34 characters long");
    }
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        let message = "name can only contain lowercase and uppercase ASCII letters, digits, and hyphens";
        wrong.at("name", message);
    }
}

fn user(document: View<'_>, wrong: &mut Wrong) {
    match document.text(keys!("volumeType")) {
        "" | "partition" => {
            provisioning(document, Wanted { required: true, sizes: true }, wrong);
            filesystem(document, wrong);
            encryption(document, wrong);
        }
        "disk" => {
            provisioning(document, Wanted { required: true, sizes: false }, wrong);
            filesystem(document, wrong);
            encryption(document, wrong);
        }
        "directory" => {
            let mut sections = vec!["provisioning", "encryption", "filesystem"];
            if wrong.minor == Minor::V1_13 {
                sections.push("mount");
            }
            for section in sections.into_iter().filter(|section| document.has(*section)) {
                wrong.at(section, format!("{section} spec is invalid for volumeType directory"));
            }
            let key = "mount.disableAccessTime";
            if wrong.minor >= Minor::V1_14 && document.get(keys!("mount.disableAccessTime")).is_set() {
                wrong.at(key, format!("{key} is invalid for volumeType directory"));
            }
        }
        other => wrong.at("volumeType", format!("unsupported volume type {other:?}")),
    }
}

fn external(document: View<'_>, wrong: &mut Wrong) {
    let kind = document.text(keys!("filesystemType"));
    if kind != "virtiofs" {
        wrong.at("filesystemType", format!("invalid filesystem type: {kind}"));
    } else if !document.get(keys!("mount.virtiofs")).is_set() {
        wrong.at("mount", "virtiofs mount spec is required");
    } else if !document.has(keys!("mount.virtiofs.tag")) {
        wrong.at("mount", "virtiofs tag is required");
    }
}

/// Volumes that Talos makes itself.
fn system(document: View<'_>, wrong: &mut Wrong) {
    let minor = wrong.minor;
    let known: &[&str] = match minor {
        Minor::V1_9 | Minor::V1_10 => &["EPHEMERAL", "IMAGECACHE"],
        Minor::V1_11 | Minor::V1_12 | Minor::V1_13 => &["STATE", "EPHEMERAL", "IMAGECACHE"],
        Minor::V1_14 => &["STATE", "EPHEMERAL", "IMAGECACHE", "ETCD", "CRI", "KUBELET", "LOG"],
    };
    let name = document.text(keys!("name"));
    if !known.contains(&name) {
        let known: Vec<_> = known.iter().map(|name| format!("{name:?}")).collect();
        return wrong.at("name", format!("only [{}] volumes are supported", known.join(" ")));
    }
    if name == "STATE" {
        if document.has(keys!("provisioning")) {
            wrong.at("provisioning", "provisioning config is not allowed for the \"STATE\" volume");
        }
        if document.items(keys!("encryption.keys")).any(|key| key.flag(keys!("lockToState"))) {
            wrong.at("encryption.keys", "state-locked key is not allowed for the \"STATE\" volume");
        }
    }
    if minor >= Minor::V1_14 {
        mounted(name, document, wrong);
    }
    provisioning(document, Wanted { required: false, sizes: true }, wrong);
    if minor >= Minor::V1_11 {
        encryption(document, wrong);
    }
    trim(document.get(keys!("trim")), "trim ", wrong);
    scrub(document.get(keys!("scrub")), "scrub.", wrong);
}

/// Which volume may say how it is mounted, and what is on it.
fn mounted(name: &str, document: View<'_>, wrong: &mut Wrong) {
    if document.has(keys!("mount")) {
        if matches!(name, "STATE" | "IMAGECACHE") {
            wrong.at("mount", format!("mount config is not allowed for the {name:?} volume"));
        } else if name != "EPHEMERAL" && !document.has(keys!("provisioning")) {
            wrong.at(
                "mount",
                format!(
                    "mount config for the {name:?} volume is only supported when it is provisioned onto a dedicated partition"
                ),
            );
        }
    }
    if name == "IMAGECACHE" && document.has(keys!("filesystem")) {
        wrong.at("filesystem", "filesystem config is not allowed for the \"IMAGECACHE\" volume");
    }
}

fn provisioning(document: View<'_>, wanted: Wanted, wrong: &mut Wrong) {
    let spec = document.get(keys!("provisioning"));
    let path = keys!("provisioning.diskSelector.match");
    wrong.expression(document, path, Environment::Disk, "disk selector is invalid");
    if wanted.required && !spec.has(keys!("diskSelector.match")) {
        wrong.at("provisioning.diskSelector", "disk selector is required");
    }
    let (low, high) = (spec.text(keys!("minSize")), spec.text(keys!("maxSize")));
    if !wanted.sizes {
        let any = !low.is_empty() || !high.is_empty() || spec.get(keys!("grow")).is_set();
        if any && wrong.minor >= Minor::V1_12 {
            wrong.at("provisioning", "min size, max size and grow are not supported");
        }
        return;
    }
    // A share of the disk is no number of bytes.
    let bytes = |text: &str| if text.is_empty() { None } else { text.parse::<ByteSize>().ok() };
    if let Some(high) = bytes(high)
        && let Some(low) = bytes(low)
        && !high.is_negative()
        && low.bytes() > high.bytes()
    {
        wrong.at("provisioning.minSize", "min size is greater than max size");
    }
    if wanted.required && low.is_empty() && high.is_empty() {
        wrong.at("provisioning", "min size or max size is required");
    }
    if low.starts_with('-') && bytes(low).is_some() {
        wrong.at("provisioning.minSize", "min size cannot be negative");
    }
}

fn filesystem(document: View<'_>, wrong: &mut Wrong) {
    let spec = document.get(keys!("filesystem"));
    let kind = spec.text(keys!("type"));
    let known = match kind {
        "" | "none" | "xfs" | "ext4" => true,
        "btrfs" => wrong.minor >= Minor::V1_14,
        _ => false,
    };
    let is_xfs = ["", "none", "xfs"].contains(&kind);
    if !known {
        wrong.at("filesystem.type", format!("unsupported filesystem type: {kind}"));
    } else if wrong.minor >= Minor::V1_11 && spec.flag(keys!("projectQuotaSupport")) && !is_xfs {
        wrong.at(
            "filesystem.projectQuotaSupport",
            "project quota support is only available for xfs filesystem",
        );
    } else if spec.get(keys!("xfs")).is_set() && !is_xfs {
        wrong.at("filesystem.xfs", "xfs options are only available for xfs filesystem");
    }
}

fn encryption(document: View<'_>, wrong: &mut Wrong) {
    let spec = document.get(keys!("encryption"));
    let (provider, keys) = (spec.text(keys!("provider")), spec.items(keys!("keys")));
    let none = ["", "none"].contains(&provider);
    if none && keys.is_empty() {
        return;
    }
    if none {
        wrong.at("encryption.provider", "unsupported encryption provider: none");
    }
    if keys.is_empty() {
        wrong.at("encryption", "encryption keys are required");
    }
    let mut slots = Vec::new();
    for (index, key) in keys.into_iter().enumerate() {
        let path = format!("encryption.keys[{index}]");
        let slot = key.number(keys!("slot"));
        if slots.contains(&slot) {
            wrong.at(format!("{path}.slot"), format!("duplicate key slot {slot}"));
        }
        slots.push(slot);
        if !["static", "nodeID", "kms", "tpm"].into_iter().any(|kind| key.get(kind).is_set()) {
            wrong.at(&path, format!("at least one encryption key type must be specified for slot {slot}"));
        }
        for (place, pcr) in key.items(keys!("tpm.options.pcrs")).enumerate() {
            let pcr = pcr.own_number();
            if wrong.minor >= Minor::V1_12 && !(0..=23).contains(&pcr) {
                let path = format!("{path}.tpm.options.pcrs[{place}]");
                wrong.at(path, format!("TPM PCR {pcr} is out of range (0-23)"));
            }
        }
    }
}
