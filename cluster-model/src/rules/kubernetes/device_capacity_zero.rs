//! CLU0815 device-capacity-zero.

use std::collections::BTreeMap;

use manifest::{Finding, Place, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0815",
    name: "device-capacity-zero",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A claim asks devices for no capacity that all of them report as 0.",
    why: "No device will ever do: the pod stays Pending, and no event says why.",
    bad: "\
### slice.yaml
apiVersion: resource.k8s.io/v1
kind: ResourceSlice
metadata: {name: mini-1}
spec:
  driver: gpu.intel.com
  devices:
    - name: card0
      attributes: {family: {string: Arc}}
      capacity: {memory: {value: \"0\"}}
### claim.yaml
apiVersion: resource.k8s.io/v1
kind: ResourceClaimTemplate
metadata: {name: gpu, namespace: default}
spec:
  spec:
    devices:
      requests:
        - name: gpu
          exactly:
            deviceClassName: gpu.intel.com
            selectors: [{cel: {expression: 'device.capacity[\"gpu.intel.com\"].memory.isGreaterThan(quantity(\"1Gi\"))'}}]
",
    good: "\
### slice.yaml
apiVersion: resource.k8s.io/v1
kind: ResourceSlice
metadata: {name: mini-1}
spec:
  driver: gpu.intel.com
  devices:
    - name: card0
      attributes: {family: {string: Arc}}
      capacity: {memory: {value: \"0\"}}
### claim.yaml
apiVersion: resource.k8s.io/v1
kind: ResourceClaimTemplate
metadata: {name: gpu, namespace: default}
spec:
  spec:
    devices:
      requests:
        - name: gpu
          exactly:
            deviceClassName: gpu.intel.com
            selectors: [{cel: {expression: 'device.attributes[\"gpu.intel.com\"].family == \"Arc\"'}}]
",
    source: "derio-net/frank, docs/runbooks/frank-gotchas/igpu-dra.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let empty = empty(estate);
    let claims =
        estate.manifests.iter().filter(|one| matches!(&*one.kind, "ResourceClaim" | "ResourceClaimTemplate"));
    for claim in claims {
        for field in claim.get("spec").scalars() {
            let Some(text) = field.text() else { continue };
            // Both as a key of `capacity.requests`, and inside of an expression.
            let way = field.path().to_string();
            let asks = |name: &str| {
                let in_expression = text.split("capacity[").skip(1).any(|rest| {
                    let rest = rest.split_once(']').map_or("", |(_, rest)| rest);
                    word(rest.trim_start_matches(['.', '[', '"', '\''])) == name
                });
                in_expression || (way.contains("capacity.requests") && field.name() == name)
            };
            let Some((name, place)) = empty.iter().find(|(name, _)| asks(name)) else { continue };
            let message = format!("`{}` asks for `{name}`, of which every device has 0", claim.name);
            findings.push(
                Finding::new(&RULE, field.place(), message)
                    .related(place.clone(), "as devices report it")
                    .help("leave the capacity out, and select by attributes"),
            );
        }
    }
}

/// The capacities that all devices which have them report as 0.
fn empty(estate: &Estate) -> BTreeMap<&str, Place> {
    let mut empty = BTreeMap::new();
    let mut filled = Vec::new();
    for device in estate.of_kind("ResourceSlice").flat_map(|slice| slice.get("spec.devices").items()) {
        for (name, capacity) in
            [device.get("capacity").entries(), device.get("basic.capacity").entries()].concat()
        {
            let value = if capacity.get("value").is_set() { capacity.get("value") } else { capacity };
            match value.text() {
                Some("0") => drop(empty.entry(name).or_insert_with(|| value.place())),
                _ => filled.push(name),
            }
        }
    }
    empty.retain(|name, _| !filled.contains(name));
    empty
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).next().unwrap_or_default()
}
