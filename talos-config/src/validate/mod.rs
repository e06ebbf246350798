//! Validation: what Talos refuses, or warns of, in a configuration that it can load.
//!
//! The conditions are upstream's own, minor by minor, and so are most of the words, so that a finding here and the line
//! that `talosctl validate` prints can be told to be the same. What needs the machine itself (its disks, its state) is
//! not checked, nor are CEL expressions, which upstream compiles.

mod block;
mod certificates;
mod cluster;
mod components;
mod conflict;
mod devices;
mod documents;
mod encryption;
mod features;
mod machine;
mod metadata;
mod text;
mod view;

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use self::view::View;
use crate::configuration::{Configuration, Document};
use crate::facts::Facts;
use crate::scalar::MachineType;
use crate::version::Minor;

/// What the machine runs on (`--mode` of `talosctl validate`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Hardware, or a virtual machine that is installed to disk. `metal-agent` counts as [`Mode::Cloud`].
    Metal,
    /// An image of a cloud: nothing is installed.
    Cloud,
    /// A container.
    Container,
}

/// Everything that is wrong with a configuration on a platform, in upstream's order: the v1alpha1 document, the others
/// as they stand, then what concerns several of them.
///
/// ```
/// use manifest::Source;
/// use talos_config::validate::{Mode, validate};
/// use talos_config::{Configuration, Minor};
///
/// let source = Source::new("watchdog.yaml", "apiVersion: v1alpha1\nkind: WatchdogTimerConfig\ntimeout: 5s\n");
/// let configuration = Configuration::load(&source, Minor::V1_13).value.ok_or("refused")?;
/// let findings = validate(&configuration, Mode::Metal);
/// assert_eq!(findings[0].message, "watchdog device: empty value");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn validate(configuration: &Configuration, mode: Mode) -> Vec<Finding> {
    let minor = configuration.minor;
    let mut checker = Checker { minor, mode, document: None, findings: Vec::new() };
    let view = |document| View::of(document, Facts::of(minor));
    let old = configuration.documents.iter().find(|document| document.kind.is_v1alpha1());
    if let Some(old) = old {
        checker.document = Some(id(old));
        machine::check(&mut checker, view(old));
    }
    for document in configuration.documents.iter().filter(|document| !document.kind.is_v1alpha1()) {
        checker.document = Some(id(document));
        documents::check(&mut checker, document.kind.name(), view(document));
    }
    if let Some(old) = old {
        for document in &configuration.documents {
            checker.document = Some(id(document));
            conflict::check(&mut checker, document.kind.name(), view(document), view(old));
        }
    }
    checker.document = None;
    checker.control_plane_only(configuration, old.map(view));
    checker.findings
}

/// Gathers what is wrong.
struct Checker {
    minor: Minor,
    mode: Mode,
    /// The document that is looked at, as upstream writes it in front of its errors.
    document: Option<String>,
    findings: Vec<Finding>,
}

impl Checker {
    /// Says that something is wrong with the value at a path below the document.
    fn say(&mut self, rule: &'static Rule, path: &str, message: impl Into<String>) {
        let path = if path.is_empty() { FieldPath::root() } else { FieldPath::root().keys(path) };
        let finding = Finding::new(rule, Place::value(path), message);
        self.findings.push(match &self.document {
            Some(document) => finding.label(format!("in {document}")),
            None => finding,
        });
    }

    /// Documents of the control plane on a machine that is none (since 1.14).
    fn control_plane_only(&mut self, configuration: &Configuration, old: Option<View<'_>>) {
        let role = old.and_then(|old| role(old.get("machine"))).is_some_and(MachineType::is_control_plane);
        if role || self.minor < Minor::V1_14 {
            return;
        }
        let mut kinds: Vec<_> = configuration.documents.iter().map(|document| document.kind.name()).collect();
        kinds.retain(|kind| CONTROL_PLANE_ONLY.contains(kind));
        kinds.sort_unstable();
        kinds.dedup();
        if !kinds.is_empty() {
            let kinds = kinds.join(" ");
            let message =
                format!("the following document kinds are only allowed on control plane machines: [{kinds}]");
            self.say(&crate::rules::CONTROL_PLANE_KIND_ON_WORKER, "", message);
        }
    }
}

/// The role that a machine section gives; none where upstream does not know it.
fn role(machine: View<'_>) -> Option<MachineType> {
    machine.text("type").parse().ok()
}

/// A document as upstream names it in front of its errors.
fn id(document: &Document) -> String {
    match document.name() {
        Some(name) => format!("{}/{name}", document.kind.name()),
        None if document.kind.is_v1alpha1() => "v1alpha1.Config".to_owned(),
        None => document.kind.name().to_owned(),
    }
}

const CONTROL_PLANE_ONLY: &[&str] = &[
    "KubeAPIServerConfig",
    "KubeAdmissionControlConfig",
    "KubeAggregatorCAConfig",
    "KubeAuditPolicyConfig",
    "KubeAuthenticationConfig",
    "KubeAuthorizerConfig",
    "KubeControllerManagerConfig",
    "KubeCoreDNSConfig",
    "KubeEtcdEncryptionConfig",
    "KubeFlannelCNIConfig",
    "KubeProxyConfig",
    "KubeSchedulerConfig",
    "KubeServiceAccountConfig",
    "KubeTalosAPIAccessConfig",
];

/// Whether a finding keeps Talos from taking the configuration.
#[must_use]
pub fn is_fatal(finding: &Finding, strict: bool) -> bool {
    let of_old = finding.label.as_deref() == Some("in v1alpha1.Config");
    finding.severity == Severity::Error || (strict && of_old)
}
