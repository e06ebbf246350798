//! Certain mends, applied to texts and proved by checking again.
//!
//! A finding has a [`Fix`](manifest::Fix) where exactly one text is certain to be right; a near name or a better value is
//! a guess and only said as help. A fix replaces the bytes that are wrong and no others, so comments and layout stay. It
//! is kept only if a check of the result no longer has the finding and has no finding that was not there before.
//!
//! ```
//! use cluster_model::import::Repository;
//! use cluster_model::{Source, fix};
//!
//! let service = "\
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: web # of the shop
//!   annotations: {io.cilium/lb-ipam-ips: 10.0.0.9}
//! spec: {type: LoadBalancer, ports: [{port: 80}]}
//! ";
//! let check = |sources: &[Source]| {
//!     let files = sources.iter().map(|source| (source.name().to_owned(), source.text().into()));
//!     Repository::read(files).check()
//! };
//! let mended = fix::mend(&[Source::new("web.yaml", service)], check);
//! assert_eq!(mended.mended[0].rule.name, "legacy-annotation");
//! assert_eq!(mended.changed[0].text(), service.replace("io.cilium/lb-ipam-ips", "lbipam.cilium.io/ips"));
//! ```

use std::collections::BTreeMap;

use manifest::{Finding, Part, Source, Span};

/// What came of mending.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mended {
    /// The texts that are not what they were, in the order in which they came.
    pub changed: Vec<Source>,
    /// The findings that are gone, with their places in the texts as they were before each step.
    pub mended: Vec<Finding>,
    /// The findings whose fix was not proved, and is not applied.
    pub refused: Vec<Finding>,
    /// What a check of the result says.
    pub findings: Vec<Finding>,
}

/// Applies the fixes of what `check` finds in texts, all at once or, where that brings something new, one by one.
///
/// `check` is asked about all texts each time; the names of the texts are the sources of its findings.
#[must_use]
pub fn mend(sources: &[Source], check: impl Fn(&[Source]) -> Vec<Finding>) -> Mended {
    let mut current = sources.to_vec();
    let mut result = Mended { findings: check(&current), ..Mended::default() };
    loop {
        let open: Vec<Finding> = result
            .findings
            .iter()
            .filter(|finding| edit(finding).is_some() && !result.refused.iter().any(|one| same(one, finding)))
            .cloned()
            .collect();
        let Some(first) = open.first() else { break };
        let all = apart(&open);
        let steps = if all.len() > 1 { vec![all, vec![first.clone()]] } else { vec![vec![first.clone()]] };
        let proved = steps.into_iter().find_map(|step| {
            let texts = apply(&current, &step)?;
            let findings = check(&texts);
            is_proved(&result.findings, &step, &findings).then_some((step, texts, findings))
        });
        match proved {
            Some((step, texts, findings)) => {
                result.mended.extend(step);
                // What stood in the way of the others may be gone.
                result.refused.clear();
                result.findings = findings;
                current = texts;
            }
            None => result.refused.push(first.clone()),
        }
    }
    let changed = |(new, old): &(Source, &Source)| new.text() != old.text();
    result.changed = current.into_iter().zip(sources).filter(changed).map(|(new, _)| new).collect();
    result
}

/// The source and bytes that the fix of a finding replaces, and by what.
fn edit(finding: &Finding) -> Option<(&str, Span, &str)> {
    let fix = finding.fix.as_ref()?;
    Some((finding.place.source.as_deref()?, fix.span, &fix.replacement))
}

/// The findings whose edits do not touch each other: of those that do, the first; of the same edit all.
fn apart(findings: &[Finding]) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        let Some((source, span, text)) = edit(finding) else { continue };
        let touches = |other: &Finding| {
            edit(other).is_some_and(|(other_source, other, other_text)| {
                (source, span, text) != (other_source, other, other_text)
                    && source == other_source
                    && span.start <= other.end
                    && other.start <= span.end
            })
        };
        if !kept.iter().any(touches) {
            kept.push(finding.clone());
        }
    }
    kept
}

/// The texts with the edits of findings; none where an edit is of a text that is not there.
fn apply(sources: &[Source], findings: &[Finding]) -> Option<Vec<Source>> {
    let mut edits: BTreeMap<&str, Vec<(Span, &str)>> = BTreeMap::new();
    for (source, span, text) in findings.iter().filter_map(edit) {
        edits.entry(source).or_default().push((span, text));
    }
    let mut texts = sources.to_vec();
    for (name, mut edits) in edits {
        let source = texts.iter_mut().find(|source| source.name() == name)?;
        // From the end, so that places before stay what they are.
        edits.sort_unstable_by(|one, other| other.cmp(one));
        edits.dedup();
        let mut text = source.text().to_owned();
        for (span, replacement) in edits {
            text.get(span.range())?;
            text.replace_range(span.range(), replacement);
        }
        *source = Source::new(name, text);
    }
    Some(texts)
}

/// Whether the fixed findings are gone and no other one is there that was not before.
fn is_proved(before: &[Finding], fixed: &[Finding], after: &[Finding]) -> bool {
    let mut allowed: Vec<&Finding> =
        before.iter().filter(|finding| !fixed.iter().any(|one| one == *finding)).collect();
    after.iter().all(|finding| {
        let known =
            allowed.iter().position(|one| same(one, finding) || is_below_renamed(one, finding, fixed));
        known.map(|known| allowed.swap_remove(known)).is_some()
    })
}

/// Whether two findings say the same, one of them of what stands at or below a key that a fix gives another name.
fn is_below_renamed(before: &Finding, after: &Finding, fixed: &[Finding]) -> bool {
    let is_renamed = |fixed: &Finding| {
        fixed.place.part == Part::Key
            && fixed.place.source == before.place.source
            && before.place.path.starts_with(&fixed.place.path)
    };
    (before.rule, &before.place.source, &before.message) == (after.rule, &after.place.source, &after.message)
        && fixed.iter().any(is_renamed)
}

/// Whether two findings say the same of the same value, wherever its bytes are now.
fn same(one: &Finding, other: &Finding) -> bool {
    (one.rule, &one.place.source, &one.place.path, &one.message)
        == (other.rule, &other.place.source, &other.place.path, &other.message)
}
