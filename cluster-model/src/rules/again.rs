//! Checking again: only what changed since the last check, by what each rule reads.

use std::collections::HashMap;
use std::sync::Arc;

use manifest::Finding;

use super::part::{Part, has_alike_settings, has_same_settings, readable, settings_of};
use super::{EstateRule, RULES, objects, of_values, once};
use crate::effective::Effective;
use crate::estate::{Estate, Machine, differing, is_same_list};
use crate::parallel;

/// What a rule reads, which decides when it has to run again. Each reads the settings of the cluster: all that is none of
/// the [parts](Part).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// Anything.
    Whole,
    /// These parts, and nothing of the others.
    Parts(&'static [Part]),
    /// One configuration with its machines. What it finds for several configurations is what it finds for each of them.
    Configuration,
}

impl Reads {
    /// Objects of Kubernetes and charts.
    #[allow(non_upper_case_globals, reason = "named like the variants beside which it stands")]
    pub(super) const Settings: Self = Self::Parts(&[Part::Objects]);
}

/// What the last check of a cluster found, with all that it looked at.
#[derive(Default)]
pub(crate) struct Judged {
    /// The estate as it was, without the texts of files that no rule reads itself.
    estate: Option<Estate>,
    /// What each rule of the catalogue found, by its place there; nothing of those that run on each configuration.
    findings: Vec<Vec<Finding>>,
    of_values: Vec<Finding>,
    of_objects: Vec<Finding>,
    units: Vec<Arc<Unit>>,
}

/// What is wrong with a cluster.
pub(crate) struct Found {
    /// What is refused of single objects.
    pub(crate) of_objects: Vec<Finding>,
    /// What breaks the rules, in their order, and for each in that of the configurations.
    pub(crate) findings: Vec<Finding>,
}

/// A configuration with its machines, or a machine without a configuration.
struct Unit {
    configuration: Option<Arc<Effective>>,
    /// The machines, which have this configuration as the only one.
    machines: Vec<Arc<Machine>>,
    /// What each rule finds that finds anything, by its place in the catalogue.
    findings: Vec<(usize, Vec<Finding>)>,
}

/// Runs all rules, like [`check`](super::check) while all machines are known; those that read only what is as it was at the
/// last time have found what they found then.
pub(crate) fn check_again(estate: &Estate, before: Judged) -> (Found, Judged) {
    let changes = Changes::between(before.estate.as_ref(), estate);
    let settings = settings_of(estate);
    let files = readable(estate, before.estate.as_ref());
    let now = Estate { files, ..estate.clone() };
    let known = before.units.into_iter().filter(|unit| !changes.concern_finder(unit.findings.is_empty()));
    let units = units(estate, &settings, &known.collect::<Vec<_>>());
    let mut known = before.findings.into_iter();
    let mut bare = settings.clone();
    // What several rules read is laid out once for all of them.
    let mut waiting: Vec<(&[Part], Vec<usize>)> = Vec::new();
    let mut findings: Vec<Vec<Finding>> = Vec::with_capacity(RULES.len());
    for (number, rule) in RULES.iter().enumerate() {
        findings.push(match (known.next(), rule.reads) {
            (_, Reads::Configuration) => Vec::new(),
            (_, Reads::Whole) => rule.found(estate),
            (Some(known), Reads::Parts(read)) if changes.leave(&known, read) => known,
            (_, Reads::Parts(read)) => {
                match waiting.iter_mut().find(|(known, _)| *known == read) {
                    Some((_, rules)) => rules.push(number),
                    None => waiting.push((read, vec![number])),
                }
                Vec::new()
            }
        });
    }
    for (read, rules) in waiting {
        for part in read {
            part.put(&now, &mut bare);
        }
        for number in rules {
            if let (Some(rule), Some(found)) = (RULES.get(number), findings.get_mut(number)) {
                *found = rule.found(&bare);
            }
        }
        for part in read {
            part.put(&settings, &mut bare);
        }
    }
    let of_values =
        if changes.leave(&before.of_values, &[Part::Objects]) { before.of_values } else { of_values(estate) };
    let of_objects = if changes.leave(&before.of_objects, &[Part::Objects]) {
        before.of_objects
    } else {
        objects::check(estate)
    };
    let loud: Vec<&Unit> =
        units.iter().map(|unit| &**unit).filter(|unit| !unit.findings.is_empty()).collect();
    let mut all = Vec::new();
    for (number, found) in findings.iter().enumerate() {
        all.extend(found.iter().cloned());
        let of_rule = loud.iter().flat_map(|unit| &unit.findings).filter(|(of, _)| *of == number);
        all.extend(of_rule.flat_map(|(_, found)| found).cloned());
    }
    all.extend(of_values.iter().cloned());
    if let Some(mut before) = before.estate {
        let gone = differing(&before.effective, &estate.effective).0.len();
        // Most of what is gone is let go of here, and for many machines that takes as long as to make it.
        parallel::drop_all(std::mem::take(&mut before.effective), gone);
    }
    let found = Found { of_objects: of_objects.clone(), findings: once(all) };
    (found, Judged { estate: Some(now), findings, of_values, of_objects, units })
}

