//! `machine.features.kubePrism`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, twice};
use crate::k8s::KubePrismConfig;
use crate::v1alpha1::KubePrism;
use crate::version::Minor;

/// The port of the old form where it says none.
const DEFAULT_PORT: u16 = 7445;

static TWICE: Limit = twice("machine.features.kubePrism");
static NOT_ENABLED: Limit = kept(
    "machine.features.kubePrism",
    "a document is KubePrism switched on, and this patch does not say whether it is",
);
static SERVER_NAME: Limit =
    lost("KubePrismConfig.tlsServerName", "the old form cannot say which name the certificate has");

/// The proxy to the API server on each machine.
pub(super) static SETTING: Setting = Setting {
    path: "machine.features.kubePrism",
    kinds: &["KubePrismConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NOT_ENABLED, &SERVER_NAME],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.features().kube_prism.take().filter(|old| *old != KubePrism::default()) else {
        return Ok(());
    };
    match old.enabled {
        Some(true) => {
            // A patch that says no port leaves that of its base alone.
            let port = old.port.filter(|port| *port != 0).or(up.is_whole.then_some(DEFAULT_PORT));
            Stop::if_so(port.is_none(), &NOT_ENABLED)?;
            up.add(KubePrismConfig { port: port.map(i64::from), ..KubePrismConfig::default() }, &TWICE)
        }
        _ if up.is_whole => Ok(()),
        Some(false) => up.delete("KubePrismConfig", None, &[], &TWICE),
        None => Err(Stop::at(&NOT_ENABLED)),
    }
}

fn down(down: &mut Down) {
    for document in down.take::<KubePrismConfig>() {
        let is_named = document.tls_server_name.is_some_and(|name| !name.is_empty());
        down.remark(is_named, None, &SERVER_NAME);
        let port = document.port.and_then(|port| u16::try_from(port).ok());
        down.features().kube_prism = Some(KubePrism { enabled: Some(true), port });
    }
}
