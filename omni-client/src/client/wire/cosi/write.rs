//! `Create`, `Update`, `Teardown` and `Destroy`.

use std::fmt;

use super::Resource;
use crate::resource::shown_id;

/// On whose behalf something is done; the options of several requests.
#[derive(Clone, PartialEq, prost::Message)]
pub struct OwnerOptions {
    /// The owner; empty for users.
    #[prost(string, tag = "1")]
    pub owner: String,
}

/// Makes a resource.
#[derive(Clone, PartialEq, prost::Message)]
pub struct CreateRequest {
    /// What is made.
    #[prost(message, optional, tag = "1")]
    pub resource: Option<Resource>,
    /// On whose behalf.
    #[prost(message, optional, tag = "2")]
    pub options: Option<OwnerOptions>,
}

/// What was made.
#[derive(Clone, PartialEq, prost::Message)]
pub struct CreateResponse {
    /// The resource as it is stored.
    #[prost(message, optional, tag = "1")]
    pub resource: Option<Resource>,
}

/// Replaces a resource.
#[derive(Clone, PartialEq, prost::Message)]
pub struct UpdateRequest {
    /// What it is to be; its version is the one that was seen.
    #[prost(message, optional, tag = "2")]
    pub new_resource: Option<Resource>,
    /// Never left out: the server does not expect it.
    #[prost(message, optional, tag = "3")]
    pub options: Option<UpdateOptions>,
}

/// On which terms a resource is replaced.
#[derive(Clone, PartialEq, prost::Message)]
pub struct UpdateOptions {
    /// The owner; empty for users.
    #[prost(string, tag = "1")]
    pub owner: String,
    /// The phase that it must be in; any if absent.
    #[prost(string, optional, tag = "2")]
    pub expected_phase: Option<String>,
}

/// What was written.
#[derive(Clone, PartialEq, prost::Message)]
pub struct UpdateResponse {
    /// The resource as it is stored.
    #[prost(message, optional, tag = "1")]
    pub resource: Option<Resource>,
}

/// Names a resource for `Destroy`, `Teardown` or `TeardownAndDestroy`.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct TargetRequest {
    /// Its namespace.
    #[prost(string, tag = "1")]
    pub namespace: String,
    /// Its type.
    #[prost(string, tag = "2")]
    pub r#type: String,
    /// Its id.
    #[prost(string, tag = "3")]
    pub id: String,
    /// On whose behalf.
    #[prost(message, optional, tag = "4")]
    pub options: Option<OwnerOptions>,
}

impl fmt::Debug for TargetRequest {
    /// All of it, but for an id that is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { namespace, r#type, id, options } = self;
        f.debug_struct("TargetRequest")
            .field("namespace", namespace)
            .field("type", r#type)
            .field("id", &shown_id(r#type, id))
            .field("options", options)
            .finish()
    }
}

/// What comes of a teardown.
#[derive(Clone, PartialEq, prost::Message)]
pub struct TeardownResponse {
    /// Whether nobody holds on to it any more.
    #[prost(bool, tag = "1")]
    pub destroy_ready: bool,
}
