//! Checking again: only what changed since the last check, by what each rule reads.

use std::collections::BTreeMap;
use std::sync::Arc;

use manifest::Finding;

use super::{EstateRule, RULES, of_values, once};
use crate::effective::Effective;
use crate::estate::{Estate, Location, Machine};
use crate::parallel;

/// What a rule reads, which decides when it has to run again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// Anything.
    Whole,
    /// Anything but machines, their configurations, Omni's resources and files.
    Settings,
    /// One configuration with its machines, and [settings](Reads::Settings) without objects of Kubernetes and charts. What
    /// it finds for several configurations is what it finds for each of them.
    Configuration,
}

/// What the last check of a cluster found, with all that it looked at.
#[derive(Default)]
pub(crate) struct Judged {
    settings: Option<Settings>,
    /// By the first machine of each.
    units: BTreeMap<String, Arc<Unit>>,
}

/// The settings, and what rules find in nothing else.
struct Settings {
    /// The estate without machines, configurations, Omni's resources and files.
    estate: Estate,
    /// The findings of each rule of the catalogue; empty for rules that read more.
    findings: Vec<Vec<Finding>>,
    of_values: Vec<Finding>,
}

/// A configuration with its machines, or a machine without a configuration.
struct Unit {
    configuration: Option<Effective>,
    /// The machines, which have this configuration as the only one.
    machines: Vec<Machine>,
    /// What each rule finds that finds anything, by its place in the catalogue.
    findings: Vec<(usize, Vec<Finding>)>,
}

/// Runs all rules, like [`check`](super::check) while all machines are known; those that read only what is as it was at the
/// last time have found what they found then. The order of findings is that of the rules, and of the configurations for each.
pub(crate) fn check_again(estate: &Estate, before: Judged) -> (Vec<Finding>, Judged) {
    let now = settings_of(estate);
    let Judged { settings, units: known } = before;
    let is_same = settings.as_ref().is_some_and(|before| is_same_apart_from_objects(&before.estate, &now));
    let known = if is_same { known } else { BTreeMap::new() };
    let settings = settings
        .filter(|before| is_same && has_same_objects(&before.estate, &now))
        .unwrap_or_else(|| Settings::new(now));
    let bare = Estate { manifests: Vec::new(), releases: Vec::new(), ..settings.estate.clone() };
    let groups = groups(estate);
    let units: Vec<(String, Arc<Unit>)> = parallel::map_with(
        &groups,
        || bare.clone(),
        |bare, group| {
            let name = group.name();
            let unit = known.get(&name).filter(|unit| unit.is_of(group)).cloned();
            (name, unit.unwrap_or_else(|| Arc::new(Unit::new(group, bare))))
        },
    );
    let loud: Vec<&Unit> =
        units.iter().map(|(_, unit)| &**unit).filter(|unit| !unit.findings.is_empty()).collect();
    let mut findings = Vec::new();
    for (number, rule) in RULES.iter().enumerate() {
        match rule.reads {
            Reads::Whole => (rule.check)(estate, &mut findings),
            Reads::Settings => findings.extend(settings.findings.get(number).into_iter().flatten().cloned()),
            Reads::Configuration => {
                let of_rule = loud.iter().flat_map(|unit| &unit.findings).filter(|(of, _)| *of == number);
                findings.extend(of_rule.flat_map(|(_, found)| found).cloned());
            }
        }
    }
    findings.extend(settings.of_values.iter().cloned());
    (once(findings), Judged { settings: Some(settings), units: units.into_iter().collect() })
}

impl Settings {
    fn new(estate: Estate) -> Self {
        let found = |rule: &EstateRule| {
            let mut findings = Vec::new();
            if rule.reads == Reads::Settings {
                (rule.check)(&estate, &mut findings);
            }
            findings
        };
        let findings = RULES.iter().map(found).collect();
        let of_values = of_values(&estate);
        Self { estate, findings, of_values }
    }
}

/// Everything of an estate that [`Reads::Settings`] means.
fn settings_of(estate: &Estate) -> Estate {
    let Estate {
        name,
        versions,
        vocabulary,
        accelerators,
        machines_place,
        machines: _,
        network,
        talos,
        cilium,
        rollout,
        effective: _,
        omni: _,
        manifests,
        releases,
        files: _,
    } = estate;
    Estate {
        name: name.clone(),
        versions: versions.clone(),
        vocabulary: vocabulary.clone(),
        accelerators: accelerators.clone(),
        machines_place: machines_place.clone(),
        network: network.clone(),
        talos: talos.clone(),
        cilium: cilium.clone(),
        rollout: rollout.clone(),
        manifests: manifests.clone(),
        releases: releases.clone(),
        ..Estate::empty()
    }
}

fn is_same_apart_from_objects(one: &Estate, other: &Estate) -> bool {
    one.name == other.name
        && one.versions == other.versions
        && one.vocabulary == other.vocabulary
        && one.accelerators == other.accelerators
        && one.machines_place == other.machines_place
        && one.network == other.network
        && one.talos == other.talos
        && one.cilium == other.cilium
        && one.rollout == other.rollout
}

