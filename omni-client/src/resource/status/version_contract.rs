//! Which documents of its own a version of Talos has for what used to be in one.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Which documents of its own a version of Talos has for what used to be in one. Its id is the version.
    VersionContract = "VersionContractSpec" {
        /// Whether KubeSpan has one.
        kube_span_multidoc_config: bool = "kubespanmultidocconfig",
        /// Whether Kubernetes has some.
        multidoc_kubernetes_config_supported: bool = "multidockubernetesconfigsupported",
        /// Whether the network has some.
        multidoc_network_config_supported: bool = "multidocnetworkconfigsupported",
        /// Whether the discovery service has one.
        discovery_service_multidoc_config: bool = "discoveryservicemultidocconfig",
    }
}

impl Spec for VersionContract {
    const TYPE: &'static str = "VersionContract.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}
