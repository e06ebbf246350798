//! Lists of Talos system extensions.

use serde::{Deserialize, Serialize};

use crate::resource::Spec;

/// The extensions of the machines that its labels select. The list of the narrowest scope replaces those of the
/// wider ones; among several in one scope the last id wins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "ExtensionsConfigurationSpec")]
pub struct ExtensionsConfiguration {
    /// Names such as `siderolabs/iscsi-tools`; one without a slash is looked up under `siderolabs/`. At most 256.
    /// An empty list means none at all; only where no configuration selects a machine does it keep what it has.
    pub extensions: Vec<String>,
}

impl ExtensionsConfiguration {
    /// A configuration with exactly these extensions.
    #[must_use]
    pub fn new(extensions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { extensions: extensions.into_iter().map(Into::into).collect() }
    }
}

impl Spec for ExtensionsConfiguration {
    const TYPE: &'static str = "ExtensionsConfigurations.omni.sidero.dev";
}
