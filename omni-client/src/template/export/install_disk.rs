//! The patch that stands for `install.disk` of a machine.

use manifest::{Source, yaml};

use crate::OmniVersion;
use crate::resource::{ConfigPatch, Resource, label};

/// The disk that a patch names, if it is the one that a template makes of `install.disk` and says nothing else.
pub(super) fn of(patch: &Resource<ConfigPatch>) -> Option<String> {
    let machine = patch.metadata.label(label::CLUSTER_MACHINE)?;
    if patch.id() != format!("000-cm-{machine}-install-disk") {
        return None;
    }
    let documents = yaml::parse_as(&Source::new("", &*patch.spec.data), OmniVersion::LATEST.yaml()).ok()?;
    let [document] = documents.as_slice() else { return None };
    let only = |node: &yaml::Node, key: &str| match node.as_mapping()? {
        [entry] if entry.key.as_text() == Some(key) => Some(entry.value.clone()),
        _ => None,
    };
    let install = only(&only(document.root(), "machine")?, "install")?;
    only(&install, "disk")?.as_text().map(str::to_owned)
}
