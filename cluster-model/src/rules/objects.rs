//! What is refused of single objects of Kubernetes and of the values of Cilium's chart.

use cilium_values::{Values, crd, policy};
use manifest::yaml::Reading;
use manifest::{Finding, Severity};

use crate::estate::{Estate, Manifest};

/// What the API server, Cilium's agents and its chart refuse, by the versions of the cluster.
pub(super) fn check(estate: &Estate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for manifest in estate.manifests.iter().filter(|manifest| is_whole_document(manifest)) {
        let document = &manifest.at.document;
        findings.extend(estate.versions.under_every_cilium(|version| {
            let mut found = crd::check(document, version);
            // What is not stored as it is written, no agent reads.
            if found.iter().all(|finding| finding.severity != Severity::Error) {
                found.extend(policy::check(document, version));
            }
            found
        }));
    }
    for release in estate.releases_of("cilium") {
        for at in &release.values {
            let Some(node) = at.node() else { continue };
            findings.extend(at.document.decode_at::<Values>(node, &at.base, Reading::Json).findings);
        }
    }
    findings
}

/// Whether an object is not an item of a list, whose items the API server takes one by one.
fn is_whole_document(manifest: &Manifest) -> bool {
    manifest.at.base.is_root()
}
