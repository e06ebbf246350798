//! The signature check, as Omni does it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use omni_client::client::pgp;
use omni_client::client::sign::{PAYLOAD, SIGNATURE, TIMESTAMP};
use serde_json::Value;

use crate::World;

/// Whether a call is signed by the account, for this method, in these minutes.
pub(crate) fn check(world: &World, method: &str, headers: &HeaderMap) -> Result<(), String> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).ok_or(name.to_owned());
    let signature = header(SIGNATURE)?;
    let parts: Vec<_> = signature.split(' ').collect();
    let [version, identity, fingerprint, signature] = parts[..] else {
        return Err("the signature does not have four parts".to_owned());
    };
    let account = &world.account;
    if (version, identity) != ("siderov1", &account.name) {
        return Err(format!("{version} {identity}"));
    }
    if fingerprint != account.key.fingerprint().to_string() {
        return Err("another key".to_owned());
    }
    if account.key.expires().is_none_or(|expires| expires <= world.now()) {
        return Err("the key has ended".to_owned());
    }
    let time: u64 = header(TIMESTAMP)?.parse().map_err(|_| "no time".to_owned())?;
    if time.abs_diff(world.now()) > 300 {
        return Err("timestamp is outside of allowed skew".to_owned());
    }
    let text = header(PAYLOAD)?;
    let payload: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if payload["method"] != method {
        return Err("payload method does not match".to_owned());
    }
    for name in ["x-sidero-timestamp", "nodes", "runtime", "context", "cluster", "namespace", "authorization"]
    {
        let sent: Vec<_> = headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        let expected = if sent.is_empty() { Value::Null } else { sent.into() };
        if payload["headers"][name] != expected {
            return Err(format!("payload header does not match: {name}"));
        }
    }
    let signature = STANDARD.decode(signature).map_err(|error| error.to_string())?;
    pgp::verify(&account.key.public_point(), text.as_bytes(), &signature).map_err(|error| error.to_string())
}
