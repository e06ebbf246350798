//! TAL0111 patch-takes-away.

use manifest::{Rule, Severity};

/// A patch takes nothing away that it does not mention.
pub static PATCH_TAKES_AWAY: Rule = Rule {
    code: "TAL0111",
    name: "patch-takes-away",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A patch takes nothing away that it does not mention.",
    why: "Talos replaces sizes, expressions and pairs of certificate and key even where the patch does not have them.",
    bad: "\
### config.yaml
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
provisioning:
  minSize: 10GiB
### patch.yaml
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
provisioning:
  grow: true
",
    good: "\
### config.yaml
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
provisioning:
  minSize: 10GiB
### patch.yaml
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
provisioning:
  minSize: 10GiB
  grow: true
",
    source: "siderolabs/talos, `merge/merge.go`, `types/block`",
};
