//! Detached signatures over bytes.

use ring::digest;
use ring::signature::{ED25519, UnparsedPublicKey};

use super::key::{EDDSA, Fingerprint, SigningKey, VERSION};
use super::packet::{Reader, SIGNATURE, four, integer, packet, subpacket, two};

/// Types of signatures.
const BINARY: u8 = 0x00;
pub(super) const CERTIFICATION: u8 = 0x13;

/// Types of subpackets.
pub(super) const CREATED: u8 = 2;
const ISSUER: u8 = 16;
const ISSUER_FINGERPRINT: u8 = 33;

const SHA256: u8 = 8;

/// Why a signature does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadSignature {
    /// The packet is not laid out as signatures of this kind are.
    #[error("it is not a version 4 EdDSA signature with SHA-256, SHA-384 or SHA-512")]
    Unreadable,
    /// Other bytes were signed, or with another key.
    #[error("it is not the signature of these bytes with this key")]
    Wrong,
}

impl SigningKey {
    /// A detached signature of some bytes: the binary packet. `now` is in seconds since 1970.
    #[must_use]
    pub fn sign(&self, data: &[u8], now: u64) -> Vec<u8> {
        let now = u32::try_from(now).unwrap_or(u32::MAX);
        let hashed = [subpacket(CREATED, &now.to_be_bytes()), self.issuer()].concat();
        self.signed(BINARY, data, &hashed)
    }

    pub(super) fn issuer(&self) -> Vec<u8> {
        subpacket(ISSUER_FINGERPRINT, &[&[VERSION], &self.fingerprint.0[..]].concat())
    }

    pub(super) fn signed(&self, kind: u8, data: &[u8], hashed: &[u8]) -> Vec<u8> {
        let head = [&[VERSION, kind, EDDSA, SHA256], &two(hashed.len())[..], hashed].concat();
        let digest = digest::digest(&digest::SHA256, &covered(data, &head));
        let signature = self.pair.sign(digest.as_ref());
        let (first, second) = signature.as_ref().split_at_checked(32).unwrap_or_default();
        let Fingerprint(fingerprint) = self.fingerprint;
        let issuer = subpacket(ISSUER, fingerprint.get(12..).unwrap_or_default());
        let start = digest.as_ref().get(..2).unwrap_or_default();
        let body =
            [&head[..], &two(issuer.len()), &issuer, start, &integer(first), &integer(second)].concat();
        packet(SIGNATURE, &body)
    }
}

/// Checks a detached signature with the 32 bytes of a public point. Times are not looked at.
pub fn verify(point: &[u8; 32], data: &[u8], signature: &[u8]) -> Result<(), BadSignature> {
    let read = Read::of(signature).ok_or(BadSignature::Unreadable)?;
    let digest = digest::digest(read.hash, &covered(data, read.head));
    UnparsedPublicKey::new(&ED25519, point)
        .verify(digest.as_ref(), &read.numbers)
        .map_err(|_| BadSignature::Wrong)
}

/// What is hashed: the data, the first part of the signature, and how long that is.
fn covered(data: &[u8], head: &[u8]) -> Vec<u8> {
    [data, head, &[VERSION, 0xFF], &four(head.len())].concat()
}

struct Read<'s> {
    head: &'s [u8],
    hash: &'static digest::Algorithm,
    numbers: [u8; 64],
}

impl<'s> Read<'s> {
    fn of(signature: &'s [u8]) -> Option<Self> {
        let (SIGNATURE, body) = Reader(signature).packet()? else { return None };
        let mut reader = Reader(body);
        let [VERSION, BINARY, EDDSA, hash] = reader.take(4)? else { return None };
        let hash = match hash {
            8 => &digest::SHA256,
            9 => &digest::SHA384,
            10 => &digest::SHA512,
            _ => return None,
        };
        let length = usize::try_from(reader.number::<2>()?).ok()?;
        reader.take(length)?;
        let head = body.get(..body.len() - reader.0.len())?;
        let length = usize::try_from(reader.number::<2>()?).ok()?;
        reader.take(length)?;
        reader.take(2)?;
        let mut numbers = [0; 64];
        for end in [32, 64] {
            let number = reader.integer().filter(|number| number.len() <= 32)?;
            numbers.get_mut(end - number.len()..end)?.copy_from_slice(number);
        }
        Some(Self { head, hash, numbers })
    }
}
