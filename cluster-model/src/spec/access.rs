//! `access`: the ways in to the cluster.

use serde::{Deserialize, Serialize};

/// A way to reach the cluster, and where the file is kept that opens it. The file itself is a secret and belongs elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Access {
    /// What answers.
    pub through: Through,
    /// Where its file is kept, in words for whoever needs it at night, such as `sealed, in the safe of the office`. Absent:
    /// nobody knows, so the way counts for nothing, unless it is Omni, which keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
}

/// What answers on a way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Through {
    /// Omni's proxies, with a login of Omni: the usual way, which is gone while Omni is down.
    Omni,
    /// The API servers themselves, with a kubeconfig of the cluster, as `omnictl kubeconfig --break-glass` writes it.
    Kubernetes,
    /// The machines themselves, with a talosconfig of the cluster, as `omnictl talosconfig --break-glass` writes it.
    Talos,
}
