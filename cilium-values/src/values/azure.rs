//! `azure`: Azure's network interfaces.

use manifest::Secret;

use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `azure`: Azure's network interfaces.
    pub struct Azure {
        /// The client that talks to the cloud.
        #[serde(rename = "clientID")]
        pub client_id: Setting<String>,
        /// Its password.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub client_secret: Setting<Secret>,
        /// Whether addresses come from them.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// What each node's `CiliumNode` says.
        ///
        /// Since 1.19.
        pub node_spec: Group<NodeSpec>,
        /// The group of the cluster's machines.
        pub resource_group: Setting<String>,
        /// The subscription.
        #[serde(rename = "subscriptionID")]
        pub subscription_id: Setting<String>,
        /// The tenant.
        #[serde(rename = "tenantID")]
        pub tenant_id: Setting<String>,
        /// Whether the first address of an interface goes to pods too.
        pub use_primary_address: Setting<bool>,
        /// The identity, instead of client and password.
        #[serde(rename = "userAssignedIdentityID")]
        pub user_assigned_identity_id: Setting<String>,
    }

    /// `azure.nodeSpec`: what each node's `CiliumNode` says.
    pub struct NodeSpec {
        /// The interface of the scale set.
        ///
        /// Chart default: empty. Since 1.19.
        pub azure_interface_name: Setting<String>,
    }
}
