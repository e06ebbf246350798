//! A resource of any type.

use manifest::{Value, yaml};
use serde::{Serialize, Serializer};

use super::{
    AccessPolicy, Cluster, ConfigPatch, DefaultJoinToken, EtcdBackupS3Config, EtcdManualBackup,
    EulaAcceptance, ExtensionsConfiguration, GrpcTunnelConfig, ImportedClusterSecrets, InfraMachineBmcConfig,
    InfraMachineConfig, InfraProvider, InstallationMediaConfig, JoinToken, KernelArgs, KubernetesHealthCheck,
    KubernetesManifestGroup, MachineClass, MachineLabels, MachineRequestSet, MachineSet, MachineSetNode,
    Metadata, NodeForceDestroyRequest, Resource, RotateKubernetesCa, RotateTalosCa, SamlLabelRule, Spec,
};

macro_rules! any_resource {
    ($($variant:ident),+ $(,)?) => {
        /// A resource whose type is found out when it is read.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum AnyResource {
            $(#[doc = concat!("A [`", stringify!($variant), "`](super::", stringify!($variant), ") with its metadata.")] $variant(Resource<$variant>),)+
            /// A resource whose spec has no type here; it is kept as it was written.
            Other(Resource<Value>),
        }

        impl AnyResource {
            /// The full types that have a spec of their own here.
            pub const TYPES: &'static [&'static str] = &[$($variant::TYPE),+];

            /// Identity, labels and life.
            #[must_use]
            pub fn metadata(&self) -> &Metadata {
                match self {
                    $(Self::$variant(resource) => &resource.metadata,)+
                    Self::Other(resource) => &resource.metadata,
                }
            }

            /// The same, to be changed in place.
            pub fn metadata_mut(&mut self) -> &mut Metadata {
                match self {
                    $(Self::$variant(resource) => &mut resource.metadata,)+
                    Self::Other(resource) => &mut resource.metadata,
                }
            }

            /// Whether two resources ask for the same, whatever their metadata say.
            #[must_use]
            pub fn has_spec_of(&self, other: &Self) -> bool {
                match (self, other) {
                    $((Self::$variant(one), Self::$variant(two)) => one.spec == two.spec,)+
                    (Self::Other(one), Self::Other(two)) => one.spec == two.spec,
                    _ => false,
                }
            }

            /// The spec as a value without a type.
            pub fn spec_value(&self) -> Result<Value, yaml::WriteError> {
                match self {
                    $(Self::$variant(resource) => yaml::to_value(&resource.spec),)+
                    Self::Other(resource) => Ok(resource.spec.clone()),
                }
            }

            /// Writes the spec alone.
            pub(super) fn serialize_spec<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(resource) => resource.spec.serialize(serializer),)+
                    Self::Other(resource) => resource.spec.serialize(serializer),
                }
            }

            pub(crate) fn decode(
                metadata: Metadata,
                decode: &mut impl DecodeSpec,
            ) -> Option<Self> {
                Some(match metadata.resource_type.as_str() {
                    $($variant::TYPE => Self::$variant(Resource { spec: decode.spec()?, metadata }),)+
                    _ => Self::Other(Resource { spec: decode.spec()?, metadata }),
                })
            }
        }

        impl Serialize for AnyResource {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(resource) => resource.serialize(serializer),)+
                    Self::Other(resource) => resource.serialize(serializer),
                }
            }
        }

        $(impl From<Resource<$variant>> for AnyResource {
            fn from(resource: Resource<$variant>) -> Self {
                Self::$variant(resource)
            }
        })+
    };
}

any_resource! {
    AccessPolicy,
    Cluster,
    ConfigPatch,
    DefaultJoinToken,
    EtcdBackupS3Config,
    EtcdManualBackup,
    EulaAcceptance,
    ExtensionsConfiguration,
    GrpcTunnelConfig,
    ImportedClusterSecrets,
    InfraMachineBmcConfig,
    InfraMachineConfig,
    InfraProvider,
    InstallationMediaConfig,
    JoinToken,
    KernelArgs,
    KubernetesHealthCheck,
    KubernetesManifestGroup,
    MachineClass,
    MachineLabels,
    MachineRequestSet,
    MachineSet,
    MachineSetNode,
    NodeForceDestroyRequest,
    RotateKubernetesCa,
    RotateTalosCa,
    SamlLabelRule,
}

impl AnyResource {
    /// The resource with the spec of a type, such as one of [`status`](super::status), which stand here as
    /// [`Other`](Self::Other). None if the resource is of another type. Fails if its spec does not fit.
    pub fn typed<S: Spec>(&self) -> Result<Option<Resource<S>>, InvalidSpec> {
        let metadata = self.metadata();
        if metadata.resource_type != S::TYPE {
            return Ok(None);
        }
        let invalid = |cause: String| InvalidSpec { resource: metadata.to_string(), cause };
        let value = self.spec_value().map_err(|error| invalid(error.to_string()))?;
        let spec = S::deserialize(value).map_err(|error| invalid(error.to_string()))?;
        Ok(Some(Resource { metadata: metadata.clone(), spec }))
    }
}

/// A spec that is not of the type that the metadata name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{resource}: {cause}")]
pub struct InvalidSpec {
    /// The resource, as `Type(namespace/id)`.
    resource: String,
    cause: String,
}

/// Builds the spec of whichever type the metadata name.
pub(crate) trait DecodeSpec {
    fn spec<S: serde::de::DeserializeOwned>(&mut self) -> Option<S>;
}
