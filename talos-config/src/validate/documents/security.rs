//! Verification of images: `types/security/image_verification.go`.

use super::Wrong;
use crate::validate::{View, keys};
use crate::version::Minor;

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    if kind != "ImageVerificationConfig" {
        return;
    }
    for (index, rule) in document.items(keys!("rules")).enumerate() {
        for hint in hints(rule.text(keys!("image")), wrong.minor) {
            wrong.warn(format!("rules[{index}].image"), format!("rule {index}: {hint}"));
        }
        for cause in causes(rule) {
            wrong.at(format!("rules[{index}]"), format!("rule {index}: {cause}"));
        }
    }
}

/// Why a pattern may not mean what it seems to mean.
fn hints(image: &str, minor: Minor) -> Vec<String> {
    let mut hints = Vec::new();
    if image.contains('@') {
        hints.push("imagePattern contains '@' but matching only applies to the image registry and repository, not the tag or digest".to_owned());
    }
    if image.split_once('/').is_some_and(|(_, rest)| rest.contains(':')) {
        hints.push("imagePattern contains ':' but matching only applies to the image registry and repository, not the tag or digest".to_owned());
    }
    if minor >= Minor::V1_14 {
        if !image.is_empty() && matches_no_image(image) {
            hints.push(format!("imagePattern {image:?} cannot match any image: references are matched in their normalized '<registry domain>/<repository>' form, e.g. 'nginx' is matched as 'docker.io/library/nginx'"));
        }
    } else if !image.contains('/') && !["", "*"].contains(&image) {
        hints.push("imagePattern does not contain a '/', image references like 'nginx' are matched as 'docker.io/nginx' (normalized)".to_owned());
    }
    hints
}

/// Whether what stands before the first `*` of a pattern already begins no image: there is no slash in all of it, or no
/// registry before the slash.
fn matches_no_image(pattern: &str) -> bool {
    let start = pattern.split('*').next().unwrap_or_default();
    match start.split_once('/') {
        None => start.len() == pattern.len(),
        Some((domain, _)) => !domain.contains(['.', ':']) && !domain.eq_ignore_ascii_case("localhost"),
    }
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
