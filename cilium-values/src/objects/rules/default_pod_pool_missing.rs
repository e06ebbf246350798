//! CIL0624 default-pod-pool-missing.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::policy::part::Part;
use crate::values::ipam::IpamMode;

/// There is a pool for pods that name none.
pub(super) static RULE: Rule = Rule {
    code: "CIL0624",
    name: "default-pod-pool-missing",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "With `ipam.mode: multi-pool`, where there are pools for pods, one is named `default` or made by the chart's `ipam.operator.autoCreateCiliumPodIPPools`.",
    why: "Pods that name no pool take addresses of `default`. Without it they do not start.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumPodIPPool
metadata: {name: fast}
spec: {ipv4: {cidrs: [10.20.0.0/16], maskSize: 24}}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumPodIPPool
metadata: {name: default}
spec: {ipv4: {cidrs: [10.20.0.0/16], maskSize: 24}}
",
    source: "documentation, multi-pool IPAM",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let ipam = &subject.effective.ipam;
    let is_made = ipam
        .operator
        .auto_create_cilium_pod_ip_pools
        .get()
        .is_some_and(|pools| pools.0.contains_key("default"));
    if ipam.mode.value() != Some(IpamMode::MultiPool) || is_made {
        return;
    }
    let pools = || {
        subject.of_cilium.iter().filter(|(object, _)| Part::root(object).text("kind") == "CiliumPodIPPool")
    };
    let name =
        |object| Part::root(object).get("metadata").map(|metadata| metadata.text("name")).unwrap_or_default();
    let Some((_, placing)) = pools().next().filter(|_| pools().all(|(object, _)| name(object) != "default"))
    else {
        return;
    };
    let place = placing.place(&FieldPath::root().keys("metadata.name"));
    let finding = Finding::new(&RULE, place, "no pool for pods here is named `default`");
    findings.push(finding.help(
        "add the pool `default`, or let the chart make it (`ipam.operator.autoCreateCiliumPodIPPools`)",
    ));
}
