//! `machine.network.extraHostEntries`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::network::StaticHostConfig;
use crate::v1alpha1::ExtraHost;
use crate::version::Minor;

static TWICE: Limit = twice("machine.network.extraHostEntries");
static INCOMPLETE: Limit =
    kept("machine.network.extraHostEntries", "a document needs an address and at least one name");

/// Lines of `/etc/hosts`.
pub(super) static SETTING: Setting = Setting {
    path: "machine.network.extraHostEntries",
    kinds: &["StaticHostConfig"],
    since: Minor::V1_12,
    limits: &[&TWICE, &INCOMPLETE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let mut documents: Vec<StaticHostConfig> = Vec::new();
    for host in std::mem::take(&mut up.network().extra_host_entries) {
        let ip = host.ip.filter(|ip| !ip.is_empty()).ok_or(Stop::at(&INCOMPLETE))?;
        Stop::if_so(host.aliases.is_empty(), &INCOMPLETE)?;
        // Two lines with one address give it all the names of both.
        match documents.iter_mut().find(|document| document.name == ip) {
            Some(document) => document.hostnames.extend(host.aliases),
            None => {
                documents.push(StaticHostConfig { hostnames: host.aliases, ..StaticHostConfig::new(ip) });
            }
        }
    }
    documents.into_iter().try_for_each(|document| up.add(document, &TWICE))
}

fn down(down: &mut Down) {
    for document in down.take::<StaticHostConfig>() {
        let host = ExtraHost { ip: Some(document.name), aliases: document.hostnames };
        down.network().extra_host_entries.push(host);
    }
}
