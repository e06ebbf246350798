//! What a change to a machine's configuration does to the machine: nothing, or anything up to the loss of data.
//!
//! Talos compares the configuration that it gets with the one that it has (`ApplyConfiguration` in mode `AUTO`).
//! Up to 1.13 it reboots the machine when a part of `v1alpha1` has changed that it does not take over while it runs;
//! from 1.14 on it never does, and what is read at boot only waits for the next reboot. Documents of other kinds
//! have never caused a reboot. What its controllers do with what they take over is in the tables.
//!
//! ```
//! use talos_config::Minor;
//! use talos_config::impact::{Change, Effect};
//!
//! let files = Change::new("v1alpha1", "machine.files");
//! assert_eq!(files.impact(Minor::V1_12).effect, Effect::Reboot);
//! assert_eq!(files.impact(Minor::V1_14).effect, Effect::NextReboot);
//!
//! let kubelet = Change::new("v1alpha1", "machine.kubelet.extraArgs").impact(Minor::V1_13);
//! assert_eq!(kubelet.effect, Effect::ServiceRestart);
//! assert_eq!(kubelet.service, Some("kubelet"));
//! ```

mod documents;
mod v1alpha1;

use std::fmt;

use crate::version::Minor;

/// What happens to the machine, from the mildest on: of several changes, the greatest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing that anybody would notice.
    #[default]
    Nothing,
    /// Taken over while everything runs.
    Live,
    /// Kept for an installation or upgrade that comes later.
    NextInstall,
    /// Read at the next boot, which Talos leaves to the user.
    NextReboot,
    /// A service is restarted; the machine runs on.
    ServiceRestart,
    /// The machine is rebooted.
    Reboot,
    /// Another image is installed and the machine rebooted.
    Reinstall,
    /// The machine, or one of its volumes, is wiped, or has to be for the change to work.
    DataLoss,
}

/// What a change does, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Impact {
    /// What happens to the machine.
    pub effect: Effect,
    /// The service that is restarted.
    pub service: Option<&'static str>,
    /// Why, in a sentence.
    pub reason: &'static str,
    /// Where upstream says so.
    pub source: &'static str,
}

/// A value of a configuration that is not what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'c> {
    kind: &'c str,
    path: &'c str,
    how: How,
}

/// In which direction a value has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum How {
    /// It was not there.
    Added,
    /// It was another one.
    #[default]
    Changed,
    /// It is not there any more.
    Removed,
}

/// A row of the tables: what holds for a path and everything below it that has no row of its own.
#[derive(Debug)]
pub struct Row {
    /// Kind of the document; `v1alpha1` for the one without a kind.
    pub kind: &'static str,
    /// Keys between dots; empty for the whole document. List indices are left out.
    pub path: &'static str,
    /// The minors that it holds for, first and last.
    pub minors: (Minor, Minor),
    /// For changes in this direction only; absent for all.
    pub how: Option<How>,
    /// What happens.
    pub impact: Impact,
}

impl<'c> Change<'c> {
    /// A value that is another one now. The kind is `v1alpha1` for the document without a kind; the path is its keys
    /// between dots, where list indices and brackets are passed over.
    #[must_use]
    pub fn new(kind: &'c str, path: &'c str) -> Self {
        Self { kind, path, how: How::Changed }
    }

    /// In which direction it has changed.
    #[must_use]
    pub fn how(self, how: How) -> Self {
        Self { how, ..self }
    }

    /// What the change does to a machine that runs this minor of Talos.
    ///
    /// The row with the longest path counts; a document of a kind without a row is taken over live.
    #[must_use]
    pub fn impact(&self, minor: Minor) -> Impact {
        rows()
            .filter(|row| row.holds(minor) && row.covers(self))
            .max_by_key(|row| (row.path.len(), row.how.is_some()))
            .map_or(documents::LIVE, |row| row.impact)
    }
}

/// All rows: the document `v1alpha1`, then the others.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    v1alpha1::ROWS.iter().chain(documents::ROWS)
}

impl Row {
    fn holds(&self, minor: Minor) -> bool {
        (self.minors.0..=self.minors.1).contains(&minor)
    }

    fn covers(&self, change: &Change<'_>) -> bool {
        self.kind == change.kind
            && self.how.is_none_or(|how| how == change.how)
            && begins_with(change.path, self.path)
    }
}

