//! CIL0522 envoy-config-invalid.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// What Envoy is configured with says what it is, and is about services of its namespace.
pub(super) static RULE: Rule = Rule {
    code: "CIL0522",
    name: "envoy-config-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every resource for Envoy has its `@type`, and a `CiliumEnvoyConfig` leads services of its own namespace to it.",
    why: "The agent cannot read a resource without a type, and takes nothing of the object. In the place of another \
          namespace it puts that of the object, without a word: the traffic of another service is led to Envoy.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumEnvoyConfig
metadata: {name: example, namespace: default}
spec: {resources: [{name: listener}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumEnvoyConfig
metadata: {name: example, namespace: default}
spec: {resources: [{'@type': type.googleapis.com/envoy.config.listener.v3.Listener, name: listener}]}
",
    source: "cilium/cilium, pkg/k8s/apis/cilium.io/v2/cec_types.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if !matches!(subject.kind, "CiliumEnvoyConfig" | "CiliumClusterwideEnvoyConfig") {
        return;
    }
    let Some(spec) = subject.object.get("spec") else { return };
    for resource in spec.items("resources").filter(|resource| resource.text("@type").is_empty()) {
        subject
            .report(&RULE, resource.path, "a resource without `@type` cannot be read")
            .help_with("add it, such as `'@type': type.googleapis.com/envoy.config.listener.v3.Listener`");
    }
    let own = subject.object.get("metadata").map(|metadata| metadata.text("namespace")).unwrap_or_default();
    if subject.kind != "CiliumEnvoyConfig" || own.is_empty() {
        return;
    }
    for service in spec.items("services") {
        let other = service.text("namespace");
        if !other.is_empty() && other != own {
            let message = format!("`{}` is looked up in `{own}` and not in `{other}`", service.text("name"));
            subject
                .report(&RULE, service.path.key("namespace"), message)
                .help_with("move the object to that namespace, or use a `CiliumClusterwideEnvoyConfig`");
        }
    }
}
