//! `machine.network.hostname` and `machine.features.stableHostname`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, twice};
use crate::network::{AutoHostname, HostnameConfig};
use crate::version::Minor;

static TWICE: Limit = twice("machine.network.hostname");
static OFF: Limit = kept(
    "machine.features.stableHostname",
    "without it the name is made from an address, and no valid document asks for that",
);
static NO_NAME: Limit = lost(
    "HostnameConfig.auto",
    "the old form always makes up a name where nobody gives one; this document makes none up",
);

/// The name of the machine.
pub(super) static SETTING: Setting = Setting {
    path: "machine.network.hostname",
    kinds: &["HostnameConfig"],
    since: Minor::V1_12,
    limits: &[&TWICE, &OFF, &NO_NAME],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let hostname = up.network().hostname.take().filter(|hostname| !hostname.is_empty());
    let stable = up.features().stable_hostname.take();
    // A name that is given is never made up.
    let auto = match (&hostname, stable) {
        (None, Some(true)) => Some(AutoHostname::Stable),
        (None, Some(false)) if !up.is_whole => return Err(Stop::at(&OFF)),
        _ => None,
    };
    if hostname.is_none() && auto.is_none() {
        return Ok(());
    }
    up.add(HostnameConfig { auto, hostname, ..HostnameConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<HostnameConfig>() {
        let is_named = document.hostname.as_ref().is_some_and(|hostname| !hostname.is_empty());
        let is_stable = document.auto == Some(AutoHostname::Stable);
        let makes_none = document.auto.is_none_or(|auto| auto == AutoHostname::Off);
        down.remark(makes_none && !is_named, None, &NO_NAME);
        if is_named {
            down.network().hostname = document.hostname;
        }
        if is_stable {
            down.features().stable_hostname = Some(true);
        }
    }
}
