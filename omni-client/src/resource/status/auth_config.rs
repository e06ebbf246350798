//! How people sign in.

use std::collections::BTreeMap;

use manifest::Secret;

use super::message::message;
use crate::resource::Spec;

message! {
    /// How people sign in to Omni. There is one.
    AuthConfig = "AuthConfigSpec" {
        /// With Auth0.
        auth0: Option<Auth0> = "auth0",
        /// With a security key.
        webauthn: Option<Webauthn> = "webauthn",
        /// Whether the account is suspended, so that people can only read.
        suspended: bool = "suspended",
        /// With SAML.
        saml: Option<Saml> = "saml",
        /// With `OpenID` Connect.
        oidc: Option<Oidc> = "oidc",
        /// Whether somebody has ever signed in.
        has_initial_user: bool = "hasinitialuser",
    }
}

impl Spec for AuthConfig {
    const TYPE: &'static str = "AuthConfigs.omni.sidero.dev";
}

message! {
    /// How people sign in with Auth0.
    Auth0 = "AuthConfigSpec.Auth0" {
        /// Whether they can.
        enabled: bool = "enabled",
        /// The domain at Auth0.
        domain: String = "domain",
        /// Omni's id there.
        client_id: String = "clientid",
        /// Whether the browser asks for tokens with a form instead of JSON.
        use_form_data: bool = "useformdata",
    }
}

message! {
    /// How people sign in with `OpenID` Connect.
    Oidc = "AuthConfigSpec.OIDC" {
        /// Whether they can.
        enabled: bool = "enabled",
        /// The provider's URL.
        provider_url: String = "providerurl",
        /// Omni's id there.
        client_id: String = "clientid",
        /// Omni's secret there.
        client_secret: Secret = "clientsecret",
        /// The scopes that Omni asks for.
        scopes: Vec<String> = "scopes",
    }
}

message! {
    /// How people sign in with a security key.
    Webauthn = "AuthConfigSpec.Webauthn" {
        /// Whether they can.
        enabled: bool = "enabled",
        /// Whether they must.
        required: bool = "required",
    }
}

message! {
    /// How people sign in with SAML.
    Saml = "AuthConfigSpec.SAML" {
        /// Whether they can.
        enabled: bool = "enabled",
        /// Where the identity provider's metadata is found.
        url: String = "url",
        /// The identity provider's metadata, where it is not fetched.
        metadata: String = "metadata",
        /// Which attributes become which labels of an identity.
        label_rules: BTreeMap<String, String> = "labelrules",
        /// The form in which the identity provider is to name people.
        name_id_format: String = "nameidformat",
        /// Which attributes hold a person's identity and names.
        attribute_rules: BTreeMap<String, String> = "attributerules",
    }
}
