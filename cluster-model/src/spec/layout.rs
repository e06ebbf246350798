//! `layout`: where the artifacts are written.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::scalar::PathPattern;

/// Directories of the artifacts, relative to the target directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Layout {
    /// Directory of the Omni patches and extension lists of one layer. `{layer}` is the layer's number,
    /// `{layer:02}` the same with two digits, `{name}` its name.
    #[serde(default = "Layout::default_patches")]
    pub patches: PathPattern,
    /// Directory of the Helm values and the manifests of Cilium.
    #[serde(default = "Layout::default_cilium")]
    pub cilium: PathPattern,
}

/// A group of patches that is rolled out together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Scheduling, resolvers, labels.
    NodeConfig,
    /// The hand-over of the pod network.
    Cilium,
    /// Drivers of accelerators.
    Accelerators,
}

impl Layout {
    fn default_patches() -> PathPattern {
        PathPattern::trusted("patches/phase{layer:02}-{name}")
    }

    fn default_cilium() -> PathPattern {
        PathPattern::trusted("apps/cilium")
    }

    /// Directory of the patches of one layer.
    #[must_use]
    pub fn patches(&self, layer: Layer) -> String {
        self.patches.fill(layer.number(), &layer.to_string())
    }

    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for Layout {
    fn default() -> Self {
        Self { patches: Self::default_patches(), cilium: Self::default_cilium() }
    }
}

impl Layer {
    /// The layer's place in the order, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        match self {
            Self::NodeConfig => 1,
            Self::Cilium => 2,
            Self::Accelerators => 3,
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NodeConfig => "node-config",
            Self::Cilium => "cilium",
            Self::Accelerators => "accelerators",
        })
    }
}
