//! Keys: read, written, used.

use std::fmt;

use manifest::Secret;
use ring::digest;
use ring::signature::{Ed25519KeyPair, KeyPair as _};

use super::armor;
use super::packet::{PUBLIC_KEY, Reader, SECRET_KEY, SIGNATURE, USER_ID, integer, packet, two};

/// A private key that signs requests. `Debug` shows the fingerprint only.
pub struct SigningKey {
    pub(super) pair: Ed25519KeyPair,
    pub(super) created: u32,
    pub(super) fingerprint: Fingerprint,
    /// The packets of the public half, for registration.
    public: Vec<u8>,
    /// The whole key, as it was read or made.
    armored: Secret,
    expires: Option<u64>,
}

/// The SHA-1 of a public key, which is its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(pub(super) [u8; 20]);

/// Why a text is no key that can sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// No armored private key.
    #[error("it holds no armored PGP private key block")]
    NotArmored,
    /// Packets that end too early or are not laid out as keys are.
    #[error("the PGP key is cut off or damaged")]
    Damaged,
    /// A passphrase; Omni's keys have none.
    #[error("the PGP key is locked with a passphrase")]
    Locked,
    /// Another kind of key.
    #[error(
        "the PGP key is of version {version} and algorithm {algorithm}; Omni's tools make keys of version 4 and \
         algorithm 22 (EdDSA)"
    )]
    Kind {
        /// The version of the packet.
        version: u8,
        /// The number of the algorithm.
        algorithm: u8,
    },
}

impl SigningKey {
    /// Reads an armored private key.
    pub fn read(armored: &Secret) -> Result<Self, KeyError> {
        let data = armor::read(armored.expose(), PRIVATE).ok_or(KeyError::NotArmored)?;
        let mut reader = Reader(&data);
        let (tag, body) = reader.packet().ok_or(KeyError::Damaged)?;
        if tag != SECRET_KEY {
            return Err(KeyError::NotArmored);
        }
        let mut public = Vec::new();
        let Parts { public: body, created, seed } = Parts::read(body)?;
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyError::Damaged)?;
        if !body.ends_with(pair.public_key().as_ref()) {
            return Err(KeyError::Damaged);
        }
        public.extend(packet(PUBLIC_KEY, body));
        let mut expires = None;
        // The primary key's own packets end where its first subkey begins.
        while let Some((tag, body)) = reader.packet().filter(|(tag, _)| [SIGNATURE, USER_ID].contains(tag)) {
            public.extend(packet(tag, body));
            if tag == SIGNATURE {
                expires = expires.max(lifetime(body).map(|seconds| u64::from(created) + seconds));
            }
        }
        let fingerprint = Fingerprint::of(body);
        Ok(Self { pair, created, fingerprint, public, armored: armored.clone(), expires })
    }

    /// The name of the key.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// When the key ends, in seconds since 1970; none if it does not say.
    #[must_use]
    pub fn expires(&self) -> Option<u64> {
        self.expires
    }

    /// The public half in armor, as Omni registers it.
    #[must_use]
    pub fn public_armored(&self) -> String {
        armor::write(&self.public, PUBLIC)
    }

    /// The whole key in armor.
    #[must_use]
    pub fn armored(&self) -> &Secret {
        &self.armored
    }

    /// The 32 bytes of the public point.
    #[must_use]
    pub fn public_point(&self) -> [u8; 32] {
        self.pair.public_key().as_ref().try_into().unwrap_or_default()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("fingerprint", &self.fingerprint).finish_non_exhaustive()
    }
}

impl Fingerprint {
    pub(super) fn of(public: &[u8]) -> Self {
        let framed = [&[0x99], &two(public.len())[..], public].concat();
        let hash = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, &framed);
        Self(hash.as_ref().try_into().unwrap_or_default())
    }
}

impl fmt::Display for Fingerprint {
    /// Forty lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What the packet of a secret key holds.
struct Parts<'b> {
    /// The part that the packet of the public key holds alone.
    public: &'b [u8],
    created: u32,
    seed: [u8; 32],
}

impl<'b> Parts<'b> {
    fn read(body: &'b [u8]) -> Result<Self, KeyError> {
        let mut reader = Reader(body);
        let version = reader.byte().ok_or(KeyError::Damaged)?;
        let created = reader.number::<4>().ok_or(KeyError::Damaged)?;
        let algorithm = reader.byte().ok_or(KeyError::Damaged)?;
        if version != VERSION || algorithm != EDDSA {
            return Err(KeyError::Kind { version, algorithm });
        }
        Self::points(body, reader, created)?.ok_or(KeyError::Damaged)
    }

    fn points(body: &'b [u8], mut reader: Reader<'b>, created: u64) -> Result<Option<Self>, KeyError> {
        let curve = reader.byte().and_then(|length| reader.take(length.into()));
        if curve != Some(CURVE) || reader.integer().is_none() {
            return Ok(None);
        }
        let public = body.get(..body.len() - reader.0.len()).unwrap_or_default();
        if reader.byte() != Some(0) {
            return Err(KeyError::Locked);
        }
        let secret = reader.0;
        let Some(bytes) = reader.integer() else { return Ok(None) };
        let length = secret.len() - reader.0.len();
        let sum = secret.iter().take(length).fold(0, |sum: u16, byte| sum.wrapping_add(u16::from(*byte)));
        if reader.number::<2>() != Some(sum.into()) {
            return Ok(None);
        }
        let mut seed = [0; 32];
        let Some(place) = seed.len().checked_sub(bytes.len()).and_then(|start| seed.get_mut(start..)) else {
            return Ok(None);
        };
        place.copy_from_slice(bytes);
        let created = u32::try_from(created).unwrap_or_default();
        Ok(Some(Self { public, created, seed }))
    }
}

/// The part of a key that everybody may see.
pub(super) fn public_body(created: u32, point: &[u8]) -> Vec<u8> {
    let curve_length = u8::try_from(CURVE.len()).unwrap_or_default();
    let mut body = vec![VERSION];
    body.extend(created.to_be_bytes());
    body.extend([EDDSA, curve_length]);
    body.extend(CURVE);
    body.extend(integer(&[&[0x40], point].concat()));
    body
}

/// The part behind it that nobody else may see.
pub(super) fn secret_part(seed: &[u8]) -> Vec<u8> {
    let number = integer(seed);
    let sum = number.iter().fold(0, |sum: u16, byte| sum.wrapping_add(u16::from(*byte)));
    [&[0], &number[..], &sum.to_be_bytes()].concat()
}

/// How long a self-signature says that the key lasts, in seconds.
fn lifetime(signature: &[u8]) -> Option<u64> {
    const KEY_EXPIRATION: u8 = 9;
    let mut reader = Reader(signature);
    if reader.byte()? != VERSION {
        return None;
    }
    reader.take(3)?;
    let length = usize::try_from(reader.number::<2>()?).ok()?;
    let mut hashed = Reader(reader.take(length)?);
    loop {
        let (kind, body) = hashed.subpacket()?;
        if kind == KEY_EXPIRATION {
            return Reader(body).number::<4>().filter(|seconds| *seconds != 0);
        }
    }
}

pub(super) const PRIVATE: &str = "PRIVATE KEY BLOCK";
const PUBLIC: &str = "PUBLIC KEY BLOCK";
pub(super) const VERSION: u8 = 4;
pub(super) const EDDSA: u8 = 22;
/// The object identifier of Ed25519, 1.3.6.1.4.1.11591.15.1.
const CURVE: &[u8] = &[0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01];
