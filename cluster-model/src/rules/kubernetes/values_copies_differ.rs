//! CLU0808 values-copies-differ.

use std::collections::BTreeMap;

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field, HelmRelease};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0808",
    name: "values-copies-differ",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "There is one file of values for a release, or its copies say the same.",
    why: "Only one of the files is applied. Whoever changes the other changes nothing.",
    bad: concat!(application!("loki", "          replicas: 1\n"), "### loki/values.yaml\nreplicas: 2\n"),
    good: concat!(application!("loki", "          replicas: 1\n"), "### loki/values.yaml\nreplicas: 1\n"),
    source: "derio-net/frank, patches/phase02-cilium/cilium-values.yaml and apps/cilium/values.yaml",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    // Several releases of a chart that are all installed are several on purpose.
    for copy in estate.releases.iter().filter(|release| release.installed_by.is_none()) {
        let is_other = |other: &&HelmRelease| other.chart == copy.chart && !std::ptr::eq(*other, copy);
        let before = estate.releases.iter().take_while(|other| !std::ptr::eq(*other, copy));
        let installed = estate.releases.iter().filter(|other| other.installed_by.is_some());
        let Some(original) = installed.chain(before).find(is_other) else { continue };
        let (ours, theirs) = (values(copy), values(original));
        let differs = |key: &&String| ours.get(*key).map(Field::text) != theirs.get(*key).map(Field::text);
        let keys: Vec<&String> = ours.keys().chain(theirs.keys()).filter(differs).collect();
        let Some(first) = keys.first() else { continue };
        let more = keys.iter().skip(1).collect::<std::collections::BTreeSet<_>>().len();
        let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
        let message = format!("two files of values for `{}` differ: `{first}`{rest}", copy.chart);
        let place = ours.get(*first).map_or_else(|| copy.place(), Field::place);
        let other = theirs.get(*first).map_or_else(|| original.place(), Field::place);
        findings.push(
            Finding::new(&RULE, place, message)
                .related(other, "the other file")
                .help("delete the file that is not applied"),
        );
    }
}

/// All values of a release, by their paths.
fn values(release: &HelmRelease) -> BTreeMap<String, Field<'_>> {
    let scalars = release.layers().into_iter().flat_map(|layer| layer.scalars());
    scalars.map(|field| (field.path().to_string(), field)).collect()
}
