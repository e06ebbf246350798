//! Labels, annotations and taints of the node.

use super::text::{label_value, qualified_name};
use super::{Checker, Spot, View, keys};
use crate::rules;

const RESERVED: [&str; 3] =
    ["talos.dev/owned-annotations", "talos.dev/owned-labels", "talos.dev/owned-taints"];
const LARGEST: usize = 262_144;

/// What is wrong, and where.
type Causes = Vec<(Spot, String)>;

pub(super) fn check(checker: &mut Checker<'_>, config: View<'_>) {
    let mut say = |name: &str, causes: Causes| {
        for (spot, cause) in causes {
            let message = format!("invalid machine node {name}: {cause}");
            checker.say(&rules::NODE_METADATA_INVALID, spot, message);
        }
    };
    say("labels", labels(config.pairs(keys!("machine.nodeLabels")), "machine.nodeLabels"));
    let pairs = config.pairs(keys!("machine.nodeAnnotations"));
    say("annotations", annotations(pairs, "machine.nodeAnnotations"));
    say("taints", taints(config.pairs(keys!("machine.nodeTaints")), "machine.nodeTaints"));
}

/// What is wrong with the labels at a path: with keys and with values both.
pub(super) fn labels<'d>(pairs: impl Iterator<Item = (&'d str, &'d str)>, path: &str) -> Causes {
    let (mut of_keys, mut of_values) = (Causes::new(), Causes::new());
    for (key, value) in pairs {
        if let Err(cause) = qualified_name(key) {
            of_keys.push((Spot::key(path, key), cause));
        }
        if let Err(cause) = label_value(value) {
            of_values.push((Spot::below(path, key), cause));
        }
    }
    of_keys.append(&mut of_values);
    of_keys
}

/// What is wrong with the annotations at a path.
pub(super) fn annotations<'d>(pairs: impl Iterator<Item = (&'d str, &'d str)>, path: &str) -> Causes {
    let key = |key: &str| {
        if RESERVED.contains(&key) {
            return Err(format!("annotation {key:?} is reserved"));
        }
        qualified_name(key)
    };
    let (mut causes, mut size) = (Causes::new(), 0);
    for (name, value) in pairs {
        size += name.len() + value.len();
        if let Err(cause) = key(name) {
            causes.push((Spot::key(path, name), cause));
        }
    }
    if size > LARGEST {
        causes.push((path.into(), format!("total annotation size exceeds limit of {LARGEST} bytes")));
    }
    causes
}

/// What is wrong with the taints at a path, the first of each.
pub(super) fn taints<'d>(pairs: impl Iterator<Item = (&'d str, &'d str)>, path: &str) -> Causes {
    let taint = |key: &str, text: &str| {
        qualified_name(key).map_err(|cause| (Spot::key(path, key), cause))?;
        let (value, effect) = text.split_once(':').unwrap_or(("", text));
        if !["NoSchedule", "PreferNoSchedule", "NoExecute"].contains(&effect) {
            return Err((Spot::below(path, key), format!("invalid taint effect: {effect:?}")));
        }
        label_value(value).map_err(|cause| (Spot::below(path, key), cause))
    };
    pairs.filter_map(|(key, value)| taint(key, value).err()).collect()
}
