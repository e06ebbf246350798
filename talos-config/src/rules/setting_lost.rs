//! TAL0302 setting-lost.

use manifest::{Rule, Severity};

/// A migration to an older Talos loses nothing.
pub static SETTING_LOST: Rule = Rule {
    code: "TAL0302",
    name: "setting-lost",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A migration to an older Talos loses nothing.",
    why: "What the older Talos cannot say is missing from the result, and the machine does something else.",
    bad: "\
apiVersion: v1alpha1
kind: TimeSyncConfig
ntp:
  servers:
    - time.example.com
  useNTS: true
",
    good: "\
apiVersion: v1alpha1
kind: TimeSyncConfig
ntp:
  servers:
    - time.example.com
",
    source: "siderolabs/talos, `container/container.go` and `types/v1alpha1/*_bridge.go`",
};
