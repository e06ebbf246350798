//! Encryption of the system partitions.

use super::{Checker, View, keys};
use crate::rules;

pub(super) fn check(checker: &mut Checker<'_>, machine: View<'_>) {
    for (key, label) in [("ephemeral", "EPHEMERAL"), ("state", "STATE")] {
        let partition = machine.get(keys!("systemDiskEncryption")).get(key);
        if !partition.is_set() {
            continue;
        }
        let path = format!("machine.systemDiskEncryption.{key}");
        let keys = partition.items(keys!("keys"));
        if keys.is_empty() {
            let message = format!("partition {label:?}: no encryption keys provided");
            checker.say(&rules::ENCRYPTION_KEY_INVALID, &path, message);
        }
        let mut slots = Vec::new();
        for (index, key) in keys.into_iter().enumerate() {
            let path = format!("{path}.keys[{index}]");
            let slot = key.number(keys!("slot"));
            if slots.contains(&slot) {
                let message = format!("partition {label:?}: encryption key slot {slot} is already in use");
                checker.say(&rules::ENCRYPTION_KEY_INVALID, format!("{path}.slot"), message);
            }
            slots.push(slot);
            if !["static", "nodeID", "kms", "tpm"].into_iter().any(|kind| key.get(kind).is_set()) {
                let message = format!(
                    "partition {label:?}: encryption key at slot {slot} doesn't have the configuration parameters"
                );
                checker.say(&rules::ENCRYPTION_KEY_INVALID, &path, message);
            }
        }
    }
}