impl EstateRule {
    fn found(&self, estate: &Estate) -> Vec<Finding> {
        let mut findings = Vec::new();
        (self.check)(estate, &mut findings);
        findings
    }
}

/// What is not as it was.
struct Changes {
    settings: bool,
    /// Whether more of the settings has changed than where they stand.
    meaning: bool,
    parts: Vec<Part>,
    /// Those of the parts of which more has changed than where they stand.
    meanings: Vec<Part>,
}

impl Changes {
    fn between(before: Option<&Estate>, now: &Estate) -> Self {
        let Some(before) = before else {
            return Self {
                settings: true,
                meaning: true,
                parts: Part::ALL.to_vec(),
                meanings: Part::ALL.to_vec(),
            };
        };
        let has_changed = |part: &Part| !part.is_same(before, now);
        let parts: Vec<Part> = Part::ALL.into_iter().filter(has_changed).collect();
        let meanings = parts.iter().copied().filter(|part| !part.is_alike(before, now)).collect();
        let (settings, meaning) = (!has_same_settings(before, now), !has_alike_settings(before, now));
        Self { settings, meaning, parts, meanings }
    }

    /// Whether a rule that reads these parts finds what it found. Where things stand decides where a finding is, and not
    /// whether there is one: where there was none and nothing else has changed, there is none.
    fn leave(&self, found: &[Finding], parts: &[Part]) -> bool {
        let changed = if found.is_empty() { &self.meanings } else { &self.parts };
        !self.concern_finder(found.is_empty()) && !parts.iter().any(|part| changed.contains(part))
    }

    /// Whether what has changed of the settings concerns what found nothing, or what found something.
    fn concern_finder(&self, found_nothing: bool) -> bool {
        if found_nothing { self.meaning } else { self.settings }
    }
}

/// The units of an estate; those that are known are not checked again.
fn units(estate: &Estate, settings: &Estate, known: &[Arc<Unit>]) -> Vec<Arc<Unit>> {
    // Only asked, never listed, so that its order is nobody's.
    let by_name: HashMap<&str, &Arc<Unit>> =
        known.iter().map(|unit| (name_of(unit.machines.first()), unit)).collect();
    let groups = groups(estate);
    let known = groups.iter().map(|group| {
        let known = *by_name.get(name_of(group.machines.first().copied()))?;
        known.is_of(group).then(|| Arc::clone(known)).or_else(|| known.moved(group).map(Arc::new))
    });
    let known: Vec<Option<Arc<Unit>>> = known.collect();
    let new = groups.iter().zip(&known).filter(|(_, known)| known.is_none()).map(|(group, _)| group);
    let new: Vec<&Group<'_>> = new.collect();
    let made =
        parallel::map_with(&new, || settings.clone(), |settings, group| Arc::new(Unit::new(group, settings)));
    let mut made = made.into_iter();
    known.into_iter().filter_map(|known| known.or_else(|| made.next())).collect()
}

/// What [`Unit`] is made of, in an estate.
struct Group<'e> {
    configuration: Option<&'e Arc<Effective>>,
    machines: Vec<&'e Arc<Machine>>,
}

/// Each configuration with its machines, then the machines that have none.
fn groups(estate: &Estate) -> Vec<Group<'_>> {
    let configured = estate.effective.iter().map(|effective| Group {
        configuration: Some(effective),
        machines: effective.machines.iter().filter_map(|&number| estate.machines.get(number)).collect(),
    });
    let others = estate.machines.iter().filter(|machine| machine.effective.is_none());
    configured.chain(others.map(|one| Group { configuration: None, machines: vec![one] })).collect()
}

/// What tells machines with a configuration from the others, nearly always; what has the name of something else is only
/// checked more often than needed.
fn name_of(first: Option<&Arc<Machine>>) -> &str {
    first.map_or("", |first| first.id.as_ref().map_or(&*first.name, |id| id.value.as_str()))
}

impl Unit {
    fn new(group: &Group<'_>, settings: &mut Estate) -> Self {
        let has = group.configuration.map(|_| 0);
        let own = |machine: &&Arc<Machine>| Arc::new(Machine { effective: has, ..(***machine).clone() });
        settings.machines = group.machines.iter().map(own).collect();
        settings.effective = group.configuration.cloned().into_iter().collect();
        if let Some(configuration) = settings.effective.first_mut() {
            Arc::make_mut(configuration).machines = (0..settings.machines.len()).collect();
        }
        let of_one = |rule: &EstateRule| rule.reads == Reads::Configuration;
        let rules = RULES.iter().enumerate().filter(|(_, rule)| of_one(rule));
        let found = rules.map(|(number, rule)| (number, rule.found(settings)));
        let findings = found.filter(|(_, found)| !found.is_empty()).collect();
        Self::of(group, findings)
    }

