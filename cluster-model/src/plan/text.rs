//! The plan as a picture for people.

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
        let width =
            plan.machines.iter().map(|machine| machine.name.chars().count()).max().unwrap_or_default();
        plan.machines.iter().for_each(|plan| machine(&mut text, plan, width));
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
        change.leaves.iter().for_each(|change| leaf(text, change));
    }
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

fn machine(text: &mut String, plan: &MachinePlan, width: usize) {
    let membership = match plan.membership {
        Membership::Stays => "",
        Membership::Joins => " (joins)",
        Membership::Leaves => " (leaves)",
        Membership::Moves => " (moves to another set)",
    };
    let _ = writeln!(text, "  {:width$}  {}{membership}", plan.name, plan.effect);
    for reason in &plan.reasons {
        let service = reason.service.map_or_else(String::new, |service| format!(" of {service}"));
        let _ = writeln!(text, "      {}: {}{service}: {}", reason.what, reason.effect, reason.why);
    }
}

fn mark(side: Side) -> char {
    match side {
        Side::Added => '+',
        Side::Changed => '~',
        Side::Removed => '-',
    }
}
