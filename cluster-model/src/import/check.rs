//! Everything that is wrong with a repository.

use cilium_values::{Values, crd, policy};
use manifest::yaml::Reading;
use manifest::{Finding, Severity, Source};

use super::Repository;
use crate::estate::{Estate, Manifest};
use crate::{parallel, rules};

impl Repository {
    /// Everything that is wrong: what could not be read, what one layer refuses, what breaks a rule between the layers.
    ///
    /// Whatever several clusters share is told once.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = self.findings.clone();
        let spec = self.spec.as_ref().map(|spec| &spec.read);
        if let Some(read) = spec {
            findings.extend(read.findings.iter().cloned());
        }
        let document = spec.and_then(|read| read.document.as_ref());
        let estates = self.estates();
        for estate in &estates {
            let found = rules::once(self.of_layers(estate)).into_iter().chain(self.known.check(estate));
            findings.extend(found.map(|finding| match document {
                Some(document) => finding.locate(document),
                None => finding,
            }));
        }
        if estates.len() < 2 {
            return findings;
        }
        let mut told: Vec<Finding> = Vec::with_capacity(findings.len());
        for finding in findings {
            if !told.contains(&finding) {
                told.push(finding);
            }
        }
        told
    }

    /// All texts, for a report.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.files.iter().filter_map(|file| file.source.as_ref())
    }
}

impl Repository {
    /// What Talos, the chart, the API server and Cilium's agents refuse of single pieces, by the versions of this cluster.
    fn of_layers(&self, estate: &Estate) -> Vec<Finding> {
        let minor = estate.versions.talos_minor();
        let mut findings = Vec::new();
        for patch in &estate.omni.patches {
            let loaded = self.known.patch(&estate.name, patch.resource.id(), &patch.text.source, minor);
            findings.extend(loaded.findings.iter().cloned().map(|finding| patch.text.lift(finding)));
        }
        let faults = parallel::map(&estate.effective, |effective| {
            let knows_role = estate.machines_of(effective).any(|machine| machine.role.is_some());
            effective.known_faults(knows_role)
        });
        findings.extend(faults.into_iter().flatten());
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
        for release in estate.releases.iter().filter(|release| release.chart == "cilium") {
            for at in &release.values {
                let Some(node) = at.node() else { continue };
                let decoded = at.document.decode_at::<Values>(node, &at.base, Reading::Json);
                // A key that is given twice in a whole file was found when the file was read.
                let is_new = |finding: &Finding| !self.findings.contains(finding);
                findings.extend(decoded.findings.into_iter().filter(is_new));
            }
        }
        findings
    }
}

/// Whether an object is not an item of a list, whose items the API server takes one by one.
fn is_whole_document(manifest: &Manifest) -> bool {
    manifest.at.base.is_root()
}
