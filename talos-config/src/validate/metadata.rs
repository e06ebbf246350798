//! Labels, annotations and taints of the node.

use super::text::{label_value, qualified_name};
use super::{Checker, View};
use crate::rules;

const RESERVED: [&str; 3] =
    ["talos.dev/owned-annotations", "talos.dev/owned-labels", "talos.dev/owned-taints"];
const LARGEST: usize = 262_144;

pub(super) fn check(checker: &mut Checker, machine: View<'_>) {
    each(checker, machine, "nodeLabels", "labels", |key, _| qualified_name(key));
    each(checker, machine, "nodeLabels", "labels", |_, value| label_value(value));
    each(checker, machine, "nodeAnnotations", "annotations", |key, _| {
        if RESERVED.contains(&key) {
            return Err(format!("annotation {key:?} is reserved"));
        }
        qualified_name(key)
    });
    let size: usize =
        machine.pairs("nodeAnnotations").iter().map(|(key, value)| key.len() + value.len()).sum();
    if size > LARGEST {
        let message = format!(
            "invalid machine node annotations: total annotation size exceeds limit of {LARGEST} bytes"
        );
        checker.say(&rules::NODE_METADATA_INVALID, "machine.nodeAnnotations", message);
    }
    each(checker, machine, "nodeTaints", "taints", |key, value| {
        qualified_name(key)?;
        let (value, effect) = value.split_once(':').unwrap_or(("", value));
        if !["NoSchedule", "PreferNoSchedule", "NoExecute"].contains(&effect) {
            return Err(format!("invalid taint effect: {effect:?}"));
        }
        label_value(value)
    });
}

fn each(
    checker: &mut Checker,
    machine: View<'_>,
    section: &str,
    name: &str,
    check: impl Fn(&str, &str) -> Result<(), String>,
) {
    for (key, value) in machine.pairs(section) {
        if let Err(cause) = check(key, value) {
            let message = format!("invalid machine node {name}: {cause}");
            checker.say(&rules::NODE_METADATA_INVALID, &format!("machine.{section}"), message);
        }
    }
}
