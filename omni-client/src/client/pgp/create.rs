//! Making keys.

use std::time::Duration;

use manifest::Secret;
use ring::signature::{Ed25519KeyPair, KeyPair as _};

use super::armor;
use super::key::{KeyError, PRIVATE, SigningKey, public_body, secret_part};
use super::packet::{SECRET_KEY, USER_ID, four, packet, subpacket, two};
use super::signature::{CERTIFICATION, CREATED};

/// From when and for how long a key is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// Seconds since 1970.
    pub from: u64,
    /// Whole seconds; Omni wants a year at most for service accounts.
    pub length: Duration,
}

impl SigningKey {
    /// A new key of somebody, `Name (comment) <mail>`, out of 32 random bytes that nobody else may know.
    pub fn create(user_id: &str, seed: [u8; 32], lifetime: Lifetime) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyError::Damaged)?;
        let created = u32::try_from(lifetime.from).map_err(|_| KeyError::Damaged)?;
        let public = public_body(created, pair.public_key().as_ref());
        let secret = [&public[..], &secret_part(&seed)].concat();
        let armored = |packets: &[u8]| Secret::new(armor::write(packets, PRIVATE));
        let bare = Self::read(&armored(&packet(SECRET_KEY, &secret)))?;

        let hashed = self_signature(&bare, lifetime);
        let certified =
            [&[0x99], &two(public.len())[..], &public, &[0xB4], &four(user_id.len()), user_id.as_bytes()]
                .concat();
        let signature = bare.signed(CERTIFICATION, &certified, &hashed);
        let whole = [packet(SECRET_KEY, &secret), packet(USER_ID, user_id.as_bytes()), signature].concat();
        Self::read(&armored(&whole))
    }
}

/// What a key says of itself. Omni takes no key without both ends of its life, nor one for other uses.
fn self_signature(key: &SigningKey, lifetime: Lifetime) -> Vec<u8> {
    const SIGNATURE_EXPIRATION: u8 = 3;
    const KEY_EXPIRATION: u8 = 9;
    const PREFERRED_CIPHERS: u8 = 11;
    const PREFERRED_HASHES: u8 = 21;
    const PRIMARY_USER_ID: u8 = 25;
    const KEY_FLAGS: u8 = 27;
    const FEATURES: u8 = 30;
    const AES256: u8 = 9;
    const SHA256: u8 = 8;
    const CERTIFY_AND_SIGN: u8 = 3;
    const MODIFICATION_DETECTION: u8 = 1;

    let seconds = u32::try_from(lifetime.length.as_secs()).unwrap_or(u32::MAX).to_be_bytes();
    [
        subpacket(CREATED, &key.created.to_be_bytes()),
        subpacket(SIGNATURE_EXPIRATION, &seconds),
        subpacket(KEY_EXPIRATION, &seconds),
        subpacket(PREFERRED_CIPHERS, &[AES256]),
        subpacket(PREFERRED_HASHES, &[SHA256]),
        subpacket(PRIMARY_USER_ID, &[1]),
        subpacket(KEY_FLAGS, &[CERTIFY_AND_SIGN]),
        subpacket(FEATURES, &[MODIFICATION_DETECTION]),
        key.issuer(),
    ]
    .concat()
}
