//! The service `cosi.resource.State`.
//!
//! Laid out after `api/v1alpha1/{resource,state}.proto` of `cosi-project/runtime` v1.16.2; the numbers are upstream's.

mod query;
mod read;
mod resource;
mod watch;
mod write;

pub use query::{IdQuery, LabelQuery, LabelTerm, ListOptions, Operation};
pub use read::{GetRequest, GetResponse, ListRequest, ListResponse};
pub use resource::{Metadata, Resource, Spec};
pub use watch::{Event, EventType, WatchOptions, WatchRequest, WatchResponse};
pub use write::{
    CreateRequest, CreateResponse, OwnerOptions, TargetRequest, TeardownResponse, UpdateOptions,
    UpdateRequest, UpdateResponse,
};
