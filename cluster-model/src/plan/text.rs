//! The plan as a picture for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Plan;
use super::change::{Leaf, ResourceChange, Side};
use super::machine::{MachinePlan, Membership};
use super::order::Work;

/// Writing to a string cannot fail, so the results are dropped.
pub(super) fn text(plan: &Plan) -> String {
    if plan.is_empty() {
        return "nothing changes\n".to_owned();
    }
    let mut text = String::new();
    if !plan.resources.is_empty() {
        text.push_str("resources\n");
        plan.resources.iter().for_each(|change| resource(&mut text, change));
    }
    if !plan.machines.is_empty() {
        text.push_str("\nmachines\n");
        let blocks = alike(&plan.machines);
        let width = blocks.iter().map(|(names, _)| names.chars().count()).max().unwrap_or_default();
        for (names, what) in &blocks {
            let _ = write!(text, "  {names:width$}  {what}", width = width.min(WIDEST));
        }
    }
    if !plan.order.is_empty() {
        text.push_str("\norder\n");
        for (number, wave) in plan.order.iter().enumerate() {
            let work = match wave.work {
                Work::Join => "join",
                Work::Restart => "restart",
                Work::Replace => "replace",
                Work::Leave => "leave",
            };
            let _ = writeln!(text, "  {:>2}. {work:8} {}", number + 1, wave.machines.join(", "));
        }
    }
    text
}

fn resource(text: &mut String, change: &ResourceChange) {
    let mark = mark(change.side);
    let _ = writeln!(text, "  {mark} {} {}", change.resource.kind, change.resource.id);
    // What is new or gone as a whole is told by its name.
    if change.side == Side::Changed {
        change.leaves.iter().filter(|leaf| !names_kind(leaf, change)).for_each(|change| leaf(text, change));
    }
}

/// Whether a leaf only says of which kind a document of a patch is that comes or goes with its other leaves.
fn names_kind(leaf: &Leaf, change: &ResourceChange) -> bool {
    let of = |path: &str| {
        path.strip_suffix(".apiVersion").or_else(|| path.strip_suffix(".kind")).map(str::to_owned)
    };
    let is_patch = change.resource.kind == "ConfigPatches.omni.sidero.dev";
    let Some(document) = of(&leaf.path).filter(|_| is_patch && leaf.old.is_some() != leaf.new.is_some())
    else {
        return false;
    };
    let beside = |other: &Leaf| {
        let is_inside = other.path.strip_prefix(&document).is_some_and(|rest| rest.starts_with(['.', '[']));
        is_inside && of(&other.path).is_none()
    };
    change.leaves.iter().any(beside)
}

fn leaf(text: &mut String, Leaf { path, old, new }: &Leaf) {
    let one_line = |value: &str| value.replace('\n', "\\n");
    let _ = match (old, new) {
        (None, Some(new)) => writeln!(text, "      + {path}: {}", one_line(new)),
        (Some(old), None) => writeln!(text, "      - {path}: {}", one_line(old)),
        (Some(old), Some(new)) => writeln!(text, "      ~ {path}: {} -> {}", one_line(old), one_line(new)),
        (None, None) => Ok(()),
    };
}

/// The names of machines to which the same happens for the same reasons, and what that is; by the first of each.
fn alike(machines: &[MachinePlan]) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for plan in machines {
        let what = what(plan);
        if let Some((names, _)) = known.get(&what).and_then(|&index| blocks.get_mut(index)) {
            names.push_str(", ");
            names.push_str(&plan.name);
        } else {
            known.insert(what.clone(), blocks.len());
            blocks.push((plan.name.clone(), what));
        }
    }
    blocks
}

/// Names that are longer together have their effect right behind them.
const WIDEST: usize = 40;

/// What happens to a machine, and why, as lines.
fn what(plan: &MachinePlan) -> String {
    let membership = match plan.membership {
        Membership::Stays => "",
        Membership::Joins => " (joins)",
        Membership::Leaves => " (leaves)",
        Membership::Moves => " (moves to another set)",
    };
    let mut text = format!("{}{membership}\n", plan.effect);
    for reason in &plan.reasons {
        let service = reason.service.map_or_else(String::new, |service| format!(" of {service}"));
        let _ = writeln!(text, "      {}: {}{service}: {}", reason.what, reason.effect, reason.why);
    }
    text
}

fn mark(side: Side) -> char {
    match side {
        Side::Added => '+',
        Side::Changed => '~',
        Side::Removed => '-',
    }
}
