//! `cluster.secretboxEncryptionSecret` and `cluster.aescbcEncryptionSecret`.

use manifest::{Map, Secret, Value};

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, for_control_planes, kept, lost, twice};
use crate::k8s::KubeEtcdEncryptionConfig;
use crate::version::Minor;

/// Names of the providers with the names of their keys, as upstream writes them (`k8stemplates/apiserver.go`): what is
/// stored is read by these names.
const SECRETBOX: (&str, &str) = ("secretbox", "key2");
const AESCBC: (&str, &str) = ("aescbc", "key1");

static TWICE: Limit = twice("cluster.secretboxEncryptionSecret");
static WORKER: Limit = for_control_planes("cluster.secretboxEncryptionSecret");
static PATCH: Limit = kept(
    "cluster.secretboxEncryptionSecret",
    "a document holds all providers at once, and a patch does not know those of its base",
);
static OTHER: Limit = lost(
    "KubeEtcdEncryptionConfig.config",
    "the old form writes `secretbox` with the key `key2`, then `aescbc` with `key1`, then `identity`, for secrets, and nothing else",
);

/// How the API server encrypts what it stores.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.secretboxEncryptionSecret",
    kinds: &["KubeEtcdEncryptionConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &WORKER, &PATCH, &OTHER],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let secretbox = up.cluster.secretbox_encryption_secret.take().filter(|secret| !secret.is_empty());
    let aescbc = up.cluster.aescbc_encryption_secret.take().filter(|secret| !secret.is_empty());
    if secretbox.is_none() && aescbc.is_none() {
        return Ok(());
    }
    Stop::if_so(!up.is_whole, &PATCH)?;
    Stop::if_so(up.is_worker(), &WORKER)?;
    let config = configuration(secretbox.as_ref(), aescbc.as_ref());
    up.add(KubeEtcdEncryptionConfig { config, ..KubeEtcdEncryptionConfig::default() }, &TWICE)
}

/// What the old form makes of its secrets.
fn configuration(secretbox: Option<&Secret>, aescbc: Option<&Secret>) -> Map {
    let keyed = |(provider, name): (&str, &str), secret: &Secret| {
        let key = map([("name", name.into()), ("secret", secret.expose().into())]);
        map([(provider, map([("keys", vec![key].into())]))])
    };
    let mut providers: Vec<Value> = Vec::new();
    providers.extend(secretbox.map(|secret| keyed(SECRETBOX, secret)));
    providers.extend(aescbc.map(|secret| keyed(AESCBC, secret)));
    providers.push(map([("identity", Map::new().into())]));
    let resource = map([("providers", providers.into()), ("resources", vec![Value::from("secrets")].into())]);
    [("resources", Value::from(vec![resource]))].into_iter().collect()
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Mapping(entries.into_iter().collect())
}

fn down(down: &mut Down) {
    for document in down.take::<KubeEtcdEncryptionConfig>() {
        let secret = |(provider, _): (&str, &str)| secret_of(&document.config, provider);
        let (secretbox, aescbc) = (secret(SECRETBOX), secret(AESCBC));
        if configuration(secretbox.as_ref(), aescbc.as_ref()) == document.config {
            down.cluster.secretbox_encryption_secret = secretbox;
            down.cluster.aescbc_encryption_secret = aescbc;
        } else {
            down.remark(true, None, &OTHER);
        }
    }
}

/// The first secret of a provider.
fn secret_of(config: &Map, provider: &str) -> Option<Secret> {
    let [resource, ..] = config.get("resources")?.as_sequence()? else { return None };
    let providers = resource.get("providers")?.as_sequence()?;
    let [key, ..] = providers.iter().find_map(|known| known.get(provider))?.get("keys")?.as_sequence()?
    else {
        return None;
    };
    key.get("secret")?.as_str().map(Secret::new)
}
