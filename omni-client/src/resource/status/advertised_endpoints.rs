//! Where Omni is to be reached.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Where Omni is to be reached. Its id is `current`.
    AdvertisedEndpoints = "AdvertisedEndpointsSpec" {
        /// The URL of its gRPC API.
        grpc_api_url: String = "grpcapiurl",
    }
}

impl Spec for AdvertisedEndpoints {
    const TYPE: &'static str = "AdvertisedEndpoints.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}
