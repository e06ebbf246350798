//! Labels, annotations and taints of the node.

use super::text::{label_value, qualified_name};
use super::{Checker, Spot, View};
use crate::rules;

const RESERVED: [&str; 3] =
    ["talos.dev/owned-annotations", "talos.dev/owned-labels", "talos.dev/owned-taints"];
const LARGEST: usize = 262_144;

/// What is wrong, and where.
type Causes = Vec<(Spot, String)>;

pub(super) fn check(checker: &mut Checker<'_>, config: View<'_>) {
    let sections = [
        ("labels", labels(config, "machine.nodeLabels")),
        ("annotations", annotations(config, "machine.nodeAnnotations")),
        ("taints", taints(config, "machine.nodeTaints")),
    ];
    for (name, causes) in sections {
        for (spot, cause) in causes {
            let message = format!("invalid machine node {name}: {cause}");
            checker.say(&rules::NODE_METADATA_INVALID, spot, message);
        }
    }
}

/// What is wrong with the labels at a path: with keys and with values both.
pub(super) fn labels(document: View<'_>, path: &str) -> Causes {
    let pairs = document.pairs(path);
    let keys = pairs.iter().filter_map(|(key, _)| {
        let cause = qualified_name(key).err()?;
        Some((Spot::key(path, key), cause))
    });
    let values = pairs.iter().filter_map(|(key, value)| {
        let cause = label_value(value).err()?;
        Some((Spot::below(path, key), cause))
    });
    keys.chain(values).collect()
}

/// What is wrong with the annotations at a path.
pub(super) fn annotations(document: View<'_>, path: &str) -> Causes {
    let pairs = document.pairs(path);
    let key = |key: &str| {
        if RESERVED.contains(&key) {
            return Err(format!("annotation {key:?} is reserved"));
        }
        qualified_name(key)
    };
    let wrong = pairs.iter().filter_map(|(name, _)| {
        let cause = key(name).err()?;
        Some((Spot::key(path, name), cause))
    });
    let mut causes: Causes = wrong.collect();
    let size: usize = pairs.iter().map(|(key, value)| key.len() + value.len()).sum();
    if size > LARGEST {
        causes.push((path.into(), format!("total annotation size exceeds limit of {LARGEST} bytes")));
    }
    causes
}

/// What is wrong with the taints at a path, the first of each.
pub(super) fn taints(document: View<'_>, path: &str) -> Causes {
    let taint = |key: &str, text: &str| {
        qualified_name(key).map_err(|cause| (Spot::key(path, key), cause))?;
        let (value, effect) = text.split_once(':').unwrap_or(("", text));
        if !["NoSchedule", "PreferNoSchedule", "NoExecute"].contains(&effect) {
            return Err((Spot::below(path, key), format!("invalid taint effect: {effect:?}")));
        }
        label_value(value).map_err(|cause| (Spot::below(path, key), cause))
    };
    document.pairs(path).iter().filter_map(|(key, value)| taint(key, value).err()).collect()
}
