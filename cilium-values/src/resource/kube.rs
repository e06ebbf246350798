//! The kinds as resources of `kube`.
//!
//! ```
//! use cilium_values::CiliumVersion;
//! use cilium_values::resource::kube::{CiliumLoadBalancerIpPool, CiliumNetworkPolicy};
//! use kube_core::Resource as _;
//!
//! let cilium = CiliumVersion::new(1, 17, 0);
//! let path = CiliumLoadBalancerIpPool::url_path(&cilium, None);
//! assert_eq!(path, "/apis/cilium.io/v2alpha1/ciliumloadbalancerippools");
//!
//! let policy = CiliumNetworkPolicy::new("web", &cilium, Default::default()).unwrap();
//! assert_eq!(policy.api_version, "cilium.io/v2");
//! ```
//!
//! Which API version a kind has depends on the Cilium of the cluster, so that an API is opened with its version:
//! `Api::<CiliumNetworkPolicy>::namespaced_with(client, "default", &cilium)`, and for kinds of the whole cluster
//! `Api::<CiliumLoadBalancerIpPool>::all_with(client, &cilium)`.

use std::borrow::Cow;

use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use kube_core::{DynamicResourceScope, Resource};
use serde::{Deserialize, Serialize};

use super::Kind;
use crate::CiliumVersion;

/// An object of a kind of the group `cilium.io`, as it is in a cluster.
///
/// Its `DynamicType` is the version of Cilium in the cluster, which decides the API version. A version that does not have
/// the kind asks for the newest API version of the group, and the server answers that there is none.
///
/// What the type does not know is passed over: a newer server may have more fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", bound = "")]
pub struct CustomObject<K: Kind> {
    /// The API group and version, such as `cilium.io/v2`. Empty where a server left it out, as in lists.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub api_version: String,
    /// The kind. Empty where a server left it out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Name, namespace, labels, annotations and what the server adds.
    pub metadata: ObjectMeta,
    /// Everything else: `spec` and `status` for most kinds.
    // Not closed by design, so the places of errors do not matter, and no key of a body has a name of the above.
    #[serde(flatten)]
    pub body: K::Body,
}

impl<K: Kind> CustomObject<K> {
    /// An object of the whole cluster, or of the namespace that it is made in; none where this version of Cilium has no
    /// such kind.
    #[must_use]
    pub fn new(name: &str, cilium: &CiliumVersion, body: K::Body) -> Option<Self> {
        Some(Self {
            api_version: K::api_version(cilium)?.to_owned(),
            kind: K::KIND.to_owned(),
            metadata: ObjectMeta { name: Some(name.to_owned()), ..ObjectMeta::default() },
            body,
        })
    }
}

impl<K: Kind> Resource for CustomObject<K> {
    type DynamicType = CiliumVersion;
    type Scope = DynamicResourceScope;

    fn kind(_: &CiliumVersion) -> Cow<'_, str> {
        K::KIND.into()
    }

    fn group(_: &CiliumVersion) -> Cow<'_, str> {
        "cilium.io".into()
    }

    fn version(cilium: &CiliumVersion) -> Cow<'_, str> {
        let api_version = K::api_version(cilium).unwrap_or("cilium.io/v2");
        api_version.rsplit('/').next().unwrap_or(api_version).into()
    }

    fn plural(_: &CiliumVersion) -> Cow<'_, str> {
        K::PLURAL.into()
    }

    fn meta(&self) -> &ObjectMeta {
        &self.metadata
    }

    fn meta_mut(&mut self) -> &mut ObjectMeta {
        &mut self.metadata
    }
}

/// Every kind under the name that it has in manifests.
macro_rules! named {
    ($($name:ident = $kind:ident;)*) => {
        $(
            #[doc = concat!("A `", stringify!($name), "` as it is in a cluster.")]
            pub type $name = CustomObject<super::$kind>;
        )*

        #[cfg(test)]
        const NAMED: &[(&str, &str)] = &[$((stringify!($name), <super::$kind as Kind>::KIND)),*];
    };
}

named! {
    CiliumBgpAdvertisement = BgpAdvertisementSpec;
    CiliumBgpClusterConfig = BgpClusterConfigSpec;
    CiliumBgpNodeConfig = BgpNodeConfigSpec;
    CiliumBgpNodeConfigOverride = BgpNodeConfigOverrideSpec;
    CiliumBgpPeerConfig = BgpPeerConfigSpec;
    CiliumBgpPeeringPolicy = BgpPeeringPolicySpec;
    CiliumCidrGroup = CidrGroupSpec;
    CiliumClusterwideEnvoyConfig = ClusterwideEnvoyConfigSpec;
    CiliumClusterwideNetworkPolicy = ClusterwideNetworkPolicy;
    CiliumDatapathPlugin = DatapathPluginSpec;
    CiliumEgressGatewayPolicy = EgressGatewayPolicySpec;
    CiliumEndpoint = Endpoint;
    CiliumEndpointSlice = EndpointSlice;
    CiliumEnvoyConfig = EnvoyConfigSpec;
    CiliumExternalWorkload = ExternalWorkloadSpec;
    CiliumGatewayClassConfig = GatewayClassConfigSpec;
    CiliumIdentity = Identity;
    CiliumL2AnnouncementPolicy = L2AnnouncementPolicySpec;
    CiliumLoadBalancerIpPool = LoadBalancerIpPoolSpec;
    CiliumLocalRedirectPolicy = LocalRedirectPolicySpec;
    CiliumNetworkPolicy = NetworkPolicy;
    CiliumNode = NodeSpec;
    CiliumNodeConfig = NodeConfigSpec;
    CiliumPodIpPool = PodIpPoolSpec;
}

#[cfg(test)]
mod tests {
    use super::NAMED;
    use crate::resource::KINDS;

    #[test]
    fn every_kind_has_its_name() {
        assert_eq!(NAMED.len(), KINDS.len());
        for ((name, kind), info) in NAMED.iter().zip(KINDS) {
            assert_eq!(*kind, info.kind);
            assert_eq!(name.to_lowercase(), kind.to_lowercase());
        }
    }
}
