//! CLU0601 file-outside-var.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

/// Files that a configuration creates lie under `/var`, but for the part by which the container runtime is customised.
pub(super) static RULE: Rule = Rule {
    code: "CLU0601",
    name: "file-outside-var",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Files that a configuration creates lie under `/var`, but for the part by which the container runtime is customised.",
    why: "Talos stops the boot before the kubelet and etcd start; from a patch for the cluster this takes the whole fleet down.",
    bad: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-f
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      files:
        - path: /etc/x
          permissions: 0o644
          op: create
          content: x
",
    good: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-f
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      files:
        - path: /var/x
          permissions: 0o644
          op: create
          content: x
",
    source: "siderolabs/talos, internal/app/machined/pkg/runtime/v1alpha1/v1alpha1_sequencer_tasks.go",
};

const EXEMPT: &str = "/etc/cri/conf.d/20-customization.part";

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        for file in effective.get("machine.files").iter().flat_map(Field::items) {
            let path = file.get("path").text().unwrap_or_default();
            if file.get("op").text() != Some("create") || path.starts_with("/var/") || path == EXEMPT {
                continue;
            }
            let place = file.get("path").place();
            let message = format!("`{path}` cannot be created: only files under `/var` can");
            findings.push(
                Finding::new(&RULE, place, message)
                    .help("create it under `/var` and mount it where it is needed"),
            );
        }
    }
}
