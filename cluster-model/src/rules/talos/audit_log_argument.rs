//! CLU0612 audit-log-argument.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0612",
    name: "audit-log-argument",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Arguments of kube-apiserver do not set where and how the audit log is written.",
    why: "Omni takes `audit-log-...` in `extraArgs` and drops it without a word: the log stays as Talos writes it.",
    bad: concat!(
        member!(control_plane),
        patch!(
            "    cluster:
      apiServer:
        extraArgs:
          audit-log-maxage: \"90\"
"
        )
    ),
    good: concat!(
        member!(control_plane),
        patch!(
            "    cluster:
      apiServer:
        auditPolicy: {apiVersion: audit.k8s.io/v1, kind: Policy, rules: [{level: None}]}
"
        )
    ),
    source: "Sidero documentation, How configuration works in Omni",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let arguments = estate.each("cluster.apiServer.extraArgs");
    let documents = estate.effective.iter().flat_map(|effective| {
        effective
            .of_kind("KubeAPIServerConfig")
            .map(move |document| (&**effective, document.get("extraArgs")))
    });
    for (effective, arguments) in arguments.chain(documents) {
        // What Omni does not manage keeps what it says.
        for (name, value) in arguments.entries().into_iter().filter(|_| !effective.applied.is_empty()) {
            if name.starts_with("audit-log-") {
                let message = format!("`{name}` of kube-apiserver is dropped");
                findings.push(
                    Finding::new(&RULE, value.key_place(), message)
                        .help("leave it out; what is logged is said by the audit policy"),
                );
            }
        }
    }
}
