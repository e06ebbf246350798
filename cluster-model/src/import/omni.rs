//! Omni's resources, and what cluster templates render to.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use manifest::yaml::Document;
use manifest::{FieldPath, Finding, Source};
use omni_client::resource::AnyResource;
use omni_client::template::{self, Host, Template};

use super::read::Find;
use crate::estate::{Host as TextHost, Location, OmniEstate, Text};

/// The files beside a cluster template.
pub(super) struct Beside<'r, 't> {
    /// The directory of the template.
    pub(super) directory: &'r str,
    /// Finds a text of the repository by its path.
    pub(super) find: &'r Find<'t>,
    /// The files that were asked for, whether there are such files or not.
    pub(super) asked: RefCell<BTreeSet<String>>,
}

impl Beside<'_, '_> {
    fn find(&self, path: &str) -> Option<&Source> {
        let parts = self.directory.split('/').chain(path.split('/'));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty() && *part != ".").collect();
        let path = parts.join("/");
        let found = (self.find)(&path);
        self.asked.borrow_mut().insert(path);
        found?.as_ref().ok()
    }
}

impl Host for Beside<'_, '_> {
    fn read(&self, path: &str) -> Result<String, String> {
        let source = self.find(path).ok_or_else(|| format!("openat {path}: no such file or directory"))?;
        Ok(source.text().to_owned())
    }
}

/// Files a resource; the text of a patch is the block in its own document.
pub(super) fn add_resource(omni: &mut OmniEstate, resource: AnyResource, document: &Arc<Document>) {
    let at = Location::of(Arc::clone(document));
    let text = match &resource {
        AnyResource::ConfigPatch(patch) => {
            let data = Location { base: FieldPath::root().keys("spec.data"), ..at.clone() };
            Some(Text::inside(data, &patch.spec.data))
        }
        _ => None,
    };
    omni.add(resource, at, text);
}

/// Files everything that a template renders to; nothing of one that cannot be rendered. What omnictl refuses of it.
pub(super) fn add_template(
    omni: &mut OmniEstate,
    documents: Vec<Document>,
    host: &Beside<'_, '_>,
) -> Vec<Finding> {
    let loaded = Template::of_documents(documents);
    let rendered = loaded.template.render_by_document(host);
    let refusals = loaded.refusals(host, &rendered);
    let Ok(rendered) = rendered else { return refusals };
    let documents: Vec<Arc<Document>> = loaded.documents.into_iter().map(Arc::new).collect();
    let mut of_document = BTreeMap::new();
    let members: Vec<BTreeMap<&str, usize>> = documents.iter().map(|document| members(document)).collect();
    for (index, resource) in rendered {
        let (Some(document), Some(declared)) = (documents.get(index), loaded.template.documents.get(index))
        else {
            continue;
        };
        let root = Location::of(Arc::clone(document));
        let AnyResource::ConfigPatch(patch) = &resource else {
            let base = base_of(&resource, members.get(index));
            omni.add(resource, Location { base, ..root }, None);
            continue;
        };
        let number: &mut usize = of_document.entry(index).or_default();
        let (at, text) = patch_at(declared, *number, &root, &patch.spec.data, host);
        *number += 1;
        omni.add(resource, at, Some(text));
    }
    refusals
}

/// The part of a document that a resource other than a patch comes from.
fn base_of(resource: &AnyResource, members: Option<&BTreeMap<&str, usize>>) -> FieldPath {
    match resource {
        AnyResource::ExtensionsConfiguration(_) => FieldPath::root().key("systemExtensions"),
        AnyResource::KernelArgs(_) => FieldPath::root().key("kernelArgs"),
        AnyResource::MachineSetNode(node) => {
            let index = members.and_then(|members| members.get(node.id()));
            index.map_or(FieldPath::root(), |&index| FieldPath::root().key("machines").index(index))
        }
        _ => FieldPath::root(),
    }
}

/// The machines that a document lists, each with its place in the list.
fn members(document: &Document) -> BTreeMap<&str, usize> {
    let listed =
        document.root().get("machines").and_then(manifest::yaml::Node::as_sequence).unwrap_or_default();
    // The first counts where one is there twice.
    listed.iter().enumerate().rev().filter_map(|(index, machine)| Some((machine.as_text()?, index))).collect()
}

/// Where the patch with this number among those of a document stands.
fn patch_at(
    declared: &template::Document,
    number: usize,
    root: &Location,
    data: &str,
    host: &Beside<'_, '_>,
) -> (Location, Text) {
    let (patches, before) = match declared {
        template::Document::Cluster(cluster) => (&cluster.patches, 0),
        template::Document::ControlPlane(set) => (&set.patches, 0),
        template::Document::Workers(set) => (&set.patches, 0),
        template::Document::Machine(machine) => {
            (&machine.patches, usize::from(!machine.install.disk.is_empty()))
        }
    };
    let Some(index) = number.checked_sub(before) else {
        // The patch that stands for `install.disk`.
        let at = Location { base: FieldPath::root().keys("install.disk"), ..root.clone() };
        let text = Text {
            source: Source::new(root.document.source().name(), data),
            host: TextHost::Structure(at.clone()),
        };
        return (at, text);
    };
    let at = Location { base: FieldPath::root().key("patches").index(index), ..root.clone() };
    let file = patches.get(index).map(|patch| &*patch.file).filter(|file| !file.is_empty());
    let text = match file.and_then(|file| host.find(file)) {
        Some(source) => Text { source: source.clone(), host: TextHost::File },
        None => Text::inside(Location { base: at.base.clone().key("inline"), ..at.clone() }, data),
    };
    (at, text)
}
