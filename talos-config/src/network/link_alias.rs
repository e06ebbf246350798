//! `LinkAliasConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Expression;

/// Another name for a physical link (`network.LinkAliasConfigV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LinkAliasConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `LinkAliasConfig`.
    pub kind: KindOf<Self>,
    /// The other name; none that the kernel gives, such as `eth0`. Since 1.13 it may end in `%d`, which numbers
    /// several links in the order of their MAC addresses.
    #[serde(default)]
    pub name: String,
    /// Which link it is for; a finished document has one. Exactly one link may match, unless the name ends in `%d`.
    /// Of several documents that match a link the first wins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selector: Option<LinkSelector>,
}

impl DocumentKind for LinkAliasConfig {
    const KIND: &'static str = "LinkAliasConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl LinkAliasConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Which links are meant (`network.LinkSelector`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkSelector {
    /// Condition on `link`, with the functions `glob` and `mac`, such as `mac(link.permanent_addr) ==
    /// "00:1a:2b:33:44:55"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<Expression>,
}
