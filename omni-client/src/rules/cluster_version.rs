//! OMN0316 cluster-version-prefix.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::AnyResource;
use crate::template::semver::Version;

/// The versions of a cluster resource have no `v`.
pub static CLUSTER_VERSION: Rule = Rule {
    code: "OMN0316",
    name: "cluster-version-prefix",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`kubernetesversion` and `talosversion` of a cluster are given, without a `v` in front.",
    why: "In a cluster template the `v` is wanted; in the resource itself there is none, and Omni refuses what names no version that it lists: `invalid talos version \"v1.12.6\"`.",
    bad: "\
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: frank
spec: {kubernetesversion: 1.35.3, talosversion: v1.12.6}
",
    good: "\
metadata:
  namespace: default
  type: Clusters.omni.sidero.dev
  id: frank
spec: {kubernetesversion: 1.35.3, talosversion: 1.12.6}
",
    source: "`internal/backend/runtime/omni/validations/cluster.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::Cluster(cluster) = resource else { return Vec::new() };
    let spec = FieldPath::root().key("spec");
    let versions = [
        ("kubernetesversion", &cluster.spec.kubernetes_version),
        ("talosversion", &cluster.spec.talos_version),
    ];
    let mut findings = Vec::new();
    for (key, version) in versions {
        let path = spec.clone().key(key);
        if version.is_empty() {
            let help = format!("add `{key}`, such as `1.12.6`");
            findings.push(Finding::new(&CLUSTER_VERSION, Place::key(path), "version is required").help(help));
        } else if let Some(bare) = version.strip_prefix('v') {
            let message = format!("the version `{version}` has a `v`, and names none that Omni lists");
            findings.push(
                Finding::new(&CLUSTER_VERSION, Place::value(path), message).help(format!("write `{bare}`")),
            );
        } else if let Err(error) = Version::parse_tolerant(version) {
            let message = format!("version should be in semver format: {error}");
            let help = "write it as in `1.12.6`";
            findings.push(Finding::new(&CLUSTER_VERSION, Place::value(path), message).help(help));
        }
    }
    findings
}
