//! What concerns people and how they sign in.

use serde::{Deserialize, Serialize};

use crate::resource::Spec;

/// Gives roles to users by what the SAML provider says of them. For administrators.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "SAMLLabelRuleSpec")]
pub struct SamlLabelRule {
    /// Label selectors for the identity; one of them has to match.
    #[serde(rename = "matchlabels")]
    pub match_labels: Vec<String>,
    /// Old name of `assign_role`; refused by newer servers.
    #[serde(rename = "assignroleonregistration")]
    pub assign_role_on_registration: String,
    /// The role that users get.
    #[serde(rename = "assignrole")]
    pub assign_role: String,
    /// Whether they get it at every login instead of the first.
    #[serde(rename = "updateoneachlogin")]
    pub update_on_each_login: bool,
}

impl Spec for SamlLabelRule {
    const TYPE: &'static str = "SAMLLabelRules.omni.sidero.dev";
}

/// Who has accepted the licence. There is one, with the id `eula`; until it is made Omni serves little else. Since Omni
/// 1.7.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "EulaAcceptanceSpec")]
pub struct EulaAcceptance {
    /// Name of the person; required.
    #[serde(rename = "acceptedbyname")]
    pub accepted_by_name: String,
    /// E-mail address of the person; required.
    #[serde(rename = "acceptedbyemail")]
    pub accepted_by_email: String,
}

impl Spec for EulaAcceptance {
    const TYPE: &'static str = "EulaAcceptances.omni.sidero.dev";
}
