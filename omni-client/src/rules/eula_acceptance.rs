//! OMN0324 eula-acceptance.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::AnyResource;

/// Whoever accepts the licence says who they are.
pub static EULA_ACCEPTANCE: Rule = Rule {
    code: "OMN0324",
    name: "eula-acceptance",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The licence is accepted in the resource `eula`, with a name and an e-mail address.",
    why: "Omni refuses the resource: `resource ID must be eula`, `name is required when accepting the EULA`, `email is required when accepting the EULA`; until it is accepted, Omni serves nothing else.",
    bad: "\
metadata:
  namespace: default
  type: EulaAcceptances.omni.sidero.dev
  id: eula
spec: {acceptedbyname: A. Name}
",
    good: "\
metadata:
  namespace: default
  type: EulaAcceptances.omni.sidero.dev
  id: eula
spec: {acceptedbyname: A. Name, acceptedbyemail: a@example.org}
",
    source: "`internal/backend/runtime/omni/validations/eula.go`",
};

const ID: &str = "eula";

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::EulaAcceptance(acceptance) = resource else { return Vec::new() };
    let (path, message) = if acceptance.id() != ID {
        ("metadata.id", "resource ID must be eula")
    } else if acceptance.spec.accepted_by_name.is_empty() {
        ("spec.acceptedbyname", "name is required when accepting the EULA")
    } else if acceptance.spec.accepted_by_email.is_empty() {
        ("spec.acceptedbyemail", "email is required when accepting the EULA")
    } else {
        return Vec::new();
    };
    let place = Place::key(FieldPath::root().keys(path));
    let help = "accept it as `eula`, with `acceptedbyname` and `acceptedbyemail`";
    vec![Finding::new(&EULA_ACCEPTANCE, place, message).help(help)]
}