    fn of(group: &Group<'_>, findings: Vec<(usize, Vec<Finding>)>) -> Self {
        let machines = group.machines.iter().map(|&machine| Arc::clone(machine)).collect();
        Self { configuration: group.configuration.cloned(), machines, findings }
    }

    /// Whether it was made of the same.
    fn is_of(&self, group: &Group<'_>) -> bool {
        let mut machines = self.machines.iter().zip(&group.machines);
        is_same_list(
            self.configuration.as_slice(),
            group.configuration.map(std::slice::from_ref).unwrap_or_default(),
        ) && self.machines.len() == group.machines.len()
            && machines.all(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// The same unit, if all that has changed is where its texts stand and it found nothing.
    fn moved(&self, group: &Group<'_>) -> Option<Self> {
        let is_same_merge = match (&self.configuration, group.configuration) {
            (Some(one), Some(other)) => one.is_same_merge(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let mut machines = self.machines.iter().zip(&group.machines);
        let is_moved = self.findings.is_empty()
            && is_same_merge
            && self.machines.len() == group.machines.len()
            && machines.all(|(one, other)| one.is_same_apart_from_places(other));
        is_moved.then(|| Self::of(group, Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use manifest::Rule;
    use omni_client::resource::{ConfigPatch, Resource};

    use super::{Judged, Part, Reads, check_again};
    use crate::estate::{DeclaredPatch, Estate, Machine, Text};
    use crate::import::Repository;
    use crate::rules::{self, EstateRule, RULES};

    /// The estates of a rule's examples.
    fn examples(rule: &EstateRule) -> Vec<Estate> {
        let read = |example: &str| {
            let files = Rule::files(example).into_iter();
            Repository::read(files.map(|(path, text)| (path.to_owned(), text.into()))).estates()
        };
        [read(rule.rule.bad), read(rule.rule.good)].concat()
    }

    /// Rules that read some of what machines and resources say find the same without the rest of it.
    #[test]
    fn a_rule_reads_no_more_than_it_says() {
        let mut told = 0;
        for rule in RULES {
            let Reads::Parts(parts) = rule.reads else { continue };
            let reads = |part: Part| parts.contains(&part);
            for estate in examples(rule) {
                let mut bare = estate.clone();
                if !reads(Part::Taken) {
                    bare.network.taken.clear();
                }
                for machine in bare.machines.iter_mut().filter(|_| !reads(Part::Machines)) {
                    let whole = Machine::clone(machine);
                    let Machine { name, place, addresses, effective, .. } = whole.clone();
                    let addresses = if reads(Part::Addresses) { addresses } else { Vec::new() };
                    let mut bare = Machine { name, addresses, effective, ..Machine::at(place) };
                    if reads(Part::Members) {
                        let Machine { id, role, nics, disk, set, .. } = whole;
                        bare = Machine { id, role, nics, disk, set, ..bare };
                    }
                    *machine = Arc::new(bare);
                }
                for patch in bare.omni.patches.iter_mut().filter(|_| reads(Part::Identities)) {
                    let resource = Resource { spec: ConfigPatch::new(""), ..patch.resource.clone() };
                    let text = Text::inside(patch.at.clone(), "");
                    *patch = Arc::new(DeclaredPatch::new(resource, patch.at.clone(), text));
                }
                let found = rule.found(&estate);
                assert_eq!(rule.found(&bare), found, "{}", rule.rule.code);
                let is_part = reads(Part::Members) || reads(Part::Addresses) || reads(Part::Identities);
                told += usize::from(is_part) * found.len();
            }
        }
        assert!(told > 5, "{told}");
    }

    /// Rules that are run on parts of an estate find there what they find in the whole of it.
    #[test]
    fn parts_tell_what_the_whole_tells() {
        let mut told = 0;
        for rule in RULES {
            for estate in examples(rule) {
                let sorted = |findings: Vec<manifest::Finding>| {
                    let mut texts: Vec<String> =
                        findings.iter().map(|finding| format!("{finding:?}")).collect();
                    texts.sort();
                    texts
                };
                let whole = sorted(rules::check(&estate, true));
                let (parts, judged) = check_again(&estate, Judged::default());
                assert_eq!(sorted(parts.findings), whole, "{}", rule.rule.code);
                let (again, _) = check_again(&estate, judged);
                assert_eq!(sorted(again.findings), whole, "{}", rule.rule.code);
                told += usize::from(rule.reads != Reads::Whole) * whole.len();
            }
        }
        assert!(told > 20, "{told}");
    }
}
