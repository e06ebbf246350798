//! TAL0215 manifest-invalid.

use manifest::{Rule, Severity};

/// Inline manifests have names, each once; manifests of a cloud provider are URLs and there is such a provider.
pub static MANIFEST_INVALID: Rule = Rule {
    code: "TAL0215",
    name: "manifest-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Inline manifests have names, each once; manifests of a cloud provider are URLs and there is such a provider.",
    why: "Talos could not apply the manifests and refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  inlineManifests:
    - contents: a
",
    good: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  inlineManifests:
    - name: a
      contents: a
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};
