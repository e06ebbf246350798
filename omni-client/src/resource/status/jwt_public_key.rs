//! A key by which tokens of Omni are checked.

use super::message::message;
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// A key by which tokens of Omni are checked. Its id is the key's.
    JwtPublicKey = "JWTPublicKeySpec" {
        /// The public RSA key, in DER as PKCS #1 has it.
        public_key: Vec<u8> = "publickey",
        /// When it is no longer needed.
        expiration: Option<ProtoTimestamp> = "expiration",
    }
}

impl Spec for JwtPublicKey {
    const TYPE: &'static str = "JWTPublicKeys.system.sidero.dev";
    const NAMESPACE: &'static str = "oidc";
}
