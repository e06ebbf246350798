//! CLU0603 placeholder-left.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No patch holds a placeholder such as `<MAC_ADDRESS>`.
pub(super) static RULE: Rule = Rule {
    code: "CLU0603",
    name: "placeholder-left",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No patch holds a placeholder such as `<MAC_ADDRESS>`.",
    why: "The text was meant to be filled in and is applied as it is.",
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
      sysctls:
        vm.swappiness: \"<VALUE>\"
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
      sysctls:
        vm.swappiness: \"1\"
",
    source: "derio-net/frank, patches/phase04-gpu/404-gpu1-usb-25g-nic.template.yaml",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    // Most configurations have not one such character.
    for effective in estate.effective.iter().filter(|effective| effective.text.contains('<')) {
        for document in &effective.documents {
            for value in document.root().scalars() {
                let Some(text) = value.text().filter(|text| is_placeholder(text)) else { continue };
                let place = value.place();
                let message = format!("the placeholder `{text}` was never filled in");
                findings.push(Finding::new(&RULE, place, message).help("put the value there"));
            }
        }
    }
}

/// `<...>` of upper-case letters, digits and `_`, as people write what is to be filled in.
fn is_placeholder(text: &str) -> bool {
    let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
    inner.len() > 1 && inner.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}
