//! OMN0319 cluster-spec.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::{AnyResource, Cluster, ProtoDuration, Resource};
use crate::template::GoDuration;
use crate::template::semver::Version;

/// The name, features and backups of a cluster resource are ones that Omni takes.
pub static CLUSTER_SPEC: Rule = Rule {
    code: "OMN0319",
    name: "cluster-spec",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A cluster is named with letters, digits, dashes and underscores; its features are ones that its Talos has and that go together; its backups are an hour to a day apart.",
    why: "Omni refuses the cluster: `name should only contain letters, digits, dashes and underscores`, `disk encryption is supported only for Talos version >= 1.5.0`, `the public discovery service can only be configured for clusters created with Talos 1.14 or newer`, `the discovery service cannot be disabled entirely: keep the public discovery service enabled or enable the embedded discovery service`, `backup interval must be greater than 1h0m0s, actual 10m0s`.",
    bad: "\
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: frank
spec:
  kubernetesversion: 1.35.3
  talosversion: 1.12.6
  backupconfiguration: {interval: {seconds: 600, nanos: 0}, enabled: true}
",
    good: "\
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: frank
spec:
  kubernetesversion: 1.35.3
  talosversion: 1.12.6
  backupconfiguration: {interval: {seconds: 3600, nanos: 0}, enabled: true}
",
    source: "`internal/backend/runtime/omni/validations/cluster.go`, `client/pkg/omni/resources/omni/cluster_validation.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::Cluster(cluster) = resource else { return Vec::new() };
    name(cluster).into_iter().chain(features(cluster)).chain(interval(cluster)).collect()
}

fn name(cluster: &Resource<Cluster>) -> Option<Finding> {
    let id = cluster.id();
    if id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    let place = Place::value(FieldPath::root().keys("metadata.id"));
    let message = "name should only contain letters, digits, dashes and underscores";
    Some(
        Finding::new(&CLUSTER_SPEC, place, message)
            .help("a cluster cannot be renamed: make it under another name"),
    )
}

fn features(cluster: &Resource<Cluster>) -> Vec<Finding> {
    let features = cluster.spec.features.unwrap_or_default();
    let talos = Version::parse_tolerant(&cluster.spec.talos_version);
    let is_before = |minor| matches!(talos, Ok(talos) if talos < Version::new(1, minor, 0));
    let say = |key: &str, message: &str, help: &str| {
        let place = Place::value(FieldPath::root().keys("spec.features").key(key));
        Finding::new(&CLUSTER_SPEC, place, message).help(help)
    };
    let mut findings = Vec::new();
    if features.disk_encryption && is_before(5) {
        let message = "disk encryption is supported only for Talos version >= 1.5.0";
        findings.push(say("diskencryption", message, "make the cluster with a newer Talos"));
    }
    if features.disable_public_discovery_service && is_before_discovery(&cluster.spec.talos_version) {
        let message = "the public discovery service can only be configured for clusters created with Talos 1.14 or newer";
        findings.push(say("disablepublicdiscoveryservice", message, "remove it"));
    } else if features.disable_public_discovery_service && !features.use_embedded_discovery_service {
        let message = "the discovery service cannot be disabled entirely: keep the public discovery service enabled \
                       or enable the embedded discovery service";
        let help = "set `useembeddeddiscoveryservice`, too";
        findings.push(say("disablepublicdiscoveryservice", message, help));
    }
    findings
}

/// Whether a Talos has the discovery service in its old configuration only; a pre-release counts as its release.
fn is_before_discovery(version: &str) -> bool {
    let release = version.split(['-', '+']).next().unwrap_or_default();
    matches!(Version::parse_tolerant(release), Ok(talos) if talos < Version::new(1, 14, 0))
}

fn interval(cluster: &Resource<Cluster>) -> Option<Finding> {
    let interval = cluster.spec.backup_configuration?.interval.unwrap_or_default();
    let (bound, limit) = if interval < MIN {
        ("greater", MIN)
    } else if interval > MAX {
        ("less", MAX)
    } else {
        return None;
    };
    let message =
        format!("backup interval must be {bound} than {}, actual {}", in_words(limit), in_words(interval));
    let place = Place::value(FieldPath::root().keys("spec.backupconfiguration.interval"));
    let help = "these are the limits unless Omni was started with others; without backups leave `backupconfiguration` out";
    Some(Finding::new(&CLUSTER_SPEC, place, message).help(help))
}

fn in_words(length: ProtoDuration) -> GoDuration {
    let nanoseconds = length.seconds.saturating_mul(1_000_000_000).saturating_add(length.nanos.into());
    GoDuration::from_nanoseconds(nanoseconds)
}

const MIN: ProtoDuration = ProtoDuration { seconds: 3600, nanos: 0 };
const MAX: ProtoDuration = ProtoDuration { seconds: 24 * 3600, nanos: 0 };
