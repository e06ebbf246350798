//! CIL0611 pod-pool-unusable.

use ipnet::IpNet;
use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::policy::part::Part;

/// Pools of pods have room for a node's part, and share no address.
pub(super) static RULE: Rule = Rule {
    code: "CIL0611",
    name: "pod-pool-unusable",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A CiliumPodIPPool gives each node a part of its networks, and shares no address with another network.",
    why: "The operator cannot make parts that are larger than the network: no node gets one. What two pools share is given to \
          two pods.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumPodIPPool
metadata: {name: default}
spec: {ipv4: {cidrs: [10.20.0.0/26], maskSize: 24}}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumPodIPPool
metadata: {name: default}
spec: {ipv4: {cidrs: [10.20.0.0/16], maskSize: 24}}
",
    source: "cilium/cilium, pkg/ipam/allocator/multipool; cilium/cilium, pkg/ipam/cidrset",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(IpNet, String)> = Vec::new();
    for (object, placing) in subject.of_cilium {
        let root = Part::root(object);
        let Some(spec) = root.get("spec").filter(|_| root.text("kind") == "CiliumPodIPPool") else {
            continue;
        };
        let name = root.get("metadata").map(|metadata| metadata.text("name")).unwrap_or_default();
        for family in ["ipv4", "ipv6"].iter().filter_map(|key| spec.get(key)) {
            let size = family.number("maskSize");
            for part in family.items("cidrs") {
                let Ok(network) = part.as_str().parse::<IpNet>() else { continue };
                let mut report = |path: &FieldPath, message: String, help: String| {
                    findings.push(Finding::new(&RULE, placing.place(path), message).help(help));
                };
                let prefix = network.prefix_len();
                if size < i64::from(prefix) {
                    report(
                        &family.path.clone().key("maskSize"),
                        format!("no node's part, a /{size}, fits into `{network}`"),
                        format!("choose a `maskSize` of at least {prefix}"),
                    );
                }
                let rival =
                    seen.iter().find(|(other, _)| other.contains(&network) || network.contains(other));
                if let Some((other, owner)) = rival {
                    let message = format!("`{network}` of the pool `{name}` overlaps `{other}` of `{owner}`");
                    report(&part.path, message, "give each pool networks of its own".to_owned());
                }
                seen.push((network, name.to_owned()));
            }
        }
    }
}
