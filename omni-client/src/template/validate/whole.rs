//! What must hold between the documents of a template.

use std::collections::{BTreeMap, BTreeSet};

use super::super::problem::{At, Problem};
use super::super::{Document, Template};
use crate::go::{quoted, quoted_list};
use crate::rules::{TEMPLATE_DUPLICATE, TEMPLATE_INCOMPLETE, TEMPLATE_MACHINE_USE};

/// Where the machines of a template are listed.
#[derive(Default)]
struct Uses<'t> {
    control_plane: Vec<&'t str>,
    /// By machine: the sets of workers that list it, in the order of the template.
    workers: BTreeMap<&'t str, Vec<(&'t str, Listed)>>,
    /// The machines of workers in the order of the template.
    order: Vec<&'t str>,
}

/// An item of the machines of a document.
#[derive(Clone, Copy)]
struct Listed {
    document: usize,
    item: usize,
}

impl Listed {
    fn at(self) -> At {
        At::document(self.document).key("machines").index(self.item)
    }
}

pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = counts(template);
    let uses = Uses::of(template);
    problems.extend(names_of_workers(template));
    problems.extend(uses.in_several_workers());
    problems.extend(uses.in_both_roles());
    problems.extend(uses.nowhere(template));
    problems.extend(uses.locked(template));
    problems
}

fn counts(template: &Template) -> Vec<Problem> {
    let count = |of: fn(&Document) -> bool| template.documents.iter().filter(|document| of(document)).count();
    let clusters = count(|document| matches!(document, Document::Cluster(_)));
    let control_planes = count(|document| matches!(document, Document::ControlPlane(_)));
    let wrong =
        [("cluster", clusters), ("controlplane", control_planes)].into_iter().filter(|(_, n)| *n != 1);
    wrong
        .map(|(word, n)| {
            let text = format!("template should contain 1 {word}, got {n}");
            Problem::new(&TEMPLATE_INCOMPLETE, At::template(), text)
        })
        .collect()
}

fn names_of_workers(template: &Template) -> Vec<Problem> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for (index, document) in template.documents.iter().enumerate() {
        let Document::Workers(set) = document else { continue };
        let count = seen.entry(&set.name).or_default();
        *count += 1;
        if *count == 2 {
            let text = format!("duplicate workers with name {}", quoted(&set.name));
            let problem = Problem::new(&TEMPLATE_DUPLICATE, At::document(index).key("name"), text);
            problems.push(problem.help("give each set of workers a name of its own"));
        }
    }
    problems
}

impl<'t> Uses<'t> {
    fn of(template: &'t Template) -> Self {
        let mut uses = Self::default();
        for (document, declared) in template.documents.iter().enumerate() {
            match declared {
                Document::ControlPlane(set) => {
                    uses.control_plane.extend(set.machines.iter().map(String::as_str));
                }
                Document::Workers(set) => {
                    for (item, id) in set.machines.iter().enumerate() {
                        let sets = uses.workers.entry(id).or_default();
                        if sets.is_empty() {
                            uses.order.push(id);
                        }
                        sets.push((&set.name, Listed { document, item }));
                    }
                }
                Document::Cluster(_) | Document::Machine(_) => {}
            }
        }
        uses
    }

    fn in_several_workers(&self) -> impl Iterator<Item = Problem> {
        self.order.iter().filter_map(|id| {
            let sets = self.workers.get(id)?;
            let (_, listed) = sets.get(1)?;
            let names = quoted_list(sets.iter().map(|(name, _)| *name));
            let text = format!("machine {} is used in multiple workers: {names}", quoted(id));
            let problem = Problem::new(&TEMPLATE_MACHINE_USE, listed.at(), text);
            Some(problem.help("list the machine once"))
        })
    }

    fn in_both_roles(&self) -> Option<Problem> {
        let control_plane: BTreeSet<&str> = self.control_plane.iter().copied().collect();
        let both: Vec<&str> = self.order.iter().copied().filter(|id| control_plane.contains(id)).collect();
        let at = self.workers.get(both.first()?)?.first()?.1.at();
        let text = format!("machines [{}] are used in both controlplane and workers", both.join(" "));
        Some(Problem::new(&TEMPLATE_MACHINE_USE, at, text).help("list the machine once"))
    }

    fn nowhere(&self, template: &Template) -> Vec<Problem> {
        let control_plane: BTreeSet<&str> = self.control_plane.iter().copied().collect();
        let is_used = |id: &str| control_plane.contains(id) || self.workers.contains_key(id);
        let machines = template.documents.iter().enumerate().filter_map(|(index, document)| match document {
            Document::Machine(machine) if !is_used(&machine.name) => Some((index, &machine.name)),
            _ => None,
        });
        machines
            .map(|(index, id)| {
                let text = format!("machine {} is not used in controlplane or workers", quoted(id));
                let problem = Problem::new(&TEMPLATE_MACHINE_USE, At::document(index).key("name"), text);
                problem.help("list it under `machines` of a set, or remove the document")
            })
            .collect()
    }

    fn locked(&self, template: &Template) -> Vec<Problem> {
        let locked: BTreeMap<&str, usize> = template
            .documents
            .iter()
            .enumerate()
            .filter_map(|(index, document)| match document {
                Document::Machine(machine) if machine.locked => Some((machine.name.as_str(), index)),
                _ => None,
            })
            .collect();
        let machines = self.control_plane.iter().filter_map(|id| Some((*id, *locked.get(id)?)));
        machines
            .map(|(id, index)| {
                let text = format!("machine {} is locked and used in controlplane", quoted(id));
                let problem = Problem::new(&TEMPLATE_MACHINE_USE, At::document(index).key("locked"), text);
                problem.help("remove `locked`: only workers can be locked")
            })
            .collect()
    }
}
