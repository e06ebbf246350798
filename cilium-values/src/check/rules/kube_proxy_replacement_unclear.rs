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
    let Some(value) = subject.effective.kube_proxy_replacement.get() else { return };
    let text = value.to_string();
    if !text.is_empty() && value.as_bool().is_none() {
        let help = if text == "strict" { "set it to `true`" } else { "set it to `true` or `false`" };
        let message = format!("`kubeProxyReplacement` is `{text}`, neither `true` nor `false`");
        subject.report(&RULE, "kubeProxyReplacement", message).help_with(help);
    }
}
