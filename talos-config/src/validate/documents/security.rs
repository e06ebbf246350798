//! Verification of images: `types/security/image_verification.go`.

use super::Wrong;
use crate::validate::{View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    if kind != "ImageVerificationConfig" {
        return;
    }
    for (index, rule) in document.items(keys!("rules")).enumerate() {
        for hint in hints(rule.text(keys!("image"))) {
            wrong.warn(format!("rules[{index}].image"), format!("rule {index}: {hint}"));
        }
        for cause in causes(rule) {
            wrong.at(format!("rules[{index}]"), format!("rule {index}: {cause}"));
        }
    }
}

/// Why a pattern may not mean what it seems to mean.
fn hints(image: &str) -> Vec<&'static str> {
    let mut hints = Vec::new();
    if image.contains('@') {
        hints.push("imagePattern contains '@' but matching only applies to the image registry and repository, not the tag or digest");
    }
    if image.split_once('/').is_some_and(|(_, rest)| rest.contains(':')) {
        hints.push("imagePattern contains ':' but matching only applies to the image registry and repository, not the tag or digest");
    }
    if !image.contains('/') && !["", "*"].contains(&image) {
        hints.push("imagePattern does not contain a '/', image references like 'nginx' are matched as 'docker.io/nginx' (normalized)");
    }
    hints
}

fn causes(rule: View<'_>) -> Vec<&'static str> {
    let (skip, deny) = (rule.flag(keys!("skip")), rule.flag(keys!("deny")));
    let (keyless, key) = (rule.get(keys!("keyless")), rule.get(keys!("publicKey")));
    let verifies = keyless.is_set() || key.is_set();
    let subject = keyless.has(keys!("subject")) || keyless.has(keys!("subjectRegex"));
    [
        (!rule.has(keys!("image")), "imagePattern must be specified"),
        (skip && deny, "skip and deny cannot both be true"),
        ((skip || deny) && verifies, "verifiers cannot be configured if skip or deny is true"),
        (!skip && !deny && !verifies, "at least one verifier must be configured"),
        (keyless.is_set() && key.is_set(), "only one of keyless or publicKey verifier can be configured"),
        (keyless.is_set() && !keyless.has(keys!("issuer")), "verifier OIDC issuer must be specified"),
        (keyless.is_set() && !subject, "verifier subject or subjectRegex must be specified"),
        (key.is_set() && !key.has(keys!("certificate")), "verifier certificates must be specified"),
    ]
    .into_iter()
    .filter_map(|(wrong, cause)| wrong.then_some(cause))
    .collect()
}
