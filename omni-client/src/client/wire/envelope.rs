//! Resources in and out of their messages.

use std::fmt;

use manifest::yaml::{self, Document, Reading};
use manifest::{FieldPath, Source};
use prost::Message as _;
use serde::de::DeserializeOwned;

use super::{Timestamp, cosi};
use crate::OmniVersion;
use crate::client::spec::{self, SpecError};
use crate::resource::{AnyResource, DecodeSpec, Metadata, Phase};

/// A resource as a server has it.
#[derive(Clone, PartialEq)]
pub struct Stored {
    /// The resource.
    pub resource: AnyResource,
    /// Its spec as it came. What is in it and not known here is sent back when the resource is written.
    proto: Vec<u8>,
}

/// Why a message holds no resource, or a resource cannot be put into one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WireError {
    /// The server left out what is never absent.
    #[error("the server's answer has no {0}")]
    Missing(&'static str),
    /// A version or phase that there is not.
    #[error("{0}")]
    Metadata(String),
    /// The spec does not fit its type.
    #[error("the spec of {resource}: {source}")]
    Spec {
        /// The resource, as `Type(namespace/id)`.
        resource: String,
        /// What is wrong.
        source: SpecError,
    },
}

impl fmt::Debug for Stored {
    /// Without the message, in which nothing is masked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stored").field("resource", &self.resource).finish_non_exhaustive()
    }
}

impl Stored {
    /// Takes a resource out of its message.
    pub fn read(message: cosi::Resource) -> Result<Self, WireError> {
        let metadata = read_metadata(message.metadata.ok_or(WireError::Missing("metadata"))?)?;
        let spec = message.spec.unwrap_or_default();
        let failed = {
            let resource = metadata.to_string();
            |source| WireError::Spec { resource, source }
        };
        let mut reader = SpecReader { spec: &spec, shape: spec::of(&metadata.resource_type), error: None };
        let resource = AnyResource::decode(metadata, &mut reader);
        match (resource, reader.error) {
            (Some(resource), None) => Ok(Self { resource, proto: spec.proto_spec }),
            (_, error) => Err(failed(error.unwrap_or(SpecError::Unreadable))),
        }
    }

    /// Puts another state of this resource into a message: what is not known here of the old spec is kept.
    pub fn replace(&self, new: &AnyResource) -> Result<cosi::Resource, WireError> {
        if new.has_spec_of(&self.resource) {
            return Ok(message(new.metadata(), self.proto.clone()));
        }
        write(new, &self.proto)
    }

    /// Puts the resource into a message as it came.
    #[must_use]
    pub fn as_message(&self) -> cosi::Resource {
        message(self.resource.metadata(), self.proto.clone())
    }

    /// Identity, labels and life.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        self.resource.metadata()
    }

    /// How many bytes its message takes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.as_message().encoded_len()
    }
}

/// Puts a new resource into a message.
pub(crate) fn create(resource: &AnyResource) -> Result<cosi::Resource, WireError> {
    write(resource, &[])
}

fn write(resource: &AnyResource, old: &[u8]) -> Result<cosi::Resource, WireError> {
    let metadata = resource.metadata();
    let failed = |source| WireError::Spec { resource: metadata.to_string(), source };
    let value = resource.spec_value().map_err(|_| failed(SpecError::Unreadable))?;
    let value = serde_json::to_value(&value).map_err(|_| failed(SpecError::Unreadable))?;
    let shape = spec::of(&metadata.resource_type).ok_or_else(|| failed(SpecError::UnknownType))?;
    let proto = shape.encode(&value, old).map_err(failed)?;
    Ok(message(metadata, proto))
}

fn message(metadata: &Metadata, proto_spec: Vec<u8>) -> cosi::Resource {
    let metadata = cosi::Metadata {
        namespace: metadata.namespace.clone(),
        r#type: metadata.resource_type.clone(),
        id: metadata.id.clone(),
        version: metadata.version.to_string(),
        owner: metadata.owner.clone(),
        phase: metadata.phase.to_string(),
        // The server sets its own, but wants to see some.
        created: Some(Timestamp::default()),
        updated: Some(Timestamp::default()),
        finalizers: metadata.finalizers.clone(),
        labels: metadata.labels.clone(),
        annotations: metadata.annotations.clone(),
    };
    let spec = cosi::Spec { proto_spec, yaml_spec: String::new() };
    cosi::Resource { metadata: Some(metadata), spec: Some(spec) }
}

fn read_metadata(message: cosi::Metadata) -> Result<Metadata, WireError> {
    let version = message.version.parse().map_err(|error| WireError::Metadata(format!("{error}")))?;
    let phase = Phase::from_word(&message.phase)
        .ok_or_else(|| WireError::Metadata(format!("unknown phase `{}`", message.phase)))?;
    let time = |time: Option<Timestamp>| time.and_then(|time| time.rfc3339());
    Ok(Metadata {
        namespace: message.namespace,
        resource_type: message.r#type,
        id: message.id,
        version,
        owner: message.owner,
        phase,
        created: time(message.created),
        updated: time(message.updated),
        labels: message.labels,
        annotations: message.annotations,
        finalizers: message.finalizers,
    })
}

/// Takes the spec from its message where its shape is known, and from YAML otherwise and where texts are compressed.
struct SpecReader<'s> {
    spec: &'s cosi::Spec,
    shape: Option<&'static spec::Shape>,
    error: Option<SpecError>,
}

impl SpecReader<'_> {
    fn try_read<S: DeserializeOwned>(&self) -> Result<S, SpecError> {
        let Some(shape) = self.shape else { return self.read_yaml() };
        let value = shape.decode(&self.spec.proto_spec)?;
        let compressed = value.get("compresseddata").and_then(serde_json::Value::as_array);
        if compressed.is_some_and(|bytes| !bytes.is_empty()) && !self.spec.yaml_spec.is_empty() {
            return self.read_yaml();
        }
        serde_json::from_value(value).map_err(|error| SpecError::Value(error.to_string()))
    }

    fn read_yaml<S: DeserializeOwned>(&self) -> Result<S, SpecError> {
        let text = if self.spec.yaml_spec.trim().is_empty() { "{}" } else { &*self.spec.yaml_spec };
        let documents = yaml::parse_as(&Source::new("spec", text), OmniVersion::LATEST.yaml())
            .map_err(|_| SpecError::Unreadable)?;
        let document: &Document = documents.first().ok_or(SpecError::Unreadable)?;
        // A server that is newer than this may have keys that are not known here.
        document
            .decode_at(document.root(), &FieldPath::root(), Reading::Go(OmniVersion::LATEST.yaml()))
            .value
            .ok_or(SpecError::Unreadable)
    }
}

impl DecodeSpec for SpecReader<'_> {
    fn spec<S: DeserializeOwned>(&mut self) -> Option<S> {
        self.try_read().map_err(|error| self.error = Some(error)).ok()
    }
}
