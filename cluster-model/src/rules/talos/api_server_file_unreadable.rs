//! CLU0608 api-server-file-unreadable.

use manifest::{Finding, Rule, Severity};

use super::{FileMode, is_below};
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0608",
    name: "api-server-file-unreadable",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A file that a configuration creates and hands to kube-apiserver can be read by everybody.",
    why: "kube-apiserver runs as the user 65534 and the file belongs to root: the API server exits as soon as it opens it.",
    bad: concat!(
        member!(control_plane),
        patch!(
            "    machine:
      files:
        - {path: /var/etc/authn.yaml, permissions: 0o600, op: create, content: x}
    cluster:
      apiServer:
        extraVolumes:
          - {hostPath: /var/etc, mountPath: /var/etc, readonly: true}
"
        )
    ),
    good: concat!(
        member!(control_plane),
        patch!(
            "    machine:
      files:
        - {path: /var/etc/authn.yaml, permissions: 0o644, op: create, content: x}
    cluster:
      apiServer:
        extraVolumes:
          - {hostPath: /var/etc, mountPath: /var/etc, readonly: true}
"
        )
    ),
    source: "derio-net/frank, docs/runbooks/frank-gotchas/omni.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for (effective, volumes) in estate.each("cluster.apiServer.extraVolumes") {
        let volumes = volumes.items();
        for file in effective.get("machine.files").iter().flat_map(Field::items) {
            let (Some(path), Some(mode)) = (file.get("path").text(), FileMode::of(&file.get("permissions")))
            else {
                continue;
            };
            let mounts =
                |volume: &&Field<'_>| volume.get("hostPath").text().is_some_and(|host| is_below(path, host));
            let Some(volume) = volumes.iter().find(mounts).filter(|_| !mode.is_readable_by_all()) else {
                continue;
            };
            let message = format!("kube-apiserver is given `{path}`, which only root may read");
            findings.push(
                Finding::new(&RULE, file.get("permissions").place(), message)
                    .related(volume.place(), "mounted here")
                    .help("use `permissions: 0o644`, and keep secrets out of the file"),
            );
        }
    }
}
