//! `machine.network.nameservers`, `searchDomains` and `disableSearchDomain`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, lost, twice};
use crate::network::{DnsProtocol, NameserverConfig, ResolverConfig, SearchDomainsConfig};
use crate::version::Minor;

static TWICE: Limit = twice("machine.network.nameservers");
static PROTOCOL: Limit = lost(
    "ResolverConfig.nameservers",
    "the old form asks every resolver with plain DNS, and would ask this one in the clear",
);
static NO_DOMAINS: Limit = lost(
    "ResolverConfig.searchDomains.domains",
    "the old form cannot say that there are no search domains at all",
);

/// How names are resolved.
pub(super) static SETTING: Setting = Setting {
    path: "machine.network.nameservers",
    kinds: &["ResolverConfig"],
    since: Minor::V1_12,
    limits: &[&TWICE, &PROTOCOL, &NO_DOMAINS],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let network = up.network();
    let nameservers = std::mem::take(&mut network.nameservers);
    let domains = std::mem::take(&mut network.search_domains);
    let disable_default = network.disable_search_domain.take();
    if nameservers.is_empty() && domains.is_empty() && disable_default.is_none() {
        return Ok(());
    }
    let nameservers = nameservers
        .into_iter()
        .map(|address| NameserverConfig { address: Some(address.into()), ..NameserverConfig::default() });
    let nameservers: Vec<_> = nameservers.collect();
    let domains = (!domains.is_empty()).then_some(domains);
    let search_domains = (domains.is_some() || disable_default.is_some())
        .then_some(SearchDomainsConfig { domains, disable_default });
    let mut document = up.take_only::<ResolverConfig>();
    Stop::if_so(!document.nameservers.is_empty() || document.search_domains.is_some(), &TWICE)?;
    document.nameservers = nameservers;
    document.search_domains = search_domains;
    up.put(document);
    Ok(())
}

fn down(down: &mut Down) {
    for document in down.take::<ResolverConfig>() {
        for server in document.nameservers {
            let is_plain = server.protocol.is_none_or(|protocol| protocol == DnsProtocol::Do53);
            down.remark(!is_plain, None, &PROTOCOL);
            down.network()
                .nameservers
                .extend(server.address.filter(|_| is_plain).map(|address| address.ip()));
        }
        let Some(search) = document.search_domains else { continue };
        if let Some(domains) = search.domains {
            down.remark(domains.is_empty(), None, &NO_DOMAINS);
            down.network().search_domains.extend(domains);
        }
        if search.disable_default.is_some() {
            down.network().disable_search_domain = search.disable_default;
        }
    }
}
