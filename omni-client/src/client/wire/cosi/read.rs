//! `Get` and `List`.

use std::fmt;

use super::{ListOptions, Resource};
use crate::resource::shown_id;

/// Asks for one resource.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct GetRequest {
    /// Its namespace.
    #[prost(string, tag = "1")]
    pub namespace: String,
    /// Its type.
    #[prost(string, tag = "2")]
    pub r#type: String,
    /// Its id.
    #[prost(string, tag = "3")]
    pub id: String,
}

impl fmt::Debug for GetRequest {
    /// All of it, but for an id that is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { namespace, r#type, id } = self;
        f.debug_struct("GetRequest")
            .field("namespace", namespace)
            .field("type", r#type)
            .field("id", &shown_id(r#type, id))
            .finish()
    }
}

/// One resource.
#[derive(Clone, PartialEq, prost::Message)]
pub struct GetResponse {
    /// The resource.
    #[prost(message, optional, tag = "1")]
    pub resource: Option<Resource>,
}

/// Asks for all resources of a type.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ListRequest {
    /// Their namespace.
    #[prost(string, tag = "1")]
    pub namespace: String,
    /// Their type.
    #[prost(string, tag = "2")]
    pub r#type: String,
    /// Which of them.
    #[prost(message, optional, tag = "3")]
    pub options: Option<ListOptions>,
}

/// One resource of several.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ListResponse {
    /// The resource.
    #[prost(message, optional, tag = "1")]
    pub resource: Option<Resource>,
}
