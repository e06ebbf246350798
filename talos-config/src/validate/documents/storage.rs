//! Volume groups, logical volumes and arrays: `types/storage`.

use super::Wrong;
use crate::expression::Environment;
use crate::scalar::ByteSize;
use crate::validate::{View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    let longest = match kind {
        "LVMVolumeGroupConfig" | "LVMLogicalVolumeConfig" => 63,
        "RAIDArrayConfig" => 32,
        _ => return,
    };
    name(document, longest, wrong);
    if kind == "LVMLogicalVolumeConfig" {
        logical(document, wrong);
    } else {
        let path = "provisioning.volumeSelector.match";
        wrong.need(document, path, "provisioning.volumeSelector.match is required");
        wrong.expression(document, path, Environment::Member, "provisioning.volumeSelector.match");
    }
}

fn name(document: View<'_>, longest: usize, wrong: &mut Wrong) {
    let name = document.text(keys!("name"));
    if name.is_empty() {
        wrong.at("name", "name is required");
    }
    if !(1..=longest).contains(&name.len()) {
        wrong.at("name", format!("name must be between 1 and {longest} characters long"));
    }
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
        wrong.at("name", "name can only contain ASCII letters, digits, hyphens and underscores");
    }
}

fn logical(document: View<'_>, wrong: &mut Wrong) {
    let kind = document.text(keys!("type"));
    let counts = [("mirrors", "raid1", 1), ("stripes", "raid0", 2)];
    for (key, own, least) in counts.into_iter().filter(|(key, ..)| document.get(key).is_set()) {
        if kind != own && kind != "raid10" {
            wrong.at(key, format!("{key} is only valid for {own}/raid10, not {kind}"));
        } else if document.number(key) < least {
            wrong.at(key, format!("{key} must be at least {least}"));
        }
    }
    let spec = document.get(keys!("provisioning"));
    if !spec.has(keys!("volumeGroup")) {
        wrong.at("provisioning.volumeGroup", "provisioning.volumeGroup is required");
    }
    let (low, high) = (spec.text(keys!("minSize")), spec.text(keys!("maxSize")));
    if high.is_empty() {
        wrong.at("provisioning.maxSize", "provisioning.maxSize is required");
    }
    if high.starts_with('-') {
        wrong.at("provisioning.maxSize", "provisioning.maxSize must not be negative");
    }
    let bytes = |text: &str| {
        let size = text.parse::<ByteSize>().ok().filter(|size| !size.is_negative());
        size.map(|size| size.bytes())
    };
    // What is not there is no bytes, a share is not compared.
    let most = if high.is_empty() { Some(0) } else { bytes(high) };
    if bytes(low).zip(most).is_some_and(|(low, most)| low > most) {
        let message = "provisioning.minSize must not exceed provisioning.maxSize";
        wrong.at("provisioning.minSize", message);
    }
}
