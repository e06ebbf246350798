//! Everything that can be said about one file.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use manifest::yaml::{self, Document};
use manifest::{FieldPath, Finding, Place, Source};

use crate::resource::{self, AnyResource, ConfigPatch, Metadata, Resource};
use crate::rules::{self, PATCH_NOT_TALOS};
use crate::template::{Host, Template};
use crate::{OmniVersion, forbidden};

/// Checks a file for what omnictl and Omni refuse or pass over, as far as the file alone tells.
///
/// A file of resources is checked resource by resource, any other file as a cluster template. Findings have their
/// places in the file, also inside of a patch that stands as a block text in a resource.
pub fn check(source: &Source, host: &dyn Host, omni: OmniVersion) -> Vec<Finding> {
    let documents = match yaml::parse_as(source, omni.yaml()) {
        Ok(documents) => documents,
        Err(finding) => return vec![*finding],
    };
    if documents.iter().any(is_resource_like) {
        return check_resources(&documents, host, omni).findings;
    }
    let loaded = Template::of_documents(documents);
    loaded.refusals(host, &loaded.template.render(host))
}

/// The resources of a file, and what is wrong with them.
#[derive(Clone, Debug, Default)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Resources {
    /// What could be read, each with the number of its document, counted from 0.
    pub resources: Vec<(usize, AnyResource)>,
    /// What [`check()`] says of a file of resources.
    pub findings: Vec<Finding>,
}

/// Whether a document looks as if it was meant to be a resource, so that what is missing can be named.
fn is_resource_like(document: &Document) -> bool {
    resource::is_resource(document) || document.root().get("spec").is_some()
}

/// Reads and checks resources in the order of their documents, which is that in which they are applied: what stands twice
/// is an update.
pub fn check_resources<D: Borrow<Document>>(
    documents: &[D],
    host: &dyn Host,
    omni: OmniVersion,
) -> Resources {
    let Resources { mut resources, mut findings } = Resources::default();
    // The last resource of each identity, by its place among all.
    let mut seen: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        let document = document.borrow();
        let decoded = resource::read(document);
        findings.extend(decoded.findings);
        let Some(found) = decoded.value else { continue };
        findings.extend(check_resource(document, &found, host, omni));
        let Metadata { namespace, resource_type, id, .. } = found.metadata();
        let key = (namespace.clone(), resource_type.clone(), id.clone());
        let before = seen.insert(key, resources.len()).and_then(|before| resources.get(before));
        if let Some((_, before)) = before {
            let changes = rules::check_update(before, &found);
            findings.extend(changes.into_iter().map(|finding| finding.locate(document)));
        }
        resources.push((index, found));
    }
    Resources { resources, findings }
}

fn check_resource(
    document: &Document,
    found: &AnyResource,
    host: &dyn Host,
    omni: OmniVersion,
) -> Vec<Finding> {
    let mut findings: Vec<_> =
        rules::check(found).into_iter().map(|finding| finding.locate(document)).collect();
    if let AnyResource::ConfigPatch(patch) = found {
        findings.extend(check_patch(document, patch, host, omni));
    }
    findings
}

fn check_patch(
    document: &Document,
    patch: &Resource<ConfigPatch>,
    host: &dyn Host,
    omni: OmniVersion,
) -> Vec<Finding> {
    let data = FieldPath::root().keys("spec.data");
    let refused =
        |message: &str| vec![Finding::new(&PATCH_NOT_TALOS, data.clone(), message).locate(document)];
    if !patch.spec.compressed_data.is_empty() {
        return Vec::new();
    }
    let inner = match yaml::parse_as(&Source::new("spec.data", &*patch.spec.data), omni.yaml()) {
        Ok(inner) => inner,
        Err(finding) => return vec![move_out(document, &data, *finding)],
    };
    if !forbidden::holds_config(&inner) {
        return refused(forbidden::NO_CONFIG);
    }
    if let Err(finding) = host.check_talos(&inner) {
        let finding = Finding { rule: &PATCH_NOT_TALOS, ..*finding };
        return vec![move_out(document, &data, finding)];
    }
    let findings = forbidden::check(&inner, omni);
    findings.into_iter().map(|finding| move_out(document, &data, finding)).collect()
}

/// Gives a finding about the text of a patch its place in the file that the patch stands in.
fn move_out(document: &Document, path: &FieldPath, mut finding: Finding) -> Finding {
    let move_place = |place: &Place| {
        let span = place.span.zip(document.get(path));
        let mut moved = Place::value(path.clone());
        moved.locate(document);
        if let Some(span) = span.and_then(|(span, node)| document.span_inside(node, span)) {
            moved.span = Some(span);
            moved.path = path.clone().join(&place.path);
        }
        moved
    };
    finding.place = move_place(&finding.place);
    finding.related.iter_mut().for_each(|related| related.place = move_place(&related.place));
    finding.fix = None;
    finding
}
