//! OMN0321 saml-label-rule.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use super::role;
use crate::resource::AnyResource;
use crate::selector::Selector;

/// A rule for SAML labels gives a role that it may give, by selectors that can be read.
pub static SAML_LABEL_RULE: Rule = Rule {
    code: "OMN0321",
    name: "saml-label-rule",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`assignrole` is a role that a rule may give, `matchlabels` are selectors, and the old `assignroleonregistration` is not used.",
    why: "Omni refuses the rule: `assignroleonregistration is deprecated, please use assignrole instead`, `role \"Auditor\" cannot be assigned by a SAML label rule`, `unknown role to parse`, `invalid match labels`.",
    bad: "\
metadata:
  namespace: default
  type: SAMLLabelRules.omni.sidero.dev
  id: auditors
spec: {matchlabels: [saml.omni.sidero.dev/role/auditor], assignrole: Auditor}
",
    good: "\
metadata:
  namespace: default
  type: SAMLLabelRules.omni.sidero.dev
  id: operators
spec: {matchlabels: [saml.omni.sidero.dev/role/operator], assignrole: Operator}
",
    source: "`internal/backend/runtime/omni/validations/auth.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::SamlLabelRule(rule) = resource else { return Vec::new() };
    let spec = FieldPath::root().key("spec");
    if !rule.spec.assign_role_on_registration.is_empty() {
        let place = Place::key(spec.key("assignroleonregistration"));
        let message = "assignroleonregistration is deprecated, please use assignrole instead";
        return vec![Finding::new(&SAML_LABEL_RULE, place, message).help("rename the key to `assignrole`")];
    }
    let mut findings = Vec::new();
    if let Some(message) = role::unassignable(&rule.spec.assign_role, "a SAML label rule") {
        let place = Place::value(spec.clone().key("assignrole"));
        findings.push(Finding::new(&SAML_LABEL_RULE, place, message).help(role::HELP));
    }
    for (index, text) in rule.spec.match_labels.iter().enumerate() {
        if let Err(error) = text.parse::<Selector>() {
            let place = Place::value(spec.clone().key("matchlabels").index(index));
            let help = "terms are separated by commas: `key`, `!key`, `key = value`, `key in (a, b)`";
            let message = format!("invalid match labels: {error}");
            findings.push(Finding::new(&SAML_LABEL_RULE, place, message).help(help));
        }
    }
    findings
}
