//! The service `management.ManagementService`, as far as it is used here.
//!
//! Laid out after `client/api/omni/management/management.proto` of Omni v1.10.4; the numbers are upstream's.

use std::fmt;

use super::{Duration, Timestamp};

/// Asks for a kubeconfig of the cluster in the header `context`.
#[derive(Clone, PartialEq, prost::Message)]
pub struct KubeconfigRequest {
    /// Whether it holds a token of a service account instead of a way to log in.
    #[prost(bool, tag = "1")]
    pub service_account: bool,
    /// How long the token is good.
    #[prost(message, optional, tag = "2")]
    pub service_account_ttl: Option<Duration>,
    /// Whom the token speaks as.
    #[prost(string, tag = "3")]
    pub service_account_user: String,
    /// The groups of that user.
    #[prost(string, repeated, tag = "4")]
    pub service_account_groups: Vec<String>,
    /// How a login is done: `auto`, `authcode` or `authcode-keyboard`; empty for `auto`.
    #[prost(string, tag = "5")]
    pub grant_type: String,
    /// Whether it goes around Omni, for administrators where the server allows it.
    #[prost(bool, tag = "6")]
    pub break_glass: bool,
    /// Where the login program keeps its tokens.
    #[prost(string, tag = "7")]
    pub oidc_cache_base_dir: String,
    /// Whether tokens of different clusters are kept apart.
    #[prost(bool, tag = "8")]
    pub oidc_cache_isolation: bool,
}

/// A kubeconfig.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct KubeconfigResponse {
    /// The file.
    #[prost(bytes = "vec", tag = "1")]
    pub kubeconfig: Vec<u8>,
}

impl fmt::Debug for KubeconfigResponse {
    /// Without the content, which may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KubeconfigResponse").finish_non_exhaustive()
    }
}

/// Asks for a talosconfig, of the cluster in the header `context` if there is one.
#[derive(Clone, PartialEq, prost::Message)]
pub struct TalosconfigRequest {
    /// Whether it has the cluster's own addresses and credentials.
    #[prost(bool, tag = "1")]
    pub raw: bool,
    /// Whether it goes around Omni.
    #[prost(bool, tag = "2")]
    pub break_glass: bool,
}

/// A talosconfig.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct TalosconfigResponse {
    /// The file.
    #[prost(bytes = "vec", tag = "1")]
    pub talosconfig: Vec<u8>,
}

impl fmt::Debug for TalosconfigResponse {
    /// Without the content, which may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TalosconfigResponse").finish_non_exhaustive()
    }
}

/// An omniconfig.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct OmniconfigResponse {
    /// The file.
    #[prost(bytes = "vec", tag = "1")]
    pub omniconfig: Vec<u8>,
}

impl fmt::Debug for OmniconfigResponse {
    /// Without the content, which may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OmniconfigResponse").finish_non_exhaustive()
    }
}

/// Asks for the log of a machine.
#[derive(Clone, PartialEq, prost::Message)]
pub struct MachineLogsRequest {
    /// The machine.
    #[prost(string, tag = "1")]
    pub machine_id: String,
    /// Whether what is still to come is wanted, too.
    #[prost(bool, tag = "2")]
    pub follow: bool,
    /// How many of the last lines; -1 for all.
    #[prost(int32, tag = "3")]
    pub tail_lines: i32,
}

/// A piece of a stream of Talos, `common.Data`.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Data {
    /// The piece.
    #[prost(bytes = "vec", tag = "2")]
    pub bytes: Vec<u8>,
}

/// A patch to be checked.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct ValidateConfigRequest {
    /// The text of the patch.
    #[prost(string, tag = "1")]
    pub config: String,
}

impl fmt::Debug for ValidateConfigRequest {
    /// Without the content, which may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValidateConfigRequest").finish_non_exhaustive()
    }
}

/// Makes a service account.
#[derive(Clone, PartialEq, prost::Message)]
pub struct CreateServiceAccountRequest {
    /// The public half of its key.
    #[prost(string, tag = "1")]
    pub armored_pgp_public_key: String,
    /// Whether it gets the highest role, which is what the server makes of this.
    #[prost(bool, tag = "3")]
    pub use_user_role: bool,
    /// Its role otherwise.
    #[prost(string, tag = "4")]
    pub role: String,
    /// Its name.
    #[prost(string, tag = "5")]
    pub name: String,
}

/// The key of a new service account.
#[derive(Clone, PartialEq, prost::Message)]
pub struct CreateServiceAccountResponse {
    /// Fingerprint of the key.
    #[prost(string, tag = "1")]
    pub public_key_id: String,
}

/// Adds a key to a service account.
#[derive(Clone, PartialEq, prost::Message)]
pub struct RenewServiceAccountRequest {
    /// Its name.
    #[prost(string, tag = "1")]
    pub name: String,
    /// The public half of the key.
    #[prost(string, tag = "2")]
    pub armored_pgp_public_key: String,
}

/// The new key.
#[derive(Clone, PartialEq, prost::Message)]
pub struct RenewServiceAccountResponse {
    /// Fingerprint of the key.
    #[prost(string, tag = "1")]
    pub public_key_id: String,
}

/// Removes a service account.
#[derive(Clone, PartialEq, prost::Message)]
pub struct DestroyServiceAccountRequest {
    /// Its name.
    #[prost(string, tag = "1")]
    pub name: String,
}

/// A key of a service account.
#[derive(Clone, PartialEq, prost::Message)]
pub struct PublicKey {
    /// Its fingerprint.
    #[prost(string, tag = "1")]
    pub id: String,
    /// The key in armor.
    #[prost(string, tag = "2")]
    pub armored: String,
    /// When it ends.
    #[prost(message, optional, tag = "3")]
    pub expiration: Option<Timestamp>,
    /// When it was made.
    #[prost(message, optional, tag = "4")]
    pub created: Option<Timestamp>,
    /// When it last signed something.
    #[prost(message, optional, tag = "5")]
    pub last_used: Option<Timestamp>,
}

/// A service account.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ServiceAccountInfo {
    /// Its name.
    #[prost(string, tag = "1")]
    pub name: String,
    /// Its keys.
    #[prost(message, repeated, tag = "2")]
    pub pgp_public_keys: Vec<PublicKey>,
    /// Its role.
    #[prost(string, tag = "4")]
    pub role: String,
    /// When it last asked for something.
    #[prost(string, tag = "5")]
    pub last_active: String,
}

/// All service accounts.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ListServiceAccountsResponse {
    /// The accounts.
    #[prost(message, repeated, tag = "1")]
    pub service_accounts: Vec<ServiceAccountInfo>,
}

/// Asks whether the cluster in the header `context` can be upgraded.
#[derive(Clone, PartialEq, prost::Message)]
pub struct KubernetesUpgradePreChecksRequest {
    /// The Kubernetes version that it would be upgraded to.
    #[prost(string, tag = "1")]
    pub new_version: String,
}

/// Whether it can.
#[derive(Clone, PartialEq, prost::Message)]
pub struct KubernetesUpgradePreChecksResponse {
    /// Whether nothing is in the way.
    #[prost(bool, tag = "1")]
    pub ok: bool,
    /// What is in the way.
    #[prost(string, tag = "2")]
    pub reason: String,
}
