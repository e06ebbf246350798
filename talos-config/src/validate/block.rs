//! Volumes.

use super::View;
use crate::scalar::ByteSize;
use crate::version::Minor;

/// What is asked of the provisioning of a volume.
#[derive(Clone, Copy)]
struct Wanted {
    required: bool,
    sizes: bool,
}

/// Volumes of users.
pub(super) fn volume(kind: &str, document: View<'_>, minor: Minor, wrong: &mut Vec<String>) {
    name(kind, &document.text("name"), wrong);
    match kind {
        "RawVolumeConfig" | "SwapVolumeConfig" => {
            provisioning(document, Wanted { required: true, sizes: true }, minor, wrong);
            encryption(document, minor, wrong);
        }
        "ExistingVolumeConfig" => {
            if !document.has("discovery.volumeSelector.match") {
                wrong.push("volume selector is required".to_owned());
            }
        }
        "ExternalVolumeConfig" => external(document, wrong),
        _ => user(document, minor, wrong),
    }
}

fn name(kind: &str, name: &str, wrong: &mut Vec<String>) {
    if name.is_empty() {
        wrong.push("name is required".to_owned());
    }
    if kind != "ExistingVolumeConfig" && !(1..=34).contains(&name.len()) {
        wrong.push("name must be between 1 and 34 characters long".to_owned());
    }
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        let message = "name can only contain lowercase and uppercase ASCII letters, digits, and hyphens";
        wrong.push(message.to_owned());
    }
}

fn user(document: View<'_>, minor: Minor, wrong: &mut Vec<String>) {
    match &*document.text("volumeType") {
        "" | "partition" => {
            provisioning(document, Wanted { required: true, sizes: true }, minor, wrong);
            filesystem(document, minor, wrong);
            encryption(document, minor, wrong);
        }
        "disk" => {
            provisioning(document, Wanted { required: true, sizes: false }, minor, wrong);
            filesystem(document, minor, wrong);
            encryption(document, minor, wrong);
        }
        "directory" => {
            for section in ["provisioning", "encryption", "filesystem", "mount"] {
                if document.has(section) && (section != "mount" || minor >= Minor::V1_13) {
                    wrong.push(format!("{section} spec is invalid for volumeType directory"));
                }
            }
        }
        other => wrong.push(format!("unsupported volume type {other:?}")),
    }
}

fn external(document: View<'_>, wrong: &mut Vec<String>) {
    let kind = document.text("filesystemType");
    if kind != "virtiofs" {
        wrong.push(format!("invalid filesystem type: {kind}"));
    } else if !document.get("mount.virtiofs").is_set() {
        wrong.push("virtiofs mount spec is required".to_owned());
    } else if !document.has("mount.virtiofs.tag") {
        wrong.push("virtiofs tag is required".to_owned());
    }
}

/// Volumes that Talos makes itself.
pub(super) fn system_volume(document: View<'_>, minor: Minor, wrong: &mut Vec<String>) {
    if document.text("name") == "STATE" {
        if document.has("provisioning") {
            wrong.push("provisioning config is not allowed for the \"STATE\" volume".to_owned());
        }
        if document.items("encryption.keys").into_iter().any(|key| key.flag("lockToState")) {
            wrong.push("state-locked key is not allowed for the \"STATE\" volume".to_owned());
        }
    }
    provisioning(document, Wanted { required: false, sizes: true }, minor, wrong);
    if minor >= Minor::V1_11 {
        encryption(document, minor, wrong);
    }
}

fn provisioning(document: View<'_>, wanted: Wanted, minor: Minor, wrong: &mut Vec<String>) {
    let spec = document.get("provisioning");
    if wanted.required && !spec.has("diskSelector.match") {
        wrong.push("disk selector is required".to_owned());
    }
    let (low, high) = (spec.text("minSize"), spec.text("maxSize"));
    if !wanted.sizes {
        let any = !low.is_empty() || !high.is_empty() || spec.get("grow").is_set();
        if any && minor >= Minor::V1_12 {
            wrong.push("min size, max size and grow are not supported".to_owned());
        }
        return;
    }
    let bytes = |text: &str| text.parse::<ByteSize>().ok();
    if let (Some(low), Some(high)) = (bytes(&low), bytes(&high))
        && !high.is_negative()
        && low.bytes() > high.bytes()
    {
        wrong.push("min size is greater than max size".to_owned());
    }
    if wanted.required && low.is_empty() && high.is_empty() {
        wrong.push("min size or max size is required".to_owned());
    }
    if bytes(&low).is_some_and(|low| low.is_negative()) {
        wrong.push("min size cannot be negative".to_owned());
    }
}

fn filesystem(document: View<'_>, minor: Minor, wrong: &mut Vec<String>) {
    let spec = document.get("filesystem");
    let kind = spec.text("type");
    let known = match &*kind {
        "" | "none" | "xfs" | "ext4" => true,
        "btrfs" => minor >= Minor::V1_14,
        _ => false,
    };
    let is_xfs = ["", "none", "xfs"].contains(&&*kind);
    if !known {
        wrong.push(format!("unsupported filesystem type: {kind}"));
    } else if minor >= Minor::V1_11 && spec.flag("projectQuotaSupport") && !is_xfs {
        wrong.push("project quota support is only available for xfs filesystem".to_owned());
    } else if spec.get("xfs").is_set() && !is_xfs {
        wrong.push("xfs options are only available for xfs filesystem".to_owned());
    }
}

fn encryption(document: View<'_>, minor: Minor, wrong: &mut Vec<String>) {
    let spec = document.get("encryption");
    let (provider, keys) = (spec.text("provider"), spec.items("keys"));
    let none = ["", "none"].contains(&&*provider);
    if none && keys.is_empty() {
        return;
    }
    if none {
        wrong.push("unsupported encryption provider: none".to_owned());
    }
    if keys.is_empty() {
        wrong.push("encryption keys are required".to_owned());
    }
    let mut slots = Vec::new();
    for key in keys {
        let slot = key.number("slot");
        if slots.contains(&slot) {
            wrong.push(format!("duplicate key slot {slot}"));
        }
        slots.push(slot);
        if !["static", "nodeID", "kms", "tpm"].into_iter().any(|kind| key.get(kind).is_set()) {
            wrong.push(format!("at least one encryption key type must be specified for slot {slot}"));
        }
        for pcr in key.items("tpm.options.pcrs") {
            let pcr = pcr.own_number();
            if minor >= Minor::V1_12 && !(0..=23).contains(&pcr) {
                wrong.push(format!("TPM PCR {pcr} is out of range (0-23)"));
            }
        }
    }
}
