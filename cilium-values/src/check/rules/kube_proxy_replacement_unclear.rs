//! CIL0106 kube-proxy-replacement-unclear.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// `kubeProxyReplacement` is `true` or `false`.
pub(super) static RULE: Rule = Rule {
    code: "CIL0106",
    name: "kube-proxy-replacement-unclear",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`kubeProxyReplacement` is `true` or `false`.",
    why: "The chart does not render; words of older versions (`strict`, `partial`, `probe`, \
          `disabled`) are gone.",
    bad: "\
kubeProxyReplacement: strict
",
    good: "\
kubeProxyReplacement: false
",
    source: "cilium/cilium, chart, templates/cilium-configmap.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let needs = values.envoy_config.enabled.is_true()
        || values.ingress_controller.enabled.is_true()
        || values.gateway_api.enabled.is_true();
    let value = values.kube_proxy_replacement.get();
    let Some(value) = value.filter(|value| !value.to_string().is_empty()) else {
        // A key that is null is still a key where the chart has no value of its own.
        let is_null = value.is_none();
        let has_no_key =
            is_null && (subject.values.kube_proxy_replacement.is_unset() || subject.cilium.is_at_least(18));
        if needs && has_no_key && subject.was_installed_before(1, 14) {
            let message = "`kubeProxyReplacement` is left to a default of before 1.14";
            subject
                .report(&RULE, "kubeProxyReplacement", message)
                .upstream(NEEDED)
                .help_with("set it to `true` or `false`");
        }
        let is_old_default = subject.was_installed_since(1, 8) && !subject.was_installed_since(1, 14);
        if subject.has_config_map() && is_old_default && !subject.cilium.is_at_least(19) {
            let message = "`kubeProxyReplacement` is left to a default of before 1.14, which is gone";
            subject
                .report(&RULE, "kubeProxyReplacement", message)
                .upstream(UNCLEAR)
                .help_with("set it to `true` or `false`");
        }
        return;
    };
    let text = value.to_string();
    let help = if text == "strict" { "set it to `true`" } else { "set it to `true` or `false`" };
    let message = format!("`kubeProxyReplacement` is `{text}`, neither `true` nor `false`");
    if needs && text == "disabled" {
        subject.report(&RULE, "kubeProxyReplacement", message.clone()).upstream(NEEDED).help_with(help);
    }
    if text != "<nil>" && value.as_bool().is_none() && subject.has_config_map() {
        subject.report(&RULE, "kubeProxyReplacement", message).upstream(UNCLEAR).help_with(help);
    }
}

const UNCLEAR: &str =
    "kubeProxyReplacement must be explicitly set to a valid value (true or false) to continue.";
const NEEDED: &str = "Ingress/Gateway API controller and EnvoyConfig require .Values.kubeProxyReplacement to be \
                      explicitly set to 'false' or 'true'";
