//! `CiliumNode`: a node as its agent and the operator see it.

mod alibaba_cloud;
mod azure;
mod eni;
mod ipam;

pub use alibaba_cloud::{
    AlibabaCloudEni, AlibabaCloudIpSet, AlibabaCloudSpec, AlibabaCloudStatus, AlibabaCloudVpc,
    AlibabaCloudVswitch,
};
pub use azure::{AzureAddress, AzureInterface, AzureSpec, AzureStatus, AzureSubnet};
pub use eni::{Eni, EniSpec, EniStatus, EniSubnet, EniVpc};
pub use ipam::{
    IpamAllocated, IpamNeeded, IpamOperatorStatus, IpamOwner, IpamPodCidr, IpamPodCidrStatus, IpamPools,
    IpamRelease, IpamRequest, IpamSpec, IpamStatus,
};

use super::shape::{fields, kind};
use super::{AddressPair, EncryptionKey, SpecAndStatus};

fields! { "kebab-case"
    /// What is known of a node (`CiliumNode.spec`). Its agent writes it.
    #[doc(alias = "CiliumNode")]
    #[derive(Default)]
    pub struct NodeSpec {
        optional {
            /// Its identifier at the cloud provider.
            pub instance_id: String,
            /// Its identifier of the last start.
            pub bootid: String,
            /// Its addresses.
            pub addresses: Vec<NodeAddress>,
            /// Where its health is asked for.
            pub health: AddressPair,
            /// Where its ingress listens.
            pub ingress: AddressPair,
            /// How its packets are encrypted.
            pub encryption: EncryptionKey,
            /// The addresses of its pods.
            pub ipam: IpamSpec,
            /// What is special about it on AWS.
            pub eni: EniSpec,
            /// What is special about it on Azure.
            pub azure: AzureSpec,
            /// What is special about it on Alibaba Cloud.
            pub alibaba_cloud: AlibabaCloudSpec,
            /// The number of its identity. Deprecated.
            pub nodeidentity: i64,
        }
    }

    /// An address of a node.
    #[derive(Default)]
    pub struct NodeAddress {
        optional {
            /// What it is for, such as `InternalIP` or `CiliumInternalIP`.
            #[serde(rename = "type")]
            pub type_: String,
            /// The address.
            pub ip: String,
        }
    }

    /// What the operator tells about a node (`CiliumNode.status`).
    #[derive(Default)]
    pub struct NodeStatus {
        optional {
            /// The addresses of its pods.
            pub ipam: IpamStatus,
            /// Its interfaces on AWS.
            pub eni: EniStatus,
            /// Its interfaces on Azure.
            pub azure: AzureStatus,
            /// Its interfaces on Alibaba Cloud.
            pub alibaba_cloud: AlibabaCloudStatus,
        }
    }
}

kind!(
    NodeSpec, "CiliumNode", "ciliumnodes", ["cn", "ciliumn"], Cluster, SpecAndStatus<Self, NodeStatus>,
    _ => "cilium.io/v2",
);
