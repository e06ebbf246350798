//! The kinds as resources of `kube`.
//!
//! ```
//! use cilium_values::CiliumVersion;
//! use cilium_values::resource::LoadBalancerIpPoolSpec;
//! use cilium_values::resource::kube::CustomObject;
//! use kube_core::Resource as _;
//!
//! type Pool = CustomObject<LoadBalancerIpPoolSpec>;
//!
//! let cilium = CiliumVersion::new(1, 17, 0);
//! assert_eq!(Pool::url_path(&cilium, None), "/apis/cilium.io/v2alpha1/ciliumloadbalancerippools");
//!
//! let pool = Pool::new("lab", &cilium, Default::default()).unwrap();
//! assert_eq!(pool.api_version, "cilium.io/v2alpha1");
//! ```

use std::borrow::Cow;

use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use kube_core::{DynamicResourceScope, Resource};
use serde::{Deserialize, Serialize};

use super::Kind;
use crate::CiliumVersion;

/// An object of a kind of the group `cilium.io`, as it is in a cluster.
///
/// Its `DynamicType` is the version of Cilium in the cluster, which decides the API version: open an API with
/// `kube::Api::all_with(client, &cilium)`. A version that does not have the kind asks for the newest API version of
/// the group, and the server answers that there is none.
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
