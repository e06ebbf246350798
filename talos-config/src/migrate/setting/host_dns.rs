//! `machine.features.hostDNS`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, twice};
use crate::network::{HostDnsConfig, ResolverConfig};
use crate::registry::Document;
use crate::v1alpha1;
use crate::version::Minor;

static TWICE: Limit = twice("machine.features.hostDNS");

/// The resolver with a cache on the machine. Its document came with 1.12 and took this in with 1.14.
pub(super) static SETTING: Setting = Setting {
    path: "machine.features.hostDNS",
    kinds: &["ResolverConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.features().host_dns.take().filter(|old| *old != v1alpha1::HostDnsConfig::default())
    else {
        return Ok(());
    };
    let mut document = up.take_only::<ResolverConfig>();
    Stop::if_so(document.host_dns.is_some(), &TWICE)?;
    document.host_dns = Some(HostDnsConfig {
        enabled: old.enabled,
        forward_kube_dns_to_host: old.forward_kube_dns_to_host,
        resolve_member_names: old.resolve_member_names,
    });
    up.put(document);
    Ok(())
}

fn down(down: &mut Down) {
    let mut taken = None;
    for document in down.documents() {
        if let Document::ResolverConfig(document) = document {
            taken = document.host_dns.take();
        }
    }
    if let Some(new) = taken {
        down.features().host_dns = Some(v1alpha1::HostDnsConfig {
            enabled: new.enabled,
            forward_kube_dns_to_host: new.forward_kube_dns_to_host,
            resolve_member_names: new.resolve_member_names,
        });
        // A document that said nothing else says nothing now.
        for document in down.take::<ResolverConfig>() {
            if document != ResolverConfig::default() {
                down.put_back(document);
            }
        }
    }
}
