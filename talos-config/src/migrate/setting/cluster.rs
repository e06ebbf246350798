//! `cluster.clusterName` and `cluster.controlPlane.endpoint`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::k8s::KubeClusterConfig;
use crate::v1alpha1::ControlPlaneConfig;
use crate::version::Minor;

static TWICE: Limit = twice("cluster.clusterName");
static HALF: Limit = kept("cluster.clusterName", "a document needs both the name and the endpoint");
static PORT: Limit = kept(
    "cluster.controlPlane.endpoint",
    "`localAPIServerPort` stays beside it with the API server, and `cluster.controlPlane` needs its endpoint",
);
static ACCOUNT: Limit = kept(
    "cluster.controlPlane.endpoint",
    "`cluster.serviceAccount` stays, and its tokens name the endpoint that stands beside it",
);

/// Name and address of the cluster.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.clusterName",
    kinds: &["KubeClusterConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &HALF, &PORT, &ACCOUNT],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let cluster_name = up.cluster.cluster_name.take().filter(|name| !name.is_empty());
    let endpoint = up.cluster.control_plane.as_mut().and_then(|plane| plane.endpoint.take());
    let has_port =
        up.cluster.control_plane.as_ref().is_some_and(|plane| plane.local_api_server_port.is_some());
    Stop::if_so(up.is_whole && has_port, &PORT)?;
    let has_account = up.cluster.service_account.is_some() && !up.is_worker();
    Stop::if_so(has_account && endpoint.is_some(), &ACCOUNT)?;
    up.cluster.control_plane.take_if(|plane| *plane == ControlPlaneConfig::default());
    if cluster_name.is_none() && endpoint.is_none() {
        return Ok(());
    }
    Stop::if_so(up.is_whole && (cluster_name.is_none() || endpoint.is_none()), &HALF)?;
    up.add(KubeClusterConfig { cluster_name, endpoint, ..KubeClusterConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<KubeClusterConfig>() {
        down.cluster.cluster_name = document.cluster_name;
        if document.endpoint.is_some() {
            down.cluster.control_plane.get_or_insert_default().endpoint = document.endpoint;
        }
    }
}