/// Whether objects and charts are those of the same reading of the same files.
fn has_same_objects(one: &Estate, other: &Estate) -> bool {
    let is_same = |(one, other): (&Location, &Location)| one.is_same_reading(other);
    let objects = one.manifests.iter().zip(&other.manifests);
    let releases = one.releases.iter().zip(&other.releases);
    one.manifests.len() == other.manifests.len()
        && one.releases.len() == other.releases.len()
        && objects.into_iter().all(|(one, other)| is_same((&one.at, &other.at)))
        && releases.into_iter().all(|(one, other)| {
            let values = one.values.iter().zip(&other.values);
            let by = one.installed_by.iter().zip(&other.installed_by);
            one.values.len() == other.values.len()
                && one.installed_by.is_some() == other.installed_by.is_some()
                && values.chain(by).all(is_same)
                && (&one.chart, &one.name, &one.namespace, &one.version)
                    == (&other.chart, &other.name, &other.namespace, &other.version)
        })
}

/// What [`Unit`] is made of, in an estate.
struct Group<'e> {
    configuration: Option<&'e Effective>,
    machines: Vec<&'e Machine>,
}

/// Each configuration with its machines, then the machines that have none.
fn groups(estate: &Estate) -> Vec<Group<'_>> {
    let configured = estate.effective.iter().map(|effective| Group {
        configuration: Some(effective),
        machines: estate.machines_of(effective).collect(),
    });
    let others = estate.machines.iter().filter(|machine| machine.effective.is_none());
    configured.chain(others.map(|one| Group { configuration: None, machines: vec![one] })).collect()
}

impl Group<'_> {
    /// What tells it from the others, nearly always; two of one name are only checked more often than needed.
    fn name(&self) -> String {
        let Some(first) = self.machines.first() else { return String::new() };
        first.id.as_ref().map_or_else(|| first.name.clone(), |id| id.value.as_str().to_owned())
    }
}

impl Unit {
    fn new(group: &Group<'_>, bare: &mut Estate) -> Self {
        let has = group.configuration.map(|_| 0);
        let own = |machine: &&Machine| Machine { effective: has, ..(*machine).clone() };
        bare.machines = group.machines.iter().map(own).collect();
        bare.effective = group.configuration.into_iter().cloned().collect();
        if let Some(configuration) = bare.effective.first_mut() {
            configuration.machines = (0..bare.machines.len()).collect();
        }
        let mut findings = Vec::new();
        let of_one = |rule: &EstateRule| rule.reads == Reads::Configuration;
        for (number, rule) in RULES.iter().enumerate().filter(|(_, rule)| of_one(rule)) {
            let mut found = Vec::new();
            (rule.check)(bare, &mut found);
            if !found.is_empty() {
                findings.push((number, found));
            }
        }
        let machines = std::mem::take(&mut bare.machines);
        Self { configuration: bare.effective.pop(), machines, findings }
    }

    /// Whether it was made of the same.
    fn is_of(&self, group: &Group<'_>) -> bool {
        let is_same_configuration = match (&self.configuration, group.configuration) {
            (Some(one), Some(other)) => one.is_same_merge(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let machines = self.machines.iter().zip(&group.machines);
        is_same_configuration
            && self.machines.len() == group.machines.len()
            && machines.into_iter().all(|(one, other)| one.is_same_machine(other))
    }
}

#[cfg(test)]
mod tests {
    use super::{Judged, Reads, check_again};
    use crate::import::Repository;
    use crate::rules::{self, RULES};

    /// The files of an example, each below a line with `###` and its path; none of an example that is laid over a spec.
    fn files(example: &str) -> Vec<(String, Vec<u8>)> {
        let parts = example.split("### ").skip(1).filter_map(|part| part.split_once('\n'));
        parts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
    }

    /// Rules that are run on parts of an estate find there what they find in the whole of it.
    #[test]
    fn parts_tell_what_the_whole_tells() {
        let mut told = 0;
        for rule in RULES {
            let bad = Repository::read(files(rule.rule.bad));
            let good = Repository::read(files(rule.rule.good));
            for estate in bad.estates().into_iter().chain(good.estates()) {
                let sorted = |findings: Vec<manifest::Finding>| {
                    let mut texts: Vec<String> =
                        findings.iter().map(|finding| format!("{finding:?}")).collect();
                    texts.sort();
                    texts
                };
                let whole = sorted(rules::check(&estate, true));
                let (parts, judged) = check_again(&estate, Judged::default());
                assert_eq!(sorted(parts), whole, "{}", rule.rule.code);
                let (again, _) = check_again(&estate, judged);
                assert_eq!(sorted(again), whole, "{}", rule.rule.code);
                told += usize::from(rule.reads != Reads::Whole) * whole.len();
            }
        }
        assert!(told > 20, "{told}");
    }
}
