//! `cluster.ca`, `cluster.acceptedCAs` and `cluster.aggregatorCA`, and PEM in its two forms.

use manifest::{Secret, base64 as codec};

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, for_control_planes, kept, lost, reaches_control_planes, twice};
use crate::k8s::{KubeAggregatorCaConfig, KubeApiServerCaConfig};
use crate::meta;
use crate::scalar::{self, Base64, Certificate};
use crate::version::Minor;

static TWICE: Limit = twice("cluster.ca");
static NO_TEXT: Limit = kept("cluster.ca", "a certificate or key is no text, as PEM would be");
static HALF: Limit =
    kept("cluster.ca", "a patch with a certificate alone does not say whether the machine issues with it");

static NO_CERTIFICATE: Limit = kept("cluster.ca", "a document needs a certificate, and there is none");

/// The certificate authority of the cluster.
pub(super) static API_SERVER_CA: Setting = Setting {
    path: "cluster.ca",
    kinds: &["KubeAPIServerCAConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NO_TEXT, &HALF, &NO_CERTIFICATE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let ca = up.cluster.ca.take();
    let accepted = std::mem::take(&mut up.cluster.accepted_cas);
    if ca.is_none() && accepted.is_empty() {
        return Ok(());
    }
    let mut document = KubeApiServerCaConfig::default();
    if let Some(ca) = ca {
        let has_key = ca.key.as_ref().is_some_and(|key| !key.is_empty());
        let is_pair = has_key && ca.crt.is_some();
        Stop::if_so(!up.is_whole && !is_pair, &HALF)?;
        Stop::if_so(ca.crt.is_none(), &NO_CERTIFICATE)?;
        let pair = pem_of_pair(ca).ok_or(Stop::at(&NO_TEXT))?;
        // Who has no key does not issue, and only accepts.
        if has_key {
            document.issuing_ca = Some(pair);
        } else {
            document.accepted_cas.extend(pair.cert);
        }
    }
    for certificate in accepted {
        let Some(crt) = certificate.crt else { continue };
        document.accepted_cas.push(pem(&crt).ok_or(Stop::at(&NO_TEXT))?);
    }
    up.add(document, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<KubeApiServerCaConfig>() {
        let mut accepted = document.accepted_cas.into_iter();
        // Workers of the old form have the certificate without its key; in patches that would clear a key.
        down.cluster.ca = match document.issuing_ca {
            Some(pair) => Some(base64_of_pair(pair)),
            None if down.is_whole && !down.is_control_plane() => {
                accepted.next().map(|crt| scalar::CertificateAndKey { crt: Some(base64(&crt)), key: None })
            }
            None => None,
        };
        down.cluster.accepted_cas.extend(accepted.map(|crt| Certificate { crt: Some(base64(&crt)) }));
    }
}

static AGGREGATOR_TWICE: Limit = twice("cluster.aggregatorCA");
static AGGREGATOR_NO_TEXT: Limit =
    kept("cluster.aggregatorCA", "a certificate or key is no text, as PEM would be");
static AGGREGATOR_WORKER: Limit = for_control_planes("cluster.aggregatorCA");
static AGGREGATOR_REACH: Limit = reaches_control_planes("cluster.aggregatorCA");
static AGGREGATOR_HALF: Limit =
    kept("cluster.aggregatorCA", "a document needs both the certificate and the key");
static AGGREGATOR_ACCEPTED: Limit =
    lost("KubeAggregatorCAConfig.acceptedCAs", "the old form accepts no authority but its own");

/// The certificate authority for servers behind the API server.
pub(super) static AGGREGATOR_CA: Setting = Setting {
    path: "cluster.aggregatorCA",
    kinds: &["KubeAggregatorCAConfig"],
    since: Minor::V1_14,
    limits: &[
        &AGGREGATOR_TWICE,
        &AGGREGATOR_NO_TEXT,
        &AGGREGATOR_HALF,
        &AGGREGATOR_WORKER,
        &AGGREGATOR_REACH,
        &AGGREGATOR_ACCEPTED,
    ],
    up: aggregator_up,
    down: aggregator_down,
};

fn aggregator_up(up: &mut Up) -> Result<(), Stop> {
    let Some(ca) = up.cluster.aggregator_ca.take() else { return Ok(()) };
    up.only_for_control_planes(&AGGREGATOR_WORKER, &AGGREGATOR_REACH)?;
    Stop::if_so(up.is_whole && (ca.crt.is_none() || ca.key.is_none()), &AGGREGATOR_HALF)?;
    let issuing_ca = Some(pem_of_pair(ca).ok_or(Stop::at(&AGGREGATOR_NO_TEXT))?);
    up.add(KubeAggregatorCaConfig { issuing_ca, ..KubeAggregatorCaConfig::default() }, &AGGREGATOR_TWICE)
}

fn aggregator_down(down: &mut Down) {
    for document in down.take::<KubeAggregatorCaConfig>() {
        down.remark(!document.accepted_cas.is_empty(), None, &AGGREGATOR_ACCEPTED);
        down.cluster.aggregator_ca = document.issuing_ca.map(base64_of_pair);
    }
}

/// PEM as it is, of PEM in base64. None where the bytes are no text.
pub(super) fn pem(base64: &Base64) -> Option<String> {
    String::from_utf8(codec::decode(&base64.to_string())?).ok()
}

/// PEM in base64, of PEM as it is.
pub(super) fn base64(pem: &str) -> Base64 {
    Base64::from_bytes(pem.as_bytes())
}

/// A key as it is, of a key in base64.
pub(super) fn pem_of_key(key: &Secret) -> Option<Secret> {
    String::from_utf8(codec::decode(key.expose())?).ok().map(Secret::new)
}

/// A key in base64, of a key as it is.
pub(super) fn base64_of_key(key: &Secret) -> Secret {
    Secret::new(codec::encode(key.expose().as_bytes()))
}

pub(super) fn pem_of_pair(pair: scalar::CertificateAndKey) -> Option<meta::CertificateAndKey> {
    Some(meta::CertificateAndKey {
        cert: pair.crt.map(|crt| pem(&crt).ok_or(())).transpose().ok()?,
        key: pair.key.map(|key| pem_of_key(&key).ok_or(())).transpose().ok()?,
    })
}

pub(super) fn base64_of_pair(pair: meta::CertificateAndKey) -> scalar::CertificateAndKey {
    scalar::CertificateAndKey {
        crt: pair.cert.map(|crt| base64(&crt)),
        key: pair.key.map(|key| base64_of_key(&key)),
    }
}
