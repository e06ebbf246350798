//! Everything that can be said about one file.

use manifest::yaml::{self, Document};
use manifest::{FieldPath, Finding, Place, Source};

use crate::resource::{self, AnyResource, ConfigPatch, Resource};
use crate::rules::{self, PATCH_NOT_TALOS};
use crate::template::{Host, Template};
use crate::{OmniVersion, forbidden};

/// Checks a file for what omnictl and Omni refuse or pass over, as far as the file alone tells.
///
/// A file of resources is checked resource by resource, any other file as a cluster template. Findings have their
/// places in the file, also inside of a patch that stands as a block text in a resource.
pub fn check(source: &Source, host: &dyn Host, omni: OmniVersion) -> Vec<Finding> {
    let documents = match yaml::parse(source) {
        Ok(documents) => documents,
        Err(finding) => return vec![*finding],
    };
    if documents.iter().any(is_resource_like) {
        return documents.iter().flat_map(|document| check_resource(document, host, omni)).collect();
    }
    let loaded = Template::load(source);
    if !loaded.findings.is_empty() {
        return loaded.findings;
    }
    let refusal = loaded.template.validate(host).and_then(|()| loaded.template.render(host).map(drop));
    refusal.err().map(|refusal| refusal.findings(&loaded.documents)).unwrap_or_default()
}

/// Whether a document looks as if it was meant to be a resource, so that what is missing can be named.
fn is_resource_like(document: &Document) -> bool {
    resource::is_resource(document) || document.root().get("spec").is_some()
}

fn check_resource(document: &Document, host: &dyn Host, omni: OmniVersion) -> Vec<Finding> {
    let decoded = resource::read(document);
    let mut findings = decoded.findings;
    if let Some(found) = &decoded.value {
        findings.extend(rules::check(found).into_iter().map(|finding| finding.locate(document)));
        if let AnyResource::ConfigPatch(patch) = found {
            findings.extend(check_patch(document, patch, host, omni));
        }
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
    let inner = match yaml::parse(&Source::new("spec.data", &*patch.spec.data)) {
        Ok(inner) => inner,
        Err(finding) => return vec![move_out(document, &data, *finding)],
    };
    if !forbidden::holds_config(&inner) {
        return refused(forbidden::NO_CONFIG);
    }
    if let Err(error) = host.check_talos(&patch.spec.data) {
        return refused(&error);
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
