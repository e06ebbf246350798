//! CLU0609 api-server-path-unmounted.

use manifest::{Finding, Rule, Severity};

use super::is_below;
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0609",
    name: "api-server-path-unmounted",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A file that an argument of kube-apiserver names lies below a mount of its container.",
    why: "The container sees no other files of the machine: the API server does not find the file and restarts for ever.",
    bad: concat!(
        member!(control_plane),
        patch!(
            "    cluster:
      apiServer:
        extraArgs:
          admission-control-config-file: /var/etc/admission.yaml
"
        )
    ),
    good: concat!(
        member!(control_plane),
        patch!(
            "    cluster:
      apiServer:
        extraArgs:
          admission-control-config-file: /var/etc/admission.yaml
        extraVolumes:
          - {hostPath: /var/etc, mountPath: /var/etc, readonly: true}
"
        )
    ),
    source: "derio-net/frank, patches/phase13-auth/omni-configpatch.yaml; siderolabs/talos, internal/app/machined/pkg/controllers/k8s",
};

/// What is there without a word: what Talos mounts (`k8stemplates/apiserver.go`), and the certificates in the image.
const PRESENT: [&str; 4] = [
    "/system/secrets/kubernetes/kube-apiserver",
    "/system/config/kubernetes/kube-apiserver",
    "/var/log/audit/kube",
    "/etc/ssl/certs",
];

/// How the names of arguments end whose values are files that must be there.
const FILES: [&str; 5] = ["-file", "-config", "-certificate", "-key", "-kubeconfig"];

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for (effective, arguments) in estate.each("cluster.apiServer.extraArgs") {
        let volumes = effective.get("cluster.apiServer.extraVolumes");
        let volumes: Vec<Field<'_>> = volumes.iter().flat_map(Field::items).collect();
        for (name, value) in arguments.entries() {
            let Some(path) = value.text().filter(|path| path.starts_with('/')) else { continue };
            let mounts =
                |volume: &Field<'_>| volume.get("mountPath").text().is_some_and(|at| is_below(path, at));
            let is_there = volumes.iter().any(mounts) || PRESENT.iter().any(|at| is_below(path, at));
            if is_there || !FILES.iter().any(|end| name.ends_with(end)) {
                continue;
            }
            let message = format!("kube-apiserver does not see the file `{path}` of `{name}`");
            findings.push(Finding::new(&RULE, value.place(), message).help(
                "mount it with `cluster.apiServer.extraVolumes`, and create it below `/var` with `machine.files`",
            ));
        }
    }
}