/// Whether a path is another one or goes on below it. Indices (`[0]`) count as the end of a key.
fn begins_with(path: &str, start: &str) -> bool {
    let mut keys = path.split('.').map(|key| key.split('[').next().unwrap_or(key));
    start.is_empty() || start.split('.').all(|wanted| keys.next() == Some(wanted))
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Live => "live",
            Self::NextInstall => "next install",
            Self::NextReboot => "next reboot",
            Self::ServiceRestart => "service restart",
            Self::Reboot => "reboot",
            Self::Reinstall => "reinstall",
            Self::DataLoss => "data loss",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Effect, How, begins_with, rows};
    use crate::facts::{Facts, Shape};
    use crate::version::Minor;

    /// Whether a minor knows a path of a kind.
    fn knows(minor: Minor, kind: &str, path: &str) -> bool {
        let facts = Facts::of(minor);
        let Some(kind) = facts.kind(kind) else { return false };
        let mut shape = &Shape::Struct(facts.place(kind.type_name()));
        for key in path.split('.').filter(|key| !key.is_empty()) {
            while let Shape::Pointer(inner) | Shape::List { item: inner, .. } = shape {
                shape = inner;
            }
            let &Shape::Struct(place) = shape else { return false };
            let Some((_, field)) = facts.at(place).field(key) else { return false };
            shape = &field.shape;
        }
        true
    }

    #[test]
    fn every_row_is_about_something_that_its_last_minor_knows() {
        for row in rows() {
            assert!(knows(row.minors.1, row.kind, row.path), "{} {}", row.kind, row.path);
            assert!(
                !row.impact.reason.is_empty() && row.impact.source.starts_with("siderolabs/"),
                "{}",
                row.path
            );
            assert_eq!(
                row.impact.service.is_some(),
                row.impact.effect == Effect::ServiceRestart,
                "{}",
                row.path
            );
        }
    }

    #[test]
    fn no_two_rows_say_something_about_the_same() {
        let rows: Vec<_> = rows().collect();
        for (index, row) in rows.iter().enumerate() {
            for other in
                rows.iter().take(index).filter(|other| other.kind == row.kind && other.path == row.path)
            {
                let apart = row.minors.1 < other.minors.0 || other.minors.1 < row.minors.0;
                assert!(apart || row.how != other.how, "{} {}", row.kind, row.path);
            }
        }
    }

    /// The parts of `v1alpha1` that `CanApplyImmediate` lets pass, the same in every minor that has it.
    const IMMEDIATE: [&str; 25] = [
        "debug",
        "cluster",
        "machine.ca",
        "machine.acceptedCAs",
        "machine.time",
        "machine.certSANs",
        "machine.install",
        "machine.network",
        "machine.sysfs",
        "machine.sysctls",
        "machine.logging",
        "machine.controlPlane",
        "machine.kubelet",
        "machine.kernel",
        "machine.registries",
        "machine.pods",
        "machine.seccompProfiles",
        "machine.nodeAnnotations",
        "machine.nodeLabels",
        "machine.nodeTaints",
        "machine.features.kubernetesTalosAPIAccess",
        "machine.features.kubePrism",
        "machine.features.hostDNS",
        "machine.features.imageCache",
        "machine.features.nodeAddressSortAlgorithm",
    ];

    /// Every path of the first three levels of `v1alpha1` that a minor knows.
    fn paths(minor: Minor) -> Vec<String> {
        fn below(facts: &Facts, shape: &Shape, path: &str, depth: usize, paths: &mut Vec<String>) {
            match shape {
                Shape::Pointer(inner) => below(facts, inner, path, depth, paths),
                Shape::Struct(place) if depth < 3 => {
                    for field in &facts.at(*place).fields {
                        let path = if path.is_empty() {
                            field.key.to_owned()
                        } else {
                            format!("{path}.{}", field.key)
                        };
                        paths.push(path.clone());
                        below(facts, &field.shape, &path, depth + 1, paths);
                    }
                }
                _ => {}
            }
        }
        let facts = Facts::of(minor);
        let mut paths = Vec::new();
        let kind = facts.kind("v1alpha1").unwrap();
        below(facts, &Shape::Struct(facts.place(kind.type_name())), "", 0, &mut paths);
        paths
    }

    #[test]
    fn talos_reboots_for_exactly_what_it_does_not_name_and_for_nothing_since_1_14() {
        for minor in Minor::ALL {
            let paths = paths(minor);
            assert!(paths.len() > 100);
            for path in paths {
                // A part of a section that reboots for some of its keys has no answer of its own.
                if IMMEDIATE.iter().any(|immediate| begins_with(immediate, &path) && *immediate != path) {
                    continue;
                }
                let passes = IMMEDIATE.iter().any(|immediate| begins_with(&path, immediate));
                let effect = Change::new("v1alpha1", &path).impact(minor).effect;
                let reboots = effect >= Effect::Reboot && path != "machine.type";
                let expected = !passes && minor < Minor::V1_14 && path != "machine.type";
                assert_eq!(reboots, expected, "{path} in {minor:?}: {effect}");
            }
        }
    }

    #[test]
    fn encryption_that_comes_or_goes_costs_the_data_and_a_new_key_does_not() {
        let provider = Change::new("VolumeConfig", "encryption.provider");
        for minor in Minor::ALL {
            assert_eq!(provider.how(How::Added).impact(minor).effect, Effect::DataLoss);
            assert_eq!(provider.how(How::Removed).impact(minor).effect, Effect::DataLoss);
            let key = Change::new("VolumeConfig", "encryption.keys[1].static.passphrase");
            assert_eq!(key.how(How::Added).impact(minor).effect, Effect::NextReboot);
        }
    }

    #[test]
    fn a_path_covers_itself_and_what_is_below_but_not_its_namesakes() {
        assert!(begins_with("machine.network", "machine"));
        assert!(begins_with("machine.network", "machine.network"));
        assert!(begins_with("machine.files[0].path", "machine.files"));
        assert!(begins_with("anything", ""));
        assert!(!begins_with("machine.networks", "machine.network"));
        assert!(!begins_with("machine", "machine.network"));
    }
}
