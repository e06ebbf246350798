//! CLU0803 privileged-namespace.

use manifest::{Finding, Rule, Severity};

use super::containers;
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0803",
    name: "privileged-namespace",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Pods that need more than the `baseline` policy allows run in a namespace that is labelled for it.",
    why: "Talos switches the policy on for every namespace: the API server refuses the pods, and only events of the controller say so.",
    bad: "\
### app.yaml
apiVersion: v1
kind: Namespace
metadata: {name: agent}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      hostNetwork: true
      containers: [{name: agent, image: \"example.com/agent:1\"}]
",
    good: "\
### app.yaml
apiVersion: v1
kind: Namespace
metadata: {name: agent, labels: {pod-security.kubernetes.io/enforce: privileged}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      hostNetwork: true
      containers: [{name: agent, image: \"example.com/agent:1\"}]
",
    source: "Kubernetes documentation, Pod Security Standards; siderolabs/talos, pkg/machinery/config/generate; derio-net/frank, docs/runbooks/frank-gotchas",
};

const LABEL: &str = "pod-security.kubernetes.io/enforce";

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    if estate.of_kind("Namespace").next().is_none() {
        return;
    }
    let exempt = exempt(estate);
    if !is_enforced(estate) {
        return;
    }
    for namespace in estate.of_kind("Namespace").filter(|namespace| !exempt.contains(&&*namespace.name)) {
        let label = namespace.get("metadata.labels").key(LABEL);
        if label.text() == Some("privileged") {
            continue;
        }
        for workload in estate.manifests.iter().filter(|one| one.namespace == namespace.name) {
            let Some(reason) = workload.pod_spec().and_then(|spec| privilege(&spec)) else { continue };
            let message =
                format!("the namespace `{}` does not allow the pods of `{}`", namespace.name, workload.name);
            findings.push(
                Finding::new(&RULE, namespace.place(), message)
                    .related(reason.place(), "this needs a privileged namespace")
                    .help(format!("label the namespace `{LABEL}: privileged`")),
            );
            // One is reason enough.
            break;
        }
    }
}

/// Namespaces that the policy leaves alone: `kube-system`, and those that a configuration names.
fn exempt(estate: &Estate) -> Vec<&str> {
    let plugins = estate.each("cluster.apiServer.admissionControl").flat_map(|(_, plugins)| plugins.items());
    let names = plugins.flat_map(|plugin| plugin.get("configuration.exemptions.namespaces").texts());
    names.chain(["kube-system"]).collect()
}

/// Whether a policy is on where a namespace says none; Talos' own is `baseline`.
fn is_enforced(estate: &Estate) -> bool {
    let plugins = estate.each("cluster.apiServer.admissionControl").flat_map(|(_, plugins)| plugins.items());
    let mut levels = plugins.filter_map(|plugin| plugin.get("configuration.defaults.enforce").text());
    levels.all(|level| level != "privileged")
}

/// What a pod asks for that `baseline` forbids.
fn privilege<'e>(spec: &Field<'e>) -> Option<Field<'e>> {
    let mut of_host = ["hostNetwork", "hostPID", "hostIPC"].into_iter().map(|key| spec.get(key));
    let of_host = of_host.find(|field| field.flag() == Some(true));
    let volume =
        || spec.get("volumes").items().into_iter().map(|volume| volume.get("hostPath")).find(Field::is_set);
    let container = || containers(spec).iter().find_map(of_container);
    of_host.or_else(volume).or_else(container)
}

/// Capabilities that `baseline` lets containers add.
const ALLOWED: [&str; 13] = [
    "AUDIT_WRITE",
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "KILL",
    "MKNOD",
    "NET_BIND_SERVICE",
    "SETFCAP",
    "SETGID",
    "SETPCAP",
    "SETUID",
    "SYS_CHROOT",
];

fn of_container<'e>(container: &Field<'e>) -> Option<Field<'e>> {
    let context = container.get("securityContext");
    let privileged = Some(context.get("privileged")).filter(|field| field.flag() == Some(true));
    let added = context.get("capabilities.add").items().into_iter();
    let mut added = added.filter(|name| name.text().is_some_and(|name| !ALLOWED.contains(&name)));
    let ports = container.get("ports").items().into_iter().map(|port| port.get("hostPort"));
    let mut ports = ports.filter(|port| port.number().is_some_and(|port| port != 0));
    privileged.or_else(|| added.next()).or_else(|| ports.next())
}
