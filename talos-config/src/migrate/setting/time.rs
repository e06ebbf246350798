//! `machine.time`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, twice};
use crate::network::{NtpConfig, PtpConfig, TimeSyncConfig};
use crate::version::Minor;

/// How the old form tells devices from servers.
const DEVICES: &str = "/dev/";

static TWICE: Limit = twice("machine.time");
static MIXED: Limit =
    kept("machine.time.servers", "a document takes the time from servers or from devices, not both");
static NTS: Limit =
    lost("TimeSyncConfig.ntp.useNTS", "the old form asks servers without network time security");

/// How the clock is set.
pub(super) static SETTING: Setting = Setting {
    path: "machine.time",
    kinds: &["TimeSyncConfig"],
    since: Minor::V1_12,
    limits: &[&TWICE, &MIXED, &NTS],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(time) = up.machine.time.take() else { return Ok(()) };
    let (devices, servers): (Vec<_>, Vec<_>) =
        time.servers.into_iter().partition(|server| server.starts_with(DEVICES));
    Stop::if_so(!devices.is_empty() && !servers.is_empty(), &MIXED)?;
    let document = TimeSyncConfig {
        enabled: time.disabled.map(|disabled| !disabled),
        boot_timeout: time.boot_timeout,
        ntp: (!servers.is_empty()).then_some(NtpConfig { servers, use_nts: None }),
        ptp: (!devices.is_empty()).then_some(PtpConfig { devices }),
        ..TimeSyncConfig::default()
    };
    if document == TimeSyncConfig::default() { Ok(()) } else { up.add(document, &TWICE) }
}

fn down(down: &mut Down) {
    for document in down.take::<TimeSyncConfig>() {
        let uses_nts = document.ntp.as_ref().is_some_and(|ntp| ntp.use_nts == Some(true));
        down.remark(uses_nts, None, &NTS);
        let time = down.machine.time.get_or_insert_default();
        time.disabled = document.enabled.map(|enabled| !enabled).or(time.disabled);
        time.boot_timeout = document.boot_timeout.or(time.boot_timeout);
        time.servers.extend(document.ntp.into_iter().flat_map(|ntp| ntp.servers));
        time.servers.extend(document.ptp.into_iter().flat_map(|ptp| ptp.devices));
    }
}
