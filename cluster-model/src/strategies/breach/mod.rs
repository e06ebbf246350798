//! Changes to a good cluster, each of which breaks one rule.

mod files;
mod list;
mod spec;

use std::collections::BTreeMap;

use manifest::Rule;
use proptest::sample::Index;

use crate::rules;
use crate::spec::{ClusterSpec, Role};
use crate::strategies::NearValid;
use files::Files;

pub use list::BREACHES;

/// A change of a spec, at the machine that the index picks where it is about one.
type Change = fn(&mut ClusterSpec, Index) -> Option<()>;

/// A change that makes a good cluster break one rule and no other.
///
/// What a spec can say is changed there. For the rest files are laid over what the spec generates: most are those of the
/// rule's own page, with the names, machines and addresses of the cluster.
#[derive(Clone, Copy, Debug)]
pub struct Breach {
    code: &'static str,
    /// What is changed of the spec: the breach itself, or what the files need.
    change: Change,
    files: Files,
    /// What the state before is, where the rule is about a change.
    before: Option<Change>,
    /// Which machines it is about, where its files do not tell.
    role: Option<Role>,
}

impl Breach {
    const fn new(code: &'static str, change: Change, files: Files) -> Self {
        Self { code, change, files, before: None, role: None }
    }

    const fn spec(code: &'static str, change: Change) -> Self {
        Self::new(code, change, Files::None)
    }

    const fn page(code: &'static str) -> Self {
        Self::new(code, |_, _| Some(()), Files::Page)
    }

    const fn text(code: &'static str, text: &'static str) -> Self {
        Self::new(code, |_, _| Some(()), Files::Text(text))
    }

    const fn change(code: &'static str, before: Change, change: Change, text: &'static str) -> Self {
        let files = if text.is_empty() { Files::None } else { Files::Text(text) };
        Self { before: Some(before), ..Self::new(code, change, files) }
    }

    const fn with(self, change: Change) -> Self {
        Self { change, ..self }
    }

    const fn on(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    /// The rule that is broken afterwards.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        // A test walks the list, so a code that no rule has does not get far.
        rules::catalogue()
            .find(|rule| rule.code == self.code)
            .unwrap_or(&manifest::yaml::rules::INVALID_VALUE)
    }

    /// The cluster with the rule broken, at the machine that the index picks where the rule is about machines.
    ///
    /// Absent if the spec is too small for it: a fleet of five machines never is.
    #[must_use]
    pub fn apply(&self, spec: &ClusterSpec, machine: Index) -> Option<NearValid> {
        let (near, machines) = self.prepare(spec, machine)?;
        let files = self.files.broken(self.code, &near.spec, &machines);
        Some(NearValid { files, ..near })
    }

    /// The same cluster with what the rule's page says instead, which no rule has anything to say about. Absent where
    /// the breach is no example of a page.
    #[must_use]
    pub fn mend(&self, spec: &ClusterSpec, machine: Index) -> Option<NearValid> {
        let (near, machines) = self.prepare(spec, machine)?;
        let files = self.files.mended(self.code, &near.spec, &machines)?;
        Some(NearValid { files, ..near })
    }

    fn prepare(&self, spec: &ClusterSpec, machine: Index) -> Option<(NearValid, [String; 2])> {
        let mut spec = spec.clone();
        let machines = match self.files {
            Files::None => [String::new(), String::new()],
            _ => self.files.prepare(self.code, self.role, &mut spec, machine)?,
        };
        let old = match self.before {
            Some(before) => {
                let mut old = spec.clone();
                before(&mut old, machine)?;
                Some(old)
            }
            None => None,
        };
        (self.change)(&mut spec, machine)?;
        Some((NearValid { spec, files: BTreeMap::new(), old, rule: self.rule() }, machines))
    }
}
