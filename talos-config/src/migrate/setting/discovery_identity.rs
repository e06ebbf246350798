//! `cluster.id` and `cluster.secret`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::cluster::DiscoveryIdentityConfig;
use crate::version::Minor;

static TWICE: Limit = twice("cluster.id");
static HALF: Limit = kept("cluster.id", "a document needs both the id and the secret");
static OLD_SERVICE: Limit =
    kept("cluster.id", "`cluster.discovery` stays as it is, and wants the identity beside it");

/// Who the cluster is towards discovery.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.id",
    kinds: &["DiscoveryIdentityConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &HALF, &OLD_SERVICE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let cluster_id = up.cluster.id.take().filter(|id| !id.is_empty());
    let cluster_secret = up.cluster.secret.take().filter(|secret| !secret.is_empty());
    if cluster_id.is_none() && cluster_secret.is_none() {
        return Ok(());
    }
    let has_old_service = up.cluster.discovery.as_ref().is_some_and(|old| old.enabled == Some(true));
    Stop::if_so(has_old_service, &OLD_SERVICE)?;
    Stop::if_so(up.is_whole && (cluster_id.is_none() || cluster_secret.is_none()), &HALF)?;
    up.add(
        DiscoveryIdentityConfig { cluster_id, cluster_secret, ..DiscoveryIdentityConfig::default() },
        &TWICE,
    )
}

fn down(down: &mut Down) {
    for document in down.take::<DiscoveryIdentityConfig>() {
        // Upstream asks the old form first.
        down.cluster.id = down.cluster.id.take().or(document.cluster_id);
        down.cluster.secret = down.cluster.secret.take().or(document.cluster_secret);
    }
}
