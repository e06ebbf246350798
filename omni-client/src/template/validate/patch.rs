//! Patches of a cluster, a machine set or a machine.

use std::cell::RefCell;
use std::collections::HashSet;

use manifest::{Place, Source, yaml};

use super::super::problem::{At, Problem};
use super::super::{Host, Inline, Patch, host};
use super::cluster::one_source;
use super::{descriptors, under};
use crate::go::quoted;
use crate::rules::{PATCH_NOT_TALOS, TEMPLATE_FILE, TEMPLATE_NAME};
use crate::{OmniVersion, forbidden};

/// Checks the patches of a template. The machines of a fleet mostly say the same, so a text that is right is looked at
/// once.
pub(super) struct Patches<'t> {
    host: &'t dyn Host,
    right: RefCell<HashSet<String>>,
}

impl<'t> Patches<'t> {
    pub(super) fn new(host: &'t dyn Host) -> Self {
        Self { host, right: RefCell::default() }
    }

    pub(super) fn check(&self, patches: &[Patch], at: &At) -> Vec<Problem> {
        let one = |(index, patch)| self.patch(patch, || at.key("patches").index(index));
        patches.iter().enumerate().filter_map(one).collect()
    }

    /// Checks a patch, whose place is only made where something is wrong with it.
    fn patch(&self, patch: &Patch, at: impl Fn() -> At) -> Option<Problem> {
        let name = patch.effective_name();
        let mut problems = descriptors(&patch.labels, &patch.annotations, &at);
        problems.extend(one_source(
            &patch.file,
            patch.inline.as_ref(),
            &at,
            "path and inline",
            "path or inline",
        ));
        if !patch.file.is_empty() {
            match host::read(self.host, &patch.file) {
                Ok(text) => {
                    let heading = || format!("failed to validate patch {}", quoted(&patch.file));
                    problems.extend(self.text(&text, heading, |_| at().key("file")));
                }
                Err(error) => {
                    let text = format!("failed to access {}: {error}", quoted(&patch.file));
                    problems.push(Problem::new(&TEMPLATE_FILE, at().key("file"), text));
                }
            }
        } else if let Some(inline) = &patch.inline {
            if patch.name.is_empty() && patch.id_override.is_empty() {
                let text = "either name or idOverride is required for inline patches";
                problems.push(Problem::new(&TEMPLATE_NAME, at(), text));
            }
            match inline.text() {
                Ok(text) => {
                    let heading = || format!("failed to validate inline patch {}", quoted(name));
                    let within = |inner: Option<(usize, &Place)>| {
                        let at = at().key("inline");
                        match (inline, inner) {
                            (_, None) => at,
                            (Inline::Text(_), Some((_, place))) => at.inner(place.span),
                            (Inline::Document(_), Some((_, place))) => at.within(place),
                            (Inline::Documents(_), Some((index, place))) => at.index(index).within(place),
                        }
                    };
                    problems.extend(self.text(&text, heading, within));
                }
                Err(error) => {
                    let text = format!("failed to marshal inline patch {}: {error}", quoted(name));
                    problems.push(Problem::new(&PATCH_NOT_TALOS, at().key("inline"), text));
                }
            }
        }
        under(problems, || format!("patch {} is invalid", quoted(name)))
    }

    fn text(
        &self,
        text: &str,
        heading: impl Fn() -> String,
        within: impl Fn(Option<(usize, &Place)>) -> At,
    ) -> Option<Problem> {
        if self.right.borrow().contains(text) {
            return None;
        }
        let problem = check_text(text, self.host, heading, within);
        if problem.is_none() {
            self.right.borrow_mut().insert(text.to_owned());
        }
        problem
    }
}

/// What Talos and Omni say to the text of a patch. As in omnictl, Omni is only asked where Talos has nothing to say.
/// `within` finds the place in the template for the text, or for a place in one of its documents.
fn check_text(
    text: &str,
    host: &dyn Host,
    heading: impl Fn() -> String,
    within: impl Fn(Option<(usize, &Place)>) -> At,
) -> Option<Problem> {
    let refused =
        |at: At, words: &str| Some(Problem::new(&PATCH_NOT_TALOS, at, format!("{}: {words}", heading())));
    let documents = match yaml::parse_as(&Source::new("", text), OmniVersion::LATEST.yaml()) {
        Ok(documents) => documents,
        Err(finding) => return refused(within(Some((0, &finding.place))), &finding.message),
    };
    if !forbidden::holds_config(&documents) {
        return refused(within(None), forbidden::NO_CONFIG);
    }
    if let Err(finding) = host.check_talos(&documents) {
        let start = finding.place.span.unwrap_or_default().start;
        let before = documents.iter().filter(|document| document.root().span.start <= start).count();
        return refused(within(Some((before.saturating_sub(1), &finding.place))), &finding.message);
    }
    let mut problems = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        problems.extend(
            forbidden::check(std::slice::from_ref(document), OmniVersion::LATEST).into_iter().map(
                |finding| {
                    let help = finding.help.unwrap_or_default();
                    Problem::new(finding.rule, within(Some((index, &finding.place))), finding.message)
                        .help(help)
                },
            ),
        );
    }
    under(problems, heading)
}
