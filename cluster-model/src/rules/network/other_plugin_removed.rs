//! CLU0322 other-plugin-removed.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Manifest};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0322",
    name: "other-plugin-removed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "With Multus in the cluster, the chart's `cni.exclusive` is `false`.",
    why: "Cilium's agent puts the configurations of other plugins out of use when it starts: pods get no second interface, and no event says why.",
    bad: concat!(
        values!(""),
        "\
### storage-network.yaml
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: storage, namespace: default}
spec: {config: '{\"cniVersion\": \"0.3.1\", \"type\": \"macvlan\", \"master\": \"eth1\"}'}
"
    ),
    good: concat!(
        values!(
            "\
cni: {exclusive: false}
"
        ),
        "\
### storage-network.yaml
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: storage, namespace: default}
spec: {config: '{\"cniVersion\": \"0.3.1\", \"type\": \"macvlan\", \"master\": \"eth1\"}'}
"
    ),
    source: "Cilium documentation, CNI configuration; k8snetworkplumbingwg/multus-cni",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    if cilium.values.cni.exclusive.is_false() {
        return;
    }
    let Some(other) = estate.manifests.iter().find(|manifest| is_of_multus(manifest)) else { return };
    let message = format!(
        "`{}` `{}` needs another plugin, whose configuration Cilium puts out of use",
        other.kind, other.name
    );
    let place = other.root().get("kind").place();
    findings.push(
        Finding::new(&RULE, cilium.value_place("cni.exclusive"), message)
            .related(place, "what needs the other plugin")
            .help("set `cni.exclusive: false`"),
    );
}

/// Whether an object is Multus itself, or a network that only Multus attaches pods to.
fn is_of_multus(manifest: &Manifest) -> bool {
    match manifest.kind.as_str() {
        "NetworkAttachmentDefinition" => true,
        "DaemonSet" => manifest.name.contains("multus"),
        _ => false,
    }
}
