//! The list of kinds.

use serde_json::{Error, Value};

use super::{
    BgpAdvertisementSpec, BgpClusterConfigSpec, BgpNodeConfigOverrideSpec, BgpNodeConfigSpec,
    BgpPeerConfigSpec, BgpPeeringPolicySpec, CidrGroupSpec, ClusterwideEnvoyConfigSpec,
    ClusterwideNetworkPolicy, DatapathPluginSpec, EgressGatewayPolicySpec, Endpoint, EndpointSlice,
    EnvoyConfigSpec, ExternalWorkloadSpec, GatewayClassConfigSpec, Identity, Kind, L2AnnouncementPolicySpec,
    LoadBalancerIpPoolSpec, LocalRedirectPolicySpec, NetworkPolicy, NodeConfigSpec, NodeSpec, PodIpPoolSpec,
};
use crate::CiliumVersion;

/// A kind of the group `cilium.io`, for programs that do not know at compile time which one they have before them.
#[derive(Clone, Copy, Debug)]
pub struct KindInfo {
    /// The kind, as it is written in manifests.
    pub kind: &'static str,
    /// The kind in plural and lower case, as it is written in addresses of the API.
    pub plural: &'static str,
    /// What `kubectl` takes in its place.
    pub short_names: &'static [&'static str],
    /// Whether each object belongs to a namespace.
    pub is_namespaced: bool,
    api_version: fn(&CiliumVersion) -> Option<&'static str>,
    reread: fn(&Value) -> Result<Value, Error>,
    #[cfg(feature = "schema")]
    schema: fn() -> schemars::Schema,
}

#[cfg(feature = "schema")]
use schemars::JsonSchema as Described;

/// Every body, where nobody asks for schemas.
#[cfg(not(feature = "schema"))]
trait Described {}

#[cfg(not(feature = "schema"))]
impl<T> Described for T {}

impl KindInfo {
    const fn new<K: Kind<Body: Described>>() -> Self {
        Self {
            kind: K::KIND,
            plural: K::PLURAL,
            short_names: K::SHORT_NAMES,
            is_namespaced: K::IS_NAMESPACED,
            api_version: K::api_version,
            reread: |body| serde_json::from_value::<K::Body>(body.clone()).and_then(serde_json::to_value),
            #[cfg(feature = "schema")]
            schema: || {
                schemars::generate::SchemaSettings::default()
                    .with(|settings| settings.inline_subschemas = true)
                    .into_generator()
                    .into_root_schema_for::<K::Body>()
            },
        }
    }

    /// The API version to write it in for a version of Cilium; none where that version has no such kind.
    #[must_use]
    pub fn api_version(&self, cilium: &CiliumVersion) -> Option<&'static str> {
        (self.api_version)(cilium)
    }

    /// The JSON schema of what an object has beside `apiVersion`, `kind` and `metadata`.
    #[cfg(feature = "schema")]
    #[must_use]
    pub fn schema(&self) -> schemars::Schema {
        (self.schema)()
    }

    /// Reads what an object has beside `apiVersion`, `kind` and `metadata` as the type of the kind, and writes it
    /// again. Fails with the first field that the type does not know or that is of another type.
    pub fn reread(&self, body: &Value) -> Result<Value, Error> {
        (self.reread)(body)
    }
}

/// All kinds of the group `cilium.io` in any covered version, by name: the only list of them.
pub static KINDS: &[KindInfo] = &[
    KindInfo::new::<BgpAdvertisementSpec>(),
    KindInfo::new::<BgpClusterConfigSpec>(),
    KindInfo::new::<BgpNodeConfigSpec>(),
    KindInfo::new::<BgpNodeConfigOverrideSpec>(),
    KindInfo::new::<BgpPeerConfigSpec>(),
    KindInfo::new::<BgpPeeringPolicySpec>(),
    KindInfo::new::<CidrGroupSpec>(),
    KindInfo::new::<ClusterwideEnvoyConfigSpec>(),
    KindInfo::new::<ClusterwideNetworkPolicy>(),
    KindInfo::new::<DatapathPluginSpec>(),
    KindInfo::new::<EgressGatewayPolicySpec>(),
    KindInfo::new::<Endpoint>(),
    KindInfo::new::<EndpointSlice>(),
    KindInfo::new::<EnvoyConfigSpec>(),
    KindInfo::new::<ExternalWorkloadSpec>(),
    KindInfo::new::<GatewayClassConfigSpec>(),
    KindInfo::new::<Identity>(),
    KindInfo::new::<L2AnnouncementPolicySpec>(),
    KindInfo::new::<LoadBalancerIpPoolSpec>(),
    KindInfo::new::<LocalRedirectPolicySpec>(),
    KindInfo::new::<NetworkPolicy>(),
    KindInfo::new::<NodeSpec>(),
    KindInfo::new::<NodeConfigSpec>(),
    KindInfo::new::<PodIpPoolSpec>(),
];

#[cfg(test)]
mod tests;
