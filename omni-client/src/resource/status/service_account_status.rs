//! What is known of a service account.

use super::message::message;
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// What is known of a service account. Its id is the one of its identity.
    ServiceAccountStatus = "ServiceAccountStatusSpec" {
        /// Its role.
        role: String = "role",
        /// The keys with which it signs its requests.
        public_keys: Vec<PgpPublicKey> = "publickeys",
        /// When the last of its keys ends.
        expiration: Option<ProtoTimestamp> = "expiration",
    }
}

impl Spec for ServiceAccountStatus {
    const TYPE: &'static str = "ServiceAccountStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

message! {
    /// A public key of a service account.
    PgpPublicKey = "ServiceAccountStatusSpec.PgpPublicKey" {
        /// Its fingerprint.
        id: String = "id",
        /// The key as text.
        armored: String = "armored",
        /// When it ends.
        expiration: Option<ProtoTimestamp> = "expiration",
        /// When it was made.
        created: Option<ProtoTimestamp> = "created",
        /// When it was last used; absent if never.
        last_used: Option<ProtoTimestamp> = "lastused",
    }
}
