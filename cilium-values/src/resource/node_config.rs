//! `CiliumNodeConfig`: settings of agents on some nodes.

use std::collections::BTreeMap;

use super::shape::{fields, kind};
use super::{LabelSelector, Spec};

fields! { "camelCase"
    /// Settings of agents on some nodes (`CiliumNodeConfig.spec`). It counts in the agent's own namespace.
    #[doc(alias = "CiliumNodeConfig")]
    pub struct NodeConfigSpec {
        /// Settings, by their keys in the `ConfigMap` of the agents. Each agent reads them when it starts.
        pub defaults: BTreeMap<String, String>,
        /// The nodes, by their labels.
        pub node_selector: LabelSelector,
    }
}

kind!(
    NodeConfigSpec, "CiliumNodeConfig", "ciliumnodeconfigs", [], Namespaced, Spec<Self>, _ => "cilium.io/v2",
);
