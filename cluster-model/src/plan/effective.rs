//! What the patches of a machine make of its configuration.

use std::collections::BTreeMap;

use manifest::yaml::{self, Document, Reading};
use manifest::{FieldPath, Source, Value};
use omni_client::OmniVersion;
use omni_client::resource::AnyResource;
use omni_client::scope::{ConfigPatches, ExtensionsConfigurations, Member as Place};
use talos_config::Minor;
use talos_config::impact::How;

use super::declared::{Declared, Member};
use crate::effective;
use crate::spec::Role;

/// What Omni would give to the machines of one side.
pub(super) struct Omni<'d> {
    patches: ConfigPatches<'d>,
    extensions: ExtensionsConfigurations<'d>,
    kernel_args: BTreeMap<&'d str, &'d [String]>,
}

/// A value of a configuration that differs: kind of the document, path in it, direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) kind: String,
    pub(super) path: String,
    pub(super) how: How,
}

impl<'d> Omni<'d> {
    pub(super) fn new(declared: &'d Declared) -> Self {
        let resources = || declared.omni.values();
        let patches = resources().filter_map(|resource| match resource {
            AnyResource::ConfigPatch(patch) => Some(patch),
            _ => None,
        });
        let lists = resources().filter_map(|resource| match resource {
            AnyResource::ExtensionsConfiguration(list) => Some(list),
            _ => None,
        });
        let kernel_args = resources().filter_map(|resource| match resource {
            AnyResource::KernelArgs(args) => Some((args.id(), &*args.spec.args)),
            _ => None,
        });
        Self {
            patches: ConfigPatches::new(patches, OmniVersion::LATEST),
            extensions: ExtensionsConfigurations::new(lists),
            kernel_args: kernel_args.collect(),
        }
    }

    /// The texts of the patches that reach a machine, in their order.
    pub(super) fn stack(&self, member: Member<'_>) -> Vec<&'d str> {
        let place = Place::new(member.id, member.cluster, member.set);
        self.patches.of(place).map(|applied| &*applied.patch.spec.data).collect()
    }

    /// The extensions of a machine, sorted: their order makes no difference.
    pub(super) fn extensions(&self, member: Member<'_>) -> Vec<&'d str> {
        let place = Place::new(member.id, member.cluster, member.set);
        let chosen = self.extensions.of(place);
        let mut names: Vec<&str> = chosen
            .iter()
            .flat_map(|chosen| &chosen.configuration.spec.extensions)
            .map(String::as_str)
            .collect();
        names.sort_unstable();
        names
    }

    pub(super) fn kernel_args(&self, member: Member<'_>) -> &'d [String] {
        self.kernel_args.get(member.id).copied().unwrap_or_default()
    }
}

/// The patches of a machine, and the minor of Talos that merges them.
pub(super) type Stack<'s> = (&'s [&'s str], Minor);

/// What two stacks of patches make different on a machine of a role, by kind and path.
///
/// Both are applied to what Omni generates for the old minor, as it does not generate anew what a machine has. Fails with
/// the words of Talos where a stack cannot be merged.
pub(super) fn differences(old: Stack<'_>, new: Stack<'_>, role: Role) -> Result<Vec<Difference>, String> {
    let base = effective::generated(Some(role), old.1);
    Ok(between(&merged(&base, old)?, &merged(&base, new)?))
}

/// What two whole configurations make different, by kind and path. Fails with what is wrong with the YAML of one of them.
pub(super) fn differences_of_written(
    old: &Source,
    new: &Source,
    minor: Minor,
) -> Result<Vec<Difference>, String> {
    let values = |source: &Source| {
        let documents = yaml::parse_as(source, minor.yaml()).map_err(|finding| finding.message)?;
        Ok::<_, String>(values(&documents, minor))
    };
    Ok(between(&values(old)?, &values(new)?))
}

fn between(old: &Merged, new: &Merged) -> Vec<Difference> {
    let gone = old.keys().filter(|key| !new.contains_key(*key)).map(|key| (key, How::Removed));
    let here = new.iter().filter_map(|(key, value)| match old.get(key) {
        None => Some((key, How::Added)),
        Some(before) if before != value => Some((key, How::Changed)),
        Some(_) => None,
    });
    let mut found: Vec<Difference> = gone
        .chain(here)
        .map(|((kind, path), how)| Difference { kind: kind.clone(), path: path.clone(), how })
        .collect();
    // A path is added, changed or removed, and never two of them.
    found.sort_unstable_by(|one, other| (&one.kind, &one.path).cmp(&(&other.kind, &other.path)));
    found
}

/// Kind and path, list indices left out, with the values in the order of the lists.
type Merged = BTreeMap<(String, String), Vec<Value>>;

fn merged(base: &str, (stack, minor): Stack<'_>) -> Result<Merged, String> {
    Ok(values(&effective::merge(base, stack, minor)?, minor))
}

fn values(documents: &[Document], minor: Minor) -> Merged {
    let mut found = Merged::new();
    for document in documents {
        let value: Value = document.decode(Reading::Go(minor.yaml())).value.unwrap_or_default();
        let kind = value.get("kind").and_then(Value::as_str).unwrap_or("v1alpha1").to_owned();
        collect(&kind, &without_identity(value), &FieldPath::root(), &mut found);
    }
    found
}

/// What a document says besides of what kind it is, unless it says nothing else.
fn without_identity(value: Value) -> Value {
    match value {
        Value::Mapping(mut map) if map.contains_key("kind") => {
            map.remove("apiVersion");
            if map.len() > 1 {
                map.remove("kind");
            }
            Value::Mapping(map)
        }
        other => other,
    }
}

fn collect(kind: &str, value: &Value, path: &FieldPath, found: &mut Merged) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map.iter() {
                collect(kind, value, &path.clone().key(key), found);
            }
        }
        Value::Sequence(items) => {
            for value in items {
                collect(kind, value, path, found);
            }
        }
        leaf => found.entry((kind.to_owned(), path.to_string())).or_default().push(leaf.clone()),
    }
}
