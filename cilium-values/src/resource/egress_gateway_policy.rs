//! `CiliumEgressGatewayPolicy`: pods that leave the cluster through certain nodes.

use super::shape::{fields, kind};
use super::{LabelSelector, Spec};

fields! { "camelCase"
    /// Pods that leave the cluster through certain nodes, with an address that is known outside
    /// (`CiliumEgressGatewayPolicy.spec`). Needs the chart's `egressGateway.enabled`.
    #[doc(alias = "CiliumEgressGatewayPolicy")]
    pub struct EgressGatewayPolicySpec {
        /// The pods.
        pub selectors: Vec<EgressGatewaySelector>,
        /// Networks to which they leave that way.
        #[serde(rename = "destinationCIDRs")]
        pub destination_cidrs: Vec<String>,
        /// The way.
        pub egress_gateway: EgressGateway,
        optional {
            /// Networks among the destinations to which they do not.
            #[serde(rename = "excludedCIDRs")]
            pub excluded_cidrs: Vec<String>,
            /// Several ways; pods are distributed over them. Absent: the one above. Since 1.18.
            pub egress_gateways: Vec<EgressGateway>,
        }
    }

    /// Pods; all given conditions must hold.
    #[derive(Default)]
    pub struct EgressGatewaySelector {
        optional {
            /// By labels of their namespace.
            pub namespace_selector: LabelSelector,
            /// By their labels.
            pub pod_selector: LabelSelector,
            /// By labels of the node that they run on. Since 1.17.
            pub node_selector: LabelSelector,
        }
    }

    /// A way out of the cluster. At most one of `interface` and `egress_ip`.
    pub struct EgressGateway {
        /// The nodes, by their labels; of several, the first by name is the way.
        pub node_selector: LabelSelector,
        optional {
            /// The interface whose first IPv4 address packets leave with.
            pub interface: String,
            /// The address that packets leave with; an interface of the node must have it. With neither: the address of
            /// the interface with the default route.
            #[serde(rename = "egressIP")]
            pub egress_ip: String,
        }
    }
}

kind!(
    EgressGatewayPolicySpec, "CiliumEgressGatewayPolicy", "ciliumegressgatewaypolicies", ["cegp"], Cluster, Spec<Self>,
    _ => "cilium.io/v2",
);
