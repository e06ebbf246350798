//! Everything that is wrong with a repository.

use std::sync::Arc;

use manifest::{Finding, Source};

use super::Repository;
use crate::effective::Effective;
use crate::estate::Estate;
use crate::rules::Found;
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
            let Found { of_objects, findings: of_rules } = self.kept.with(&estate.name, |kept| {
                let (found, judged) = rules::check_again(estate, std::mem::take(&mut kept.judged));
                kept.judged = judged;
                found
            });
            // A key that is given twice in a whole file was found when the file was read.
            let is_new = |finding: &Finding| !self.findings.contains(finding);
            let of_layers = of_talos(estate).into_iter().chain(of_objects.into_iter().filter(is_new));
            let found = rules::once(of_layers.collect()).into_iter().chain(of_rules);
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

/// What Talos refuses of patches and of the configurations that they make.
fn of_talos(estate: &Estate) -> Vec<Finding> {
    let minor = estate.versions.talos_minor();
    let patches = estate.omni.patches.iter().map(|patch| patch.loaded(minor));
    let mut findings: Vec<Finding> = patches.flat_map(|loaded| loaded.findings.clone()).collect();
    let knows_role =
        |effective: &Effective| estate.machines_of(effective).any(|machine| machine.role.is_some());
    let configurations = estate.effective.iter().map(|effective| (effective, knows_role(effective)));
    let configurations: Vec<(&Arc<Effective>, bool)> = configurations.collect();
    let new = configurations.iter().filter(|(effective, knows_role)| !effective.is_validated(*knows_role));
    let new: Vec<&(&Arc<Effective>, bool)> = new.collect();
    parallel::map(&new, |(effective, knows_role)| drop(effective.known_faults(*knows_role)));
    let faults = configurations.iter().map(|(effective, knows_role)| effective.known_faults(*knows_role));
    findings.extend(faults.flatten());
    findings
}
