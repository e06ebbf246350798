//! As much of `OpenPGP` (RFC 4880) as Omni's keys and signatures are made of: version 4 keys of the algorithm that Omni's
//! own tools make, `EdDSA` over Curve25519, without a passphrase, and detached signatures.
//!
//! The cryptography is ring's; here is only how the packets are laid out.

mod armor;
mod create;
mod key;
mod packet;
mod signature;

pub use create::Lifetime;
pub use key::{Fingerprint, KeyError, SigningKey};
pub use signature::{BadSignature, verify};
