//! CIL0225 store-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::IdentityAllocationMode;

/// What is not kept in objects is kept in a key-value store that there is.
pub(super) static RULE: Rule = Rule {
    code: "CIL0225",
    name: "store-missing",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Identities and endpoints that are not kept in objects are kept in a store that is named.",
    why: "Without a store the agent keeps them in objects all the same, and says so only in its log.",
    bad: "\
identityAllocationMode: kvstore
",
    good: "\
identityAllocationMode: kvstore
etcd: {enabled: true, endpoints: ['https://10.0.0.1:2379']}
",
    source: "cilium/cilium, pkg/option/config.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let is_named = values.extra_config.get().is_some_and(|config| config.contains_key("kvstore"));
    if values.etcd.enabled.is_true() || is_named {
        return;
    }
    let mode = values.identity_allocation_mode.value();
    let needs_store = mode.is_some_and(|mode| mode != IdentityAllocationMode::Crd);
    if needs_store {
        subject
            .report(&RULE, "identityAllocationMode", "identities go to a key-value store, and none is named")
            .help_with("set `etcd.enabled: true` with its endpoints, or this to `crd`");
    } else if values.disable_endpoint_crd.is_true() {
        subject
            .report(
                &RULE,
                "disableEndpointCRD",
                "without objects of endpoints nodes learn of pods from a store, and none is named",
            )
            .help_with("set it to `false`");
    }
}
