//! OMN0313 manifest-group.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::{AnyResource, ManifestMode, label};

/// A group of manifests says how it is kept, and is the user's own.
pub static MANIFEST_GROUP: Rule = Rule {
    code: "OMN0313",
    name: "manifest-group",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A group of Kubernetes manifests has a mode (1 full, 2 one-time) and no label `omni.sidero.dev/system-manifest`.",
    why: "Omni refuses it: `the manifest should have mode field set`, `system manifests can't be created by the user`.",
    bad: "\
metadata:
  namespace: default
  type: KubernetesManifestGroups.omni.sidero.dev
  id: 200-cluster-frank-settings
  labels:
    omni.sidero.dev/cluster: frank
spec:
  data: |
    apiVersion: v1
    kind: Namespace
    metadata: {name: settings}
",
    good: "\
metadata:
  namespace: default
  type: KubernetesManifestGroups.omni.sidero.dev
  id: 200-cluster-frank-settings
  labels:
    omni.sidero.dev/cluster: frank
spec:
  data: |
    apiVersion: v1
    kind: Namespace
    metadata: {name: settings}
  mode: 1
",
    source: "`internal/backend/runtime/omni/validations/kubernetes_manifest_group.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::KubernetesManifestGroup(group) = resource else { return Vec::new() };
    let mut findings = Vec::new();
    if group.spec.mode == ManifestMode::Unknown {
        let place = Place::key(FieldPath::root().keys("spec.mode"));
        let help = "add `mode: 1` to keep the objects as they are, or `mode: 2` to apply them once";
        findings
            .push(Finding::new(&MANIFEST_GROUP, place, "the manifest should have mode field set").help(help));
    }
    if group.metadata.label(label::SYSTEM_MANIFEST).is_some() {
        let place = Place::key(FieldPath::root().keys("metadata.labels").key(label::SYSTEM_MANIFEST));
        let message = "system manifests can't be created by the user";
        findings.push(Finding::new(&MANIFEST_GROUP, place, message).help("remove the label"));
    }
    findings
}
