//! `cluster.serviceAccount`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, certificate, for_control_planes, kept, lost, reaches_control_planes, twice};
use crate::k8s::{IssuerServiceAccountConfig, KubeServiceAccountConfig};
use crate::scalar::Key;
use crate::version::Minor;

static TWICE: Limit = twice("cluster.serviceAccount");
static NO_TEXT: Limit = kept("cluster.serviceAccount", "the key is no text, as PEM would be");
static NO_KEY: Limit = kept("cluster.serviceAccount", "a document needs a key, and there is none");
static NO_ENDPOINT: Limit = kept(
    "cluster.serviceAccount",
    "tokens name the endpoint of the cluster, and `cluster.controlPlane` does not say it",
);
static WORKER: Limit = for_control_planes("cluster.serviceAccount");
static REACH: Limit = reaches_control_planes("cluster.serviceAccount");
static ISSUER: Limit = lost(
    "KubeServiceAccountConfig.issuer.issuerURL",
    "tokens of the old form always name the endpoint of the cluster",
);
static ACCEPTED: Limit =
    lost("KubeServiceAccountConfig.accepted", "the old form accepts no tokens but its own");

/// Tokens of service accounts.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.serviceAccount",
    kinds: &["KubeServiceAccountConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NO_TEXT, &NO_KEY, &NO_ENDPOINT, &WORKER, &REACH, &ISSUER, &ACCEPTED],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(account) = up.cluster.service_account.take() else { return Ok(()) };
    let key = account.key.ok_or(Stop::at(&NO_KEY))?;
    up.only_for_control_planes(&WORKER, &REACH)?;
    let private_key = Some(certificate::pem_of_key(&key).ok_or(Stop::at(&NO_TEXT))?);
    let endpoint = up.cluster.control_plane.as_ref().and_then(|plane| plane.endpoint.clone());
    let issuer_url = endpoint.filter(|_| up.is_whole);
    Stop::if_so(up.is_whole && issuer_url.is_none(), &NO_ENDPOINT)?;
    let issuer = Some(IssuerServiceAccountConfig { private_key, issuer_url });
    up.add(KubeServiceAccountConfig { issuer, ..KubeServiceAccountConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<KubeServiceAccountConfig>() {
        let accepted = document.accepted.unwrap_or_default();
        let issuer = document.issuer.unwrap_or_default();
        let is_endpoint = issuer.issuer_url.is_none() || issuer.issuer_url == down.endpoint();
        down.remark(!is_endpoint, None, &ISSUER);
        let audiences = accepted.audiences.iter();
        let is_own =
            |audience: &String| issuer.issuer_url.as_ref().is_some_and(|url| url.to_string() == *audience);
        let says_more = !accepted.public_keys.is_empty()
            || !accepted.issuers.is_empty()
            || audiences.clone().any(|audience| !is_own(audience));
        down.remark(says_more, None, &ACCEPTED);
        down.cluster.service_account =
            issuer.private_key.map(|key| Key { key: Some(certificate::base64_of_key(&key)) });
    }
}
