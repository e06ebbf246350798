//! Patches of a cluster, a machine set or a machine.

use manifest::{Place, Source, yaml};

use super::super::problem::{At, Problem};
use super::super::{Host, Inline, Patch, host};
use super::cluster::one_source;
use super::{descriptors, under};
use crate::go::quoted;
use crate::rules::{PATCH_NOT_TALOS, TEMPLATE_FILE, TEMPLATE_NAME};
use crate::{OmniVersion, forbidden};

pub(super) fn check_all(patches: &[Patch], at: &At, host: &dyn Host) -> Vec<Problem> {
    let at = at.key("patches");
    patches.iter().enumerate().filter_map(|(index, patch)| check(patch, &at.index(index), host)).collect()
}

fn check(patch: &Patch, at: &At, host: &dyn Host) -> Option<Problem> {
    let name = patch.effective_name();
    let mut problems = descriptors(&patch.labels, &patch.annotations, at);
    problems.extend(one_source(&patch.file, patch.inline.as_ref(), at, "path and inline", "path or inline"));
    if !patch.file.is_empty() {
        let at = at.key("file");
        match host::read(host, &patch.file) {
            Ok(text) => {
                let heading = format!("failed to validate patch {}", quoted(&patch.file));
                problems.extend(check_text(&text, &at, host, &heading, |_, _| at.clone()));
            }
            Err(error) => {
                let text = format!("failed to access {}: {error}", quoted(&patch.file));
                problems.push(Problem::new(&TEMPLATE_FILE, at, text));
            }
        }
    } else if let Some(inline) = &patch.inline {
        if patch.name.is_empty() && patch.id_override.is_empty() {
            let text = "either name or idOverride is required for inline patches";
            problems.push(Problem::new(&TEMPLATE_NAME, at.clone(), text));
        }
        match inline.to_text() {
            Ok(text) => {
                let heading = format!("failed to validate inline patch {}", quoted(name));
                let at = at.key("inline");
                let within = |index, place: &Place| match inline {
                    Inline::Text(_) => at.inner(place.span),
                    Inline::Document(_) => at.within(place),
                    Inline::Documents(_) => at.index(index).within(place),
                };
                problems.extend(check_text(&text, &at, host, &heading, within));
            }
            Err(error) => {
                let text = format!("failed to marshal inline patch {}: {error}", quoted(name));
                problems.push(Problem::new(&PATCH_NOT_TALOS, at.key("inline"), text));
            }
        }
    }
    under(format!("patch {} is invalid", quoted(name)), problems)
}

/// What Talos and Omni say to the text of a patch. As in omnictl, Omni is only asked where Talos has nothing to say.
/// `within` finds the place in the template for one in a document of the patch.
fn check_text(
    text: &str,
    at: &At,
    host: &dyn Host,
    heading: &str,
    within: impl Fn(usize, &Place) -> At,
) -> Option<Problem> {
    let refused = |error: &dyn std::fmt::Display| {
        Some(Problem::new(&PATCH_NOT_TALOS, at.clone(), format!("{heading}: {error}")))
    };
    let documents = match yaml::parse(&Source::new("", text)) {
        Ok(documents) => documents,
        Err(finding) => return refused(&finding.message),
    };
    if !forbidden::holds_config(&documents) {
        return refused(&forbidden::NO_CONFIG);
    }
    if let Err(error) = host.check_talos(text) {
        return refused(&error);
    }
    let mut problems = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        problems.extend(
            forbidden::check(std::slice::from_ref(document), OmniVersion::LATEST).into_iter().map(
                |finding| {
                    let help = finding.help.unwrap_or_default();
                    Problem::new(finding.rule, within(index, &finding.place), finding.message).help(help)
                },
            ),
        );
    }
    under(heading, problems)
}
