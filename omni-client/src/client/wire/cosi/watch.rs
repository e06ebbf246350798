//! `Watch`.

use std::fmt;

use super::{IdQuery, LabelQuery, Resource};
use crate::resource::shown_id;

/// Asks for changes.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct WatchRequest {
    /// The namespace.
    #[prost(string, tag = "1")]
    pub namespace: String,
    /// The type.
    #[prost(string, tag = "2")]
    pub r#type: String,
    /// One resource only.
    #[prost(string, optional, tag = "3")]
    pub id: Option<String>,
    /// Which changes.
    #[prost(message, optional, tag = "4")]
    pub options: Option<WatchOptions>,
    /// 1; with 0 some events are held back.
    #[prost(int32, tag = "5")]
    pub api_version: i32,
}

impl fmt::Debug for WatchRequest {
    /// All of it, but for an id that is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { namespace, r#type, id, options, api_version } = self;
        f.debug_struct("WatchRequest")
            .field("namespace", namespace)
            .field("type", r#type)
            .field("id", &id.as_deref().map(|id| shown_id(r#type, id)))
            .field("options", options)
            .field("api_version", api_version)
            .finish()
    }
}

/// Which changes are wanted.
#[derive(Clone, PartialEq, prost::Message)]
pub struct WatchOptions {
    /// Whether what there is comes first.
    #[prost(bool, tag = "1")]
    pub bootstrap_contents: bool,
    /// How many changes of the past come first.
    #[prost(int32, tag = "2")]
    pub tail_events: i32,
    /// By label; one of the queries must hold.
    #[prost(message, repeated, tag = "3")]
    pub label_query: Vec<LabelQuery>,
    /// By id.
    #[prost(message, optional, tag = "4")]
    pub id_query: Option<IdQuery>,
    /// Whether several events may come in one message.
    #[prost(bool, tag = "5")]
    pub aggregated: bool,
    /// Where to go on.
    #[prost(bytes = "vec", optional, tag = "6")]
    pub start_from_bookmark: Option<Vec<u8>>,
    /// Whether a bookmark comes first.
    #[prost(bool, tag = "7")]
    pub bootstrap_bookmark: bool,
}

/// Some changes; the first message has none.
#[derive(Clone, PartialEq, prost::Message)]
pub struct WatchResponse {
    /// The changes.
    #[prost(message, repeated, tag = "1")]
    pub event: Vec<Event>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, prost::Enumeration)]
#[repr(i32)]
pub enum EventType {
    /// A resource was made, or comes into sight.
    Created = 0,
    /// A resource was written.
    Updated = 1,
    /// A resource is gone, or out of sight.
    Destroyed = 2,
    /// All that there was has been told.
    Bootstrapped = 3,
    /// The watch cannot go on.
    Errored = 4,
    /// Nothing but a bookmark.
    Noop = 5,
}

/// A change.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Event {
    /// The resource as it is, or as it was last.
    #[prost(message, optional, tag = "1")]
    pub resource: Option<Resource>,
    /// What happened.
    #[prost(enumeration = "EventType", tag = "2")]
    pub event_type: i32,
    /// The resource before it was written.
    #[prost(message, optional, tag = "3")]
    pub old: Option<Resource>,
    /// Why the watch cannot go on.
    #[prost(string, optional, tag = "4")]
    pub error: Option<String>,
    /// Where to go on after this event.
    #[prost(bytes = "vec", optional, tag = "5")]
    pub bookmark: Option<Vec<u8>>,
}
