//! `machine.network.kubespan`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::network::{KubeSpanConfig, KubeSpanFiltersConfig};
use crate::v1alpha1::{KubeSpanFilters, NetworkKubeSpan};
use crate::version::Minor;

static TWICE: Limit = twice("machine.network.kubespan");
static NO_NETWORK: Limit = kept(
    "machine.network.kubespan.filters.excludeAdvertisedNetworks",
    "an entry is no network, which a document refuses",
);

/// The mesh between the machines of a cluster.
pub(super) static SETTING: Setting = Setting {
    path: "machine.network.kubespan",
    kinds: &["KubeSpanConfig"],
    since: Minor::V1_13,
    limits: &[&TWICE, &NO_NETWORK],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.network().kubespan.take().filter(|old| *old != NetworkKubeSpan::default()) else {
        return Ok(());
    };
    let filters = old.filters.map(|filters| {
        let excluded = filters.exclude_advertised_networks.iter().map(|network| network.parse());
        excluded.collect::<Result<_, _>>().map(|exclude_advertised_networks| KubeSpanFiltersConfig {
            endpoints: filters.endpoints,
            exclude_advertised_networks,
        })
    });
    let document = KubeSpanConfig {
        enabled: old.enabled,
        advertise_kubernetes_networks: old.advertise_kubernetes_networks,
        allow_down_peer_bypass: old.allow_down_peer_bypass,
        harvest_extra_endpoints: old.harvest_extra_endpoints,
        // The old form takes 0 for the default, the document for a size.
        mtu: old.mtu.filter(|mtu| *mtu != 0),
        filters: filters.transpose().map_err(|_| Stop::at(&NO_NETWORK))?,
        ..KubeSpanConfig::default()
    };
    up.add(document, &TWICE)
}

fn down(down: &mut Down) {
    for new in down.take::<KubeSpanConfig>() {
        let filters = new.filters.map(|filters| KubeSpanFilters {
            endpoints: filters.endpoints,
            exclude_advertised_networks: filters
                .exclude_advertised_networks
                .iter()
                .map(ToString::to_string)
                .collect(),
        });
        down.network().kubespan = Some(NetworkKubeSpan {
            enabled: new.enabled,
            advertise_kubernetes_networks: new.advertise_kubernetes_networks,
            allow_down_peer_bypass: new.allow_down_peer_bypass,
            harvest_extra_endpoints: new.harvest_extra_endpoints,
            mtu: new.mtu,
            filters,
        });
    }
}
