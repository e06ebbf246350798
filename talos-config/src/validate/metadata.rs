//! Labels, annotations and taints of the node.

use super::text::{label_value, qualified_name};
use super::{Checker, View};
use crate::rules;

const RESERVED: [&str; 3] =
    ["talos.dev/owned-annotations", "talos.dev/owned-labels", "talos.dev/owned-taints"];
const LARGEST: usize = 262_144;

pub(super) fn check(checker: &mut Checker<'_>, machine: View<'_>) {
    let sections = [
        ("nodeLabels", "labels", labels(&machine.pairs("nodeLabels"))),
        ("nodeAnnotations", "annotations", annotations(&machine.pairs("nodeAnnotations"))),
        ("nodeTaints", "taints", taints(&machine.pairs("nodeTaints"))),
    ];
    for (section, name, causes) in sections {
        for cause in causes {
            let message = format!("invalid machine node {name}: {cause}");
            checker.say(&rules::NODE_METADATA_INVALID, &format!("machine.{section}"), message);
        }
    }
}

/// What is wrong with labels: with keys and with values both.
pub(super) fn labels(pairs: &[(&str, &str)]) -> Vec<String> {
    let keys = pairs.iter().filter_map(|(key, _)| qualified_name(key).err());
    let values = pairs.iter().filter_map(|(_, value)| label_value(value).err());
    keys.chain(values).collect()
}

/// What is wrong with annotations.
pub(super) fn annotations(pairs: &[(&str, &str)]) -> Vec<String> {
    let key = |key: &str| {
        if RESERVED.contains(&key) {
            return Err(format!("annotation {key:?} is reserved"));
        }
        qualified_name(key)
    };
    let mut causes: Vec<_> = pairs.iter().filter_map(|(name, _)| key(name).err()).collect();
    let size: usize = pairs.iter().map(|(key, value)| key.len() + value.len()).sum();
    if size > LARGEST {
        causes.push(format!("total annotation size exceeds limit of {LARGEST} bytes"));
    }
    causes
}

/// What is wrong with taints, the first of each.
pub(super) fn taints(pairs: &[(&str, &str)]) -> Vec<String> {
    let taint = |key: &str, value: &str| {
        qualified_name(key)?;
        let (value, effect) = value.split_once(':').unwrap_or(("", value));
        if !["NoSchedule", "PreferNoSchedule", "NoExecute"].contains(&effect) {
            return Err(format!("invalid taint effect: {effect:?}"));
        }
        label_value(value)
    };
    pairs.iter().filter_map(|(key, value)| taint(key, value).err()).collect()
}
