//! What a provider of machines says of itself.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What a provider of machines says of itself. Its id is the provider's.
    InfraProviderStatus = "InfraProviderStatusSpec" {
        /// The JSON schema of the data that it takes with a request.
        schema: String = "schema",
        /// Its name for people.
        name: String = "name",
        /// What it does.
        description: String = "description",
        /// Its picture for the web pages, an SVG image in base64; empty if it has none.
        icon: String = "icon",
        /// Its own version; empty if it does not tell.
        version: String = "version",
    }
}

impl Spec for InfraProviderStatus {
    const TYPE: &'static str = "InfraProviderStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}
