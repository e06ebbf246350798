//! What can be wrong with waivers, one rule a file.

/// The frame of the examples: a disk behind a waiver of the rule about its name, with what the waiver says after that name.
macro_rules! disk {
    ($waiver:literal, $device:literal) => {
        concat!(
            "### p.yaml\nmetadata:\n  namespace: default\n  type: ConfigPatches.omni.sidero.dev\n  id: 500-d\n",
            "  labels: {omni.sidero.dev/cluster: lab, ",
            "omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}\nspec:\n  data: |\n",
            "    machine:\n      install: {disk: /dev/disk/by-id/nvme-x}\n      disks:\n",
            "        # frank: allow disk-by-kernel-name",
            $waiver,
            "\n        - device: ",
            $device,
            "\n          partitions:\n            - mountpoint: /var/mnt/data\n"
        )
    };
}

mod waiver_expired;
mod waiver_malformed;
mod waiver_unused;

use manifest::{Finding, Place, Rule, Source};

use super::Date;
use super::comment::Comment;

/// All rules about waivers, by code.
pub static RULES: &[&Rule] = &[&waiver_malformed::RULE, &waiver_expired::RULE, &waiver_unused::RULE];

/// What keeps a waiver from being one.
pub(super) fn malformed(comment: &Comment<'_>, source: &Source, findings: &[Finding]) -> Option<Finding> {
    waiver_malformed::check(comment, place(comment, source), findings)
}

/// What is wrong with a waiver that is one.
pub(super) fn of(comment: &Comment<'_>, is_used: bool, source: &Source, today: Date) -> Option<Finding> {
    let place = place(comment, source);
    if is_used {
        waiver_expired::check(comment, place, today)
    } else {
        Some(waiver_unused::found(comment, place))
    }
}

fn place(comment: &Comment<'_>, source: &Source) -> Place {
    Place { source: Some(source.name().to_owned()), span: Some(comment.span), ..Place::default() }
}
