//! A cluster that has been checked.

use manifest::yaml::WriteError;
use manifest::{FieldPath, Finding, Severity, Source};

use crate::artifact::Artifact;
use crate::builder::ClusterBuilder;
use crate::estate::Estate;
use crate::spec::{self, ClusterSpec};
use crate::{generate, rules};

/// A cluster without errors: its spec, the estate that follows from it, and every artifact.
///
/// Made from a `cluster.yaml` by [`check`], from Rust by [`Cluster::builder`], from a [`ClusterSpec`] by
/// [`Cluster::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    spec: ClusterSpec,
    estate: Estate,
    warnings: Vec<Finding>,
}

/// A cluster that cannot be: everything that is wrong with it, warnings included.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("the cluster has {} {}{}", errors(findings), if errors(findings) == 1 { "error" } else { "errors" }, first(findings))]
pub struct Invalid {
    /// What is wrong; at least one of them is an error.
    pub findings: Vec<Finding>,
}

/// What came of a text: a cluster if it has no errors, and all that was found either way.
#[derive(Clone, Debug)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Checked {
    /// The cluster. Absent if there is an error.
    pub cluster: Option<Cluster>,
    /// All that was found, with places: what is wrong with the text first, then what breaks a rule, rule by rule.
    /// Who tells them puts them in the order of the text.
    pub findings: Vec<Finding>,
}

/// Reads the text of a `cluster.yaml` and runs every rule on what it says.
///
/// What can be read is checked even where other parts cannot be read, so that one run reports everything.
///
/// ```
/// use cluster_model::{Source, check};
///
/// let checked = check(&Source::new("cluster.yaml", "name: frank\nnetwrk: {}\n"));
/// assert!(checked.cluster.is_none());
/// let help = checked.findings.iter().filter_map(|finding| finding.help.as_deref());
/// assert!(help.into_iter().any(|help| help == "did you mean `network`?"));
/// ```
pub fn check(source: &Source) -> Checked {
    let spec::Read { spec, document, mut findings } = spec::read(source);
    let nodes = FieldPath::root().key("nodes");
    let all_machines = !findings.iter().any(|finding| finding.place.path.starts_with(&nodes));
    let cluster = spec.map(|spec| {
        let estate = generate::estate(&spec);
        let found = rules::check(&estate, all_machines).into_iter();
        findings.extend(found.map(|finding| match &document {
            Some(document) => finding.locate(document),
            None => finding,
        }));
        Cluster { spec, estate, warnings: Vec::new() }
    });
    let cluster = cluster
        .filter(|_| errors(&findings) == 0)
        .map(|cluster| Cluster { warnings: findings.clone(), ..cluster });
    Checked { cluster, findings }
}

impl Cluster {
    /// Checks a spec. The places of findings are paths in the spec.
    ///
    /// Fails with everything that is wrong if one of the findings is an error.
    pub fn new(spec: ClusterSpec) -> Result<Self, Invalid> {
        let estate = generate::estate(&spec);
        let mut findings: Vec<Finding> = spec.versions.lack(spec.cilium.as_ref()).into_iter().collect();
        findings.extend(rules::check(&estate, true));
        if errors(&findings) > 0 {
            return Err(Invalid { findings });
        }
        Ok(Self { spec, estate, warnings: findings })
    }

    /// Begins a cluster in Rust.
    #[must_use]
    pub fn builder(name: &str) -> ClusterBuilder {
        ClusterBuilder::new(name)
    }

    /// What was written.
    #[must_use]
    pub fn spec(&self) -> &ClusterSpec {
        &self.spec
    }

    /// What follows from it, with the places of every piece.
    #[must_use]
    pub fn estate(&self) -> &Estate {
        &self.estate
    }

    /// What is not quite right, but no error.
    pub fn warnings(&self) -> &[Finding] {
        &self.warnings
    }

    /// Every file that the cluster is rolled out with, in the order of their paths. The same cluster gives the
    /// same bytes, always.
    ///
    /// Fails only if a value cannot be written as YAML, which no value that was read from YAML is.
    pub fn artifacts(&self) -> Result<Vec<Artifact>, WriteError> {
        generate::artifacts(&self.estate, &self.spec)
    }
}

fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

/// The first error, for a message of one line.
fn first(findings: &[Finding]) -> String {
    let first = findings.iter().find(|finding| finding.severity == Severity::Error);
    first.map_or_else(String::new, |finding| {
        format!(", the first: {} ({})", finding.message, finding.rule.code)
    })
}
