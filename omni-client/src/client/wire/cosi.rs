//! The service `cosi.resource.State`.
//!
//! Laid out after `api/v1alpha1/{resource,state}.proto` of `cosi-project/runtime` v1.16.2; the numbers are upstream's.

use std::collections::BTreeMap;
use std::fmt;

use super::Timestamp;

/// Identity, labels and life of a resource.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Metadata {
    /// The namespace.
    #[prost(string, tag = "1")]
    pub namespace: String,
    /// The full type.
    #[prost(string, tag = "2")]
    pub r#type: String,
    /// The name among the resources of its type.
    #[prost(string, tag = "3")]
    pub id: String,
    /// A decimal number, or `undefined`.
    #[prost(string, tag = "4")]
    pub version: String,
    /// The controller that alone may write it; empty for what users made.
    #[prost(string, tag = "5")]
    pub owner: String,
    /// `running` or `tearingDown`.
    #[prost(string, tag = "6")]
    pub phase: String,
    /// When it was made.
    #[prost(message, optional, tag = "7")]
    pub created: Option<Timestamp>,
    /// When it was last written.
    #[prost(message, optional, tag = "8")]
    pub updated: Option<Timestamp>,
    /// Who has to let go of it.
    #[prost(string, repeated, tag = "9")]
    pub finalizers: Vec<String>,
    /// The labels.
    #[prost(btree_map = "string, string", tag = "10")]
    pub labels: BTreeMap<String, String>,
    /// The annotations.
    #[prost(btree_map = "string, string", tag = "11")]
    pub annotations: BTreeMap<String, String>,
}

/// A spec, in one form or both.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct Spec {
    /// The message of the type; the only form that is read when a client writes.
    #[prost(bytes = "vec", tag = "1")]
    pub proto_spec: Vec<u8>,
    /// The same as YAML, decompressed; empty unless the server wrote it.
    #[prost(string, tag = "2")]
    pub yaml_spec: String,
}

impl fmt::Debug for Spec {
    /// Without the content, which may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spec").finish_non_exhaustive()
    }
}

/// Metadata and spec.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Resource {
    /// The metadata; never absent.
    #[prost(message, optional, tag = "1")]
    pub metadata: Option<Metadata>,
    /// The spec; absent in the remains of a resource.
    #[prost(message, optional, tag = "2")]
    pub spec: Option<Spec>,
}

/// What is asked of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, prost::Enumeration)]
#[repr(i32)]
pub enum Operation {
    /// It is there.
    Exists = 0,
    /// It has the value.
    Equal = 1,
    /// It is not there; replaced by an inverted `Exists`.
    NotExists = 2,
    /// It has one of the values.
    In = 3,
    /// It is a text before the value.
    Lt = 4,
    /// It is a text before the value, or the value.
    Lte = 5,
    /// It is a number below the value.
    LtNumeric = 6,
    /// It is a number below the value, or the value.
    LteNumeric = 7,
}

/// One condition on one label.
#[derive(Clone, PartialEq, prost::Message)]
pub struct LabelTerm {
    /// Key of the label.
    #[prost(string, tag = "1")]
    pub key: String,
    /// What is asked of it.
    #[prost(enumeration = "Operation", tag = "2")]
    pub op: i32,
    /// With what it is compared.
    #[prost(string, repeated, tag = "3")]
    pub value: Vec<String>,
    /// Whether the opposite is wanted.
    #[prost(bool, tag = "5")]
    pub invert: bool,
}

/// Terms that must all hold.
#[derive(Clone, PartialEq, prost::Message)]
pub struct LabelQuery {
    /// The terms.
    #[prost(message, repeated, tag = "1")]
    pub terms: Vec<LabelTerm>,
}

/// A condition on the id.
#[derive(Clone, PartialEq, prost::Message)]
pub struct IdQuery {
    /// A pattern that is found somewhere in the id.
    #[prost(string, tag = "1")]
    pub regexp: String,
}

/// Asks for one resource.
#[derive(Clone, PartialEq, prost::Message)]
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

/// Which resources are wanted.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ListOptions {
    /// By label; one of the queries must hold.
    #[prost(message, repeated, tag = "1")]
    pub label_query: Vec<LabelQuery>,
    /// By id.
    #[prost(message, optional, tag = "2")]
    pub id_query: Option<IdQuery>,
}

/// One resource of several.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ListResponse {
    /// The resource.
    #[prost(message, optional, tag = "1")]
    pub resource: Option<Resource>,
}

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

/// What comes of a teardown.
#[derive(Clone, PartialEq, prost::Message)]
pub struct TeardownResponse {
    /// Whether nobody holds on to it any more.
    #[prost(bool, tag = "1")]
    pub destroy_ready: bool,
}

/// Asks for changes.
#[derive(Clone, PartialEq, prost::Message)]
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
